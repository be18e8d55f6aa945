"""How the standalone program begins and ends: in Python's own words, and at once, with everything said."""

import os
import subprocess
import sys

import pytest

from desktop.paths import ROOT

PRELUDE = f"""
import sys
sys.path.insert(0, {str(ROOT / "packaging")!r})
import launch
"""
MISTAKEN = """
launch.spare_translations()
import argparse
print("locale" in sys.modules)
parser = argparse.ArgumentParser(prog="wardlight", allow_abbrev=False)
parser.add_argument("--data")
parser.add_argument("-n", nargs=2)
for typed in (["--data"], ["--dates", "1"], ["-n", "1"], ["-h"]):
    try:
        parser.parse_args(typed)
    except SystemExit as told:
        print(told.code)
"""


def ended(program: str, plug_ins: str = "") -> "subprocess.CompletedProcess[str]":
    """A program that ended, with what it said."""
    command = [sys.executable, "-c", PRELUDE + program]
    environment = os.environ | {"COLUMNS": "80", "QT_PLUGIN_PATH": plug_ins}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)


def test_a_program_without_a_window_ends_without_looking_for_one() -> None:
    found = ended("print('said')\nsys.stderr.write('and this')\nprint('PySide6' in sys.modules)\nlaunch.leave(2)")
    assert (found.returncode, found.stdout, found.stderr) == (2, "said\nFalse\n", "and this")


def test_qt_is_led_to_its_own_plug_ins_whatever_the_desktop_names() -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux: elsewhere PyInstaller's own hook leads Qt to its plug-ins")
    found = ended("import os\nlaunch.keep_to_own_plug_ins()\nprint(os.environ['QT_PLUGIN_PATH'])", "/of/another/qt")
    assert found.stdout.strip() == str(ROOT / "packaging" / "PySide6" / "Qt" / "plugins")


@pytest.mark.parametrize("gone", ["sys.stdout = sys.stderr = None", "sys.stdout.close()", "import os; os.close(1)"])
def test_a_program_that_has_nowhere_to_write_ends_as_well(gone: str) -> None:
    found = ended(f"print('something')\n{gone}\nlaunch.leave(1)")
    assert (found.returncode, found.stderr) == (1, "")


def test_arguments_are_explained_in_the_words_of_python_without_looking_for_others() -> None:
    spared = ended(MISTAKEN)
    plain = ended(MISTAKEN.replace("launch.spare_translations()", ""))
    assert spared.stdout.startswith("False\n2\n2\n2\nusage: wardlight")
    assert plain.stdout.partition("\n")[2] == spared.stdout.partition("\n")[2]
    assert plain.stderr == spared.stderr
    assert "expected 2 arguments" in spared.stderr
