"""The patient of a question: the creatinine clearance that it names or may mean, and the age of a child."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from desktop.domain.drugs import AgeBand, Band
from desktop.domain.search_query import Asked, Meaning, Query
from desktop.domain.search_words import Word, terms_in

_CLEARANCE = terms_in("creatinine clearance")
_CLEARANCE_UNIT = ("ml", "min")
# A number before one of these is no clearance.
_OTHER_UNITS = frozenset(
    {"h", "hour", "g", "mg", "day", "days", "year", "kg", "month", "week", "patient", "l", "minut"}
)
_HIGHEST_CLEARANCE = Decimal(300)
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{1,6})?", re.ASCII)
# Of kidneys that a question names in words, clearances that it may mean; they choose among rows to read, no dose.
_CLEARANCES_MEANT = {
    terms_in("kidney failure"): (Decimal(5), Decimal(10), Decimal(20), Decimal(40)),
    terms_in("normal kidneys"): (Decimal(90),),
    terms_in("augmented renal clearance"): (Decimal(130),),
}
_CHILD = terms_in("children")
_GROWN_UP_MONTHS = 18 * 12
_MONTHS_OF = {
    **dict.fromkeys(("month", "months", "mo", "mos", "mth", "mths"), 1),
    **dict.fromkeys(("year", "years", "yr", "yrs", "y", "yo"), 12),
}
_OLD = frozenset({"old", "o", "age", "aged"})
_WHOLE = re.compile(r"\d{1,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PatientAsked:
    """For whom a question is asked: any of `clearances`, a child or not, and the child's age."""

    clearances: tuple[Decimal, ...] = ()
    is_child: bool = False
    months: int | None = None

    @property
    def chooses_rows(self) -> bool:
        """Whether some dose rows are nearer to the question than others."""
        return bool(self.clearances) or self.months is not None

    def is_of(self, band: Band | None, ages: AgeBand | None) -> bool:
        """Whether a dose row with this band and these ages is for the patient."""
        if self.is_child != (ages is not None):
            return False
        if ages is not None and self.months is not None and not ages.holds(self.months):
            return False
        return not self.clearances or (band is not None and any(map(band.holds, self.clearances)))


def patient_asked(query: Query, asked: Sequence[Asked]) -> tuple[PatientAsked, list[Asked]]:
    """The patient of a question, and what else is asked.

    No passage needs to hold the figures; the age of a child asks for what is about children.
    """
    phrases = {phrase for one in asked for phrase in one.all_phrases}
    told = _CHILD in phrases
    figure = _clearance(query, asked)
    meant = next((meant for words, meant in _CLEARANCES_MEANT.items() if words in phrases), ())
    months, age = next(_ages(query.words, is_told=told), (None, ()))
    child = months is not None and months < _GROWN_UP_MONTHS
    patient = PatientAsked(
        clearances=meant if figure is None else (Decimal(figure.letters),),
        is_child=told or child,
        months=months if child else None,
    )
    said = frozenset(age) | ({figure} if figure else frozenset())
    left = [one for one in asked if not said.issuperset(one.typed)]
    if child and not told:
        left.append(Asked(age, (Meaning(_CHILD, 1),)))
    return patient, left or list(asked)


def _ages(words: Sequence[Word], *, is_told: bool) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """Ages in months with the words that say them; `is_told` is set where a child is named, so that "old" is spared."""
    for at, (number, unit) in enumerate(pairwise(words)):
        if not _WHOLE.fullmatch(number.letters) or unit.letters not in _MONTHS_OF:
            continue
        beside = (*words[max(at - 1, 0) : at], *words[at + 2 : at + 3])
        old = tuple(word for word in beside if word.letters in _OLD)
        if is_told or old or unit.letters == "yo":
            yield int(number.letters) * _MONTHS_OF[unit.letters], (number, unit, *old)


def _clearance(query: Query, asked: Sequence[Asked]) -> Word | None:
    """The number that is the creatinine clearance of a query: the nearest to the word for it."""
    places = {word: at for at, word in enumerate(query.words)}
    marks = [places[word] for one in asked if _CLEARANCE in one.all_phrases for word in one.typed] + [
        at for at in range(len(query.words)) if _is_clearance_unit(query.words[at : at + 2])
    ]
    otherwise = {word for word, unit in pairwise(query.words) if unit.term in _OTHER_UNITS}
    figures = [
        (min(abs(at - mark) for mark in marks), at)
        for at, word in enumerate(query.words)
        if marks and _could_be_clearance(word) and word not in otherwise
    ]
    return query.words[min(figures)[1]] if figures else None


def _could_be_clearance(word: Word) -> bool:
    return _FIGURE.fullmatch(word.letters) is not None and Decimal(word.letters) <= _HIGHEST_CLEARANCE


def _is_clearance_unit(pair: Sequence[Word]) -> bool:
    return tuple(word.letters for word in pair) == _CLEARANCE_UNIT
