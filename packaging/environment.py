"""The `.venv` at the root of the checkout: made once from the hashed lock, and kept until the lock changes."""

import hashlib
import os
import subprocess
import sys
import tomllib
from pathlib import Path

from system_libraries import VENV_MODULE, require

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
_STAMP = VENV / "wardlight-stamp"
_EARLIEST_ZIP = 315_532_800


def ready_python() -> Path:
    """The Python of an environment that holds exactly what the lock names; made when it is missing or out of date."""
    python = python_of(VENV)
    if _is_current(python):
        return python
    print("Setting up .venv; this takes a minute, and only the first time.", file=sys.stderr)
    make_venv(VENV)
    _run([*pip(python), "--require-hashes", "-r", str(LOCK)])
    _run([*pip(python), "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    _STAMP.write_text(_fingerprint(), encoding="utf-8")
    return python


def make_venv(place: Path) -> None:
    """Nothing; an older environment in the same place is emptied first, so that none of it stays behind."""
    require(VENV_MODULE)
    _run([sys.executable, "-m", "venv", "--clear", str(place)])


def python_of(place: Path) -> Path:
    """The interpreter of an environment on this system."""
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pip(python: Path) -> list[str]:
    """The start of a quiet `pip install` command for an environment."""
    return [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def source_date_epoch() -> int:
    """The moment that every file of a release carries: as told, or that of the last commit, or a zip's earliest."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    command = ["git", "log", "-1", "--format=%ct"]
    said = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True).stdout
    return int(said) if said.strip() else _EARLIEST_ZIP


def _is_current(python: Path) -> bool:
    """True when the last set-up ended well and was for this lock, this Python and this folder."""
    if not (python.exists() and _STAMP.is_file()):
        return False
    return _STAMP.read_text(encoding="utf-8") == _fingerprint()


def _fingerprint() -> str:
    """A hash of everything that decides what the environment holds."""
    # The settings of tools change nothing in the environment, and must not have it made anew.
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    parts = [LOCK.read_bytes(), repr(project).encode(), sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _run(command: list[str]) -> None:
    """Nothing; a command that fails has said why, so the program ends with its status."""
    status = subprocess.run(command, check=False).returncode
    if status != 0:
        sys.exit(f"Setting up stopped: {' '.join(command)} ended with status {status}.")
