"""Which words belong to a number of a question: told at every place, with other words around."""

import pytest

from desktop.domain.search_figures import AgeSaid, age_said, clearance_said, unit_said
from desktop.domain.search_query import read_query


def _clearance(typed: str) -> str | None:
    words = read_query(typed).words
    at = clearance_said(words, [place for place, word in enumerate(words) if word.letters == "crcl"])
    return None if at is None else words[at].letters


def _age(typed: str, *, told: bool = False, drug: bool = False) -> AgeSaid | None:
    query = read_query(typed)
    return age_said(query.text, query.words, is_told=told, names_drug=drug)


@pytest.mark.parametrize(
    ("typed", "figure", "unit"),
    [
        ("30 ml per minute dose", 0, {1, 2, 3}),
        ("30 ml per minute minute", 0, {1, 2, 3}),
        ("ml 30 ml min", 1, {2, 3}),
        ("min ml 30 ml min", 2, {3, 4}),
        ("dry min ml 30 ml min", 3, {4, 5}),
        ("min dry dry dry 30 ml min", 4, {5, 6}),
        ("dry 30", 1, set()),
    ],
)
def test_the_unit_of_a_clearance_is_at_most_three_words_right_behind_it(
    typed: str, figure: int, unit: set[int]
) -> None:
    assert unit_said(read_query(typed).words, figure) == unit


@pytest.mark.parametrize(
    ("typed", "clearance"),
    [
        ("dry dry dry dry 30 ml min", "30"),
        ("30 per per ml min", None),
        ("30 h min", None),
        ("30 x min", None),
        ("crcl dry dry 40 kg", None),
        ("dry dry dry 30 crcl", "30"),
        ("dry dry dry dry 30 crcl", "30"),
        ("dry dry dry 20 30 crcl", "30"),
        ("dry dry dry crcl 20 30", "20"),
        ("30 crcl weight", "30"),
    ],
)
def test_the_number_nearest_to_a_name_of_the_clearance_is_it_wherever_both_stand(
    typed: str, clearance: str | None
) -> None:
    assert _clearance(typed) == clearance


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("dry 18/12 dose", AgeSaid(18, frozenset({1, 2}))),
        ("dry 6 months old", AgeSaid(6, frozenset({1, 2, 3}))),
        ("dry dry 6 months old", AgeSaid(6, frozenset({2, 3, 4}))),
        ("dry age 6 months", AgeSaid(6, frozenset({1, 2, 3}))),
        ("dry dry age 6 months", AgeSaid(6, frozenset({2, 3, 4}))),
        ("dry age 6", AgeSaid(72, frozenset({1, 2}))),
        ("dry dry age 6", AgeSaid(72, frozenset({2, 3}))),
        ("6 yrs", None),
        ("18/30", None),
        ("18;12", None),
    ],
)
def test_an_age_has_its_words_wherever_it_stands(typed: str, age: AgeSaid | None) -> None:
    assert _age(typed) == age


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("kpc 3 months", 3),
        ("kpc 3 months ago", None),
        ("3 months post transplant", None),
        ("kpc 3 months post transplant", None),
        ("kpc dry 3 months post transplant", None),
        ("for 3 months", None),
        ("for 3 months kpc", None),
        ("kpc for 3 months", None),
        ("3 months kpc for", 3),
        ("for 3 months kpc 5 years", 60),
        ("3 months old on kpc", 3),
        ("for 3 months old", 3),
    ],
)
def test_a_span_of_time_is_no_age_unless_it_is_said_to_be_one(typed: str, months: int | None) -> None:
    age = _age(typed, drug=True)
    assert (age.months if age else None) == months
