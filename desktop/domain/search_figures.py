"""The figures for the kidneys in a question: its clearance or filtration rate, and between which edges it lies."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.drugs import Band
from desktop.domain.search_numbers import belongs_elsewhere, figures, is_flow, is_in_ml_min, is_indexed
from desktop.domain.search_query import Query
from desktop.domain.search_words import Word

# So many words may stand between the word for a filtration rate and its figure.
_REACH = 4
_LESS = frozenset({"less", "lower", "below", "under", "beneath", "smaller", "fewer", "lt", "lte"})
_MORE = frozenset({"more", "greater", "higher", "above", "over", "beyond", "exceeding", "exceeds", "gt", "gte"})
# Words that leave a figure behind them to the clearance, which is named before them.
_BETWEEN = (
    _LESS
    | _MORE
    | {
        *("of", "is", "was", "at", "now", "about", "around", "approx", "approximately", "only", "just", "roughly"),
        *("from", "to", "by", "up", "down", "between", "and", "or", "than", "equal", "equals", "least", "most"),
        *("not", "no", "near", "the"),
        *("fell", "fallen", "falls", "dropped", "drops", "rose", "risen", "went", "gone", "came", "been", "has", "had"),
        *("today", "currently", "current", "calculated", "estimated", "measured", "cockcroft", "gault", "cg", "a"),
        *("it", "s", "she", "he", "result", "value", "level", "as", "on", "admission", "this", "morning", "with", "be"),
    }
)
_ANY = r"(?:\W|\b(?:than|or|equals?|to|about|around|approx(?:imately)?|of|a|the|is|only|just)\b)*"
_NOT = r"(?P<denied>(?:\bnot?|\bnever|n\W?t)\W+)?"
_BEFORE = re.compile(
    rf"{_NOT}(?:(?P<less>=?[<\u2264\u2266\u2a7d]|\b(?:{'|'.join(sorted(_LESS))}|up\s+to|at\s+most|max(?:imum)?)\b)"
    rf"|(?P<more>=?[>\u2265\u2267\u2a7e]|\b(?:{'|'.join(sorted(_MORE))}|at\s+least|min(?:imum)?)\b)){_ANY}$"
)
_EQUAL = re.compile(r"[=\u2264-\u2267\u2a7d\u2a7e]|equal|up\s+to|at\s+(?:most|least)|max|min|[lg]te")
_UNIT = r"\s*(?:mls?\W*(?:per|a)?\W*min\w*)?\s*"
_AFTER = re.compile(
    rf"{_UNIT}(?:(?:or|and|&|/)\s*(?:(?P<less>less|lower|below|under|fewer|down)|"
    r"(?P<more>more|above|over|greater|higher|up))\b|(?P<plus>\+(?!\s*\d)|plus\b)|(?P<sign>[<>\u2264-\u2267]))"
)
# "12O" and "5,O" are no 12 and no 5; so are no letters behind a figure but those of its unit.
_LOOKS_LIKE_A_DIGIT = re.compile(r"[.,][oil]\b")
_GLUED = re.compile(r"(?!mls?(?![^\W_])|ml\W*(?:per|a)?\W*min|milli)[^\W\d_]")
_MINUS = re.compile(r"(?:^|\s)[-\u2212]$")
_LOWEST, _HIGHEST = Decimal(0), Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Span:
    """Between which two edges a clearance is said to be; those of a figure alone are the same.

    An edge is a figure, with 0 where it belongs to the span, and 1 or -1 where the span begins above or ends below it.
    """

    low: tuple[Decimal, int]
    high: tuple[Decimal, int]

    def is_within(self, band: Band) -> bool:
        """Whether a band holds all of it."""
        return _low(band) <= self.low and self.high <= _high(band)

    def meets(self, band: Band) -> bool:
        """Whether a band holds some of it."""
        return _low(band) <= self.high and self.low <= _high(band)


def exactly(figure: Decimal) -> Span:
    """The span of one figure."""
    return Span((figure, 0), (figure, 0))


UNKNOWN = Span((_LOWEST, 1), (_HIGHEST, 0))
"""Any clearance."""


def _low(band: Band) -> tuple[Decimal, int]:
    return (band.low, 0 if band.low_inclusive else 1)


def _high(band: Band) -> tuple[Decimal, int]:
    return UNKNOWN.high if band.high is None else (band.high, 0 if band.high_inclusive else -1)


def span_said(query: Query, places: Collection[int]) -> Span:
    """What figures say together: from the lowest to the highest, and beyond where that is said to be no end.

    So "more than 30 to 50" is what it says, and "60, now 20" anything between the two.
    """
    said = sorted((_said(query, at) for at in places), key=lambda one: one.figure)
    if not said or any(one.is_odd for one in said) or any(_is_in_pieces(query, at, places) for at in places):
        return UNKNOWN
    first, last = said[0], said[-1]
    low = UNKNOWN.low if first.beyond < 0 else (first.figure, 0 if first.is_equal else first.beyond)
    high = UNKNOWN.high if last.beyond > 0 else (last.figure, 0 if last.is_equal else last.beyond)
    return Span(low, high)


def _is_in_pieces(query: Query, at: int, places: Collection[int]) -> bool:
    """Whether letters that are no unit, or another figure behind a space, may be the last digits of a figure."""
    after = query.text[query.words[at].end :].casefold()
    if _GLUED.match(after) or _LOOKS_LIKE_A_DIGIT.match(after):
        return True
    return at + 1 in places and after[: query.words[at + 1].start - query.words[at].end].isspace()


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure with how it is compared: `beyond` is 1 for more, -1 for less; odd is what nobody can tell."""

    figure: Decimal
    beyond: int = 0
    is_equal: bool = False
    is_odd: bool = False


def _said(query: Query, at: int) -> _Said:
    """What is said of one figure; a sign between two figures only is an arrow."""
    words, word = query.words, query.words[at]
    numbers = [place for place, one in enumerate(words) if one.letters[0].isdigit()]
    start = max((words[place].end for place in numbers if place < at), default=0)
    end = min((words[place].start for place in numbers if place > at), default=len(query.text))
    before, after = query.text[start : word.start].casefold(), query.text[word.end : end].casefold()
    is_arrow = start and not any(letter.isalpha() for letter in before)
    ahead = None if is_arrow else _BEFORE.search(before)
    behind = _AFTER.match(after)
    figure = Decimal(word.letters)
    if (ahead and (ahead["denied"] or behind)) or (not is_arrow and _MINUS.search(before)):
        return _Said(figure, is_odd=True)
    if ahead:
        return _Said(figure, -1 if ahead["less"] else 1, bool(_EQUAL.search(ahead.group())))
    if behind and behind["sign"]:
        return _Said(figure, is_odd=any(letter.isalpha() for letter in after) or end == len(query.text))
    return _Said(figure, -1 if behind["less"] else 1, is_equal=True) if behind else _Said(figure)


def clearances_said(query: Query, names: Collection[int], others: Collection[int] = ()) -> list[int]:
    """The places of the figures of the clearance: with its unit, behind its name, or right before it.

    `names` are the places of the words for it. Between the name and its figure stands nothing but words that leave the
    figure to it; further figures behind that one are of it too, unless something else takes them, as it does `others`.
    """
    words = query.words
    numbers = [at for at in figures(words) if at not in others]
    free = [at for at in numbers if not belongs_elsewhere(query.text, words, at, names)]
    named = [at for at in free if _walk_back(words, at, names) in names]
    with_unit = [at for at in numbers if is_in_ml_min(words, at) and not is_flow(words, at)]
    found = with_unit + [at for at in free if named and at >= named[0]]
    if not found and not any(at > name for at in free for name in names):
        found = [at for at in free if at + 1 in names]
    joined = [before for at in found if (before := _walk_back(words, at, names)) in free]
    return sorted({*found, *joined})


def compared_said(query: Query) -> list[int]:
    """The places of figures that are compared and belong to nothing that is named, as in "less than 15"."""
    words = query.words
    free = [at for at in figures(words) if not belongs_elsewhere(query.text, words, at, ())]
    return [at for at in free if _said(query, at).beyond]


def _walk_back(words: Sequence[Word], at: int, names: Collection[int]) -> int:
    """The place of the nearest word before a figure that may name it, or be another; below zero where there is none.

    "Gault" is a name in "Cockcroft-Gault 40", and only stands between in "CrCl (Gault) 40" where it is none.
    """
    before = at - 1
    while before >= 0 and before not in names and words[before].letters in _BETWEEN:
        before -= 1
    return before


def filtrations_said(query: Query, names: Collection[int], clearance: Collection[int]) -> list[int]:
    """The places of numbers that are a filtration rate: indexed to 1.73 m2, or named so; the likeliest first.

    `names` are the places of the words for it, `clearance` those of the words for the clearance.
    """
    words = query.words
    numbers = [at for at in figures(words) if not belongs_elsewhere(query.text, words, at, {*names, *clearance})]
    indexed = [at for at in figures(words) if is_indexed(words, at)]
    behind = [at for at in numbers if _nearest(at, names, clearance, is_behind=True) in names]
    with_unit = [at for at in numbers if names and not clearance and is_in_ml_min(words, at)]
    found = indexed + behind + with_unit
    if not found:
        found = [at for at in numbers if _nearest(at, names, clearance, is_behind=False) in names]
    return list(dict.fromkeys(found))


def _nearest(at: int, names: Collection[int], others: Collection[int], *, is_behind: bool) -> int:
    """The place of the nearest word that may name a number, before it where the number is behind it; -1 if none is."""
    near = [place for place in (*names, *others) if 0 < (at - place if is_behind else place - at) <= _REACH]
    return min(near, key=lambda place: abs(at - place), default=-1)
