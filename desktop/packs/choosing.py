"""The content that is used: the imported one, the one before it, the administrator's, or the one of the program."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.content.digest import Digest
from desktop.content.guidance import edition
from desktop.content.opening import ContentFault, OpenContent, open_content, open_known
from desktop.domain.dates import day_words
from desktop.domain.guidance import Edition
from desktop.packs.places import PUBLISHER, Places, places_to_read
from desktop.packs.shelf import STAGING, Kept, Note, content_file, has_versions, read_note

_IMPORTED = "imported"
_REMEDY = "Import the content pack again, from a copy you trust, or choose File, Roll back content."
_NOW = {
    "imported": "the imported content before it",
    "site": "the content of this site",
    "bundled": "the content that came with the program",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The content that may be used, or why none may; `notices` say what happened on the way, for the reader."""

    content: OpenContent | ContentFault
    notices: tuple[str, ...] = ()

    def is_as_made(self, begun: Digest | None = None) -> bool:
        """Whether the content is as it was made or signed, where that was still to be shown."""
        return not isinstance(self.content, OpenContent) or self.content.is_as_made(begun)

    @property
    def is_unproven(self) -> bool:
        """Whether the hash of the content is still to be computed."""
        return isinstance(self.content, OpenContent) and self.content.unproven is not None

    @property
    def sha256(self) -> str:
        """The hash of the content, empty where none may be used."""
        return self.content.sha256 if isinstance(self.content, OpenContent) else ""

    def close(self) -> None:
        """Closes the content of a choice that was only looked at."""
        if isinstance(self.content, OpenContent):
            self.content.connection.close()


def choose(chosen: Path | None, data: Path | None) -> Choice:
    """The file that was named, otherwise the best content that this machine can trust."""
    return Choice(open_content(chosen)) if chosen is not None else best(places_to_read(data))


def choose_unproven(chosen: Path | None, data: Path | None) -> Choice:
    """The same, where the program's own content is all there is before its hash is computed.

    Whoever shows it asks soon whether it is as it was made. What was imported or placed here, and a file that was
    named, is chosen as ever: whatever somebody put into it, nothing of it is read before.
    """
    if chosen is None and places_to_read(data).are_empty:
        with suppress(Exception):  # whatever a file makes go wrong that nobody has vouched for
            opened = open_content(later=True)
            if isinstance(opened, OpenContent):
                return Choice(opened)
    return choose(chosen, data)


def best(places: Places) -> Choice:
    """The first content that is as it was signed: imported, imported before, the site's, the program's."""
    _tidy(places.shelf)
    notices: list[str] = []
    try:
        note = read_note(places.shelf)
        if note == Note() and has_versions(places.shelf):
            notices.append("Content was imported here, but the import was not finished or the note of it is lost.")
    except (OSError, ValueError):
        note = Note()
        notices.append("It cannot be read any more which imported content was in use.")
    bundled = open_content()
    kept = [each for each in (note.active, note.previous) if each is not None and not _is_overtaken(each, bundled)]
    found = next(_sound(places, note, kept, notices), bundled)
    if found is not bundled:
        Choice(bundled).close()
    if notices and isinstance(found, OpenContent):
        notices.append(f"In use: {_NOW[found.source]}, edition {edition(found.connection).edition}. {_REMEDY}")
    return Choice(found, tuple(notices))


def _is_overtaken(kept: Kept, bundled: OpenContent | ContentFault) -> bool:
    """Whether a newer program came with the same publisher's content, as new as this or newer."""
    if kept.publisher != PUBLISHER or isinstance(bundled, ContentFault):
        return False
    return edition(bundled.connection).version >= kept.version


def _sound(places: Places, note: Note, imported: Sequence[Kept], notices: list[str]) -> Iterator[OpenContent]:
    """Each content other than the program's that can be used; what is wrong with the others is noted."""
    for kept in imported:
        assert places.shelf is not None
        if note.took_back(kept):
            notices.append(f"The publisher has taken back version {kept.version} of the content; it is not used.")
            continue
        opened = open_kept(places.shelf, kept)
        if isinstance(opened, OpenContent):
            yield opened
        else:
            notices.append(f"The imported content, version {kept.version}, is not used: {opened.reason}")
    if places.has_site_content:
        opened = open_site(places.site_content)
        if isinstance(opened, OpenContent):
            yield opened
        else:
            notices.append(f"The content of this site is not used: {opened.reason} Tell your administrator.")
    elif places.has_site_content is None:
        notices.append(
            f"Whether this site has content of its own cannot be seen: {places.site_content} may not be looked into. "
            "Tell your administrator."
        )
    elif places.named_content is not None:
        notices.append(f"The folder that the policy names for content, {places.named_content}, is not there.")


def open_kept(shelf: Path, kept: Kept) -> OpenContent | ContentFault:
    """An imported content, as it was signed or not at all."""
    return open_known(content_file(shelf, kept), kept.sha256, _IMPORTED, _REMEDY)


def open_site(folder: Path) -> OpenContent | ContentFault:
    """The content of the unpacked pack in a folder that only an administrator can write."""
    from desktop.packs.strict_json import strict_object  # only where there is such a folder

    try:
        signed = strict_object((folder / "targets.json").read_bytes())["signed"]
        sha256 = str(signed["targets"]["content.db"]["hashes"]["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return ContentFault("content-damaged", "Its pack cannot be read.", _REMEDY)
    return open_known(folder / f"{sha256}.content.db", sha256, "site", _REMEDY)


def dated(found: Edition, today: date) -> tuple[str, ...]:
    """What the calendar has to say of an edition: words only, for a clock may be wrong and never decides."""
    if today.isoformat() < found.last_updated:
        return (
            f"The clock of this machine says {day_words(today.isoformat())}, which is before this content was written.",
        )
    if today.isoformat() > found.review_by:
        due = day_words(found.review_by)
        return (f"This content was to be reviewed by {due}. It is still shown; ask for newer content.",)
    return ()


def _tidy(shelf: Path | None) -> None:
    """Removes what a stopped import left behind."""
    if shelf is not None and (shelf / STAGING).is_dir():
        from desktop.packs.importing import tidy

        tidy(shelf)
