"""What stands on every sheet: which content it was made from, who reviewed it, when it was printed."""

from dataclasses import dataclass
from datetime import datetime

from desktop.content.library import Library
from desktop.domain.dates import day_words
from desktop.domain.version_word import version_word

_HASH_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Stamp:
    """The identity of a sheet, in words."""

    review: str
    reviewed: bool
    content: str
    printed: str
    language: str
    uncontrolled: str = "Uncontrolled when printed: before use, compare the edition and its words with the screen."


def stamp(library: Library, printed_at: datetime) -> Stamp:
    """The stamp of what is made from a library at a moment, by the clock of the place."""
    edition = library.edition
    words = f"Edition {edition.edition}, content {library.sha256[:_HASH_SHOWN]}, {version_word(library.sha256)}"
    if library.source == "file":
        words += ", content not verified: a chosen file"
    printed = f"Printed {day_words(printed_at.date().isoformat())}, {printed_at:%H:%M}"
    return Stamp(edition.review.words, edition.review.is_signed, words, printed, edition.language)
