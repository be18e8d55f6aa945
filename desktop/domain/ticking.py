"""What the reader did with the lines of a checklist. Marks belong to the case, and go with it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that was ticked, or that does not apply for a reason; without a reason it is a tick."""

    not_applicable: str | None = None


Marks = Mapping[str, Mark]
"""The marked lines by the id of their pitfall."""


def progress_words(marks: Marks, of: int) -> str:
    """How far the checklist has come, such as "3 ticked, 1 not applicable, of 79"."""
    aside = sum(mark.not_applicable is not None for mark in marks.values())
    parts = [f"{len(marks) - aside} ticked", f"{aside} not applicable" if aside else None]
    return f"{', '.join(part for part in parts if part)}, of {of}"
