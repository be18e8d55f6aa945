"""Where a fact comes from, and how far it was checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verification(StrEnum):
    """How far a fact was checked against its source, the surest first."""

    SOURCE_TEXT = "source-text"
    SECONDARY = "secondary"
    DERIVED = "derived"
    ARTICLE = "article"
    UNVERIFIED = "unverified"


VERIFICATION_WORDS = {
    Verification.SOURCE_TEXT: "source text read",
    Verification.SECONDARY: "secondary source",
    Verification.DERIVED: "derived",
    Verification.ARTICLE: "from the article only",
    Verification.UNVERIFIED: "unverified",
}
VERIFICATION_MEANING = {
    Verification.SOURCE_TEXT: "The text of the source itself was read.",
    Verification.SECONDARY: "Read in a transcription or summary of the source, not in the source itself.",
    Verification.DERIVED: "Arithmetic or inference from other facts of the library.",
    Verification.ARTICLE: "Known only from the source article, not traced further.",
    Verification.UNVERIFIED: "Recalled, and not yet checked against any text.",
}


def weakest(levels: Iterable[Verification]) -> Verification | None:
    """The least sure of some levels; None of none."""
    order = list(Verification)
    return max(levels, key=order.index, default=None)


PLACE_NOT_HELD = "place in the source not held"


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a reference; `locator` is None where the place is not known."""

    reference: str
    locator: str | None
    verification: Verification

    @property
    def place(self) -> str:
        """Where in the reference, or that the library does not hold it."""
        return self.locator or PLACE_NOT_HELD
