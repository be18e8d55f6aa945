"""Whether a note looks as if it named a patient. It warns and explains; it forbids nothing, and it misses much."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_MONTH_NAME = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:(?:18|19|20)\d\d)"
_STROKE = r"[/\-\u2010-\u2015]"
_POINT = rf"(?:\.|{_STROKE})"
_NUMBERED = r"(?:(?:number|no|nr|num|id)\b\.?|#)"
_INITIALS = r"[A-Z]\.?\s?[A-Z]\.?(?:\s?[A-Z]\.)?"
_ALONE, _ENDS = r"(?<![\d./\-])", r"(?![./\-]?\d)"

_RECORD = "a record number"
_NAME = "a name"
_DATE = "a full date, as of a birth or an admission"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A piece of a note that could point to one patient, and why."""

    found: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Sign:
    """A pattern that betrays a patient; `exact` where capitals are part of it."""

    reason: str
    pattern: str
    exact: bool = False

    def matches(self, text: str) -> Iterable[re.Match[str]]:
        """Every place where it stands."""
        return re.finditer(self.pattern, text, 0 if self.exact else re.IGNORECASE)


# Of two that meet, the first one is told.
_SIGNS = (
    _Sign("a date of birth", r"\b(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday|born)\W{0,3}(?:on )?[\w./\-]*"),
    _Sign(_RECORD, rf"\b(?:mrn|urn|nhi|chi|ehr|emr)\b\W{{0,3}}(?:{_NUMBERED}\W{{0,3}})?[a-z]{{0,4}}[\-/]?\d[\w\-]*"),
    _Sign(
        _RECORD,
        r"\b(?:nhs|hospital|patient|case|record|file|folder|chart|admission|episode|insurance|identity|passport|"
        r"social security|medicare|accession|specimen|sample|lab)\W{1,3}"
        rf"{_NUMBERED}\W{{0,3}}[a-z]{{0,4}}[\-/]?\d[\w\-/ ]*",
    ),
    _Sign(
        _NAME,
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Herr|Frau|Mme|Monsieur|Madame|Sra?|Señora?)\.?\s+[A-ZÀ-Þ][\w'’\-]*",
        exact=True,
    ),
    _Sign(
        _NAME,
        r"\b(?:[Pp]atient|[Pp]t\.?)\s+(?:(?:named|called|is|=)\s+)?(?!(?:In|On|Of|The|With|Has|And|Or)\b)[A-ZÀ-Þ][a-zà-ÿ]{2,}",
        exact=True,
    ),
    _Sign(
        "initials with a date",
        rf"\b{_INITIALS}[\s,;:(]{{1,3}}{_DAY}{_POINT}{_DAY}(?:{_POINT}(?:{_YEAR}|\d\d))?\b",
        exact=True,
    ),
    _Sign(
        "initials with an age",
        rf"\b{_INITIALS}[\s,;:(]{{1,3}}\d{{1,3}}\s?(?:[MF]\b|[yY](?:ears?|rs?|/?[oO])?\b)",
        exact=True,
    ),
    _Sign(_DATE, rf"{_ALONE}{_DAY}{_POINT}{_DAY}{_POINT}{_YEAR}{_ENDS}"),
    _Sign(_DATE, rf"{_ALONE}{_YEAR}{_POINT}{_MONTH}{_POINT}{_DAY}{_ENDS}"),
    # With points, two digits for the year are as likely a section of a guideline.
    _Sign(_DATE, rf"{_ALONE}{_DAY}{_STROKE}{_DAY}{_STROKE}\d\d{_ENDS}"),
    _Sign(_DATE, rf"\b{_DAY}(?:st|nd|rd|th)?[ .,\-]{{1,2}}{_MONTH_NAME}[ .,\-]{{1,2}}(?:{_YEAR}|\d\d)\b"),
    _Sign(_DATE, rf"\b{_MONTH_NAME}[ .]{{1,2}}{_DAY}(?:st|nd|rd|th)?,? {_YEAR}\b"),
    _Sign("a bed or a room", r"\b(?:bed|room|cubicle|bay|cot)\W{0,2}(?:no\.?\W{0,2})?[a-z]?\d+[a-z]?\b"),
    _Sign("an address for mail", r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+"),
    # Not the numbers of articles, not a range of pages, not amounts with their unit, not the middle of a DOI.
    _Sign(
        "a long number, as of a record or a telephone",
        r"(?<![\w./,\-])(?<!pmid )(?<!pmid: )(?<!pmid:)(?<!isbn )(?!\d{1,4}-\d{1,4}(?![ \-\d]))\+?\d(?:[ \-]?\d){5,}"
        rf"{_ENDS}(?![ \-]?\d)(?!\s?(?:units?|iu|mg|microgram|g|ml|million|cfu|passages)\b)",
    ),
)


def suspicions(text: str) -> tuple[Suspicion, ...]:
    """Every piece of a text that could point to one patient, in the order of the text; a piece is told once."""
    # Full-width digits and capitals name a patient as well as the plain ones.
    plain = unicodedata.normalize("NFKC", text)
    taken: list[tuple[int, int, Suspicion]] = []
    for sign in _SIGNS:
        for match in sign.matches(plain):
            start, end = match.span()
            if all(end <= other_start or start >= other_end for other_start, other_end, _ in taken):
                taken.append((start, end, Suspicion(match[0].strip(" ,;:("), sign.reason)))
    return tuple(suspicion for _, _, suspicion in sorted(taken, key=lambda one: one[:2]))


def suspicion_words(found: Iterable[Suspicion]) -> str:
    """What the reader is told of the suspicions; empty where there is none."""
    named = ", ".join(f"“{one.found}” ({one.reason})" for one in found)
    if not named:
        return ""
    return (
        f"This could point to a patient: {named}. Notes are plain text on this machine, and meant for what holds for "
        "every patient. It can be saved as it is."
    )
