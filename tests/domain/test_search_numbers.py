"""A number beside a word for the clearance is none where it counts days or says what flows."""

import pytest

from desktop.domain.search_figures import clearances_said
from desktop.domain.search_query import read_query


def _clearance(typed: str) -> str | None:
    query = read_query(typed)
    found = clearances_said(query, [at for at, word in enumerate(query.words) if word.letters == "crcl"])
    return " ".join(query.words[at].letters for at in found) or None


@pytest.mark.parametrize(
    ("typed", "clearance"),
    [
        ("crcl 25 day 3", "25"),
        ("kpc crcl 25 day 3", "25"),
        ("kpc ndm crcl 25 week 3 on", "25"),
        ("crcl 1 day", None),
        ("crcl 1 week", None),
        ("kpc crcl 1 week", None),
        ("kpc crcl 1 day dose", None),
        ("kpc ndm crcl 1 day dose", None),
        ("crcl 8 h 30", None),
    ],
)
def test_a_day_or_a_week_before_a_number_is_no_unit_of_the_number_before(typed: str, clearance: str | None) -> None:
    assert _clearance(typed) == clearance


@pytest.mark.parametrize(
    ("typed", "clearance"),
    [
        ("infusion 30 ml/min", None),
        ("kpc infusion at 30 ml/min", None),
        ("kpc ndm blood flow of 30 ml/min", None),
        ("30 ml/min extended infusion", "30"),
        ("30 ml/min, low urine output", "30"),
        ("urine 30 ml/min crcl 40", "40"),
    ],
)
def test_what_flows_is_named_before_its_rate_and_that_is_no_clearance(typed: str, clearance: str | None) -> None:
    assert _clearance(typed) == clearance
