"""An import: everything is verified in staging, then put in its own folder, then the note is changed in one step."""

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.content.guidance import edition
from desktop.content.opening import OpenContent
from desktop.domain.guidance import Edition
from desktop.domain.steps import Steps, finished, part
from desktop.packs.carrying import Member, read_members
from desktop.packs.checking import check_newer, checked_content
from desktop.packs.choosing import best
from desktop.packs.locking import only_one
from desktop.packs.places import Places
from desktop.packs.refusal import KEPT, PackRefusedError, not_written
from desktop.packs.shelf import LOCK, STAGING, VERSIONS, Kept, Note, read_note, replace, settle, sweep, write_note
from desktop.packs.verifying import Anchor, Release, verified

# How much of an import is done once the pack is read, once its signatures are verified, and once it is copied.
_READ, _VERIFIED, _COPIED = 0.3, 0.4, 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verified pack, opened from staging: to be looked at, then accepted or left."""

    content: OpenContent
    edition: Edition
    release: Release
    shelf: Path
    note_after: Note

    def accept(self) -> None:
        """Puts the content to use from the next start on."""
        # Windows moves no folder in which a file is open.
        self.content.connection.close()
        kept = self.note_after.active
        assert kept is not None
        try:
            (self.shelf / VERSIONS).mkdir(exist_ok=True)
            replace(self.shelf / STAGING / kept.folder, self.shelf / VERSIONS / kept.folder)
            settle(self.shelf / VERSIONS)
            write_note(self.shelf, self.note_after)
        except OSError as error:
            raise not_written(error) from error


@contextmanager
def staged(pack: Path, places: Places) -> Iterator[Candidate]:
    """A pack that may be accepted, or a PackRefusedError; whatever is not accepted leaves no trace."""
    with ExitStack() as held:
        yield finished(staging(pack, places, held))


def staging(pack: Path, places: Places, held: ExitStack) -> Steps[Candidate]:
    """The same in steps; once `held` is closed, after whichever of them, what was not accepted leaves no trace."""
    anchors = anchors_of(places)
    members = yield from part(read_members(pack), 0, _READ)
    shelf = held.enter_context(_locked(places.shelf))
    held.callback(_swept, shelf)
    candidate = yield from _candidate(members, anchors, places, shelf)
    held.callback(candidate.content.connection.close)
    return candidate


def _swept(shelf: Path) -> None:
    with suppress(OSError, ValueError):
        sweep(shelf)


def roll_back(places: Places) -> Kept | None:
    """The imported content in use from the next start on, or None where it is again the site's or the program's."""
    with _locked(places.shelf) as shelf:
        try:
            note = note_of(shelf)
            if note.active is None:
                raise PackRefusedError(
                    "nothing-before", "No imported content is in use, so there is nothing to go back to.", KEPT
                )
            before = note.previous if note.previous is not None and not note.took_back(note.previous) else None
            write_note(shelf, Note(before, None, note.withdrawn, note.roots))
        except OSError as error:
            raise not_written(error) from error
        with suppress(OSError, ValueError):
            sweep(shelf)
    return before


def tidy(shelf: Path) -> None:
    """Removes what a stopped import left behind, unless one is at work just now."""
    with suppress(OSError, ValueError, PackRefusedError), only_one(shelf / LOCK):
        sweep(shelf)


def anchors_of(places: Places) -> list[Anchor]:
    """The publishers whom this machine trusts; a refusal where there is none."""
    found = []
    for publisher, root in places.roots.items():
        with suppress(OSError):
            found.append(Anchor(publisher, root.read_bytes()))
    if not found:
        raise PackRefusedError(
            "pack-no-publisher",
            "This copy of Wardlight accepts no content packs: it was built without the keys of a publisher.",
            f"{KEPT} New content comes with a new copy of the program; ask whoever installed it.",
        )
    return found


def note_of(shelf: Path) -> Note:
    """The note of the shelf, or an empty one where it says nothing sound: what it named is not used any more either."""
    try:
        return read_note(shelf)
    except ValueError:
        return Note()


@contextmanager
def _locked(shelf: Path | None) -> Iterator[Path]:
    """The shelf, made if it is missing, for this program alone."""
    if shelf is None:
        raise PackRefusedError(
            "not-written",
            "There is no folder in which this program may keep content.",
            f"{KEPT} Name a folder with --data, or ask whoever looks after this machine.",
        )
    with only_one(shelf / LOCK):
        yield shelf


def _candidate(members: dict[str, Member], anchors: list[Anchor], places: Places, shelf: Path) -> Steps[Candidate]:
    release = verified(members, anchors)
    yield _VERIFIED
    try:
        note, in_use = note_of(shelf), best(places)
        check_newer(release, note, in_use, places)
        in_use.close()
        with suppress(ValueError):
            sweep(shelf)
        folder = f"v{release.version}-{secrets.token_hex(4)}"
        at = shelf / STAGING / folder
        at.mkdir(parents=True)
        for name, member in members.items():
            if not name.endswith(".content.db"):
                finished(_copy(member, at / name))
        yield from part(_copy(members[release.member], at / release.member), _VERIFIED, _COPIED)
        settle(at)
        content = checked_content(at / release.member, release)
    except OSError as error:
        raise not_written(error) from error
    kept = Kept(folder, release.publisher, release.version, release.sha256)
    return Candidate(content, edition(content.connection), release, shelf, _after(note, kept, release, in_use.sha256))


def _after(note: Note, kept: Kept, release: Release, in_use: str) -> Note:
    """The note once the pack is accepted; the content that was really in use becomes the one before it."""
    before = next((each for each in (note.active, note.previous) if each is not None and each.sha256 == in_use), None)
    whose = release.publisher
    withdrawn = sorted({*note.withdrawn.get(whose, ()), *release.withdrawn})
    return Note(kept, before, {**note.withdrawn, whose: tuple(withdrawn)}, {**note.roots, whose: release.root_version})


def _copy(member: Member, target: Path) -> Steps[None]:
    with target.open("xb") as written:
        for piece in member.pieces():
            written.write(piece)
            yield written.tell() / member.length
        written.flush()
        os.fsync(written.fileno())
