"""Of Qt's support code the bundle leaves out what no reader needs; what is left still explains a wrong call."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from licences import HEAD
from support_code import CHANGES, FOLDER, STUBS, UnknownSupportCodeError, spare

# A call that no signature allows: the words of its error are read out of the signatures.
WRONG = """
import builtins, sys
from PySide6.QtCore import QTimer
loaded = {name.rpartition(".")[2]: module for name, module in sys.modules.items() if ".signature." in name}
print(loaded["parser"].__file__, loaded["parser"].arglistParser is None)
print(builtins.__import__ is builtins.__orig_import__)
print(len(vars(loaded["pyi_generator"]).get("__all__", ())), hasattr(loaded["pyi_generator"], "Formatter"))
try:
    QTimer().setInterval("four")
except TypeError as error:
    print(" ".join(str(error).split()))
"""


@pytest.fixture
def shiboken(tmp_path: Path) -> Path:
    """A folder to look in first, in which shiboken6 has its support code laid open."""
    found = importlib.util.find_spec("shiboken6")
    assert found is not None
    assert found.origin is not None
    shutil.copytree(Path(found.origin).parent, tmp_path / "shiboken6", ignore=shutil.ignore_patterns(FOLDER))
    run(tmp_path, "import PySide6.QtCore", SBK_EMBED="0")
    assert (tmp_path / "shiboken6" / FOLDER).is_dir()
    return tmp_path


def run(place: Path, program: str, **more: str) -> list[str]:
    """What a program prints that finds shiboken6 in a folder."""
    environment = os.environ | {"PYTHONPATH": str(place)} | more
    command = [sys.executable, "-c", program]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=60
    ).stdout.splitlines()


def test_a_wrong_call_is_explained_as_before_and_no_import_or_signature_is_looked_into_until_then(
    shiboken: Path,
) -> None:
    before = run(shiboken, WRONG)
    spare(shiboken / "shiboken6")
    after = run(shiboken, WRONG)
    assert before[0].endswith("parser.py False")
    assert after[0].endswith("parser.py True")
    assert Path(after[0].split()[0]).is_relative_to(shiboken)
    assert (before[1], after[1]) == ("False", "True")
    assert (before[2], after[2]) == ("0 True", "0 False")
    assert after[3:] == before[3:]
    assert "setInterval(msec: int" in after[3]


def test_it_is_loaded_once_where_the_bootstrap_would_do_so_twice(shiboken: Path) -> None:
    program = "import PySide6.QtCore, sys; print(sys.modules['shibokensupport.signature.loader'].__file__)"

    def times_loaded() -> int:
        command = [sys.executable, "-X", "importtime", "-c", program]
        environment = os.environ | {"PYTHONPATH": str(shiboken)}
        found = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
        assert Path(found.stdout.strip()).is_relative_to(shiboken)
        return sum(line.endswith("shibokensupport.signature.loader") for line in found.stderr.splitlines())

    assert times_loaded() == 2
    spare(shiboken / "shiboken6")
    assert times_loaded() == 1


def test_the_licences_name_every_file_that_is_changed() -> None:
    package = Path(FOLDER, "shibokensupport")
    for file in {STUBS, *(file for file, _, _ in CHANGES)}:
        assert f" {file.relative_to(package).as_posix()}, " in " ".join(HEAD.split())


def test_support_code_that_was_never_looked_at_is_not_changed(shiboken: Path) -> None:
    spare(shiboken / "shiboken6")
    with pytest.raises(UnknownSupportCodeError, match=r"is not that of PySide6 6\.11\.3"):
        spare(shiboken / "shiboken6")
