"""Dates as the field writes them."""

import re

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)", re.ASCII)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(iso: str) -> str:
    """`01-Mar-2026` for `2026-03-01`, the same in every locale; what is no such date is left as it is."""
    parts = _DATE.fullmatch(iso)
    return f"{parts[3]}-{_MONTHS[int(parts[2]) - 1]}-{parts[1]}" if parts else iso
