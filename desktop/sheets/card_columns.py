"""The lines to tick in columns of nearly the same height, so that a card takes as little paper as it can.

Heights are estimates in lines of text: where they are wrong, a column is a little longer than its neighbour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, groupby

# Letters in one line of a column of ticks, which is a third of A4 or half of A5; what a heading and a line take more.
_LETTERS, _HEADING, _BETWEEN, _STEP = 42, 1.5, 0.08, 0.25
_GOES_ON = ", continued"


@dataclass(frozen=True, slots=True)
class Checks:
    """The open lines of one phase; in a column, those that stand there."""

    title: str
    lines: tuple[str, ...]


Column = tuple[Checks, ...]


def columns_of(checks: Sequence[Checks], taken: Sequence[float]) -> tuple[Column, ...]:
    """All lines in their order, in columns of which each is taken up already by so many lines of text.

    A phase that goes on in another column says so there.
    """
    rows = [(part.title, line) for part in checks for line in part.lines]
    return next(columns for full in count(1, _STEP) if (columns := _filled(rows, taken, full)))


def _filled(rows: Sequence[tuple[str, str]], taken: Sequence[float], full: float) -> tuple[Column, ...]:
    """The columns, none higher than `full` unless it was so before; empty where they do not hold every line."""
    rest, columns, begun = list(rows), list[Column](), set[str]()
    for used in taken:
        height, here, title = used, list[tuple[str, str]](), ""
        while rest:
            height += lines_of(rest[0][1], _LETTERS) + _BETWEEN + (0 if rest[0][0] == title else _HEADING)
            if height > full:
                break
            title = rest[0][0]
            here.append(rest.pop(0))
        parts = [(phase, tuple(line for _, line in lines)) for phase, lines in groupby(here, key=lambda row: row[0])]
        columns.append(tuple(Checks(phase + _GOES_ON * (phase in begun), lines) for phase, lines in parts))
        begun |= {phase for phase, _ in parts}
    return () if rest else tuple(columns)


def lines_of(words: str, letters: int) -> int:
    """How many lines words take where so many letters fit on one."""
    return -(-len(words) // letters)
