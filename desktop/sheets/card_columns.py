"""The lines to tick in columns of nearly the same height, so that a card takes as little paper as it can.

Heights are estimates in lines of text: where they are wrong, a column is a little longer than its neighbour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, groupby

# Letters in one line of a column of ticks, which is a third of A4 or half of A5; what a heading and a line take more.
LETTERS, _HEADING, _BETWEEN, _STEP = 42, 1.3, 0.08, 0.25
_GOES_ON = ", continued"
# What the box takes of a line that runs on, and with it the end of a line that is not filled.
_BOX_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Checks:
    """The open lines of one phase; in a column, those that stand there."""

    title: str
    lines: tuple[str, ...]


Column = tuple[Checks, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """A column of which so many lines of text are taken up already, and how many letters fit on one of them.

    With `runs_on` a line to tick begins where the one before it ends.
    """

    taken: float
    letters: int = LETTERS
    runs_on: bool = False

    def height_of(self, words: str) -> float:
        """How many lines of text a line to tick takes."""
        if self.runs_on:
            return (len(words) + _BOX_LETTERS) / self.letters
        return lines_of(words, self.letters) + _BETWEEN


def columns_of(checks: Sequence[Checks], rooms: Sequence[Room]) -> tuple[Column, ...]:
    """All lines in their order, in columns that end at nearly the same height.

    A phase that goes on in another column says so there.
    """
    rows = [(part.title, line) for part in checks for line in part.lines]
    return next(columns for full in count(1, _STEP) if (columns := _filled(rows, rooms, full)))


def _filled(rows: Sequence[tuple[str, str]], rooms: Sequence[Room], full: float) -> tuple[Column, ...]:
    """The columns, none higher than `full` unless it was so before; empty where they do not hold every line."""
    rest, columns, begun = list(rows), list[Column](), set[str]()
    for room in rooms:
        height, here, title = room.taken, list[tuple[str, str]](), ""
        while rest:
            height += room.height_of(rest[0][1]) + (0 if rest[0][0] == title else _HEADING)
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
