"""Amounts are read, compared and printed in one safe way."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.quantity import Amount, Unreadable, plain, read_number, total

READ = {
    "0": "0",
    "1.2": "1.2",
    "1.200": "1.2",
    "70": "70",
    "070": "70",
    " 70 ": "70",
    "0.5": "0.5",
    "999999": "999999",
    "999999.999999": "999999.999999",
    "0.000001": "0.000001",
}
REFUSED = {
    "nothing": "",
    "only a space": " ",
    "a decimal comma": "1,2",
    "a thousands comma": "1,200",
    "a comma and a point": "1,200.5",
    "a point and a comma": "1.200,5",
    "an Arabic decimal mark": "1\u066b2",
    "an apostrophe for thousands": "1'200",
    "a space inside": "1 2",
    "a space for thousands": "1 200",
    "a no-break space inside": "1\u00a0200",
    "a no-break space after": "70\u00a0",
    "a narrow space after": "70\u202f",
    "a tab after": "70\t",
    "an exponent": "1e2",
    "a capital exponent": "1E2",
    "not a number": "nan",
    "a capital not a number": "NaN",
    "infinity": "inf",
    "infinity in full": "Infinity",
    "a minus": "-70",
    "a true minus sign": "\u221270",
    "minus nothing": "-0",
    "a plus": "+70",
    "a bare point before": ".5",
    "a bare point after": "5.",
    "a lone point": ".",
    "two points": "1.2.3",
    "full-width digits": "\uff17\uff10",
    "a full-width point": "1\uff0e2",
    "Arabic digits": "\u0667\u0660",
    "Devanagari digits": "\u096d\u0966",
    "one Arabic digit among ours": "7\u0660",
    "a superscript": "7\u00b2",
    "a fraction sign": "1\u00bd",
    "its unit": "70kg",
    "its unit after a space": "70 kg",
    "a zero-width space": "7\u200b0",
    "a zero-width space at the end": "70\u200b",
    "a right-to-left mark": "\u200f70",
    "a byte order mark": "\ufeff70",
    "two pasted lines": "70\n80",
    "a pasted line end": "70\n",
    "a pasted line end before": "\n70",
    "a pasted carriage return": "70\r\n",
    "a NUL": "70\x00",
    "400 digits": "7" * 400,
    "seven digits": "1000000",
    "seven decimals": "1.0000001",
    "400 decimals": "1." + "0" * 400,
    "an underscore": "1_000",
    "hexadecimal": "0x46",
    "a percent sign": "70%",
    "a less-than": "<5",
    "a range": "60-70",
    "a sum": "60+10",
    "letters that look like digits": "7O",
}


@pytest.mark.parametrize(("typed", "value"), READ.items())
def test_a_plain_number_is_read_the_same_under_every_language(language: str, typed: str, value: str) -> None:
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize("typed", REFUSED.values(), ids=REFUSED.keys())
def test_anything_else_is_refused_under_every_language(language: str, typed: str) -> None:
    read = read_number(typed)
    assert isinstance(read, Unreadable), f"{typed!r} was read as {read}"
    assert read.message


@pytest.mark.hazard("H09")
def test_a_comma_is_refused_with_the_reason_and_the_way_to_write_it() -> None:
    read = read_number("1,2")
    assert isinstance(read, Unreadable)
    assert read.message == (
        '"1,2" has a comma, which can mean two numbers. Write a decimal point: 1.2, and no thousands mark.'
    )


def test_another_refusal_shows_what_was_typed_and_an_example() -> None:
    read = read_number("70kg")
    assert isinstance(read, Unreadable)
    assert read.message == '"70kg" is not a plain number. Use the digits 0 to 9 and a decimal point, such as 70 or 1.2.'


UNSEEN = {
    "a zero-width space": ("\u200b70", "70"),
    "a no-break space": ("70\u00a0", "70"),
    "a line end": ("70\n80", "7080"),
    "a right-to-left mark beside a comma": ("1,2\u200f", "1,2"),
}


@pytest.mark.parametrize(("typed", "shown"), UNSEEN.values(), ids=UNSEEN.keys())
def test_a_sign_that_cannot_be_seen_is_named_as_such(typed: str, shown: str) -> None:
    read = read_number(typed)
    assert isinstance(read, Unreadable)
    assert read.message == (
        f'"{shown}" came with a sign that cannot be seen, such as a line end or a special space. '
        "Empty the field and type the number."
    )


@pytest.mark.parametrize(("typed", "shown"), [("x" * 20, "x" * 20), ("x" * 21, "x" * 20 + "…")])
def test_a_long_refused_text_is_cut_after_twenty_characters(typed: str, shown: str) -> None:
    read = read_number(typed)
    assert isinstance(read, Unreadable)
    assert f'"{shown}"' in read.message


@given(st.text(max_size=30))
def test_any_text_is_a_plain_number_or_a_refusal(typed: str) -> None:
    read = read_number(typed)
    if isinstance(read, Unreadable):
        return
    assert set(typed) <= set("0123456789. ")
    assert read == Decimal(typed.strip(" "))


@given(st.decimals(min_value=0, max_value=999999, places=3))
def test_a_number_survives_being_printed_and_read_again(value: Decimal) -> None:
    assert read_number(plain(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("0", "0"),
        ("0.0", "0"),
        ("1.0", "1"),
        ("10", "10"),
        ("100", "100"),
        ("1E+2", "100"),
        ("1E+3", "1,000"),
        ("0.5", "0.5"),
        ("187.50", "187.5"),
        ("999.9", "999.9"),
        ("1000", "1,000"),
        ("1000.10", "1,000.1"),
        ("1234567", "1,234,567"),
        ("0.000001", "0.000001"),
    ],
)
def test_a_number_is_printed_without_a_trailing_zero_and_with_a_comma_from_a_thousand(
    language: str, value: str, printed: str
) -> None:
    assert plain(Decimal(value)) == printed


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        ("30.04", 1, "30"),
        ("30.05", 1, "30.1"),
        ("0.25", 1, "0.3"),
        ("0.35", 1, "0.4"),
        ("2.675", 2, "2.68"),
        ("99.95", 1, "100"),
        ("999.95", 1, "1,000"),
        ("0.04", 1, "0"),
        ("87.5", 0, "88"),
        ("100", 1, "100"),
    ],
)
def test_rounding_for_display_is_half_up(value: str, places: int, printed: str) -> None:
    assert plain(Decimal(value), places=places) == printed


@pytest.mark.parametrize(
    ("low", "high"),
    [("-1", "1"), ("-0.001", "0"), ("2", "1"), ("NaN", "1"), ("1", "NaN"), ("1", "Infinity"), ("sNaN", "1")],
)
def test_what_can_never_be_a_dose_is_no_amount(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        Amount(Decimal(low), Decimal(high))


def test_an_amount_is_one_number_or_a_range() -> None:
    assert Amount.exactly(Decimal(750)).is_exact
    assert not Amount(Decimal(1), Decimal(2)).is_exact
    assert Amount(Decimal(0), Decimal(0)).text() == "0"
    assert Amount(Decimal("187.5"), Decimal("187.50")).text() == "187.5"
    assert Amount(Decimal(1000), Decimal(2000)).text() == "1,000 to 2,000"


def test_an_amount_is_multiplied_and_capped_at_both_ends() -> None:
    per_kg = Amount(Decimal("12.5"), Decimal(50))
    assert per_kg.times(Decimal(10)) == Amount(Decimal(125), Decimal(500))
    assert per_kg.times(Decimal(10)).at_most(Decimal(200)) == Amount(Decimal(125), Decimal(200))
    assert per_kg.times(Decimal(10)).at_most(Decimal(100)) == Amount(Decimal(100), Decimal(100))


def test_a_total_adds_lows_with_lows_and_highs_with_highs() -> None:
    whole = total([Amount(Decimal(500), Decimal(1000)), Amount.exactly(Decimal("187.5"))])
    assert whole == Amount(Decimal("687.5"), Decimal("1187.5"))
    assert total([]) == Amount.exactly(Decimal(0))


def test_two_ends_that_are_equal_are_one_number_however_they_were_made() -> None:
    same = Amount(Decimal("937.5"), Decimal("937.50"))
    assert same.is_exact
    assert same.text() == "937.5"
