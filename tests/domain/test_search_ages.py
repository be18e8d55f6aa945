"""The age in a question: what is none, what is open, and who is a child."""

from collections.abc import Collection

import pytest

from desktop.domain.search_ages import AgeSaid, age_said, names_child, names_parent
from desktop.domain.search_patient import patient_asked
from desktop.domain.search_query import asked_of, read_query


def _age(typed: str, *, figures: Collection[int] = ()) -> AgeSaid | None:
    """The age beside "kpc", which stands for a drug."""
    query = read_query(typed)
    drugs = [at for at, word in enumerate(query.words) if word.letters == "kpc"]
    return age_said(query.text, query.words, is_told=False, drugs=drugs, figures=figures)


def _months(typed: str) -> int | None:
    age = _age(typed)
    assert age is not None
    return age.months


@pytest.mark.parametrize(
    "typed",
    [
        "3 months post transplant",
        "3 months of kpc",
        "kpc 3 months since surgery",
        "kpc 5 years after transplant",
        "surgery kpc 5 years post transplant",
        "day 4 kpc 5 years on",
        "5 years ago",
        "kpc 5 years ago",
        "surgery kpc 5 years ago",
    ],
)
def test_how_long_something_has_been_is_no_age_not_even_an_open_one(typed: str) -> None:
    assert _age(typed) is None


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("kpc sixty-nine year old", 828),
        ("thirty three month old kpc", 33),
        ("kpc ward forty two month old", 42),
        ("kpc in ward d fifty one year old", 612),
        ("kpc, ward, bed d, sixty five year old", 780),
        ("bed d, kpc on ward, thirty-one year old", 372),
        ("six year old kpc, bed twenty", 72),
        ("ward twenty ten year old kpc", None),
        ("ward twenty, ten year old kpc", 120),
        ("ward twenty, five year old kpc", 60),
        ("kpc in bed thirty; six month old", 6),
        ("kpc seen on ward forty. Two year old", 24),
        ("ward twenty: five year old kpc", None),
        ("bed twenty (five year old) kpc", None),
        ("ward twenty - five year old kpc", None),
        ("ward twenty / five year old kpc", None),
        ("ward twenty\nfive year old kpc", None),
        ("twenty\u2013five year old kpc", 300),
    ],
)
def test_tens_and_ones_are_one_number_where_they_stand_side_by_side(typed: str, months: int | None) -> None:
    assert _months(typed) == months


@pytest.mark.parametrize(
    "typed",
    [
        "hundred four year old kpc",
        "a hundred and four year old",
        "hundred and four year old kpc",
        "kpc in somebody a hundred and two years old",
        "one hundred and four years old",
        "man of one hundred and four years old kpc",
        "platelets one hundred, four year old kpc",
        "platelets a hundred, four year old kpc",
        "platelets two thousand, four year old kpc",
    ],
)
def test_who_is_older_than_a_hundred_is_no_child_of_the_years_above_it(typed: str) -> None:
    assert _months(typed) is None


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("5 years old, 6 years old, 7 years old", None),
        ("6 months old, 6 months old, 6 months old", 6),
        ("5 years old, 5 years old, 60 months old", 60),
        ("6 months old, 70 years old", 840),
        ("kpc girl 5, 5 years old, 4 years old", None),
    ],
)
def test_of_several_ages_of_a_child_one_is_known_only_where_all_are_the_same(typed: str, months: int | None) -> None:
    assert _months(typed) == months


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("boy 5", AgeSaid(60, frozenset({1}))),
        ("kpc for my boy 5", AgeSaid(60, frozenset({4}))),
        ("kpc mbl in boy 5", AgeSaid(60, frozenset({4}))),
        ("kpc boy 40", None),
        ("kpc male 67", None),
        ("kpc female 18", None),
    ],
)
def test_a_number_behind_a_child_is_its_age_only_while_a_child_can_be_that_old(typed: str, age: AgeSaid | None) -> None:
    assert _age(typed) == age


@pytest.mark.parametrize(
    ("typed", "months"),
    [("dry 9 m kpc", None), ("dry 17 f kpc", 204), ("sixty five f kpc", 780), ("67 f old kpc", 804)],
)
def test_a_sex_behind_a_number_makes_years_of_it_and_m_leaves_it_open(typed: str, months: int | None) -> None:
    assert _months(typed) == months


@pytest.mark.parametrize(
    ("typed", "figures"),
    [("gfr of a boy 15/1.73 m2", {4}), ("kpc gfr child 15/1.73m2", {3})],
)
def test_a_figure_of_the_kidneys_is_no_age(typed: str, figures: set[int]) -> None:
    assert _age(typed, figures=figures) is None
    without = typed.replace("/1.73 m2", "").replace("/1.73m2", "")
    assert _age(without) is not None


@pytest.mark.parametrize("sex", ["female", "male", "f", "m"])
def test_a_sex_behind_square_metres_makes_no_age_of_them(sex: str) -> None:
    query = read_query(f"kpc egfr 40 ml/min/1.73 m2 {sex}")
    patient, _ = patient_asked(query, asked_of(query, {}, ()))
    assert not patient.is_child


@pytest.mark.parametrize(
    ("typed", "is_meant", "is_child"),
    [
        ("kpc boy", False, True),
        ("kpc kids", True, True),
        ("kpc boy", True, True),
        ("kpc kids", False, False),
        ("kpc boy, mother pregnant", True, False),
        ("child pugh c", True, False),
    ],
)
def test_a_child_is_named_by_its_own_word_or_meant_by_another(typed: str, is_meant: bool, is_child: bool) -> None:
    assert names_child(read_query(typed).words, is_meant=is_meant) is is_child


@pytest.mark.parametrize(
    ("typed", "is_parent"),
    [("kpc breast feeding 2 months", True), ("kpc tube feeding", False), ("breast abscess kpc", False)],
)
def test_who_is_breast_feeding_is_a_parent_in_a_longer_question_too(typed: str, is_parent: bool) -> None:
    assert names_parent(read_query(typed).words) is is_parent
