"""What each guideline says on the same questions, in the issuer's own grades."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.provenance import Source, Verification

GRADE = "GRADE"
_LEVELS = ("very low", "low", "moderate", "high")


class Aspect(StrEnum):
    """What is compared."""

    PREFERRED = "preferred"
    ALTERNATIVE = "alternative"
    POLYMYXINS = "polymyxins"
    COMBINATION = "combination"


@dataclass(frozen=True, slots=True)
class Position:
    """What one guideline says on one aspect; strength and certainty are its own words, never merged, never ours."""

    text: str
    strength: str | None
    certainty: str | None
    verification: Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class Guideline:
    """One issuer's guideline; `graded_with` names its system of grades, or says that it has none."""

    id: str
    name: str
    issued: str
    graded_with: str
    note: str | None
    verification: Verification
    sources: tuple[Source, ...]
    positions: Mapping[Aspect, Position]


def circles(certainty: str | None, graded_with: str) -> str:
    """The GRADE circles of a certainty, such as ⊕⊕⊕◯; nothing where its issuer did not use GRADE."""
    if graded_with != GRADE or certainty not in _LEVELS:
        return ""
    filled = _LEVELS.index(certainty) + 1
    return "⊕" * filled + "◯" * (len(_LEVELS) - filled)


def grade_line(position: Position, graded_with: str) -> str:
    """The grade in words, then in circles where it is one of GRADE's; nothing without a grade."""
    if position.strength is None:
        return ""
    return f"{position.strength}; certainty {position.certainty} {circles(position.certainty, graded_with)}".rstrip()
