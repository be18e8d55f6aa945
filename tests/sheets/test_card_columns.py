"""Columns of ticks hold every line once, in order, and none is much longer than another."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.card_columns import Checks, Column, Room, columns_of, lines_of

SHORT = "A line."
AN_ORDER = ("Before the start", "At the start", "At 48 to 72 hours")


def checks(*counts: int, line: str = SHORT) -> list[Checks]:
    return [Checks(title, (line,) * count) for title, count in zip(AN_ORDER, counts, strict=False)]


def rooms(taken: Sequence[float]) -> list[Room]:
    return [Room(lines) for lines in taken]


def counted(columns: tuple[Column, ...]) -> list[int]:
    return [sum(len(part.lines) for part in column) for column in columns]


@pytest.mark.parametrize(
    ("taken", "expected"), [((0, 0), [4, 4]), ((4, 0), [2, 6]), ((0, 4), [6, 2]), ((40, 0), [0, 8]), ((0,), [8])]
)
def test_what_a_column_holds_already_is_counted(taken: tuple[float, ...], expected: list[int]) -> None:
    assert counted(columns_of(checks(8), rooms(taken))) == expected


def test_a_narrower_column_takes_fewer_lines() -> None:
    (halves,) = {tuple(counted(columns_of(checks(8, line="x" * 40), [Room(0), Room(0)])))}
    assert halves == (4, 4)
    assert counted(columns_of(checks(8, line="x" * 40), [Room(0, 20), Room(0)])) == [3, 5]


def test_lines_that_run_on_take_a_part_of_a_line_each() -> None:
    on = Room(0, runs_on=True)
    assert Room(0).height_of("x" * 43) > 2
    assert on.height_of("x" * 37) == 1
    assert counted(columns_of(checks(9, line="x" * 16), [on, Room(0)])) == [6, 3]


def test_a_phase_that_goes_on_in_another_column_says_so_and_no_other_does() -> None:
    first, second = columns_of(checks(5, 1), rooms((0, 0)))
    assert [part.title for part in first] == ["Before the start"]
    assert [part.title for part in second] == ["Before the start, continued", "At the start"]


def test_no_line_makes_empty_columns() -> None:
    assert columns_of([], rooms((0, 3))) == ((), ())


@pytest.mark.parametrize(("words", "lines"), [("", 0), ("x", 1), ("x" * 42, 1), ("x" * 43, 2), ("x" * 85, 3)])
def test_a_long_line_counts_for_as_many_as_it_takes(words: str, lines: int) -> None:
    assert lines_of(words, 42) == lines


@given(
    st.lists(st.lists(st.text("ab ", min_size=1, max_size=120), max_size=12), max_size=3),
    st.lists(st.floats(0, 60), min_size=1, max_size=3),
)
def test_every_line_stands_once_and_in_order(phases: list[list[str]], taken: list[float]) -> None:
    given_ = [Checks(title, tuple(lines)) for title, lines in zip(AN_ORDER, phases, strict=False)]
    found = columns_of(given_, rooms(taken))
    assert len(found) == len(taken)
    placed = [
        (part.title.removesuffix(", continued"), line) for column in found for part in column for line in part.lines
    ]
    assert placed == [(part.title, line) for part in given_ for line in part.lines]
