"""What sets a pitfall off: lines about a case, each of which holds, does not hold, or cannot be told yet.

What was not said of a case is not known, and never taken for its absence: a rule that needs it is not checked.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Protocol

from desktop.domain.patient import Dialysis

TOGETHER = " + "
UNSTEADY = "creatinine not steady"
_CLEARANCE = re.compile(r"clearance(?: (from|above) ([0-9.]+))?(?: (up to|below) ([0-9.]+))?", re.ASCII)


class Subject(StrEnum):
    """The part of a case that a line is about."""

    DRUGS = "drugs"
    ENZYMES = "enzymes"
    SPECIES = "species"
    SITE = "site"
    ALLERGIES = "allergies"
    KIDNEY = "kidney"
    INFUSIONS = "infusions"
    LOAD = "load"
    AVAILABLE = "available"
    PATIENT = "patient"


class Mode(StrEnum):
    """How many of a line's terms must be there: every one, at least one, none, or nothing else."""

    ALL = "all"
    ANY = "any"
    NONE = "none"
    ONLY = "only"


class Known(Protocol):
    """What is known of one part of a case."""

    def has(self, term: str) -> bool | None:
        """Whether the term is there; None where that cannot be told."""

    def within(self, terms: frozenset[str]) -> bool | None:
        """Whether something is there, and nothing but the terms."""


Facts = Mapping[Subject, Known]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one part; `is_open` where there may be more of them than are known."""

    words: frozenset[str]
    is_open: bool = False

    def has(self, term: str) -> bool | None:
        """Whether the word is there, or every word of a term such as "aztreonam + ceftazidime-avibactam"."""
        if all(word in self.words for word in term.split(TOGETHER)):
            return True
        return None if self.is_open else False

    def within(self, terms: frozenset[str]) -> bool | None:
        """Whether there is a word, and none but the terms."""
        if self.is_open:
            return None
        return bool(self.words) and self.words <= terms


@dataclass(frozen=True, slots=True)
class Kidneys:
    """What is known of the kidneys; a clearance says nothing while dialysis runs."""

    clearance_ml_min: Decimal | None
    dialysis: Dialysis = Dialysis.NONE
    unsteady: bool = False

    def has(self, term: str) -> bool | None:
        """Whether a term such as "clearance from 30 up to 50", "haemodialysis" or "creatinine not steady" holds."""
        if term == UNSTEADY:
            return self.unsteady
        band = _clearance_band(term)
        if band is None:
            return term == self.dialysis
        if self.dialysis is not Dialysis.NONE:
            return False
        return None if self.clearance_ml_min is None else band.holds(self.clearance_ml_min)

    def within(self, terms: frozenset[str]) -> bool | None:
        """Whether one of the terms holds: kidneys are in one state at a time."""
        return _some(self.has(term) for term in terms)


@dataclass(frozen=True, slots=True)
class _ClearanceBand:
    low: Decimal | None
    low_inclusive: bool
    high: Decimal | None
    high_inclusive: bool

    def holds(self, clearance: Decimal) -> bool:
        if self.low is not None and (clearance < self.low or (clearance == self.low and not self.low_inclusive)):
            return False
        return self.high is None or clearance < self.high or (clearance == self.high and self.high_inclusive)


@cache
def _clearance_band(term: str) -> _ClearanceBand | None:
    found = _CLEARANCE.fullmatch(term)
    if found is None or found.group() == "clearance":
        return None
    low_word, low, high_word, high = found.groups()
    return _ClearanceBand(
        Decimal(low) if low else None, low_word == "from", Decimal(high) if high else None, high_word == "up to"
    )


def is_kidney_term(term: str) -> bool:
    """Whether a term of the kidneys can be read."""
    return term in (UNSTEADY, Dialysis.HAEMODIALYSIS, Dialysis.CRRT) or _clearance_band(term) is not None


def clearance_edges(term: str) -> tuple[Decimal, ...]:
    """The edges of a clearance term, in mL/min; none of another term."""
    band = _clearance_band(term)
    return () if band is None else tuple(edge for edge in (band.low, band.high) if edge is not None)


def _some(found: Iterable[bool | None]) -> bool | None:
    """Whether one of them holds: True beats not known beats False."""
    answers = set(found)
    if True in answers:
        return True
    return None if None in answers else False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a trigger, such as drugs_any = aztreonam, colistin."""

    subject: Subject
    mode: Mode
    terms: frozenset[str]

    @property
    def name(self) -> str:
        """How authors write it."""
        return f"{self.subject}_{self.mode}"

    def holds(self, facts: Facts) -> bool | None:
        """Whether the line holds; None where the case does not say."""
        known = facts.get(self.subject)
        if known is None:
            return None
        match self.mode:
            case Mode.ONLY:
                return known.within(self.terms)
            case Mode.ALL:
                return _not(_some(_not(known.has(term)) for term in self.terms))
            case Mode.ANY:
                return _some(known.has(term) for term in self.terms)
        return _not(_some(known.has(term) for term in self.terms))

    def matched(self, facts: Facts) -> tuple[str, ...]:
        """The terms that are there, for a line that asks for them."""
        known = facts.get(self.subject)
        if known is None or self.mode is Mode.NONE:
            return ()
        there = sorted(term for term in self.terms if known.has(term))
        return tuple(dict.fromkeys(word for term in there for word in term.split(TOGETHER)))


def _not(holds: bool | None) -> bool | None:
    return None if holds is None else not holds


@dataclass(frozen=True, slots=True)
class Trigger:
    """What sets a pitfall off; every line must hold."""

    lines: tuple[Line, ...] = ()

    def fires(self, facts: Facts) -> bool | None:
        """Whether it is set off; None where the case does not say enough."""
        return _not(_some(_not(line.holds(facts)) for line in self.lines))

    def missing(self, facts: Facts) -> tuple[Subject, ...]:
        """The parts of the case that it would need to be told, in the order of its lines."""
        return tuple(dict.fromkeys(line.subject for line in self.lines if line.holds(facts) is None))

    def matched(self, facts: Facts) -> dict[str, tuple[str, ...]]:
        """What of the case set it off, part by part."""
        found: dict[str, tuple[str, ...]] = {}
        for line in self.lines:
            if terms := line.matched(facts):
                found[line.subject.value] = tuple(dict.fromkeys((*found.get(line.subject.value, ()), *terms)))
        return found


def trigger(lines: Mapping[str, Iterable[str]]) -> Trigger:
    """The trigger with these lines, by the names that authors write: `{"drugs_any": ["colistin"]}`."""
    split = ((name.rsplit("_", 1), terms) for name, terms in sorted(lines.items()))
    return Trigger(tuple(Line(Subject(subject), Mode(mode), frozenset(terms)) for (subject, mode), terms in split))
