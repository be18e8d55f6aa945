"""Long pages are cut where a reader would cut them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.slicing import Slice, Strip, sheets_of


def lines(*heights: float, keeps: tuple[int, ...] = ()) -> list[Strip]:
    """Strips one below the other; `keeps` are the places of those that stay with the next."""
    tops = [sum(heights[:at]) for at in range(len(heights))]
    return [Strip(top, top + high, at in keeps) for at, (top, high) in enumerate(zip(tops, heights, strict=True))]


def bounds(sheets: tuple[Slice, ...]) -> list[tuple[float, float]]:
    return [(sheet.top, sheet.bottom) for sheet in sheets]


def test_what_fits_stands_on_one_sheet_to_the_last_dot() -> None:
    assert bounds(sheets_of(lines(40, 30, 30), 100)) == [(0, 100)]
    assert bounds(sheets_of(lines(40, 30, 30.001), 100)) == [(0, 70), (70, 100.001)]


def test_nothing_is_no_sheet() -> None:
    assert sheets_of([], 100) == ()


def test_a_heading_goes_to_the_sheet_of_what_it_heads() -> None:
    assert bounds(sheets_of(lines(80, 10, 30, keeps=(1,)), 100)) == [(0, 80), (80, 120)]


def test_a_part_begins_its_own_sheet_though_it_would_fit() -> None:
    first, second = lines(10, 10)
    part = Strip(second.top, second.bottom, starts_sheet=True)
    assert bounds(sheets_of([first, part], 100)) == [(0, 10), (10, 20)]


def test_a_row_that_is_taller_than_a_sheet_is_cut_between_its_lines_and_through_none() -> None:
    row = Strip(0, 120, lines=((0, 40), (5, 42), (50, 90), (95, 118)))
    assert bounds(sheets_of([row], 100)) == [(0, 92.5), (92.5, 120)]


def test_a_group_that_no_sheet_holds_is_let_go_and_nothing_is_lost() -> None:
    assert bounds(sheets_of(lines(60, 60, 60, keeps=(0, 1)), 100)) == [(0, 60), (60, 120), (120, 180)]


def test_the_heading_of_a_table_that_goes_on_is_shown_again_and_its_room_is_counted() -> None:
    head = Strip(0, 20)
    rows = [Strip(0, 20, keeps_next=True), *(Strip(top, top + 40, head=head) for top in (20, 60, 100, 140))]
    found = sheets_of(rows, 100)
    assert bounds(found) == [(0, 100), (100, 180)]
    assert [sheet.head for sheet in found] == [None, head]
    assert all(sheet.height <= 100 for sheet in found)


@given(st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=40))
def test_every_strip_stands_whole_on_exactly_one_sheet(parts: list[tuple[int, bool]]) -> None:
    strips = lines(*(high for high, _ in parts), keeps=tuple(at for at, (_, keeps) in enumerate(parts) if keeps))
    found = sheets_of(strips, 100)
    assert all(sheet.height <= 100 for sheet in found)
    for strip in strips:
        assert sum(sheet.top <= strip.top and strip.bottom <= sheet.bottom for sheet in found) == 1


@pytest.mark.parametrize("height", [59.9, 60, 100])
def test_a_strip_without_lines_is_never_cut(height: float) -> None:
    assert bounds(sheets_of(lines(60), height)) == [(0, 60)]


@pytest.mark.parametrize(("last", "expected"), [(100, [100, 40]), (109.9, [100, 40]), (140, [140])])
def test_the_last_sheet_may_be_higher_and_holds_what_would_not_fill_another(last: float, expected: list[float]) -> None:
    found = sheets_of(lines(60, 40, 40), 100, last)
    assert [sheet.height for sheet in found] == expected


def test_only_the_last_sheet_is_ever_higher() -> None:
    found = sheets_of(lines(100, 100, 100, 20), 100, 120)
    assert bounds(found) == [(0, 100), (100, 200), (200, 320)]
