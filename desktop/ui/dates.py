"""Dates as the field writes them."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(iso: str) -> str:
    """`01-Mar-2026` for `2026-03-01`; the same in every locale."""
    year, month, day = iso.split("-")
    return f"{day}-{_MONTHS[int(month) - 1]}-{year}"
