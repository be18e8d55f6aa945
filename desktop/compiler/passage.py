"""One thing that search can find, before it becomes rows of content.db."""

from dataclasses import dataclass

from desktop.domain.drug_entries import BASIS, DIFFERENCE, DOSE, REFUSED, WARNING
from desktop.domain.drugs import PreparationKind
from desktop.domain.provenance import Verification

STATEMENT, PITFALL, DRUG, EFFECT = "statement", "pitfall", "drug", "effect"
REFERENCE, CLAIM, ANSWER, TERM = "reference", "claim", "answer", "term"
STUDY, GUIDELINE, BREAKPOINT = "study", "guideline", "breakpoint"
TABLE, MAXIMUM = "table", "maximum"
PASSAGE_KINDS = (
    *(STATEMENT, PITFALL, DRUG, EFFECT, REFERENCE, CLAIM, ANSWER, TERM, STUDY, GUIDELINE, BREAKPOINT, TABLE, MAXIMUM),
    *(DOSE, REFUSED, BASIS, WARNING, DIFFERENCE),
    *(kind.value for kind in PreparationKind),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What a hit shows (`title` and `text`), what it is found by besides (`words`), and what it opens (`link`).

    `kind` is one of `PASSAGE_KINDS`. `drug` is set on what is about one drug, whose link is a place on the page of that
    drug. `verification` is set on a fact.
    """

    kind: str
    target: str
    title: str
    text: str
    link: str
    topic: str | None = None
    drug: str | None = None
    words: tuple[str, ...] = ()
    verification: Verification | None = None


def joined(*parts: str | None, by: str = "\n") -> str:
    """The parts that are there, one after the other."""
    return by.join(part for part in parts if part)
