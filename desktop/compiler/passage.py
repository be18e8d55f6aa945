"""One thing that search can find, before it becomes rows of content.db."""

from dataclasses import dataclass

from desktop.domain.drugs import PreparationKind

STATEMENT, DOSE, REFUSED, PITFALL, DRUG = "statement", "dose", "refusal", "pitfall", "drug"
WARNING, DIFFERENCE, BASIS, EFFECT = "warning", "difference", "basis", "effect"
REFERENCE, CLAIM, ANSWER, TERM = "reference", "claim", "answer", "term"
PASSAGE_KINDS = (
    *(STATEMENT, DOSE, REFUSED, PITFALL, DRUG, WARNING, DIFFERENCE, BASIS, EFFECT, REFERENCE, CLAIM, ANSWER, TERM),
    *(kind.value for kind in PreparationKind),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What a hit shows (`title` and `text`), what it is found by besides (`words`), and what it opens.

    `kind` is one of `PASSAGE_KINDS`. `drug` is set on what is about one drug.
    """

    kind: str
    target: str
    title: str
    text: str
    topic: str | None = None
    drug: str | None = None
    words: tuple[str, ...] = ()


def joined(*parts: str | None, by: str = "\n") -> str:
    """The parts that are there, one after the other."""
    return by.join(part for part in parts if part)
