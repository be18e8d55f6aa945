"""Whether every pitfall can fire, and can stay silent: tried against every small regimen and set of enzymes."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations

from desktop.compiler.closed_lists import ENZYMES, KNOWN_DRUGS
from desktop.compiler.faults import Fault
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.reading import PITFALLS

_MOST_DRUGS, _MOST_ENZYMES = 3, 2


def trigger_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults for pitfalls that can never fire, and for those that always do."""
    for folder in library.topics:
        for pitfall in folder.pitfalls or ():
            trigger = pitfall.trigger.value()
            fired = {trigger.fires(drugs, enzymes) for drugs, enzymes in _cases()}
            if len(fired) == 1:
                what = "it always fires" if fired == {True} else "it can never fire"
                remedy = f"Correct the lines of its trigger; up to {_MOST_DRUGS} drugs were tried together."
                yield Fault(folder.file(PITFALLS), f'pitfall "{pitfall.id}", trigger', what, remedy)


@cache
def _cases() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple(
        (drugs, enzymes) for drugs in _up_to(_MOST_DRUGS, KNOWN_DRUGS) for enzymes in _up_to(_MOST_ENZYMES, ENZYMES)
    )


def _up_to(most: int, words: tuple[str, ...]) -> list[frozenset[str]]:
    """Every set of the words, from the empty one to `most` at a time."""
    sets = chain.from_iterable(combinations(words, size) for size in range(most + 1))
    return [frozenset(each) for each in sets]
