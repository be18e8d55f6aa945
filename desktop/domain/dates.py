"""Dates as the field writes them."""

import re

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)", re.ASCII)
_FEBRUARY = 2
MONTHS_A_YEAR = 12
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(iso: str) -> str:
    """`01-Mar-2026` for `2026-03-01`, the same in every locale; what is no such date is left as it is."""
    parts = _DATE.fullmatch(iso)
    return f"{parts[3]}-{_MONTHS[int(parts[2]) - 1]}-{parts[1]}" if parts else iso


def day_number(iso: str) -> int:
    """The number of a day, counted without a gap, so that two can be subtracted.

    The year is taken to begin in March, so that a leap day is its last.
    """
    parts = _DATE.fullmatch(iso)
    if parts is None:
        raise ValueError(f"not a date: {iso}")
    year, month, day = map(int, parts.groups())
    before_march = month <= _FEBRUARY
    year, month = year - before_march, month + 12 * before_march - 3
    return day + (153 * month + 2) // 5 + 365 * year + year // 4 - year // 100 + year // 400
