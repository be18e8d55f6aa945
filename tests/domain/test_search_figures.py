"""Of the numbers in a question one is the clearance, one the age, and others only describe the patient."""

import pytest

from desktop.domain.search_ages import age_said
from desktop.domain.search_figures import clearances_said, filtrations_said
from desktop.domain.search_numbers import indexed_said, others_said
from desktop.domain.search_query import Query, read_query

_NAMES = {"crcl", "clcr", "clearance"}


def _clearance(typed: str) -> str | None:
    query = read_query(typed)
    found = clearances_said(query, [place for place, word in enumerate(query.words) if word.letters in _NAMES])
    return " ".join(query.words[at].letters for at in found) or None


def _places_of_drug(query: Query) -> list[int]:
    """Where the drug of a question stands; behind all else where it is not in it."""
    return [at for at, word in enumerate(query.words) if word.letters == "kpc"] or [len(query.words)]


def _age(typed: str, *, told: bool = False, drug: bool = False) -> str | None:
    """The months, "?" where they are left open, and the words that say them."""
    query = read_query(typed)
    age = age_said(query.text, query.words, is_told=told, drugs=_places_of_drug(query) if drug else ())
    if age is None:
        return None
    said = " ".join(query.words[at].letters for at in sorted(age.places))
    return f"{'?' if age.months is None else age.months}: {said}"


@pytest.mark.parametrize(
    ("typed", "clearance"),
    [
        ("crcl 30", "30"),
        ("crcl:30", "30"),
        ("30 crcl", "30"),
        ("dry crcl 30 ", "30"),
        ("clearance 56.25", "56.25"),
        ("crcl of about 30", "30"),
        ("crcl dry 30", None),
        ("crcl today is about 30", "30"),
        ("30 dry crcl", None),
        ("crcl day 3", None),
        ("crcl on day 3 40", None),
        ("kpc ward 30 crcl", None),
        ("oxa-48 crcl", None),
        ("dry-48 crcl", None),
        ("dry48 crcl", None),
        ("dry 48 crcl", "48"),
        ("dry:48 crcl", "48"),
        ("crcl-48", "48"),
        ("crcl48", "48"),
        ("30 mls/min", "30"),
        ("crcl 30 ml", None),
        ("crcl 30 ml/h", None),
        ("crcl 0.5 ml/s", None),
        ("crcl 30 l/day", None),
        ("30 ml/min", "30"),
        ("30 ml per minute", "30"),
        ("30 ml a minute", "30"),
        ("30 ml each min", "30"),
        ("dry 30 mL per min now", "30"),
        ("30 ml", None),
        ("30 min", None),
        ("30 min ml", None),
        ("dose of 30", None),
        ("crcl", None),
        ("", None),
    ],
)
def test_a_clearance_is_a_number_near_the_word_for_it_or_beside_its_unit(typed: str, clearance: str | None) -> None:
    assert _clearance(typed) == clearance


@pytest.mark.parametrize(
    ("typed", "clearance"),
    [
        ("20 dry crcl 30", "30"),
        ("20 crcl 30", "30"),
        ("crcl 30 20", "30 20"),
        ("20 30 crcl", "20 30"),
        ("30 ml/min or crcl 20", "30 20"),
        ("crcl 20 dry 30 ml/min", "20 30"),
        ("crcl was 60 now 20", "60 20"),
        ("crcl dropped from 60 to 20", "60 20"),
        ("crcl 60 dry, 20 dry", "60 20"),
        ("crcl 60 dry weight 20", "60"),
        ("31 to 50 ml/min", "31 50"),
        ("dry more than 31 to less than or equal to 50 ml/min", "31 50"),
        ("31 dry 50 ml/min", "50"),
        ("weight 31 50 ml/min", "50"),
        ("crcl 30 clcr 40", "30 40"),
        ("clcr dry dry 40 crcl 30", "30"),
        ("40 dry clcr 30 crcl", "30"),
    ],
)
def test_all_numbers_behind_the_word_or_with_the_unit_are_it_before_one_that_stands_before_the_word(
    typed: str, clearance: str
) -> None:
    assert _clearance(typed) == clearance


@pytest.mark.parametrize(
    "other",
    [
        *("weight 90", "wt 90", "weighs 90", "age 90", "aged 90", "creatinine 180", "creat 180", "cr 180", "scr 180"),
        *(
            "creatinine is about 180",
            "ckd 3",
            "egfr 40",
            "gfr 40",
            "stage 3",
            "90 kg",
            "90 f",
            "90 m",
            "90 female",
            "90 man",
            "90 yo",
        ),
        *("90 y", "90 year", "170 cm", "180 umol", "2 weeks", "3 months", "48 h", "8 hourly", "2 g", "9 mg", "7 days"),
        *("23 patients", "2 l", "30 minutes", "bmi 30", "height 170"),
        *("day 3", "ward 30", "mic 4", "temp 38", "map 65", "q8", "kpc 3", "boy 5", "kpc-3", "dry-3"),
    ],
)
def test_a_number_that_belongs_to_something_else_is_no_clearance(other: str) -> None:
    assert _clearance(f"crcl {other}") is None
    assert _clearance(f"{other} crcl") is None
    assert _clearance(f"{other} crcl 25") == "25"
    assert _clearance(f"crcl 25 {other}") == "25"
    assert _clearance(f"25 ml/min {other}") == "25"


@pytest.mark.parametrize(
    ("number", "is_clearance"),
    [
        ("0", True),
        ("300", True),
        ("300.000001", False),
        ("301", False),
        ("1000", False),
        ("30.123456", True),
        ("30.1234567", False),
        ("1.2.3", False),
        ("\u0663\u0660", False),
    ],
)
def test_a_clearance_is_at_most_three_hundred_and_has_at_most_six_decimals(number: str, is_clearance: bool) -> None:
    assert _clearance(f"crcl {number}") == (number if is_clearance else None)
    assert _clearance(f"{number} ml/min") == (number if is_clearance else None)


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("kpc 18 month old", "18: 18 month old"),
        ("4 mo old", "4: 4 mo old"),
        ("3 yo", "36: 3 yo"),
        ("3 y o", "36: 3 y o"),
        ("1.5 years old", "18: 1.5 years old"),
        ("one year old", "12: one year old"),
        ("eighteen month old", "18: eighteen month old"),
        ("age 3 years", "36: age 3 years"),
        ("aged 5", "60: aged 5"),
        ("aged 5 kpc", "60: aged 5"),
        ("6 week old", "1: 6 week old"),
        ("2 wks old", "0: 2 wks old"),
        ("28 days old", "0: 28 days old"),
        ("31 days old", "1: 31 days old"),
        ("18/12", "18: 18 12"),
        ("70 years old", "840: 70 years old"),
        ("4 months", None),
        ("5 y", None),
        ("18m", None),
        ("7 days", None),
        ("one year", None),
        ("kpc old 3 mg", None),
        ("18-12", None),
        ("old", None),
        ("3", None),
        ("3 months ago", None),
        ("aged 5, 40 ml/min/1.73m2", "60: aged 5"),
    ],
)
def test_an_age_is_said_to_be_one(typed: str, age: str | None) -> None:
    assert _age(typed) == age


@pytest.mark.parametrize(
    ("unit", "below", "months"),
    [("day", 30, 31), ("days", 30, 31), ("week", 4, 5), ("weeks", 4, 5), ("wk", 4, 5), ("wks", 4, 5)],
)
def test_a_month_is_thirty_days_and_not_quite_a_half(unit: str, below: int, months: int) -> None:
    assert _age(f"{below} {unit} old") == f"0: {below} {unit} old"
    assert _age(f"{months} {unit} old") == f"1: {months} {unit} old"


@pytest.mark.parametrize(
    ("typed", "told", "drug", "age"),
    [
        ("4 months", True, False, "4: 4 months"),
        ("4 months", False, True, "4: 4 months"),
        ("5 y", False, True, "60: 5 y"),
        ("6 weeks", True, False, "1: 6 weeks"),
        ("6 weeks", False, True, None),
        ("7 days", True, False, "0: 7 days"),
        ("7 days", False, True, None),
        ("18m", False, True, "?: 18 m"),
        ("24m", False, True, "?: 24 m"),
        ("25m", False, True, None),
        ("18m", True, False, None),
        ("1.73m2", False, True, None),
        ("1.73 m2 m", False, True, None),
        ("3 months ago", False, True, None),
        ("one year", False, True, None),
        ("one year", True, False, "12: one year"),
    ],
)
def test_beside_a_child_or_a_drug_an_age_needs_no_more_than_its_unit(
    typed: str, told: bool, drug: bool, age: str | None
) -> None:
    assert _age(typed, told=told, drug=drug) == age


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        *((f"{before}{span} 18/12", None) for before in ("", "dry ", "dry dry dry ") for span in ("for", "past")),
        ("dry 18/12", "18: 18 12"),
        *((f"{before}4 months {child}", "4: 4 months") for before in ("", "dry dry dry ") for child in ("boy", "baby")),
        *((f"{before}{child} 4 months", "4: 4 months") for before in ("", "dry dry dry ") for child in ("boy", "baby")),
        # Of "20M" the sex belongs to the nine, wherever it stands.
        *((f"{before}20m 4 months", None) for before in ("", "dry ", "dry dry ", "dry dry dry ")),
        ("f 4 months dry 9", "4: 4 months"),
    ],
)
def test_an_age_stands_beside_a_child_and_behind_no_word_for_a_span(typed: str, age: str | None) -> None:
    assert _age(typed) == age


def test_so_many_months_as_a_man_has_years_are_no_age_even_where_they_are_old() -> None:
    assert _age("kpc 24 m old", drug=True) == "?: 24 m old"
    assert _age("kpc 25 m old", drug=True) is None


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("kpc weight 90 now", "kpc now"),
        ("kpc creatinine is 180 umol now", "kpc now"),
        ("kpc 67 f", "kpc"),
        ("kpc 90 kg", "kpc"),
        ("kpc 2.5 mg", "kpc 2.5 mg"),
        ("kpc 94 patients", "kpc 94 patients"),
        ("weight of kpc", "weight of kpc"),
        ("2 g of kpc by weight", "2 g of kpc by weight"),
        ("kpc one year", "kpc one year"),
        ("kpc 3 y", "kpc"),
    ],
)
def test_what_only_describes_a_patient_is_known(typed: str, left: str) -> None:
    words = read_query(typed).words
    said = others_said(words)
    assert " ".join(word.letters for at, word in enumerate(words) if at not in said) == left


@pytest.mark.parametrize(
    ("typed", "filtrations"),
    [
        ("egfr 40", "40"),
        ("egfr of about 40 ml/min", "40"),
        ("40 egfr", "40"),
        ("40 ml/min egfr", "40"),
        ("40 ml/min/1.73m2", "40"),
        ("40 ml per min per 1.73 m2", "40"),
        ("crcl 40 ml/min/1.73", "40"),
        ("egfr dry dry dry dry dry 40 ml/min", "40"),
        ("egfr dry dry dry dry 40", ""),
        ("egfr 70 crcl 40", "70"),
        ("crcl 40 egfr 70", "70"),
        ("crcl 40 ml/min egfr 70", "70"),
        ("crcl 40 ml/min egfr", "40"),
        ("egfr 40 kg", ""),
        ("egfr 40 weight 12", "40"),
        ("9 egfr 40", "40"),
        ("crcl 40 ml/min", ""),
        ("1.73m2", ""),
        ("egfr dry dry dry 40", "40"),
        ("40 dry dry dry egfr", "40"),
        ("40 dry dry dry dry egfr", ""),
        ("kpc dry 40 egfr", "40"),
        ("kpc dry crcl egfr 40", "40"),
        ("kpc dry dry egfr crcl 40", ""),
        ("egfr dry dry dry dry 40 ml/min", "40"),
        ("egfr dry dry dry dry dry 40 ml per min", "40"),
        ("egfr dry dry dry dry dry 40 per per ml min", ""),
        ("40/1.73m2", "40"),
        ("40 ml min per 1.73 m2", "40"),
        ("crcl 40 ml/min 1 g", ""),
    ],
)
def test_a_filtration_rate_is_named_so_or_indexed(typed: str, filtrations: str) -> None:
    query = read_query(typed)
    words = query.words
    clearance = [at for at, word in enumerate(words) if word.letters in _NAMES]
    found = filtrations_said(query, [at for at, word in enumerate(words) if word.letters == "egfr"], clearance)
    assert " ".join(words[at].letters for at in found) == filtrations


def test_what_is_a_filtration_rate_is_no_clearance() -> None:
    query = read_query("crcl 30 40 ml/min")
    assert clearances_said(query, [0], [2]) == [1]
    assert clearances_said(query, [0], [1, 2]) == []


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("40 ml/min/1.73m2 2", {3, 4, 5}),
        ("40 per 1.73 sq metre", {2, 3, 4}),
        ("1.73", {0}),
        ("1.73 dry m", {0}),
        ("1.73 m", {0, 1}),
        ("1.7 m2", set()),
    ],
)
def test_an_index_is_known_with_its_unit(typed: str, places: set[int]) -> None:
    assert indexed_said(read_query(typed).words) == places
