"""What a reader keeps: bookmarks, notes on statements, recent topics and settings; never a patient."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

_EXCERPT = 140


class Setting(StrEnum):
    """Everything that may be kept as a setting; there is no other."""

    ROLE = "role"
    SCHEME = "scheme"
    TEXT_SIZE = "text-size"
    INTERFACE_SIZE = "interface-size"
    LANGUAGE = "language"
    BASIS = "basis"
    CREATININE_UNIT = "creatinine-unit"
    AVAILABLE = "available"
    WINDOW = "window"
    FIRST_START = "first-start"


# What tells of one machine, and not of its reader, does not travel with an export.
OF_THIS_MACHINE = frozenset({Setting.WINDOW, Setting.FIRST_START})


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place of the library, such as "ndm#dosing", and what it was called when it was marked."""

    place: str
    title: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The statement that a note is about, with enough of it to recognise it by when it is gone."""

    statement: str
    topic: str
    title: str
    excerpt: str
    edition: str


@dataclass(frozen=True, slots=True)
class Note:
    """A reader's own words on a statement; `written` is the moment in UTC, ISO (2026-11-26T04:15:00+00:00)."""

    id: int
    anchor: Anchor
    text: str
    written: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that one reader keeps; bookmarks and recent topics have the newest first, notes the oldest."""

    bookmarks: tuple[Bookmark, ...] = ()
    notes: tuple[Note, ...] = ()
    recent: tuple[Bookmark, ...] = ()
    settings: Mapping[Setting, str] = field(default_factory=dict)

    @property
    def available(self) -> frozenset[str] | None:
        """The slugs of the drugs that this place has; None where nobody said which."""
        said = self.settings.get(Setting.AVAILABLE)
        return None if said is None else frozenset(said.split())

    def is_marked(self, place: str) -> bool:
        """Whether a place has a bookmark."""
        return any(bookmark.place == place for bookmark in self.bookmarks)

    def notes_on(self, statement: str) -> tuple[Note, ...]:
        """The notes on a statement."""
        return tuple(note for note in self.notes if note.anchor.statement == statement)


class Standing(StrEnum):
    """What has become of the statement that a note is about."""

    HERE = "here"
    REWORDED = "reworded"
    GONE = "gone"


def standing(anchor: Anchor, text_of: Callable[[str], str | None]) -> Standing:
    """What has become of a statement, given the text of every statement there is.

    Only the beginning is compared: a statement that is still `HERE` may have changed further on.
    """
    text = text_of(anchor.statement)
    if text is None:
        return Standing.GONE
    return Standing.HERE if excerpt(text) == anchor.excerpt else Standing.REWORDED


def excerpt(text: str) -> str:
    """The beginning of a text on one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    whole_words = line[: _EXCERPT + 1].rpartition(" ")[0]
    return f"{whole_words or line[:_EXCERPT]}…"
