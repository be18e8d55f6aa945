"""Follow-up questions and what answers them: statements, doses and pitfalls that the library already holds."""

from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """What an answer may be made of."""

    STATEMENT = "statement"
    DRUG = "drug"
    PITFALL = "pitfall"
    DOSES = "doses"
    PREPARATION = "preparation"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that answers: a statement or pitfall by its id, or a drug by its slug.

    Doses, and lines on preparing and giving, are named by drug and basis, such as "cefiderocol/us-label".
    """

    kind: PartKind
    target: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One question; it has parts, or it says why this library does not cover it and what to do."""

    id: str
    question: str
    also_asked: tuple[str, ...]
    asked_by: tuple[str, ...]
    parts: tuple[Part, ...]
    not_covered: str | None
