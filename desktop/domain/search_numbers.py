"""The numbers in a question, and which of them a word beside it takes: a weight, a day, an enzyme."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from desktop.domain.search_units import CM, KG, MONTHS, STONE_AND_FEET, WEEKS
from desktop.domain.search_words import Word
from desktop.domain.tiers import CLEARANCE_ML_MIN

FIGURE = re.compile(r"\d{1,3}(?:\.\d{1,6})?", re.ASCII)
_FILLERS = frozenset({"of", "is", "was", "at", "now", "about", "around", "approx", "approximately", "only", "just"})
_OF_PATIENT = frozenset(
    {
        *("age", "aged", "weight", "wt", "weighs", "weighing", "height", "ht", "bmi"),
        *("creatinine", "creat", "cr", "scr", "stage", "grade", "ckd", "gfr", "egfr"),
    }
)
CHILD = frozenset(
    {
        *("child", "schoolchild", "kid", "boy", "girl", "son", "daughter", "teen", "teenager", "adolescent"),
        *("toddler", "infant", "baby", "newborn", "neonate", "preterm", "premature", "prem", "preemie", "dol"),
        *("youth", "youths", "youngster", "juvenile", "kiddo", "kiddie", "preschooler", "schoolboy", "schoolgirl"),
        *("boys", "girls", "teens", "teenagers", "adolescents", "schoolchildren", "grandson", "granddaughter"),
        *("grandchild", "tween", "tweens", "preteen", "preteens"),
        *("peds", "paeds", "ped", "paed", "pedi", "pediatric", "paediatric"),
    }
)
"""Words that name a child, as its day of life does; a number behind one is no clearance."""
_OF_OTHERS = CHILD | {
    *("day", "days", "d", "pod", "week", "ward", "bed", "room", "icu", "itu", "case", "number", "score", "type"),
    *("mic", "bp", "temp", "hr", "rr", "map", "po", "gcs", "sofa", "apache", "crp", "wbc", "wcc", "hb", "plt"),
    *(
        "lactate",
        "urea",
        "bun",
        "k",
        "na",
        "ph",
        "spo",
        "fio",
        "q",
        "every",
        "x",
        "times",
        "dose",
        "cycle",
        "table",
        "page",
    ),
    *("kpc", "oxa", "ndm", "vim", "imp", "ctx", "shv", "tem", "f", "m", "female", "male", "man", "woman"),
}
_FLOWS = frozenset({"infusion", "infused", "output", "urine", "flow", "dialysate", "effluent", "blood", "pump"})
UNITS_OF_PATIENT = frozenset(
    {
        *(*KG, *CM, *STONE_AND_FEET, "umol", "micromol", "mcmol", "f", "m", "female", "male", "man", "woman"),
        *(*MONTHS, *WEEKS, "yo", "y", "yr", "yrs", "year", "years", "old"),
    }
)
_OTHER_UNITS = frozenset(
    {
        *("h", "hour", "hours", "hourly", "hrly", "g", "mg", "d", "day", "days", "patient", "patients", "l", "minute"),
        *("minutes", "min", "times", "st", "nd", "rd", "th", "litre", "litres", "liter", "liters", "w", "fortnight"),
        *("fortnights", "mnth", "mnths", "mons", "ys", "yos"),
    }
)
# Before a number these name it: of "25 day 3" the day is the third.
_COUNTED = frozenset({"d", "day", "w", "week"})
_ML = frozenset({"ml", "mls", "millilitre", "millilitres", "milliliter", "milliliters"})
_MINUTE = frozenset({"min", "mins", "minute", "minutes"})
_PER = frozenset({"per", "a", "each", "every"})
_ML_MIN = _PER | _ML | _MINUTE
_INDEX = "1.73"
_SQUARE_METRE = frozenset({"m", "2", "sq", "square", "squared", "sqm", "metre", "metres", "meter", "meters"})


def figures(words: Sequence[Word]) -> list[int]:
    """The places of numbers that could be a clearance."""
    indexed = indexed_said(words)
    return [at for at, word in enumerate(words) if at not in indexed and _could_be_clearance(word)]


def _could_be_clearance(word: Word) -> bool:
    return FIGURE.fullmatch(word.letters) is not None and Decimal(word.letters) <= CLEARANCE_ML_MIN.possible[1]


def is_in_ml_min(words: Sequence[Word], at: int) -> bool:
    """Whether a number has the unit of a clearance."""
    unit = [word.letters for word in words[at + 1 : at + 4] if word.letters not in _PER]
    return len(unit) > 1 and unit[0] in _ML and unit[1] in _MINUTE


def unit_said(words: Sequence[Word], figure: int) -> frozenset[int]:
    """The places of the unit of a clearance, none where it has no unit."""
    after = words[figure + 1 : figure + 4]
    return frozenset(range(figure + 1, figure + 1 + sum(word.letters in _ML_MIN for word in after)))


def has_other_unit(words: Sequence[Word], at: int) -> bool:
    """Whether a number has a unit in which no clearance is: mL alone, or mL in an hour, is none."""
    return has_unit(words, at) and not is_in_ml_min(words, at)


def has_unit(words: Sequence[Word], at: int) -> bool:
    """Whether a word behind a number says in what it is."""
    unit = words[at + 1].letters if at + 1 < len(words) else ""
    if unit in _COUNTED and at + 2 < len(words) and words[at + 2].letters[0].isdigit():
        return False
    return unit in UNITS_OF_PATIENT or unit in _OTHER_UNITS or unit in _ML


def belongs_elsewhere(text: str, words: Sequence[Word], at: int, names: Collection[int]) -> bool:
    """Whether another unit, a word before it or one that it is written together with, as in OXA-48, takes a number.

    `names` are the places of the words for what is looked for.
    """
    if has_other_unit(words, at):
        return True
    before = _before_fillers(words, at)
    if before < 0 or before in names:
        return False
    is_glued = words[before].letters.isalpha() and text[words[before].end : words[at].start] in ("", "-")
    return is_glued or words[before].letters in _OF_PATIENT or words[before].letters in _OF_OTHERS


def is_flow(words: Sequence[Word], at: int) -> bool:
    """Whether a number stands behind a word for a flow, which may be in mL per minute too."""
    before = _before_fillers(words, at)
    return before >= 0 and words[before].letters in _FLOWS


def label_before(words: Sequence[Word], at: int) -> int | None:
    """The place of a word such as "weight" that a number stands behind."""
    before = _before_fillers(words, at)
    return before if before >= 0 and words[before].letters in _OF_PATIENT else None


def _before_fillers(words: Sequence[Word], at: int) -> int:
    """The place of the word before a number that is more than a filler; below zero where there is none."""
    before = at - 1
    while before >= 0 and words[before].letters in _FILLERS:
        before -= 1
    return before


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


def others_said(words: Sequence[Word]) -> frozenset[int]:
    """The places of numbers that only describe a patient, each with its name and unit."""
    places: set[int] = set()
    for at, word in enumerate(words):
        if FIGURE.fullmatch(word.letters) is None:
            continue
        label = label_before(words, at)
        if label is not None:
            places.update(range(label, at + 1))
        if is_flow(words, at):
            places.add(at)
        if at + 1 < len(words) and words[at + 1].letters in UNITS_OF_PATIENT:
            places.update((at, at + 1))
    return frozenset(places)
