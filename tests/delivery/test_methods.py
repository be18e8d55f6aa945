"""The methods of dataclasses that the build compiles: every one of the program, and the same behaviour with them."""

import marshal
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.paths import ROOT

METHODS = ROOT / "packaging" / "methods.py"
# Imports the program's window as the bundle does, counts what had to be compiled, and uses a value.
PROGRAM = """
import marshal, sys
sys.path.insert(0, {packaging!r})
import launch
class Codes(dict):
    missed = []
    def get(self, text, default=None):
        if text not in self:
            self.missed.append(text)
        return super().get(text, default)
codes = Codes({codes})
launch.use_compiled_methods(codes)
import desktop.ui.application
from desktop.domain.drugs import Band
from desktop.domain.guidance import Page
page = Page("a", "b", "c", "d")
assert page == Page("a", "b", "c", "d") and page != Page("a", "b", "c", "e")
assert hash(page) == hash(Page("a", "b", "c", "d"))
assert repr(page) == "Page(id='a', title='b', html='c', text='d')"
try:
    page.id = "other"
except Exception as error:
    print(type(error).__name__, len(codes.missed))
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("methods") / "methods.bin"
    subprocess.run([sys.executable, str(METHODS), str(made)], check=True, env=_fixed())
    return made


def _fixed() -> dict[str, str]:
    return {"PYTHONHASHSEED": "0", "QT_QPA_PLATFORM": "offscreen", "PATH": ""}


def _started(codes: str) -> list[str]:
    """What a start tells that has these methods: how a changed value is refused, and how many had to be compiled."""
    program = PROGRAM.format(packaging=str(ROOT / "packaging"), codes=codes)
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=_fixed()).stdout.split()


def test_with_them_no_method_is_compiled_at_the_start_and_values_are_as_ever(place: Path) -> None:
    assert _started(f'marshal.loads(open({str(place)!r}, "rb").read())') == ["FrozenInstanceError", "0"]


def test_a_method_that_is_not_among_them_is_compiled(place: Path) -> None:
    refused, compiled = _started("{}")
    assert refused == "FrozenInstanceError"
    assert 0 < int(compiled) <= len(marshal.loads(place.read_bytes()))


def test_two_runs_make_the_same_file(place: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.bin"
    subprocess.run([sys.executable, str(METHODS), str(again)], check=True, env=_fixed())
    assert again.read_bytes() == place.read_bytes()


@pytest.mark.parametrize("kept", [0, 1, 1_000])
def test_a_cut_file_only_makes_the_start_slower(place: Path, tmp_path: Path, kept: int) -> None:
    folder = tmp_path / "program"
    shutil.copytree(ROOT / "packaging", folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "methods.bin").write_bytes(place.read_bytes()[:kept])
    command = [sys.executable, str(folder / "launch.py"), "--version"]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env=_fixed() | {"PYTHONPATH": str(ROOT)}
    )
    assert (run.returncode, run.stdout.split()[0], run.stderr) == (0, "Wardlight", "")
