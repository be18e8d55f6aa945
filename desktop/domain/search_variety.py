"""No fact twice: what was found, in an order in which each result has something new to say."""

from collections.abc import Mapping, Sequence

from desktop.domain.search_ranking import Ranked

# Two texts are alike from this share of common words; what is then left of a passage's worth, and in lesser likeness.
_ALIKE, _REPEATED, _SAID_ALREADY = 0.6, 0.55, 0.75
_SAME_AGAIN = 0.9
_DOSE = "dose"


def varied(found: Sequence[Ranked], limit: int, made_of: Mapping[str, frozenset[str]]) -> list[Ranked]:
    """The first of what was found, each time the best of the rest, where what was said already counts less.

    `made_of` gives for an answer the statements and pitfalls whose words it repeats.
    """
    rest = {one.candidate.key: one for one in found}
    worth = {key: one.score for key, one in rest.items()}
    terms = {key: frozenset(one.candidate.text.split()) for key, one in rest.items()}
    doses = {key for key, one in rest.items() if one.candidate.kind == _DOSE}
    chosen: list[Ranked] = []
    while rest and len(chosen) < limit:
        said = rest.pop(max(rest, key=lambda key: (worth[key], -key)))
        chosen.append(said)
        for key, other in rest.items():
            if _is_part(said, other, made_of):
                worth[key] *= _SAID_ALREADY
            # Two labels may give one dose; both are shown.
            elif key not in doses and _are_alike(terms[said.candidate.key], terms[key]):
                worth[key] *= _REPEATED
            elif said.candidate.kind == other.candidate.kind and said.candidate.drug == other.candidate.drug:
                worth[key] *= _SAME_AGAIN
    return chosen


def _is_part(one: Ranked, other: Ranked, made_of: Mapping[str, frozenset[str]]) -> bool:
    """Whether one of the two is an answer that repeats the other."""
    first, second = one.candidate.target, other.candidate.target
    return second in made_of.get(first, ()) or first in made_of.get(second, ())


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts have most of their words in common."""
    if len(one) < _ALIKE * len(other) or len(other) < _ALIKE * len(one):
        return False
    shared = len(one & other)
    return shared >= _ALIKE * (len(one) + len(other) - shared)
