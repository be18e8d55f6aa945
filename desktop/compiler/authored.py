"""The forms that all authored files share: words, dates, ids, amounts, citations, and the references themselves.

A wrong type is never coerced: `yes` for a truth value or `"8"` for a number is a fault.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, StrictBool, StrictInt
from pydantic_core import PydanticCustomError

from desktop.compiler import closed_lists
from desktop.compiler.faults import listed
from desktop.domain.provenance import Source, Verification
from desktop.domain.quantity import Amount, Unreadable, read_number

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PAIR = 2


def unfit(what: str, remedy: str) -> PydanticCustomError:
    """A fault that a form finds in its own value; both parts reach the author as written."""
    return PydanticCustomError("unfit", "{what}", {"what": what, "remedy": remedy})


def hidden_character(text: str) -> str:
    """The first character that a reader cannot see and search cannot match, such as a no-break space; or nothing."""
    return next((f"U+{ord(mark):04X}" for mark in text if not mark.isprintable() and mark != "\n"), "")


def _not_blank(text: str) -> str:
    if not text.strip():
        raise unfit("it is empty", "Write it, or leave the key out where it is not known.")
    if text != text.strip():
        raise unfit("it begins or ends with a space", "Take the space away.")
    hidden = hidden_character(text)
    if hidden:
        raise unfit(f"it holds the character {hidden}, which is not seen", "Take it out, or write a plain space.")
    return text


def _iso(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        readable = False
    else:
        readable = _ISO_DATE.fullmatch(text) is not None
    if not readable:
        raise unfit(f'"{text}" is not a date', 'Write year-month-day in quotes, such as "2026-03-01".')
    return text


def one_of(words: Sequence[str]) -> AfterValidator:
    """A check that a word is on a closed list."""

    def check(word: str) -> str:
        if word not in words:
            raise unfit(f'"{word}" is not one of {listed(words)}', "Use one of these words.")
        return word

    return AfterValidator(check)


def _once_each(words: tuple[str, ...]) -> tuple[str, ...]:
    repeated = sorted({word for word in words if words.count(word) > 1})
    if repeated:
        raise unfit(f"{listed(repeated)} stands here more than once", "Name each once.")
    return words


def matching(pattern: str, example: str) -> AfterValidator:
    """A check that text has the form of the example."""
    form = re.compile(pattern, re.ASCII)

    def check(text: str) -> str:
        if not form.fullmatch(text):
            raise unfit(f'"{text}" does not have the right form', f"Write it like {example}.")
        return text

    return AfterValidator(check)


def number(value: object) -> Decimal:
    """An exact, finite number that is not below zero, as TOML gives it."""
    exact = Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(exact, Decimal) or not exact.is_finite() or exact < 0:
        raise unfit(f'"{value}" is not a plain number', "Write digits without quotes, such as 187.5.")
    return exact


def amount(value: object) -> Amount:
    """One number, or a range written as a list of two."""
    ends = [number(end) for end in value] if isinstance(value, list) else [number(value)]
    if not 1 <= len(ends) <= _PAIR or ends[0] > ends[-1] or ends[-1] == 0:
        raise unfit("it is not an amount", "Write one number above zero, or a range such as [500, 1000].")
    return Amount(ends[0], ends[-1])


def whole_hours(value: object) -> tuple[Decimal, ...]:
    """An interval in whole hours, or a choice of several in rising order."""
    hours = tuple(number(each) for each in (value if isinstance(value, list) else [value]))
    if not hours or min(hours) <= 0 or any(each % 1 for each in hours) or list(hours) != sorted(set(hours)):
        raise unfit("it is not an interval", "Write whole hours, such as 8, or a choice such as [24, 48].")
    return hours


def typed_figure(value: object) -> Decimal:
    """A figure in quotes, read by the very function that reads the fields at the bedside."""
    read = read_number(value) if isinstance(value, str) else Unreadable("it is not text in quotes")
    if isinstance(read, Unreadable):
        raise unfit(read.message.partition(". ")[0].rstrip("."), 'Write it in quotes, such as "30.4".')
    return read


Item = TypeVar("Item")


def _some(found: tuple[Item, ...]) -> tuple[Item, ...]:
    if not found:
        raise unfit("it is empty", "Name at least one.")
    return found


AT_LEAST_ONE = AfterValidator(_some)
Words = Annotated[str, AfterValidator(_not_blank)]
IsoDate = Annotated[str, AfterValidator(_iso)]
Id = Annotated[str, matching(r"[a-z0-9]+([_-][a-z0-9]+)*", "first-line-idsa-2026")]
EACH_ONCE = AfterValidator(_once_each)
Ids = Annotated[tuple[Id, ...], EACH_ONCE]
ClaimId = Annotated[str, matching(r"C\d\d", "C01")]
ClaimIds = Annotated[tuple[ClaimId, ...], AfterValidator(_once_each)]
Number = Annotated[InstanceOf[Decimal], BeforeValidator(number)]
Milligrams = Annotated[InstanceOf[Amount], BeforeValidator(amount)]
Minutes = Annotated[InstanceOf[Amount], BeforeValidator(amount)]
Hours = Annotated[tuple[InstanceOf[Decimal], ...], BeforeValidator(whole_hours)]
Typed = Annotated[InstanceOf[Decimal], BeforeValidator(typed_figure)]


def listed_words(words: Sequence[str]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """A check that every word of a list is on a closed list, and there once."""

    def check(found: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [word for word in found if word not in words]
        if unknown:
            raise unfit(f"{listed(unknown)} is not one of {listed(words)}", "Use these words.")
        return _once_each(found)

    return check


class Authored(BaseModel):
    """A table as an author writes it: an unknown key is a fault, for it is most often a known one mistyped."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Citation(Authored):
    """A reference and the place in it."""

    ref: Id
    at: Words | None = None
    verification: Verification | None = None

    def source(self, otherwise: Verification) -> Source:
        """The cited place, verified as far as the citation says, or else as its holder says."""
        return Source(self.ref, self.at, self.verification or otherwise)


def cited(citations: Sequence[Citation], verification: Verification) -> list[Source]:
    """The places that are cited, verified as far as each says, or else as their holder says."""
    return [citation.source(verification) for citation in citations]


class AuthoredReview(Authored):
    """How far the clinical review has come."""

    status: Annotated[str, one_of(closed_lists.REVIEW_STATUSES)]
    step: Words
    reviewers: Annotated[tuple[Words, ...], AfterValidator(_once_each)]


class AuthoredEdition(Authored):
    """edition.toml."""

    name: Words
    edition: Words
    version: Annotated[StrictInt, Field(ge=1)]
    language: Words
    evidence_through: IsoDate
    last_updated: IsoDate
    review_by: IsoDate
    publisher: Words
    licence: Words
    review: AuthoredReview


class AuthoredReference(Authored):
    """One entry of references.toml."""

    id: Id
    short: Words
    type: Annotated[str, one_of(closed_lists.REFERENCE_TYPES)]
    title: Words
    authors: Words | None = None
    journal: Words | None = None
    year: Annotated[StrictInt, Field(ge=1800, le=2100)] | None = None
    volume_pages: Words | None = None
    doi: Annotated[str, matching(r"10\.\d{4,}/\S+", "10.1093/cid/ciaa586")] | None = None
    pmid: Annotated[str, matching(r"\d+", '"32427286"')] | None = None
    url: Annotated[str, matching(r"https?://\S+", "https://dailymed.nlm.nih.gov/")] | None = None
    note: Words | None = None
    primary: StrictBool = True
    depth: Annotated[str, one_of(closed_lists.DEPTHS)]
    verification: Verification
