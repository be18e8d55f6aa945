"""Shares of people counted in a study, with the interval that their number allows."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.quantity import plain

# The standard normal deviate that cuts off 2.5 % at either end.
_Z = Decimal("1.959963984540054")
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Interval:
    """The ends of a 95 % confidence interval, as fractions from 0 to 1."""

    low: Decimal
    high: Decimal


def wilson(events: int, total: int) -> Interval:
    """The Wilson score interval, 95 %, without continuity correction, of `events` in `total`.

    Wilson EB, J Am Stat Assoc 1927;22:209-212. For counts only: never for a figure that was adjusted or pooled.
    """
    if not 0 <= events <= total or total == 0:
        raise ValueError(f"{events} of {total} is not a share")
    share, squared = Decimal(events) / total, _Z * _Z
    scale = 1 + squared / total
    middle = (share + squared / (2 * total)) / scale
    reach = (share * (1 - share) / total + squared / (4 * total * total)).sqrt() * _Z / scale
    # At none and at all the interval touches its end exactly; the rounding of a root must not say otherwise.
    return Interval(Decimal(0) if events == 0 else middle - reach, Decimal(1) if events == total else middle + reach)


def percent_words(fraction: Decimal) -> str:
    """A fraction as per cent, rounded half up to one decimal, such as "19.2%"."""
    return f"{plain(fraction * HUNDRED, places=1)}%"


def share_words(events: int, total: int) -> str:
    """`10 of 52 (19.2%)`."""
    return f"{events} of {total} ({percent_words(Decimal(events) / total)})"


def interval_words(interval: Interval) -> str:
    """`10.8% to 31.9%`."""
    return f"{percent_words(interval.low)} to {percent_words(interval.high)}"
