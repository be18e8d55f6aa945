"""The figures in a question: which number is a clearance or an age, and which only describes the patient."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from desktop.domain.dates import MONTHS_A_YEAR
from desktop.domain.patient import ADULT_FROM_MONTHS
from desktop.domain.search_words import Word
from desktop.domain.tiers import CLEARANCE_ML_MIN

_FIGURE = re.compile(r"\d{1,3}(?:\.\d{1,6})?", re.ASCII)
# So many words may stand between the word for the clearance and its figure.
_REACH = 4
_FILLERS = frozenset({"of", "is", "was", "at", "now", "about", "around", "approx", "approximately", "only", "just"})
_OF_PATIENT = frozenset(
    {
        *("age", "aged", "weight", "wt", "weighs", "weighing", "height", "ht", "bmi"),
        *("creatinine", "creat", "cr", "scr", "stage", "grade", "ckd", "gfr", "egfr"),
    }
)
_UNITS_OF_PATIENT = frozenset(
    {
        *("kg", "kgs", "kilo", "kilos", "cm", "umol", "micromol", "mcmol", "f", "m", "female", "male", "man", "woman"),
        *("yo", "y", "yr", "yrs", "year", "years", "month", "months", "mo", "mos", "mth", "mths", "wk", "wks"),
        *("week", "weeks", "old"),
    }
)
_OTHER_UNITS = frozenset(
    {"h", "hour", "hours", "hourly", "g", "mg", "day", "days", "patient", "patients", "l", "minute", "minutes", "min"}
)
_PER = frozenset({"per", "a", "each", "every"})
_ML_MIN = _PER | {"ml", "min", "minute"}
_INDEX = "1.73"
_SQUARE_METRE = frozenset({"m", "2", "sq", "square", "squared", "sqm", "metre", "metres", "meter", "meters"})
_DAYS_A_MONTH = Decimal("30.44")
_DAYS_OF = {"day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7}
_MONTHS_OF = {
    **dict.fromkeys(("month", "months", "mo", "mos", "mth", "mths"), 1),
    **dict.fromkeys(("year", "years", "yr", "yrs", "y", "yo"), MONTHS_A_YEAR),
}
_AGE = frozenset({"age", "aged"})
_SAYS_AGE = _AGE | {"old", "o"}
# So long something has been, or has been over; nobody is that old.
_AGO, _SPAN_AFTER = frozenset({"ago"}), frozenset({"on", "of", "post", "after", "since"})
_SPAN_BEFORE = frozenset({"for", "since", "past", "last", "after", "within", "over"})
_SEX = frozenset({"f", "m", "female", "male", "boy", "girl"})
_CHILD = frozenset({"child", "kid", "toddler", "infant", "baby", "newborn", "neonate"})
_ADULT = frozenset(
    {
        *("adult", "adults", "man", "men", "woman", "women", "lady", "gentleman", "mother", "mum"),
        *("pregnant", "pregnancy", "postpartum", "postnatal"),
    }
)
_NUMBER_WORDS = {
    word: at
    for at, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"eighteen": 18}
_TWELFTHS, _MOST_MONTHS, _ADULT_YEARS = "12", 24, ADULT_FROM_MONTHS // MONTHS_A_YEAR


@dataclass(frozen=True, slots=True)
class AgeSaid:
    """An age in whole months, None where the unit leaves it open; and the places of the words that say it."""

    months: int | None
    places: frozenset[int]


def clearance_said(words: Sequence[Word], names: Collection[int], others: Collection[int] = ()) -> int | None:
    """The place of the clearance: the number with its unit, else the nearest after its name, else before it.

    `names` are the places of the words for it. A number that belongs to something else is never taken, and none of
    `others`, as a filtration rate.
    """
    numbers = [at for at in _numbers(words) if at not in others]
    free = [at for at in numbers if not _belongs_elsewhere(words, at)]
    found = (
        [(0, at) for at in numbers if _in_ml_min(words[at + 1 : at + 4])],
        [(at - name, at) for name in names for at in free if 0 < at - name <= _REACH],
        [(name - at, at) for name in names for at in free if 0 < name - at <= _REACH],
    )
    return next((min(near)[1] for near in found if near), None)


def filtrations_said(words: Sequence[Word], names: Collection[int], clearance: Collection[int]) -> list[int]:
    """The places of numbers that are a filtration rate: indexed to 1.73 m2, or named so; the likeliest first.

    `names` are the places of the words for it, `clearance` those of the words for the clearance.
    """
    numbers = [at for at in _numbers(words) if not _has_other_unit(words, at)]
    indexed = [at for at in numbers if is_indexed(words, at)]
    behind = [at for at in numbers if _nearest(at, names, clearance, is_behind=True) in names]
    with_unit = [at for at in numbers if names and not clearance and _in_ml_min(words[at + 1 : at + 4])]
    found = indexed + behind + with_unit
    if not found:
        found = [at for at in numbers if _nearest(at, names, clearance, is_behind=False) in names]
    return list(dict.fromkeys(found))


def is_indexed(words: Sequence[Word], at: int) -> bool:
    """Whether a number is said to be for 1.73 m2."""
    unit = at + 1
    while unit < len(words) and words[unit].letters in _ML_MIN:
        unit += 1
    return unit < len(words) and words[unit].letters == _INDEX


def indexed_said(words: Sequence[Word]) -> frozenset[int]:
    """The places of "1.73 m2", which is neither a figure of the patient nor an age."""
    places: set[int] = set()
    for at, word in enumerate(words):
        if word.letters == _INDEX:
            unit = [place for place in (at + 1, at + 2) if place < len(words) and words[place].letters in _SQUARE_METRE]
            places.update((at, *unit) if at + 1 in unit else (at,))
    return frozenset(places)


def unit_said(words: Sequence[Word], figure: int) -> frozenset[int]:
    """The places of the unit of a clearance, none where it has no unit."""
    after = words[figure + 1 : figure + 4]
    return frozenset(range(figure + 1, figure + 1 + sum(word.letters in _ML_MIN for word in after)))


def _numbers(words: Sequence[Word]) -> list[int]:
    indexed = indexed_said(words)
    return [at for at, word in enumerate(words) if at not in indexed and _could_be_clearance(word)]


def _nearest(at: int, names: Collection[int], others: Collection[int], *, is_behind: bool) -> int:
    """The place of the nearest word that may name a number, before it where the number is behind it; -1 if none is."""
    near = [place for place in (*names, *others) if 0 < (at - place if is_behind else place - at) <= _REACH]
    return min(near, key=lambda place: abs(at - place), default=-1)


def _could_be_clearance(word: Word) -> bool:
    return _FIGURE.fullmatch(word.letters) is not None and Decimal(word.letters) <= CLEARANCE_ML_MIN.possible[1]


def _in_ml_min(following: Sequence[Word]) -> bool:
    unit = [word.letters for word in following if word.letters not in _PER]
    return unit[:1] == ["ml"] and unit[1:2] in (["min"], ["minute"])


def _belongs_elsewhere(words: Sequence[Word], at: int) -> bool:
    return _has_other_unit(words, at) or _label_before(words, at) is not None


def _has_other_unit(words: Sequence[Word], at: int) -> bool:
    unit = words[at + 1].letters if at + 1 < len(words) else ""
    return unit in _UNITS_OF_PATIENT or unit in _OTHER_UNITS


def _label_before(words: Sequence[Word], at: int) -> int | None:
    """The place of a word such as "weight" that a number stands behind."""
    before = at - 1
    while before >= 0 and words[before].letters in _FILLERS:
        before -= 1
    return before if before >= 0 and words[before].letters in _OF_PATIENT else None


def others_said(words: Sequence[Word]) -> frozenset[int]:
    """The places of numbers that only describe a patient, each with its name and unit."""
    places: set[int] = set()
    for at, word in enumerate(words):
        if _count(word) is None or not word.letters[0].isdigit():
            continue
        label = _label_before(words, at)
        if label is not None:
            places.update(range(label, at + 1))
        if at + 1 < len(words) and words[at + 1].letters in _UNITS_OF_PATIENT:
            # Rows and remarks speak of kg too.
            places.update((at,) if words[at + 1].letters == "kg" else (at, at + 1))
    return frozenset(places)


def age_said(text: str, words: Sequence[Word], *, is_told: bool, drugs: Collection[int]) -> AgeSaid | None:
    """The age that a question names.

    `is_told` says that a child is named, so that "old" can be spared. So can it right behind the name of a drug, of
    which `drugs` are the places, or before all else; elsewhere, or of an adult, so long an illness has been.
    """
    indexed = indexed_said(words)
    is_adult = _names_adult(words)
    for at, number in enumerate(words):
        count, unit = _count(number), words[at + 1].letters if at + 1 < len(words) else ""
        if count is None or at in indexed or _follows(words, at + 1, _AGO):
            continue
        beside = [place for place in (at - 1, at + 2) if 0 <= place < len(words) and words[place].letters in _SAYS_AGE]
        is_sure = (is_told and not is_adult) or bool(beside) or unit == "yo" or _is_beside_child(words, at)
        is_span = _follows(words, at + 1, _SPAN_AFTER) or _follows(words, at - 2, _SPAN_BEFORE)
        if (is_adult or is_span) and not is_sure:
            continue
        is_placed = bool(drugs) and (at == 0 or at - 1 in drugs)
        age = _age(count, unit, is_sure=is_sure, is_likely=is_placed and number.letters[0].isdigit())
        if unit == _TWELFTHS and text[number.end : words[at + 1].start] == "/":
            age = AgeSaid(int(count), frozenset())
        elif unit not in _MONTHS_OF and unit not in _DAYS_OF and at and words[at - 1].letters in _AGE:
            return AgeSaid(int(count * MONTHS_A_YEAR), frozenset({at - 1, at}))
        if age is not None:
            return AgeSaid(age.months, frozenset({at, at + 1, *beside}))
    return None


def _names_adult(words: Sequence[Word]) -> bool:
    """Whether an adult is named, by a word or as "67F"; "18m" may be a child of so many months."""
    if any(word.letters in _ADULT for word in words):
        return True
    for number, sex in pairwise(words):
        youngest = _MOST_MONTHS + 1 if sex.letters == "m" else _ADULT_YEARS
        if sex.letters in _SEX and (_count(number) or 0) >= youngest:
            return True
    return False


def _is_beside_child(words: Sequence[Word], at: int) -> bool:
    """Whether a word for a child or a sex stands beside an age; that of "9F" belongs to another."""
    before, after = at > 0 and words[at - 1].letters, at + 2 < len(words) and words[at + 2].letters
    if before in _SEX and at > 1 and _count(words[at - 2]) is not None:
        before = False
    return before in _CHILD | _SEX or after in _CHILD | _SEX


def _follows(words: Sequence[Word], at: int, those: Collection[str]) -> bool:
    """Whether the word behind a place is one of those."""
    return 0 <= at + 1 < len(words) and words[at + 1].letters in those


def _age(count: Decimal, unit: str, *, is_sure: bool, is_likely: bool) -> AgeSaid | None:
    if unit in _MONTHS_OF and (is_sure or is_likely):
        return AgeSaid(int(count * _MONTHS_OF[unit]), frozenset())
    if unit in _DAYS_OF and is_sure:
        return AgeSaid(int(count * _DAYS_OF[unit] / _DAYS_A_MONTH), frozenset())
    # "18m" is a child of so many months or a man of so many years.
    return AgeSaid(None, frozenset()) if unit == "m" and is_likely and count <= _MOST_MONTHS else None


def _count(word: Word) -> Decimal | None:
    """A number in digits or as a word."""
    if _FIGURE.fullmatch(word.letters):
        return Decimal(word.letters)
    return Decimal(_NUMBER_WORDS[word.letters]) if word.letters in _NUMBER_WORDS else None
