"""Words that were probably meant: what is one slip away from a typed word, and names that are one or two away."""

from collections.abc import Iterable, Iterator
from itertools import product

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Shorter words have too many neighbours for a guess to be worth anything.
SHORTEST = 4
_TWO_SLIPS_FROM = 8
_LONGEST = 30
_ALIKE, _MOST_ALIKE = "iy", 4


def one_slip_away(word: str) -> set[str]:
    """Every word that one letter left out, added, changed or swapped with the next would make of it."""
    if len(word) > _LONGEST:
        return set()
    return (set(_one_slip_away(word)) | set(_sounding_alike(word))) - {word}


def _sounding_alike(word: str) -> Iterator[str]:
    """Every spelling with i and y changed for each other, as in "dialisys"."""
    places = [at for at, letter in enumerate(word) if letter in _ALIKE]
    if len(places) <= _MOST_ALIKE:
        for letters in product(_ALIKE, repeat=len(places)):
            spelt = dict(zip(places, letters, strict=True))
            yield "".join(spelt.get(at, letter) for at, letter in enumerate(word))


def _one_slip_away(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (f"{before}{letter}{after}" for letter in _LETTERS)
        if after:
            yield f"{before}{after[1:]}"
            yield from (f"{before}{letter}{after[1:]}" for letter in _LETTERS)
        if len(after) > 1:
            yield f"{before}{after[1]}{after[0]}{after[2:]}"


def slips_allowed(word: str) -> int:
    """How many slips a word of this length may hold and still be recognised as a name."""
    if not SHORTEST <= len(word) <= _LONGEST:
        return 0
    return 2 if len(word) >= _TWO_SLIPS_FROM else 1


def nearest_names(word: str, names: Iterable[str]) -> list[str]:
    """The names that are fewest slips away from a word, none where that is more than its length allows.

    Whoever slips twice still has the first letter: "fraction" is no "reaction".
    """
    allowed, letters = slips_allowed(word), set(word)
    found: dict[int, list[str]] = {}
    for name in names if allowed else ():
        most = allowed if name[:1] == word[0] else 1
        # A slip puts at most one letter in place of another: most names need no closer look.
        if abs(len(name) - len(word)) <= most and len(name) >= SHORTEST and len(letters ^ set(name)) <= 2 * most:
            slips = _slips(word, name, most)
            if slips <= most:
                found.setdefault(slips, []).append(name)
    return sorted(found[min(found)]) if found else []


def _slips(one: str, other: str, allowed: int) -> int:
    """The slips between two words, neighbours swapped counting as one; no more exact than needed above `allowed`.

    The slips are those of Damerau 1964, counted row by row as by Wagner and Fischer 1974.
    """
    above_that: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one):
        line = [row + 1]
        for column, beside in enumerate(other):
            best = min(above[column + 1] + 1, line[column] + 1, above[column] + (letter != beside))
            swapped = row and column and letter == other[column - 1] and one[row - 1] == beside
            line.append(min(best, above_that[column - 1] + 1) if swapped else best)
        if min(line) > allowed:
            return min(line)
        above_that, above = above, line
    return above[-1]
