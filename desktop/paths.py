"""Where things are: the program's own files, and the folder for what the reader keeps."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

# An installed wheel carries its data inside the package; a checkout and the standalone program carry it beside it.
ROOT = _PACKAGE / "shipped" if (_PACKAGE / "shipped").is_dir() else _PACKAGE.parent
CONTENT_DB = ROOT / "content.db"
RESOURCES = ROOT / "resources"
LIBRARY = RESOURCES / "library"
CONTENT_SHA256 = RESOURCES / "content.sha256"

# The standalone program keeps its data in a folder of its own; people see the one with the executable.
BESIDE_PROGRAM = Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else ROOT
PORTABLE_MARKER = "wardlight-portable.txt"
PORTABLE_DATA = "wardlight-data"


def site_folder() -> Path:
    """Where an administrator places what holds for everybody on this machine; readers cannot write there."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData"), "Wardlight")
    return Path("/Library/Application Support/Wardlight" if sys.platform == "darwin" else "/etc/wardlight")


def data_folder(chosen: Path | None = None) -> Path | None:
    """The folder in which this reader's things are kept, made if it is missing; None where nothing can be kept.

    The chosen folder (`--data`) or none; without one, beside a program that carries the portable marker, or the user's.
    """
    places = (chosen,) if chosen else data_places(BESIDE_PROGRAM, sys.platform, os.environ)
    return next((place.absolute() for place in places if _can_be_written(place)), None)


def data_places(program: Path, platform: str, environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where a reader's things may be kept, best first; nothing is made or looked for but the portable marker."""
    portable = [program / PORTABLE_DATA] if (program / PORTABLE_MARKER).is_file() else []
    return (*portable, *_user_folder(platform, environment))


def _user_folder(platform: str, environment: Mapping[str, str]) -> list[Path]:
    """The user's own folder by the custom of the system; empty for a user without a home."""
    home = environment.get("USERPROFILE" if platform == "win32" else "HOME", "")
    if platform == "win32":
        return _first(environment.get("LOCALAPPDATA", ""), home, "AppData/Local", name="Wardlight")
    if platform == "darwin":
        return _first("", home, "Library/Application Support", name="Wardlight")
    return _first(environment.get("XDG_DATA_HOME", ""), home, ".local/share", name="wardlight")


def _first(named: str, home: str, below: str, *, name: str) -> list[Path]:
    # A path from here, as some environments hold by mistake, would follow whoever started the program.
    if Path(named).is_absolute():
        return [Path(named, name)]
    return [Path(home, below, name)] if home else []


def _can_be_written(folder: Path) -> bool:
    """Whether a file can be made in the folder, found by making one: what the system says of rights is not enough."""
    trial = folder / f".wardlight-{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(trial, os.O_CREAT | os.O_WRONLY, 0o600))
    except (OSError, ValueError):
        return False
    with suppress(OSError):
        trial.unlink()
    return True
