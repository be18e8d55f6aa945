"""A question tells its patient: the creatinine clearance that it names or may mean, and the age of a child."""

from decimal import Decimal

import pytest

from desktop.domain.drugs import AgeBand
from desktop.domain.search_patient import PatientAsked, patient_asked
from desktop.domain.search_query import Asked, Meaning, asked_of, read_query
from desktop.domain.search_words import terms_in
from tests.domain.builders import band

_CLEARANCE, _CHILDREN = terms_in("creatinine clearance"), terms_in("children")
_MEANINGS = {
    "crcl": [Meaning(_CLEARANCE, 1)],
    _CLEARANCE: [],
    terms_in("renal failure"): [Meaning(terms_in("kidney failure"), 0.9)],
    terms_in("healthy kidneys"): [Meaning(terms_in("normal kidneys"), 0.9)],
    terms_in("arc"): [Meaning(terms_in("augmented renal clearance"), 0.9)],
    terms_in("kid"): [Meaning(_CHILDREN, 0.9)],
}
_IGNORED = {"the", "of", "us", "a"}


def _read(typed: str) -> tuple[PatientAsked, list[Asked]]:
    query = read_query(typed)
    return patient_asked(query, asked_of(query, _MEANINGS, _IGNORED))


def _clearance(typed: str) -> str | None:
    """The clearance named, as a figure."""
    patient, _ = _read(typed)
    return str(*patient.clearances) or None


@pytest.mark.parametrize(
    ("typed", "clearance"),
    [
        ("crcl 30", "30"),
        ("30 crcl", "30"),
        ("dry crcl 30 ", "30"),
        ("creatinine clearance 56.25", "56.25"),
        ("30 ml/min", "30"),
        ("dry 30 mL per min", None),
        ("dry 30 ml/min now", "30"),
        ("30 ml/min for a man of size", "30"),
        ("kpc dry 30 ml/min now", "30"),
        ("kpc ndm dry 30 ml/min now", "30"),
        ("30 ml", None),
        ("30 min", None),
        ("dose of 30", None),
        ("crcl", None),
        ("crcl low", None),
        ("", None),
    ],
)
def test_a_clearance_is_a_number_beside_the_word_for_it_or_its_unit(typed: str, clearance: str | None) -> None:
    assert _clearance(typed) == clearance


@pytest.mark.parametrize(
    ("typed", "clearance"),
    [
        ("20 dry crcl 30", "30"),
        ("20 crcl dry 30", "20"),
        ("20 crcl 30", "20"),
        ("20 dry dry dry crcl dry dry 30 dry 40", "30"),
        ("crcl 30 20", "30"),
        ("20 30 crcl", "30"),
        ("dry dry crcl 30 dry 20", "30"),
        ("creatinine clearance 30 dry 20", "30"),
        ("20 dry creatinine clearance dry 30", "20"),
        ("30 ml/min or 20", "30"),
        ("crcl dry dry dry 20 30 ml/min", "30"),
        ("20 crcl kpc ndm dry 30 ml/min", "20"),
    ],
)
def test_of_several_numbers_the_nearest_to_the_word_is_the_clearance_and_of_two_as_near_the_first(
    typed: str, clearance: str
) -> None:
    assert _clearance(typed) == clearance


@pytest.mark.parametrize(
    "unit", ["hours", "h", "g", "mg", "days", "years", "kg", "months", "weeks", "patients", "l", "minutes"]
)
def test_a_number_with_another_unit_is_no_clearance(unit: str) -> None:
    assert _clearance(f"crcl 8 {unit}") is None
    assert _clearance(f"crcl 8 {unit} dry 30") == "30"
    assert _clearance(f"crcl 30 dry {unit}") == "30"
    assert _clearance(f"{unit} 30 crcl") == "30"


@pytest.mark.parametrize(
    ("number", "is_clearance"),
    [
        ("0", True),
        ("5", True),
        ("299", True),
        ("300", True),
        ("300.000001", False),
        ("301", False),
        ("999", False),
        ("1000", False),
        ("30.123456", True),
        ("30.1234567", False),
        ("2,5", True),
        ("1.2.3", False),
        ("\u0663\u0660", False),
    ],
)
def test_a_clearance_is_at_most_three_hundred_and_has_at_most_six_decimals(number: str, is_clearance: bool) -> None:
    assert _clearance(f"crcl {number}") == (_shown(number) if is_clearance else None)
    assert _clearance(f"crcl {number} dry 40") == (_shown(number) if is_clearance else "40")


def _shown(number: str) -> str:
    """A decimal comma is read as a point."""
    return number.replace(",", ".")


@pytest.mark.parametrize(
    ("typed", "clearances"),
    [
        ("kpc renal failure", "5 10 20 40"),
        ("kidney failure", ""),
        ("healthy kidneys kpc", "90"),
        ("arc", "130"),
        ("crcl 30 renal failure", "30"),
        ("kpc", ""),
    ],
)
def test_kidneys_named_in_words_may_mean_some_clearances_and_a_figure_goes_before_them(
    typed: str, clearances: str
) -> None:
    assert _read(typed)[0].clearances == tuple(map(Decimal, clearances.split()))


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("kpc 18 month old", 18),
        ("18 months old kpc", 18),
        ("4 mo old", 4),
        ("4 months", None),
        ("kid 4 months", 4),
        ("kid of 3 years kpc", 36),
        ("3 years kpc", None),
        ("3 yo", 36),
        ("3 y o", 36),
        ("age 3 years", 36),
        ("aged 3 yrs", 36),
        ("17 years old", 204),
        ("18 years old", None),
        ("kpc old 3 mg", None),
        ("1.5 years old", None),
        ("old kpc 3 years", None),
    ],
)
def test_an_age_is_a_number_of_months_or_years_said_to_be_one_and_below_eighteen(
    typed: str, months: int | None
) -> None:
    patient, _ = _read(typed)
    assert patient.months == months
    assert patient.is_child == (months is not None or "kid" in typed)


def test_a_childs_age_asks_of_children_once_and_no_passage_has_to_hold_its_words() -> None:
    assert [one.phrase for one in _read("kpc 18 month old")[1]] == ["kpc", "18 month old"]
    assert _read("kpc 18 month old")[1][-1].all_phrases == (_CHILDREN,)
    assert [one.phrase for one in _read("kid 3 years kpc")[1]] == ["kid", "kpc"]
    assert [one.phrase for one in _read("70 year old kpc")[1]] == ["kpc"]
    assert [one.phrase for one in _read("kpc crcl 20")[1]] == ["kpc", "crcl"]


def test_where_nothing_else_is_asked_the_figures_are() -> None:
    assert [one.phrase for one in _read("70 years old")[1]] == ["70", terms_in("years"), terms_in("old")]


@pytest.mark.parametrize(
    ("patient", "adult", "child"),
    [
        (PatientAsked(), True, False),
        (PatientAsked(clearances=(Decimal(16),)), True, False),
        (PatientAsked(clearances=(Decimal(15),)), False, False),
        (PatientAsked(clearances=(Decimal(5), Decimal(30))), True, False),
        (PatientAsked(is_child=True), False, True),
        (PatientAsked(is_child=True, months=6), False, True),
        (PatientAsked(is_child=True, months=24), False, False),
        (PatientAsked(is_child=True, months=6, clearances=(Decimal(30),)), False, True),
        (PatientAsked(is_child=True, months=6, clearances=(Decimal(31),)), False, False),
    ],
)
def test_a_dose_row_is_for_the_patient_by_age_and_by_any_of_the_clearances(
    patient: PatientAsked, adult: bool, child: bool
) -> None:
    row = band("(15, 30]")
    assert patient.is_of(row, None) is adult
    assert patient.is_of(row, AgeBand(6, 24)) is child
    assert patient.is_of(None, None) is (adult and not patient.clearances)


def test_only_a_clearance_or_an_age_chooses_among_rows() -> None:
    assert PatientAsked(clearances=(Decimal(0),)).chooses_rows
    assert PatientAsked(is_child=True, months=0).chooses_rows
    assert not PatientAsked(is_child=True).chooses_rows
