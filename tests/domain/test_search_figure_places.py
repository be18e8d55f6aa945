"""Which words belong to a number of a question: told at every place, with other words around."""

import pytest

from desktop.domain.search_ages import AgeSaid, age_said, names_parent
from desktop.domain.search_figures import clearances_said
from desktop.domain.search_numbers import unit_said
from desktop.domain.search_query import Query, read_query


def _clearance(typed: str) -> str | None:
    query = read_query(typed)
    found = clearances_said(query, [place for place, word in enumerate(query.words) if word.letters == "crcl"])
    return " ".join(query.words[at].letters for at in found) or None


def _places_of_drug(query: Query) -> list[int]:
    """Where the drug of a question stands; behind all else where it is not in it."""
    return [at for at, word in enumerate(query.words) if word.letters == "kpc"] or [len(query.words)]


def _age(typed: str, *, told: bool = False, drug: bool = False) -> AgeSaid | None:
    query = read_query(typed)
    return age_said(query.text, query.words, is_told=told, drugs=_places_of_drug(query) if drug else ())


def _last_three(typed: str) -> range:
    number = len(read_query(typed).words)
    return range(number - 3, number)


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
        ("dry dry dry 20 30 crcl", "20 30"),
        ("dry dry dry crcl 20 30", "20 30"),
        ("dry dry dry 30 dry crcl", None),
        ("crcl dry 30", None),
        ("20 crcl dry 30", None),
        ("30 crcl weight", "30"),
        *((f"crcl {more} 30", "30") for more in ("more than", "greater than", "higher than", "above", "over")),
        *((f"crcl {less} 30", "30") for less in ("less than", "lower than", "below", "under", "fewer than")),
    ],
)
def test_the_numbers_beside_a_name_of_the_clearance_are_it_wherever_both_stand(
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
        ("3 years kpc dry", 36),
        ("dry kpc 3 years", 36),
        ("kpc dry 3 years", None),
        ("dry 3 years kpc", None),
        ("kpc 3 years of dry", None),
        ("kpc dry boy 3 years", 36),
        ("kpc dry 3 years girl", 36),
        ("kpc dry 3 years f", 36),
        ("kpc male 3 years", 36),
        ("kpc dry 3 years baby", 36),
        ("kpc dry 3 years dry infant", None),
        ("kpc 9 f 3 years", 108),
        ("kpc dry 20 m 3 years", None),
        ("f 3 years", 36),
    ],
)
def test_years_alone_are_an_age_only_before_all_else_or_right_behind_a_drug_or_beside_a_child_or_a_sex(
    typed: str, months: int | None
) -> None:
    age = _age(typed, drug=True)
    assert (age.months if age else None) == months


@pytest.mark.parametrize(
    "adult",
    [
        *("adult", "man", "women", "lady", "gentleman", "mother", "pregnant", "pregnancy", "postpartum"),
        *("18 f", "18 female", "18 male", "25 m", "67 f"),
    ],
)
def test_of_an_adult_years_are_no_age_unless_they_are_said_to_be_one(adult: str) -> None:
    for typed in (f"3 years {adult}", f"kpc 3 years {adult}", f"{adult} kpc 3 years"):
        assert _age(typed, drug=True) is None
        assert _age(typed, told=True, drug=True) is None
    assert _age(f"{adult} kpc 3 years old", drug=True) == AgeSaid(
        36, frozenset({*_last_three(f"{adult} kpc 3 years old")})
    )
    assert _age(f"{adult} kpc baby 3 months") is not None


@pytest.mark.parametrize(
    ("young", "months"), [("17 f", 204), ("17 male", 204), ("1 female", 12), ("17 m", None), ("24 m", None)]
)
def test_a_number_with_a_sex_is_an_age_in_years_below_eighteen_and_with_m_an_open_one(
    young: str, months: int | None
) -> None:
    assert _age(f"{young} kpc", drug=True) == AgeSaid(months, frozenset({0, 1}))


@pytest.mark.parametrize("typed", ["18 f kpc", "1.5 f kpc", "1.7 m kpc", "25 m kpc", "f kpc", "dry 18 m kpc"])
def test_no_other_number_with_a_sex_is_an_age_of_a_child(typed: str) -> None:
    assert _age(typed, drug=True) is None


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("kpc boy 5", AgeSaid(60, frozenset({2}))),
        ("kpc girl 17 dry", AgeSaid(204, frozenset({2}))),
        ("kpc teenager 18", None),
        ("kpc female 16", AgeSaid(192, frozenset({2}))),
        ("kpc baby 5", AgeSaid(None, frozenset({2}))),
        ("kpc child 20 kg", None),
        ("kpc child 20 mg", None),
        ("kpc child 5 ml min", None),
        ("kpc dry 5", None),
        ("5 kpc child", None),
    ],
)
def test_a_number_alone_behind_a_child_is_its_age(typed: str, age: AgeSaid | None) -> None:
    assert _age(typed) == age


@pytest.mark.parametrize(
    "newborn", ["newborn", "neonates", "preterm", "term baby", "gestation", "corrected", "born at"]
)
def test_of_a_newborn_weeks_are_no_age(newborn: str) -> None:
    assert _age(f"kpc {newborn} 30 weeks", told=True, drug=True) is None
    assert _age(f"30 wk {newborn} kpc", told=True, drug=True) is None
    assert _age(f"kpc {newborn} 3 days", told=True, drug=True) is not None


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("kpc 3 years dry", None),
        ("3 months dry kpc", None),
        ("kpc 3 years dry dry 45", None),
        ("kpc 3 years dry 45", 36),
        ("kpc 3 years 45", 36),
        ("kpc 3 years dose dry", 36),
        ("kpc 3 years old dry", None),
        ("kpc 3 years old on dry", 36),
        ("kpc 3 years old girl dry", 36),
        ("kpc 3 y dry", 36),
        ("kpc 3 mo dry", 3),
        ("kpc 3 years", 36),
    ],
)
def test_long_words_for_an_age_leave_it_open_where_an_illness_may_follow(typed: str, months: int | None) -> None:
    age = _age(typed, drug=True)
    assert age is not None
    assert age.months == months


@pytest.mark.parametrize(
    ("typed", "is_parent"),
    [
        *((f"dry {word}", True) for word in ("mother", "pregnant", "postpartum", "breastfeeding", "lactating")),
        ("breast feeding", True),
        ("breast", False),
        ("feeding", False),
        ("postnatal woman", False),
    ],
)
def test_who_is_pregnant_or_feeds_a_child_is_none(typed: str, is_parent: bool) -> None:
    assert names_parent(read_query(typed).words) is is_parent


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


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("sixty-five year old", 780),
        ("seventy one year old", 852),
        ("forty two months old", 42),
        ("thirty six month old", 36),
        ("twenty months old", 20),
        ("nineteen months old", 19),
        ("one hundred and two months old", None),
        ("3 1/2 months old", None),
        ("1\u00bd years old", None),
        ("5\u00bd months old", None),
        ("3 to 6 months old", None),
        ("1-2 years old", None),
        ("1 year 6 months old", None),
        ("2 year old graft 70 yo", 840),
        ("3 year old transplant", None),
        ("3 year old with transplant", 36),
        ("3 year old girl transplant", 36),
        ("weight 14, 6 months old", 6),
        ("6 months old or 6 months old", 6),
        ("6 months old or 2 years old", None),
    ],
)
def test_an_age_is_read_whole_or_left_open(typed: str, months: int | None) -> None:
    age = _age(typed)
    assert age is not None
    assert age.months == months
