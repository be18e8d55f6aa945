"""The forms of a topic: topic.toml, the heads of statements and ledger.toml."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, StrictBool, StrictInt, model_validator

from desktop.compiler import closed_lists
from desktop.compiler.authored import (
    Authored,
    AuthoredReview,
    Citation,
    ClaimId,
    ClaimIds,
    Id,
    Ids,
    IsoDate,
    Words,
    listed_words,
    one_of,
    unfit,
)
from desktop.domain.guidance import Kind
from desktop.domain.provenance import VERIFICATION_WORDS, Verification

Roles = Annotated[tuple[str, ...], AfterValidator(listed_words(closed_lists.ROLES))]


class AuthoredTopic(Authored):
    """topic.toml."""

    id: Id
    title: Words
    question: Words
    about: Words
    last_updated: IsoDate
    evidence_through: IsoDate
    article_updated: IsoDate | None = None
    review: AuthoredReview


class PageHead(Authored):
    """What stands between the +++ lines above a page about the library itself."""

    title: Words
    position: Annotated[StrictInt, Field(ge=1)]


class StatementHead(Authored):
    """What stands between the +++ lines above a statement's prose."""

    id: Id
    kind: Kind
    issuer: Id | None = None
    strength: Words | None = None
    certainty: Words | None = None
    graded_with: Annotated[str, one_of(closed_lists.GRADING_SYSTEMS)] = "none"
    citations: tuple[Citation, ...] = ()
    verification: Verification
    corrects: ClaimIds = ()
    foreground: Roles = ()
    preclinical: StrictBool = False
    derives_from: Ids = ()
    plain: Words | None = None
    plain_for: Roles = ()

    @model_validator(mode="after")
    def _plain_whole(self) -> Self:
        """The head; plain words are for somebody."""
        if (self.plain is None) != (not self.plain_for):
            raise unfit("plain and plain_for do not stand together", "Give the words and the roles, or neither.")
        return self

    @model_validator(mode="after")
    def _graded_whole(self) -> Self:
        """The head; strength and certainty come together, and from somebody."""
        if (self.strength is None) != (self.certainty is None):
            raise unfit("strength and certainty do not stand together", "Give both in the issuer's words, or neither.")
        if self.strength is not None and self.issuer is None:
            raise unfit("it has a grade and no issuer", "Name whose grade it is in issuer.")
        if self.strength is None and self.graded_with != "none":
            raise unfit("it says what it was graded with and has no grade", 'Write graded_with = "none".')
        return self


class AuthoredClaim(Authored):
    """One claim of the source article."""

    id: ClaimId
    section: Words
    says: Words
    article_citations: tuple[StrictInt, ...]
    verdict: Annotated[str, one_of(closed_lists.VERDICTS)]
    verdict_words: Words | None = None
    reason: Words
    instead: Words
    statements: Ids
    references: Ids
    verification: Verification
    verification_words: Words | None = None

    @property
    def verdict_in_full(self) -> str:
        """The verdict as shown."""
        return self.verdict_words or self.verdict

    @property
    def verification_in_full(self) -> str:
        """The verification as shown."""
        return self.verification_words or VERIFICATION_WORDS[self.verification]


class AuthoredArticleReference(Authored):
    """What one of the article's own citation numbers stands for."""

    number: Annotated[StrictInt, Field(ge=1)]
    likely: Words
    certainty: Words
    ref: Id | None = None


class LedgerHead(Authored):
    """ledger.toml without its lists."""

    article: Id
    article_problem: Words | None = None
    consequence: Words | None = None
