"""Dates as the field writes them."""

import pytest

from desktop.domain.dates import day_words

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@pytest.mark.parametrize(("number", "name"), list(enumerate(MONTHS, start=1)))
def test_a_date_is_written_day_month_year(number: int, name: str) -> None:
    assert day_words(f"2026-{number:02}-09") == f"09-{name}-2026"


@pytest.mark.parametrize("other", ["", "2026", "2026-13-01", "2026-00-01", "19-Apr-2023", "2026-03-01 ", "20260301"])
def test_what_is_no_such_date_is_left_as_it_is(other: str) -> None:
    assert day_words(other) == other
