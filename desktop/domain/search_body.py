"""A weight or a height in a question that is no adult's: who has it is a child, unless an adult is named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.search_counts import DASH, count_of, count_said, is_composed
from desktop.domain.search_numbers import label_before
from desktop.domain.search_query import Query
from desktop.domain.search_units import CM, GRAMS, KG, SHORT_CM, STONE_AND_FEET
from desktop.domain.search_words import Word
from desktop.domain.tiers import body_tiers

_ADULT_WEIGHT, _ADULT_HEIGHT = body_tiers(None)
# Without its name, so few centimetres are a wound's or an abscess's.
_LEAST_CM = body_tiers(0)[1].usual[0]
# So many grams are a newborn's; a dose has fewer, and is no weight.
_LEAST_GRAMS, _MOST_GRAMS = 400, 9999
_OTHER_UNITS = STONE_AND_FEET | {"st", "in", "percentile", "centile"}
_KG_OR_GRAMS = KG | GRAMS
_WEIGHT, _HEIGHT = frozenset({"weight", "wt", "weighs", "weighing"}), frozenset({"height", "ht"})
# "Weight gain 5 kg" may be no gain of 5 kg.
_CHANGED = frozenset({"lost", "gained"})
_CHANGE = _CHANGED | {"loss", "gain"}
_TO, _RANGE = frozenset({"to", "or"}), re.compile(rf"{DASH}|/")
# A height below this is in metres.
_MOST_METRES = Decimal(3)


@dataclass(frozen=True, slots=True)
class BodySaid:
    """Whether a body is unusually small for an adult, and whether so small that no adult's can be."""

    is_small: bool = False
    is_impossible: bool = False


def body_said(query: Query) -> BodySaid:
    """What the weights and heights of a question say."""
    words = query.words
    weights = [kg for at in range(len(words)) if (kg := _kg(query, at)) is not None]
    heights = [cm for at in range(len(words)) if (cm := _cm(query, at)) is not None]
    sizes = [*((kg, _ADULT_WEIGHT) for kg in weights), *((cm, _ADULT_HEIGHT) for cm in heights)]
    return BodySaid(
        is_small=any(size < tier.usual[0] for size, tier in sizes),
        is_impossible=any(size < tier.possible[0] for size, tier in sizes),
    )


def _kg(query: Query, at: int) -> Decimal | None:
    """The weight that the number at a place is; not what was lost or gained, an index or a dose."""
    words, figure = query.words, _figure(query, at)
    if figure is None:
        return None
    label, unit = _label(words, at), _letters(words, at + 1)
    if label in _WEIGHT:
        times = _KG_OR_GRAMS.get(unit, Decimal(1))
        return None if _is_other_unit(query, at) else _lowest(query, at, figure) * times
    is_newborns = unit in GRAMS and _LEAST_GRAMS <= figure <= _MOST_GRAMS
    if not (unit in KG or is_newborns) or label or _letters(words, at - 1) == "per" or _is_change(words, at):
        return None
    is_index = _letters(words, at + 2) == "m" and "/" in query.text[words[at + 1].end : words[at + 2].start]
    return None if is_index else _lowest(query, at, figure) * _KG_OR_GRAMS[unit]


def _cm(query: Query, at: int) -> Decimal | None:
    """The height that the number at a place is."""
    words, figure = query.words, _figure(query, at)
    if figure is None:
        return None
    label, unit = _label(words, at), _letters(words, at + 1)
    if label in _HEIGHT:
        is_in_metres = figure < _MOST_METRES and unit not in SHORT_CM
        return None if _is_other_unit(query, at) else _lowest(query, at, figure) * (100 if is_in_metres else 1)
    cm = figure * CM[unit] if unit in CM and not label else None
    return cm if cm is not None and cm >= _LEAST_CM else None


def _figure(query: Query, at: int) -> Decimal | None:
    """A number in digits, as of grams, or as a word."""
    letters = query.words[at].letters
    if letters.isascii() and letters.isdigit():
        return Decimal(letters)
    return count_said(query.text, query.words, at)


def _lowest(query: Query, at: int, figure: Decimal) -> Decimal:
    """The lower end where a number ends a range."""
    words = query.words
    at -= is_composed(query.text, words, at)
    if at == 0:
        return figure
    between = query.text[words[at - 1].end : words[at].start].strip()
    before = at - 2 if words[at - 1].letters in _TO else at - 1 if _RANGE.fullmatch(between) else -1
    lower = count_of(words[before]) if before >= 0 else None
    return figure if lower is None else min(lower, figure)


def _label(words: Sequence[Word], at: int) -> str:
    place = label_before(words, at)
    return "" if place is None else words[place].letters


def _is_other_unit(query: Query, at: int) -> bool:
    """Whether a labelled number is in a unit that is not read here, as feet."""
    return _letters(query.words, at + 1) in _OTHER_UNITS or query.text[query.words[at].end :][:1] in tuple(
        "'\"\u2019\u2032\u2033%"
    )


def _is_change(words: Sequence[Word], at: int) -> bool:
    """Whether so much was lost or gained."""
    before, behind = _letters(words, at - 1), _letters(words, at + 2)
    if before == "of":
        return _letters(words, at - 2) in _CHANGE
    if behind in _WEIGHT:
        behind = _letters(words, at + 3)
    return before in _CHANGED or behind in _CHANGE


def _letters(words: Sequence[Word], at: int) -> str:
    return words[at].letters if 0 <= at < len(words) else ""
