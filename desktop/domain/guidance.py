"""What the library says: editions, topics, statements, references and the ledger of the source article."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.provenance import Source, Verification

_LANGUAGES = {"en": "English"}


@dataclass(frozen=True, slots=True)
class Review:
    """How far the clinical review has come; it counts as reviewed only when a named clinician has signed."""

    status: str
    step: str
    reviewers: tuple[str, ...]

    @property
    def is_signed(self) -> bool:
        """Whether a named clinician has approved the content."""
        return self.status == "approved" and bool(self.reviewers)

    @property
    def words(self) -> str:
        """What every page, dose and print says about the review."""
        return f"Reviewed by {', '.join(self.reviewers)}" if self.is_signed else "Not clinically reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One compiled library as a whole; dates are ISO (2026-03-01), the language is a code such as "en"."""

    name: str
    edition: str
    version: int
    language: str
    evidence_through: str
    last_updated: str
    review_by: str
    publisher: str
    licence: str
    review: Review

    @property
    def language_words(self) -> str:
        """The language that the content is written in, by its English name; by its code where it has none here."""
        return _LANGUAGES.get(self.language, self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One source, with how deep it was read; what is not known about it is None."""

    id: str
    short: str
    type: str
    title: str
    authors: str | None
    journal: str | None
    year: int | None
    volume_pages: str | None
    doi: str | None
    pmid: str | None
    url: str | None
    note: str | None
    is_primary: bool
    depth: str
    verification: Verification


class Kind(StrEnum):
    """What sort of statement it is."""

    RECOMMENDATION = "recommendation"
    RATIONALE = "rationale"
    EVIDENCE = "evidence"
    CAUTION = "caution"
    PRACTICE_POINT = "practice-point"


@dataclass(frozen=True, slots=True)
class Grade:
    """The issuer's own grade; strength and certainty are never merged, and never ours."""

    issuer: str
    strength: str
    certainty: str
    system: str


@dataclass(frozen=True, slots=True)
class PlainWords:
    """A statement said once more in plain words, with the same figures and drugs, for some roles."""

    html: str
    text: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The unit of guidance. `html` and `text` were rendered when the library was compiled."""

    id: str
    kind: Kind
    subheading: str | None
    html: str
    text: str
    grade: Grade | None
    sources: tuple[Source, ...]
    derives_from: tuple[str, ...]
    corrects: tuple[str, ...]
    foreground: tuple[str, ...]
    preclinical: bool
    verification: Verification
    plain: PlainWords | None = None

    def plain_for(self, role: str | None) -> PlainWords | None:
        """Its plain words, where they are meant for a role; the statement itself stays as it is."""
        return self.plain if self.plain is not None and role in self.plain.roles else None


class Layer(StrEnum):
    """How deep a statement lies: what to do, why, and what was seen, in patients and in the laboratory."""

    RECOMMENDATION = "recommendation"
    RATIONALE = "rationale"
    EVIDENCE = "evidence"
    LABORATORY = "laboratory"


LAYER_WORDS = {
    Layer.RECOMMENDATION: "What to do",
    Layer.RATIONALE: "Why",
    Layer.EVIDENCE: "Evidence",
    Layer.LABORATORY: "Laboratory and animal evidence",
}


def layer_of(statement: Statement) -> Layer:
    """The layer of a statement; laboratory and animal work never stands among evidence from patients."""
    if statement.kind is Kind.EVIDENCE:
        return Layer.LABORATORY if statement.preclinical else Layer.EVIDENCE
    return Layer.RATIONALE if statement.kind is Kind.RATIONALE else Layer.RECOMMENDATION


def in_layers(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements layer by layer, within a layer as the author put them."""
    order = list(Layer)
    return tuple(sorted(statements, key=lambda statement: order.index(layer_of(statement))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its statements; `generated` names the list that the program fills in after them."""

    id: str
    title: str
    generated: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One question and what the library answers; dates are ISO."""

    id: str
    title: str
    question: str
    about: str
    last_updated: str
    evidence_through: str
    article_updated: str | None
    article_problem: str | None
    article_consequence: str | None
    review: Review
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page about the library itself, such as its editorial policy."""

    id: str
    title: str
    html: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim of the source article, our verdict on it, and what to read instead."""

    id: str
    section: str
    says: str
    article_citations: tuple[int, ...]
    verdict: str
    verdict_words: str
    reason: str
    instead: str
    statements: tuple[str, ...]
    references: tuple[str, ...]
    verification: Verification
    verification_words: str


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """What a citation number of the source article probably stands for; `reference` is None where we do not hold it."""

    number: int
    likely: str
    certainty: str
    reference: str | None
