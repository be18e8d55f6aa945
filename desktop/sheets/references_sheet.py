"""Every source of the library as a sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.content.library import Library
from desktop.domain.citing import reference_words
from desktop.domain.guidance import Reference
from desktop.sheets.sheet import Sheet
from desktop.sheets.stamp import stamp


@dataclass(frozen=True, slots=True)
class Listed:
    """One source: its short name, its entry, what is to be known about it, and its address."""

    id: str
    short: str
    words: str
    note: str
    url: str


def references_sheet(library: Library, printed_at: datetime) -> Sheet:
    """All sources, by their short names."""
    listed = listed_references(library.references)
    values = {"listed": listed}
    return Sheet(title="References", template="references", stamp=stamp(library, printed_at), values=values)


def listed_references(references: Mapping[str, Reference]) -> tuple[Listed, ...]:
    """Every source once, in the order of the alphabet."""
    ordered = sorted(references.values(), key=lambda reference: (reference.short.lower(), reference.id))
    return tuple(Listed(r.id, r.short, reference_words(r), r.note or "", r.url or "") for r in ordered)
