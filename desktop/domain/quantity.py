"""Amounts that are read, compared and printed in one safe way.

A number is read the same under every locale or not at all: a decimal comma, a
thousands mark, an exponent or a digit of another script is refused, never guessed at.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

_PLAIN = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?", re.ASCII)
_LONGEST_ECHO = 20


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a typed number was refused, in words for the person who typed it."""

    message: str


def read_number(text: str) -> Decimal | Unreadable:
    """The number that was typed, or why it cannot be read.

    Accepts up to six digits, and up to six more after a decimal point; spaces at the ends are dropped. Refuses
    everything else, because "1,2" and "1,200" mean different numbers in different countries.
    """
    stripped = text.strip(" ")
    if _PLAIN.fullmatch(stripped):
        return Decimal(stripped)
    seen = "".join(sign for sign in stripped if sign.isprintable())
    shown = seen if len(seen) <= _LONGEST_ECHO else seen[:_LONGEST_ECHO] + "…"
    if seen != stripped:
        return Unreadable(
            f'"{shown}" came with a sign that cannot be seen, such as a line end or a special space. '
            "Empty the field and type the number."
        )
    if "," in stripped:
        return Unreadable(
            f'"{shown}" has a comma, which can mean two numbers. Write a decimal point: 1.2, and no thousands mark.'
        )
    return Unreadable(f'"{shown}" is not a plain number. Use the digits 0 to 9 and a decimal point, such as 70 or 1.2.')


def plain(value: Decimal, *, places: int | None = None) -> str:
    """The number as people read it: no trailing zero, no bare point, a comma from 1,000.

    With `places`, rounded half up to that many decimals for display only; comparisons use the unrounded value.
    """
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact amount, or a range from `low` to `high`, in the unit its holder names."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        """Refuse what can never be a dose: a negative, an inverted range, a number that is not one."""
        if not (self.low.is_finite() and self.high.is_finite() and Decimal(0) <= self.low <= self.high):
            raise ValueError(f"not an amount: {self.low} to {self.high}")

    @classmethod
    def exactly(cls, value: Decimal) -> Self:
        """The amount that is one number."""
        return cls(value, value)

    @property
    def is_exact(self) -> bool:
        """Whether the amount is one number and not a range."""
        return self.low == self.high

    def times(self, factor: Decimal) -> "Amount":
        """The amount multiplied, for a dose per kg."""
        return Amount(self.low * factor, self.high * factor)

    def divided_by(self, divisor: Decimal) -> "Amount":
        """The amount in a larger unit."""
        return Amount(self.low / divisor, self.high / divisor)

    def at_most(self, cap: Decimal) -> "Amount":
        """The amount with a ceiling on both ends."""
        return Amount(min(self.low, cap), min(self.high, cap))

    def text(self, *, places: int | None = None) -> str:
        """`750`, or `1 to 2`."""
        low, high = plain(self.low, places=places), plain(self.high, places=places)
        return low if low == high else f"{low} to {high}"


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of amounts in one unit, lows with lows and highs with highs."""
    listed = list(amounts)
    return Amount(sum((a.low for a in listed), Decimal(0)), sum((a.high for a in listed), Decimal(0)))
