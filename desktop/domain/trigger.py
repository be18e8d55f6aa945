"""What sets a pitfall off: lines about a case, each of which holds, does not hold, or cannot be told yet.

What was not said of a case is not known, and never taken for its absence: a rule that needs it is not checked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
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


# Words that count only together; most often it is one.
Term = frozenset[str]


class Known(Protocol):
    """What is known of one part of a case."""

    def has(self, term: Term) -> bool | None:
        """Whether every word of the term is there; None where that cannot be told."""

    def within(self, terms: Sequence[Term]) -> bool | None:
        """Whether something is there, and nothing but the terms."""


Facts = Mapping[Subject, Known]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one part; `is_open` where there may be more than are known, `unsure` are some that may be there."""

    words: frozenset[str]
    is_open: bool = False
    unsure: frozenset[str] = frozenset()

    def has(self, term: Term) -> bool | None:
        """Whether every word of the term is there."""
        if term <= self.words:
            return True
        return None if self.is_open or term <= self.words | self.unsure else False

    def within(self, terms: Sequence[Term]) -> bool | None:
        """Whether there is a word, and none but those of the terms."""
        if self.is_open:
            return None
        return bool(self.words) and self.words <= frozenset().union(*terms)


@dataclass(frozen=True, slots=True)
class Kidneys:
    """What is known of the kidneys; a clearance says nothing while dialysis runs."""

    clearance_ml_min: Decimal | None
    dialysis: Dialysis = Dialysis.NONE
    unsteady: bool = False

    def has(self, term: Term) -> bool | None:
        """Whether a term such as "clearance from 30 up to 50", "haemodialysis" or "creatinine not steady" holds."""
        (word,) = term
        if word == UNSTEADY:
            return self.unsteady
        band = _clearance_band(word)
        if band is None:
            return word == self.dialysis
        if self.dialysis is not Dialysis.NONE:
            return False
        return None if self.clearance_ml_min is None else band.holds(self.clearance_ml_min)

    def within(self, terms: Sequence[Term]) -> bool | None:
        """Whether one of the terms holds: kidneys have no other words beside it."""
        return Line(Subject.KIDNEY, Mode.ANY, tuple(terms)).holds({Subject.KIDNEY: self})


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


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a trigger, such as drugs_any = aztreonam, colistin."""

    subject: Subject
    mode: Mode
    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        """How authors write it."""
        return f"{self.subject}_{self.mode}"

    def holds(self, facts: Facts) -> bool | None:
        """Whether the line holds; None where the case does not say."""
        known = facts.get(self.subject)
        if known is None:
            return None
        if self.mode is Mode.ONLY:
            return known.within(self.terms)
        # One term that is there decides "any" and "none", one that is not there decides "all".
        decisive, is_unsure = self.mode is not Mode.ALL, False
        for term in self.terms:
            has = known.has(term)
            if has is decisive:
                return self.mode is Mode.ANY
            is_unsure = is_unsure or has is None
        return None if is_unsure else self.mode is not Mode.ANY

    def matched(self, facts: Facts) -> tuple[str, ...]:
        """The words that are there, for a line that asks for them."""
        known = facts.get(self.subject)
        if known is None or self.mode is Mode.NONE:
            return ()
        return tuple(dict.fromkeys(word for term in self.terms if known.has(term) for word in sorted(term)))


@dataclass(frozen=True, slots=True)
class Trigger:
    """What sets a pitfall off; every line must hold."""

    lines: tuple[Line, ...] = ()

    def fires(self, facts: Facts) -> bool | None:
        """Whether it is set off; None where the case does not say enough."""
        found: bool | None = True
        for line in self.lines:
            holds = line.holds(facts)
            if holds is False:
                return False
            if holds is None:
                found = None
        return found

    def missing(self, facts: Facts) -> tuple[Subject, ...]:
        """The parts of the case that it would need to be told, in the order of its lines."""
        return tuple(dict.fromkeys(line.subject for line in self.lines if line.holds(facts) is None))

    def matched(self, facts: Facts) -> dict[str, tuple[str, ...]]:
        """What of the case set it off, part by part."""
        found: dict[str, tuple[str, ...]] = {}
        for line in self.lines:
            if words := line.matched(facts):
                found[line.subject.value] = tuple(dict.fromkeys((*found.get(line.subject.value, ()), *words)))
        return found


def trigger(lines: Mapping[str, Iterable[str]]) -> Trigger:
    """The trigger with these lines, the regimen first, by their authored names: `{"drugs_any": ["colistin"]}`."""
    order = list(Subject)
    found = (_line(name, terms) for name, terms in sorted(lines.items()))
    return Trigger(tuple(sorted(found, key=lambda line: order.index(line.subject))))


def _line(name: str, terms: Iterable[str]) -> Line:
    subject, _, mode = name.rpartition("_")
    split = (frozenset(term.split(TOGETHER)) for term in sorted(terms))
    return Line(Subject(subject), Mode(mode), tuple(split))
