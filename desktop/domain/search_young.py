"""Whether a question may be of a child that it does not name: so few years, months or weeks that nothing else takes.

Whoever they are of, no row is the patient's until that is said. So only what surely makes a span of time of them, as
"of treatment", explains them away.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from desktop.domain.dates import MONTHS_A_YEAR
from desktop.domain.patient import ADULT_FROM_MONTHS
from desktop.domain.search_counts import count_of, count_said
from desktop.domain.search_denial import NEGATIONS
from desktop.domain.search_numbers import belongs_elsewhere
from desktop.domain.search_query import Query
from desktop.domain.search_words import Word

_YEARS = frozenset({"year", "years", "yr", "yrs", "y", "ys", "yo", "yos"})
_MONTHS = frozenset({"month", "months", "mo", "mos", "mth", "mths", "mnth", "mnths", "mons", "m"})
_DAYS = frozenset({"day", "days", "d", "week", "weeks", "wk", "wks", "w", "fortnight", "fortnights"})
_HOURS = frozenset({"h", "hr", "hrs", "hour", "hours"})
_MONTHS_A_UNIT = {**dict.fromkeys(_YEARS, MONTHS_A_YEAR), **dict.fromkeys(_MONTHS, 1), **dict.fromkeys(_DAYS, 0)}
# Of days and weeks, as in "6/52".
_FRACTIONS = frozenset({"7", "52"})
_ADULT, _ADULT_YEARS = frozenset({"adult", "adults"}), ADULT_FROM_MONTHS // MONTHS_A_YEAR
# So long something was. Not so behind "on" or "over": of "8 y on HD" and "over 8 years" nobody can tell.
_SPAN_AFTER, _OF = frozenset({"ago", "of", "post", "after", "since"}), "of"
_SPAN_BEFORE = frozenset({"for", "since", "past", "last", "after", "within", "x", "q", "every", "next", "previous"})
_FOR = "for"
_FILLERS = frozenset(
    {"about", "almost", "nearly", "the", "around", "approx", "approximately", "another", "least", "at"}
)
# "8 years of age" is no span, nor is so long after a birth.
_OF_LIFE = frozenset({"age", "life", "birth", "natal", "delivery"})
# Illnesses of which so many years are said, and words of a treatment of so many days or weeks. Written short, as "8 y",
# no years are of an illness.
_ILLNESSES = frozenset({"ckd", "copd", "hypertension", "htn", "emphysema", "dementia"})
_LONG = frozenset({"year", "years", "month", "months"})
_TREATED = frozenset(
    {
        *("osteomyelitis", "endocarditis", "discitis", "spondylodiscitis", "course", "courses", "duration"),
        *("treatment", "treat", "treated", "therapy", "antibiotics", "abx", "in"),
    }
)
# Only of these so many years "for" are a span: nobody is given a drug for 8 years, a dose is "for 8 years" of age.
_LASTS = (
    _ILLNESSES
    | _TREATED
    | {
        *("hd", "ihd", "dialysis", "dialysed", "dialyzed", "haemodialysis", "hemodialysis", "rrt", "krt", "crrt", "it"),
        *("esrd", "esrf", "eskd", "eskf", "diabetes", "diabetic", "dm", "disease", "failure", "illness", "transplant"),
        *("cancer", "myeloma", "leukaemia", "leukemia", "lymphoma", "hiv", "lupus", "arthritis", "asthma", "cirrhosis"),
        *("symptoms", "steroids", "prednisolone", "smoker", "carrier", "colonised", "colonized", "ill", "transplanted"),
    }
)
# Small things are minor too, and not every school is one of children; but these may be.
_MAYBE = frozenset(
    {
        *(
            "minor",
            "minors",
            "school",
            "schoolage",
            "schoolaged",
            "preschool",
            "kindergarten",
            "underage",
            "lad",
            "lass",
        ),
        *("puberty", "pubertal", "prepubertal"),
    }
)
_AGE = frozenset({"age", "aged"})
# Before a figure below another these leave it to be an age, as in "dose <18" and "U18".
_LEAVE = frozenset({"dose", "doses", "dosing", "dosage", "u"})
_BELOW = re.compile(
    r"(?:[<\u2264]\s*=?|\b(?:(?:less|lower|younger)\s+than|under|below|beneath|up\s+to|at\s+most|not\s+yet|u)\b)"
    r"(?:\s+(?:the\s+)?age(?:\s+of)?)?\s*$"
)


def is_below_adult(query: Query) -> bool:
    """Whether "under 18 years" is said, or that somebody is no adult."""
    words = query.words
    for at, word in enumerate(words):
        if word.letters in _ADULT and any(one.letters in NEGATIONS for one in words[max(at - 2, 0) : at]):
            return True
        is_limit = count_of(word) == _ADULT_YEARS and _letters(words, at + 1) in _YEARS
        if is_limit and _BELOW.search(query.text[: word.start].casefold()):
            return True
    return False


def may_be_of_child(query: Query, figures: Collection[int], clearance: Collection[int]) -> bool:
    """Whether somebody below the age of an adult may be meant, where no adult is named.

    `figures` are the places of figures for the kidneys, `clearance` those of the clearance; beside it "<18" is an age.
    """
    words = query.words
    if any(word.letters in _MAYBE for word in words) or _counts_life(words) or _heads_age(words):
        return True
    if any(not _is_span(words, at, unit) for at, unit in _counted(query, figures)):
        return True
    return any(_is_limit(query, at, clearance) for at in range(len(words)))


def _counted(query: Query, figures: Collection[int]) -> Iterator[tuple[int, str]]:
    """The place of every number that could be one of a child's age, with its unit."""
    words = query.words
    for at in range(len(words) - 1):
        count, unit = count_said(query.text, words, at), words[at + 1].letters
        is_taken = at in figures
        if unit in _FRACTIONS and query.text[words[at].end : words[at + 1].start] == "/":
            unit, is_taken = "d", is_taken and min(figures) == at
        # "1.7 m" is a height, and "D5W" a fluid.
        is_other = (unit == "m" and count is not None and count % 1) or (unit == "w" and _letters(words, at - 1) == "d")
        if count is None or is_taken or unit not in _MONTHS_A_UNIT or is_other:
            continue
        if count * _MONTHS_A_UNIT[unit] < ADULT_FROM_MONTHS:
            yield at, unit


def _is_span(words: Sequence[Word], at: int, unit: str) -> bool:
    """Whether a number and its unit surely say how long something was or will be."""
    behind = _letters(words, at + 2)
    if behind in _SPAN_AFTER:
        return _letters(words, at + 3) not in _OF_LIFE
    before = at - 1
    while _letters(words, before) in _FILLERS:
        before -= 1
    letters = _letters(words, before)
    if letters == _FOR and unit not in _DAYS:
        return _letters(words, before - 1) in _LASTS
    if unit in _DAYS and not _TREATED.isdisjoint({letters, behind}):
        return True
    return letters in _SPAN_BEFORE or (unit in _LONG and letters in _ILLNESSES)


def _counts_life(words: Sequence[Word]) -> bool:
    """Whether days of life are counted, as "day of life 5", or an age in hours."""
    letters = [word.letters for word in words]
    return any(
        (unit in _DAYS | _HOURS and letters[at + 1 : at + 3] == [_OF, "life"])
        or (unit in _HOURS and letters[at + 1 : at + 2] == ["old"])
        for at, unit in enumerate(letters)
    )


def _heads_age(words: Sequence[Word]) -> bool:
    """Whether a number stands behind a heading with its unit, as "age in months: 5"; some years are an adult's."""
    for at, word in enumerate(words):
        count, unit = count_of(word), _letters(words, at - 1)
        if (
            count is None
            or unit not in _MONTHS_A_UNIT
            or _AGE.isdisjoint({one.letters for one in words[: at - 1][-2:]})
        ):
            continue
        if count * _MONTHS_A_UNIT[unit] < ADULT_FROM_MONTHS:
            return True
    return False


def _is_limit(query: Query, at: int, clearance: Collection[int]) -> bool:
    """Whether a figure ends an age beside a clearance, as "<18"; behind that, one that is not lower may be it too."""
    words = query.words
    count = count_of(words[at]) if words[at].letters[0].isdigit() else None
    if count is None or count > _ADULT_YEARS or not _BELOW.search(query.text[: words[at].start].casefold()):
        return False
    if at in clearance:
        return any(Decimal(words[other].letters) > count for other in clearance if other < at)
    is_free = not belongs_elsewhere(query.text, words, at, ()) or _letters(words, at - 1) in _LEAVE
    return bool(clearance) and is_free


def _letters(words: Sequence[Word], at: int) -> str:
    return words[at].letters if 0 <= at < len(words) else ""
