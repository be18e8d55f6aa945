"""Wilson's interval, against a second derivation: the roots of its quadratic, found by halving in exact fractions."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.proportions import interval_words, percent_words, share_words, wilson

_Z_SQUARED = Fraction(Decimal("1.959963984540054")) ** 2


def _halved(events: int, total: int, *, lower: bool) -> Fraction:
    """Where the score statistic (x/n - p)^2 / (p(1-p)/n) reaches z squared, below or above the share."""
    share = Fraction(events, total)
    near, far = share, Fraction(0) if lower else Fraction(1)
    for _ in range(60):
        middle = (near + far) / 2
        within = (share - middle) ** 2 * total <= _Z_SQUARED * middle * (1 - middle)
        near, far = (middle, far) if within else (near, middle)
        near, far = near.limit_denominator(10**24), far.limit_denominator(10**24)
    return near


@pytest.mark.parametrize(("events", "total"), [(10, 52), (22, 50), (16, 27), (1, 62), (0, 5), (5, 5), (1, 1), (12, 16)])
def test_the_interval_is_where_the_score_reaches_its_limit(events: int, total: int) -> None:
    interval = wilson(events, total)
    assert abs(Fraction(interval.low) - _halved(events, total, lower=True)) < Fraction(1, 10**12)
    assert abs(Fraction(interval.high) - _halved(events, total, lower=False)) < Fraction(1, 10**12)


@pytest.mark.parametrize("total", [5, 257, 259, 273])
def test_all_reach_to_one_exactly_and_none_to_nothing(total: int) -> None:
    assert wilson(int(str(total)), total).high == 1
    assert wilson(0, total).low == 0


@given(st.integers(1, 2000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_holds_the_share_stays_in_bounds_and_is_mirrored(counts: tuple[int, int]) -> None:
    events, total = counts
    interval, mirrored = wilson(events, total), wilson(total - events, total)
    assert 0 <= interval.low <= Decimal(events) / total <= interval.high <= 1
    assert abs(interval.low + mirrored.high - 1) < Decimal("1e-20")


def test_at_none_and_at_all_the_interval_ends_exactly_there() -> None:
    for total in (1, 7, int("300"), int("1999")):
        assert wilson(0, total).low == 0
        assert wilson(total, int(str(total))).high == 1


def test_more_people_make_a_narrower_interval() -> None:
    widths = [wilson(n, 4 * n).high - wilson(n, 4 * n).low for n in (1, 5, 25, 125)]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(("events", "total"), [(-1, 5), (6, 5), (0, 0)])
def test_what_is_no_share_is_refused(events: int, total: int) -> None:
    with pytest.raises(ValueError, match="is not a share"):
        wilson(events, total)


@pytest.mark.parametrize(
    ("say", "words"),
    [
        (lambda: share_words(10, 52), "10 of 52 (19.2%)"),
        (lambda: share_words(22, 50), "22 of 50 (44%)"),
        (lambda: interval_words(wilson(10, 52)), "10.8% to 31.9%"),
        (lambda: interval_words(wilson(0, 5)), "0% to 43.4%"),
        (lambda: percent_words(Decimal("0.1925")), "19.3%"),
    ],
)
def test_shares_and_intervals_in_words(say: Callable[[], str], words: str) -> None:
    assert say() == words
