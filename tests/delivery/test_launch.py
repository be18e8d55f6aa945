"""How the standalone program begins and ends: in Python's own words, and at once, with everything said."""

import os
import subprocess
import sys
from pathlib import Path

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
parser = argparse.ArgumentParser(prog="wardlight", allow_abbrev=False)
parser.add_argument("--data")
parser.add_argument("-n", nargs=2)
for typed in (["--data"], ["--dates", "1"], ["-n", "1"], ["-h"]):
    try:
        parser.parse_args(typed)
    except SystemExit as told:
        print(told.code)
print("locale" in sys.modules)
"""
PROGRAM = """
import atexit, os, sys
def main():
    atexit.register(print, "taken apart")
    print(hasattr(sys.modules["gettext"], "__file__"), os.environ["QT_PLUGIN_PATH"])
    return 5
"""


def ended(program: str) -> "subprocess.CompletedProcess[str]":
    """A program that ended, with what it said."""
    command = [sys.executable, "-c", PRELUDE + program]
    environment = os.environ | {"COLUMNS": "80"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)


def test_a_program_without_a_window_ends_without_looking_for_one() -> None:
    found = ended("print('said')\nsys.stderr.write('and this')\nprint('PySide6' in sys.modules)\nlaunch.leave(2)")
    assert (found.returncode, found.stdout, found.stderr) == (2, "said\nFalse\n", "and this")


def test_the_program_is_begun_and_ended_in_the_quick_way(tmp_path: Path) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "__init__.py").touch()
    (tmp_path / "desktop" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "QT_PLUGIN_PATH": "/of/another/qt"}
    command = [sys.executable, str(ROOT / "packaging" / "launch.py")]
    found = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)
    # Elsewhere PyInstaller's own hook leads Qt to its plug-ins.
    own = ROOT / "packaging" / "PySide6" / "Qt" / "plugins"
    plug_ins = own if sys.platform == "linux" else "/of/another/qt"
    assert (found.returncode, found.stdout, found.stderr) == (5, f"False {plug_ins}\n", "")


@pytest.mark.parametrize("platform", ["darwin", "win32", "linux"])
@pytest.mark.parametrize("owns", [True, False])
def test_what_was_copied_is_handed_over_where_qt_says_that_it_holds_it_and_on_macos_always(
    platform: str, owns: bool
) -> None:
    program = f"""
from types import SimpleNamespace as Made
application = Made(shutdown=lambda: print("handed over"))
clipboard = Made(ownsClipboard=lambda: {owns})
sys.modules["PySide6.QtGui"] = Made(QGuiApplication=Made(instance=lambda: application, clipboard=lambda: clipboard))
sys.platform = {platform!r}
launch.leave(0)
"""
    assert ended(program).stdout == ("handed over\n" if owns or platform == "darwin" else "")


def test_a_failure_on_the_way_out_changes_no_status() -> None:
    broken = "raise_ = lambda: 1 / 0\nlaunch.hand_over = raise_\nprint('said')\nlaunch.leave(2)"
    found = ended(broken)
    assert (found.returncode, found.stdout, found.stderr) == (2, "said\n", "")


@pytest.mark.parametrize("gone", ["sys.stdout = sys.stderr = None", "sys.stdout.close()", "import os; os.close(1)"])
def test_a_program_that_has_nowhere_to_write_ends_as_well(gone: str) -> None:
    found = ended(f"print('something')\n{gone}\nlaunch.leave(1)")
    assert (found.returncode, found.stderr) == (1, "")


def test_arguments_are_explained_in_the_words_of_python_without_looking_for_others() -> None:
    spared = ended(MISTAKEN)
    plain = ended(MISTAKEN.replace("launch.spare_translations()", ""))
    assert spared.stdout.startswith("2\n2\n2\nusage: wardlight")
    assert (spared.stdout.split()[-1], plain.stdout.split()[-1]) == ("False", "True")
    assert spared.stdout.split()[:-1] == plain.stdout.split()[:-1]
    assert spared.stderr == plain.stderr
    assert "expected 2 arguments" in spared.stderr
