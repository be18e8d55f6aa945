"""The form of answers.toml."""

from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from desktop.compiler import closed_lists
from desktop.compiler.authored import Authored, Id, Words, listed_words, matching, unfit
from desktop.domain.answers import Part, PartKind

ANSWERS = "answers.toml"
_PART = r"(statement|drug|pitfall):[a-z0-9]+([_-][a-z0-9]+)*|(doses|preparation):[a-z0-9-]+/[a-z0-9-]+"
_PartWords = Annotated[str, matching(_PART, "statement:first-line")]
_Roles = Annotated[tuple[str, ...], AfterValidator(listed_words(closed_lists.ROLES))]


class AuthoredAnswer(Authored):
    """One entry of answers.toml: no new fact, only where the library answers."""

    id: Id
    question: Words
    also_asked: tuple[Words, ...] = ()
    asked_by: _Roles
    made_of: tuple[_PartWords, ...] = ()
    not_covered: Words | None = None

    @model_validator(mode="after")
    def _answers_or_says_why_not(self) -> Self:
        """The entry; it has parts or a reason for having none, never both."""
        if bool(self.made_of) == (self.not_covered is not None):
            raise unfit("it has not exactly one of made_of and not_covered", "Name its parts, or say what is missing.")
        if len(set(self.made_of)) != len(self.made_of):
            raise unfit("it names a part twice", "Name each once.")
        return self

    @property
    def parts(self) -> tuple[Part, ...]:
        """What the answer is made of."""
        split = (part.split(":") for part in self.made_of)
        return tuple(Part(PartKind(kind), target) for kind, target in split)
