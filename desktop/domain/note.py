"""A note to a dose, and what a printed card makes of it."""

from dataclasses import dataclass, replace
from enum import StrEnum


class NoteKind(StrEnum):
    """Why a note changes what is done, so that no card leaves it to the screen."""

    MAXIMUM = "maximum"
    """The most that the source says may be given in a day."""
    CEILING = "ceiling"
    """Another limit: that one is passed, that none is printed, or the most of a load."""
    CONDITION = "condition"
    SIGN_OFF = "sign-off"
    EDGES = "edges"
    """A sign-off of the edges of a band: of no concern where no clearance chose the row, or its source prints them."""


_BINDING = (NoteKind.MAXIMUM, NoteKind.CEILING, NoteKind.CONDITION)


@dataclass(frozen=True, slots=True)
class Note:
    """What a source, or this library, says beside a dose; without a kind a card only counts it.

    `short` is the same in fewer words, for paper. With `on_haemodialysis` it is for somebody who has sessions of it,
    and for nobody else.
    """

    text: str
    kind: NoteKind | None = None
    short: str | None = None
    on_haemodialysis: bool = False

    @property
    def on_paper(self) -> str:
        """The note as it is printed where room is short."""
        return self.short or self.text

    @property
    def is_binding(self) -> bool:
        """Whether the dose is never to be read without it: a limit, or what the dose hangs on."""
        return self.kind in _BINDING

    @property
    def clause(self) -> str:
        """The note inside the sentence of its dose: no full stop ends it, so that nothing can part the two."""
        words = self.text.removesuffix(".").replace(". ", "; ")
        return words[:1].lower() + words[1:] if words[1:2].islower() else words

    def of(self, part: str) -> "Note":
        """The note with the name of the part of the dose that it belongs to."""
        return replace(self, text=f"{part}: {self.text}", short=f"{part}: {self.short}" if self.short else None)


def texts(notes: tuple[Note, ...]) -> tuple[str, ...]:
    """The notes in full."""
    return tuple(note.text for note in notes)
