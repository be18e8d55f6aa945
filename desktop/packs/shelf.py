"""The shelf: imported content in folders that never change, and one small note of which is in use."""

import os
import re
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NOTE, LOCK, STAGING, VERSIONS = "active.json", "lock", "staging", "versions"
_FOLDER = re.compile(r"v[1-9][0-9]{0,18}-[0-9a-f]{8}")
_HASH = re.compile(r"[0-9a-f]{64}")
_PUBLISHERS = frozenset({"publisher", "site"})
# A virus scanner may hold a file for a moment.
_TRIES, _WAIT_S = 6, 0.1
_LONGEST_NOTE = 100_000


@dataclass(frozen=True, slots=True)
class Kept:
    """One imported content: its folder on the shelf, whose it is, and what must be in it."""

    folder: str
    publisher: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is in use, what was before it, and what each publisher has since taken back or replaced."""

    active: Kept | None = None
    previous: Kept | None = None
    withdrawn: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    roots: Mapping[str, int] = field(default_factory=dict)

    def took_back(self, kept: Kept) -> bool:
        """Whether the publisher has withdrawn this content."""
        return kept.version in self.withdrawn.get(kept.publisher, ())


def content_file(shelf: Path, kept: Kept) -> Path:
    """Where the content file of an imported content is."""
    return shelf / VERSIONS / kept.folder / f"{kept.sha256}.content.db"


def read_note(shelf: Path | None) -> Note:
    """The note of a shelf, empty where nothing was imported; ValueError where what it says cannot be trusted."""
    if shelf is None or not os.path.lexists(shelf / NOTE):
        return Note()
    from desktop.packs.strict_json import strict_object  # most readers have imported nothing

    with (shelf / NOTE).open("rb") as file:
        data = file.read(_LONGEST_NOTE)
    try:
        found = strict_object(data)
        return Note(
            active=_kept(found["active"]),
            previous=_kept(found["previous"]),
            withdrawn={name: tuple(map(_number, found["withdrawn"][name])) for name in _known(found["withdrawn"])},
            roots={name: _number(found["roots"][name]) for name in _known(found["roots"])},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("the note of the shelf cannot be read") from error


def _known(named: Mapping[str, Any]) -> list[str]:
    if not named.keys() <= _PUBLISHERS:
        raise ValueError("the note of the shelf names a stranger")
    return sorted(named)


def _number(value: object) -> int:
    if type(value) is not int or value < 1:
        raise ValueError("the note of the shelf holds a number that is none")
    return value


def _kept(entry: Mapping[str, Any] | None) -> Kept | None:
    if entry is None:
        return None
    kept = Kept(**entry)
    if not _FOLDER.fullmatch(kept.folder) or not _HASH.fullmatch(kept.sha256) or kept.publisher not in _PUBLISHERS:
        raise ValueError("the note of the shelf leads elsewhere")
    _number(kept.version)
    return kept


def has_versions(shelf: Path | None) -> bool:
    """Whether any imported content lies here, in use or not."""
    return shelf is not None and (shelf / VERSIONS).is_dir() and any((shelf / VERSIONS).iterdir())


def write_note(shelf: Path, note: Note) -> None:
    """Puts the note in place in one step, so that the old or the new one is there at every moment."""
    from dataclasses import asdict

    from desktop.packs.strict_json import canonical

    beside = shelf / f"{NOTE}.new"
    with beside.open("wb") as file:
        file.write(canonical(asdict(note)))
        file.flush()
        os.fsync(file.fileno())
    replace(beside, shelf / NOTE)
    # The note is in place: from here on a fault must not say that nothing was changed.
    with suppress(OSError):
        settle(shelf)


def replace(source: Path, target: Path) -> None:
    """Moves a file or folder in one step; what a scanner refuses for a moment is tried again."""
    for _ in range(_TRIES - 1):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(_WAIT_S)
        else:
            return
    source.replace(target)


def settle(folder: Path) -> None:
    """Brings the names in a folder to the disk, where the system lets a program do so."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(shelf: Path) -> None:
    """Removes what a stopped import left behind and what the note no longer names; only under the lock.

    Where the note cannot be read, nothing that it might name is removed.
    """
    shutil.rmtree(shelf / STAGING, ignore_errors=True)
    (shelf / f"{NOTE}.new").unlink(missing_ok=True)
    note = read_note(shelf)
    used = {kept.folder for kept in (note.active, note.previous) if kept is not None}
    if (shelf / VERSIONS).is_dir():
        for folder in (shelf / VERSIONS).iterdir():
            if folder.name not in used:
                shutil.rmtree(folder, ignore_errors=True)
