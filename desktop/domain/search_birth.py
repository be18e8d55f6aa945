"""A birth before term in a question; of whom it may be."""

import re
from collections.abc import Sequence

from desktop.domain.search_units import MONTHS, WEEKS
from desktop.domain.search_words import Word

# An infant born so early has rows of its own; weeks say so only beside a birth.
_EARLY = frozenset(
    {
        *("preterm", "premature", "prematurely", "prematurity", "prem", "prems", "premie", "preemie", "preemies"),
        *("weeker", "weekers", "postmenstrual", "pma", "vlbw", "elbw"),
    }
)
_CORRECTED, _BORN = frozenset({"corrected"}), frozenset({"born"})
_BIRTH = _BORN | {"birth", "gestation", "gestational", "ga", "delivered"}
_FORTIETHS = re.compile(r"\b(?:2[2-9]|3[0-6])(?:\s*\+\s*[0-6])?\s*/\s*40\b")


def names_early_birth(text: str, words: Sequence[Word]) -> bool:
    """Whether an infant was, or may have been, born before term."""
    letters = {word.letters for word in words}
    has_weeks = not letters.isdisjoint(WEEKS) and not letters.isdisjoint(_BIRTH)
    return has_weeks or not letters.isdisjoint(_EARLY | _CORRECTED) or _FORTIETHS.search(text) is not None


def is_infant_born_early(text: str, words: Sequence[Word]) -> bool:
    """Whether an early birth is an infant's own: of a gestation, or what is corrected, only where its age is beside."""
    letters = {word.letters for word in words}
    if not names_early_birth(text, words):
        return False
    if not letters.isdisjoint(_EARLY) or not letters.isdisjoint(_BORN):
        return True
    young = sum(word.letters in WEEKS or word.letters in MONTHS for word in words)
    return young > (not letters.isdisjoint(_BIRTH))
