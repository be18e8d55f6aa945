"""The effluent rate that a question names, by which some rows of continuous dialysis go."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.search_query import Query
from desktop.domain.tiers import EFFLUENT_L_H

EFFLUENT = "effluent"
_FIGURE = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_FILLERS = frozenset({"rate", "flow", "of", "is", "at"})
_IN_LITRES = {
    **dict.fromkeys(("l", "litre", "litres", "liter", "liters"), Decimal(1)),
    **dict.fromkeys(("ml", "mls"), Decimal("0.001")),
}
_PER, _HOUR = frozenset({"per", "a", "an"}), frozenset({"h", "hr", "hrs", "hour"})
# "<2", "2-3", "2 to 3" and "2 or more" are no single rate.
_BOUND = re.compile(r"[<>≤≥~±+–—-]")
_BOUNDS = frozenset(
    {"to", "or", "and", "than", "over", "under", "below", "above", "least", "most", "up", "from", "not"}
)


@dataclass(frozen=True, slots=True)
class EffluentSaid:
    """Whether an effluent rate is named, its L per hour where it can be read, and the places of what says so."""

    is_named: bool = False
    l_h: Decimal | None = None
    places: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Rate:
    """A rate in L per hour, and the places of its first word and of what follows its unit."""

    l_h: Decimal
    first: int
    end: int


def effluent_said(query: Query) -> EffluentSaid:
    """The effluent rate of a question; a figure counts with its unit only, beside the word for it, and alone."""
    words = [word.letters for word in query.words]
    named = [at for at, word in enumerate(words) if word == EFFLUENT]
    rates = [rate for at in range(len(words)) if (rate := _rate(words, at)) is not None]
    low, high = EFFLUENT_L_H.usual
    # What would have to be confirmed beside a dose is not taken either.
    is_told = len(rates) == 1 and low <= rates[0].l_h <= high and any(_belongs(query, at, rates[0]) for at in named)
    places = frozenset(place for one in rates if named for place in range(one.first, one.end))
    return EffluentSaid(bool(named), rates[0].l_h if is_told else None, places)


def _rate(words: Sequence[str], at: int) -> _Rate | None:
    """The rate that begins at a word."""
    if not _FIGURE.fullmatch(words[at]) or at + 2 >= len(words) or words[at + 1] not in _IN_LITRES:
        return None
    hour = at + 3 if words[at + 2] in _PER else at + 2
    if hour >= len(words) or words[hour] not in _HOUR:
        return None
    return _Rate(Decimal(words[at]) * _IN_LITRES[words[at + 1]], at, hour + 1)


def _belongs(query: Query, name: int, rate: _Rate) -> bool:
    """Whether a rate stands right behind the word for it or right before, and nothing makes it one end of more."""
    words = [word.letters for word in query.words]
    first, end = min(name, rate.first), max(name + 1, rate.end)
    between = words[name + 1 : rate.first] if name < rate.first else words[rate.end : name]
    around = {*words[:first][-1:], *words[end : end + 1]}
    before = query.text[query.words[rate.first - 1].end : query.words[rate.first].start] if rate.first else ""
    return _BOUND.search(before) is None and _FILLERS.issuperset(between) and _BOUNDS.isdisjoint(around)
