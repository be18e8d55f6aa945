"""What was typed at the bedside is read strictly, or refused with the cause and the remedy."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.intake import NO_AGE, Refused, read_patient
from desktop.domain.patient import Dialysis, Patient, Sex, Typed, WeightKind
from desktop.domain.refusal import InputFault
from tests.domain.test_quantity import REFUSED as NOT_A_NUMBER

ADULT = Typed(age="67", sex="female", weight="70", height="165", creatinine="1.9", creatinine_unit="mg/dL")
UNSEEN = {"nothing", "only a space"}
FIELDS = {
    "age": "age",
    "age_months": "age-months",
    "weight": "weight",
    "height": "height",
    "creatinine": "creatinine",
    "clearance": "crcl",
    "effluent": "effluent",
}
"""The fields with numbers, and the name of each in a fault."""


def _read(typed: Typed) -> Patient:
    read = read_patient(typed)
    assert isinstance(read, Patient), read
    return read


def _faults(typed: Typed) -> tuple[InputFault, ...]:
    read = read_patient(typed)
    assert isinstance(read, Refused), read
    return read.faults


def _codes(typed: Typed) -> list[tuple[str, str]]:
    return [(fault.code, fault.field) for fault in _faults(typed)]


def _fields(fields: dict[str, Any]) -> Typed:
    return Typed(**fields)


def _typed_in(field: str, text: str) -> Typed:
    """One number typed into one field, with nothing else that could be refused."""
    unit = "mg/dL" if field == "creatinine" else ""
    dialysis = "crrt" if field == "effluent" else ""
    return _fields({"creatinine_unit": unit, "dialysis": dialysis, field: text})


def test_every_field_is_read_into_its_value() -> None:
    assert _read(
        replace(ADULT, unstable_creatinine=True, weight_used="ideal", dialysis="crrt", effluent="2.5")
    ) == Patient(
        age_years=67,
        age_months=804,
        sex=Sex.FEMALE,
        weight_kg=Decimal(70),
        height_cm=Decimal(165),
        creatinine_mg_dl=Decimal("1.9"),
        creatinine_typed="1.9 mg/dL (168 micromol/L)",
        clearance_ml_min=None,
        dialysis=Dialysis.CRRT,
        effluent_l_h=Decimal("2.5"),
        unstable_creatinine=True,
        weight_wanted=WeightKind.IDEAL,
        unusual=(),
    )


def test_nothing_typed_is_no_fault_and_nothing_is_assumed() -> None:
    assert _read(Typed()) == Patient()
    assert _read(Typed(age=" ", weight="  ", creatinine=" ", clearance=" ", effluent=" ")) == Patient()


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("name", sorted(NOT_A_NUMBER.keys() - UNSEEN))
def test_a_number_that_is_not_plain_is_refused_in_its_field(field: str, name: str) -> None:
    (fault,) = _faults(_typed_in(field, NOT_A_NUMBER[name]))
    assert (fault.code, fault.field) == (f"{FIELDS[field]}-number", FIELDS[field])
    assert len(fault.message) < 200


@pytest.mark.parametrize("field", FIELDS)
def test_a_refused_number_is_the_same_refusal_under_every_language(language: str, field: str) -> None:
    assert _codes(_typed_in(field, "1,2")) == [(f"{FIELDS[field]}-number", FIELDS[field])]


def test_a_case_is_read_the_same_under_every_language(language: str) -> None:
    assert _read(ADULT).creatinine_typed == "1.9 mg/dL (168 micromol/L)"
    assert _read(replace(ADULT, sex="male")).sex is Sex.MALE


Edge = tuple[str, dict[str, str], str | None, str, str, str, str, str]
EDGES: list[Edge] = [
    # field, the rest, refused below, least, least usual, most usual, most, refused above
    ("age", {}, None, "1", "1", "100", "120", "121"),
    ("age_months", {}, None, "0", "0", "216", "216", "217"),
    ("weight", {"age": "18"}, "19.999", "20", "35", "180", "400", "400.001"),
    ("weight", {}, "19.999", "20", "35", "180", "400", "400.001"),
    ("weight", {"age_months": "0"}, "0.399", "0.4", "1", "18", "30", "30.001"),
    ("weight", {"age_months": "23"}, "0.399", "0.4", "1", "18", "30", "30.001"),
    ("weight", {"age": "2"}, "2.999", "3", "8", "70", "150", "150.001"),
    ("weight", {"age_months": "143"}, "2.999", "3", "8", "70", "150", "150.001"),
    ("weight", {"age": "12"}, "9.999", "10", "25", "120", "200", "200.001"),
    ("weight", {"age_months": "215"}, "9.999", "10", "25", "120", "200", "200.001"),
    ("weight", {"age_months": "216"}, "19.999", "20", "35", "180", "400", "400.001"),
    ("height", {"age": "18"}, "119.999", "120", "140", "210", "240", "240.001"),
    ("height", {}, "119.999", "120", "140", "210", "240", "240.001"),
    ("height", {"age_months": "23"}, "24.999", "25", "40", "100", "120", "120.001"),
    ("height", {"age_months": "24"}, "49.999", "50", "75", "175", "200", "200.001"),
    ("height", {"age_months": "143"}, "49.999", "50", "75", "175", "200", "200.001"),
    ("height", {"age": "12"}, "79.999", "80", "120", "200", "220", "220.001"),
    ("height", {"age": "17"}, "79.999", "80", "120", "200", "220", "220.001"),
    ("clearance", {}, None, "0", "0", "200", "300", "300.001"),
    ("effluent", {"dialysis": "crrt"}, "0.099", "0.1", "0.5", "6", "12", "12.001"),
]


def _ids(case: tuple[object, ...]) -> str:
    return f"{case[0]}-{case[1]}"


@pytest.mark.parametrize("case", EDGES, ids=_ids)
def test_a_number_outside_what_is_possible_is_refused_with_the_range(case: Edge) -> None:
    field, rest, below, least, _, _, most, above = case
    for outside in (below, above):
        if outside is not None:
            (fault,) = _faults(_fields(rest | {field: outside}))
            assert (fault.code, fault.field) == (f"{FIELDS[field]}-range", FIELDS[field])
            assert outside in fault.message
            assert f"{least} to {most}" in fault.message


@pytest.mark.parametrize("case", EDGES, ids=_ids)
def test_both_ends_of_what_is_possible_are_read(case: Edge) -> None:
    field, rest, _, least, _, _, most, _ = case
    for end in (least, most):
        patient = _read(_fields(rest | {field: end}))
        names = {
            "weight": "weight_kg",
            "height": "height_cm",
            "clearance": "clearance_ml_min",
            "effluent": "effluent_l_h",
            "age": "age_years",
            "age_months": "age_months",
        }
        assert getattr(patient, names[field]) == Decimal(end)


@pytest.mark.parametrize("case", EDGES, ids=_ids)
def test_a_number_is_unusual_just_outside_the_usual_range_and_not_at_its_ends(case: Edge) -> None:
    field, rest, _, least, low, high, most, _ = case
    step = Decimal(1) if field.startswith("age") else Decimal("0.001")
    for usual in (low, high):
        assert _read(_fields(rest | {field: usual})).unusual == ()
    for end, unusual in ((least, Decimal(low) - step), (most, Decimal(high) + step)):
        if Decimal(end) not in (Decimal(low), Decimal(high)):
            words, *more = _read(_fields(rest | {field: str(unusual)})).unusual
            assert str(unusual) in words
            assert set(more) <= {NO_AGE}


@pytest.mark.hazard("H11")
def test_a_slip_of_the_decimal_point_in_an_infants_weight_is_refused_with_its_age_in_mind() -> None:
    (fault,) = _faults(Typed(age_months="10", weight="90"))
    assert "0.4 to 30 kg" in fault.message
    assert fault.message.endswith("Check the number, its unit and the age.")


def test_an_unusual_number_is_named_with_its_unit() -> None:
    typed = Typed(age="101", weight="34", height="139", creatinine="10.1", creatinine_unit="mg/dL")
    assert _read(typed).unusual == ("age 101 years", "weight 34 kg", "height 139 cm", "creatinine 10.1 mg/dL")
    assert _read(Typed(creatinine="900", creatinine_unit="umol/L")).unusual == ("creatinine 900 micromol/L",)


def test_what_is_unusual_is_told_in_the_order_of_the_form() -> None:
    typed = Typed(clearance="250", dialysis="crrt", effluent="7")
    assert _read(typed).unusual == ("creatinine clearance 250 mL/min", "effluent rate 7 L per hour")


@pytest.mark.parametrize(("age", "child"), [("1", True), ("17", True), ("18", False), ("120", False)])
def test_a_child_is_younger_than_eighteen_years(age: str, child: bool) -> None:
    assert _read(Typed(age=age)).is_child is child


def test_below_a_year_the_age_is_asked_in_months() -> None:
    refused = read_patient(Typed(age="0"))
    assert isinstance(refused, Refused)
    assert "type the age in months" in refused.faults[0].message
    assert _read(Typed(age_months="0")).age_months == 0


@pytest.mark.parametrize(
    ("months", "years", "child"),
    [("0", 0, True), ("11", 0, True), ("12", 1, True), ("215", 17, True), ("216", 18, False)],
)
def test_an_age_in_months_is_known_in_whole_years_too(months: str, years: int, child: bool) -> None:
    patient = _read(Typed(age_months=months))
    assert (patient.age_years, patient.age_months, patient.is_child) == (years, int(months), child)


def test_a_patient_without_an_age_is_not_called_a_child() -> None:
    assert not _read(Typed(weight="70")).is_child


def test_an_age_in_years_and_in_months_is_refused() -> None:
    assert _codes(Typed(age="1", age_months="14")) == [("age-twice", "age")]


@pytest.mark.parametrize(
    ("field", "text", "example"),
    [
        ("age", "67.5", "such as 67."),
        ("age", "67.4", "such as 67."),
        ("age", "66.999", "such as 66."),
        ("age_months", "3.5", "such as 3."),
        ("age_months", "3.001", "such as 3."),
    ],
)
def test_an_age_must_be_whole(field: str, text: str, example: str) -> None:
    (fault,) = _faults(_typed_in(field, text))
    assert (fault.code, fault.field) == (f"{FIELDS[field]}-number", FIELDS[field])
    assert example in fault.message


@pytest.mark.parametrize(("typed", "told"), [("x" * 20, "x" * 20), ("x" * 21, "x" * 20), ("mean", "mean")])
def test_what_is_no_choice_is_told_up_to_twenty_letters(typed: str, told: str) -> None:
    (fault,) = _faults(replace(ADULT, weight_used=typed))
    assert fault.message == f'"{told}" is not a choice for weight used. Choose actual, ideal or adjusted.'


def test_a_whole_age_may_be_written_with_a_zero_after_the_point() -> None:
    assert _read(Typed(age="67.0")).age_years == 67


def test_a_micromole_figure_typed_as_milligrams_looks_like_the_other_unit() -> None:
    (fault,) = _faults(Typed(creatinine="88", creatinine_unit="mg/dL"))
    assert (fault.code, fault.field) == ("creatinine-unit", "creatinine")
    assert fault.message == (
        "A creatinine of 88 mg/dL looks like the other unit. If it is 88 micromol/L, choose micromol/L."
    )


def test_a_milligram_figure_typed_as_micromoles_looks_like_the_other_unit() -> None:
    (fault,) = _faults(Typed(creatinine="1.2", creatinine_unit="umol/L"))
    assert (fault.code, fault.field) == ("creatinine-unit", "creatinine")
    assert (
        fault.message == "A creatinine of 1.2 micromol/L looks like the other unit. If it is 1.2 mg/dL, choose mg/dL."
    )


@pytest.mark.parametrize(
    ("typed", "unit", "code"),
    [
        ("0.199", "mg/dL", "creatinine-range"),
        ("20.001", "mg/dL", "creatinine-unit"),
        ("17.68", "mg/dL", None),
        ("1768", "mg/dL", "creatinine-unit"),
        ("1768.001", "mg/dL", "creatinine-range"),
        ("0", "mg/dL", "creatinine-range"),
        ("17.679", "umol/L", "creatinine-unit"),
        ("0.2", "umol/L", "creatinine-unit"),
        ("0.199", "umol/L", "creatinine-range"),
        ("1768.001", "umol/L", "creatinine-range"),
        ("0", "umol/L", "creatinine-range"),
        ("0.2", "mg/dL", None),
        ("20", "mg/dL", None),
        ("17.68", "umol/L", None),
        ("1768", "umol/L", None),
    ],
)
def test_a_creatinine_outside_its_range_names_the_other_unit_where_that_would_fit(
    typed: str, unit: str, code: str | None
) -> None:
    entered = Typed(creatinine=typed, creatinine_unit=unit)
    if code is None:
        assert _read(entered).creatinine_mg_dl is not None
    else:
        assert _codes(entered) == [(code, "creatinine")]


def test_the_range_of_a_creatinine_is_told_in_the_unit_that_was_chosen() -> None:
    (milligrams,) = _faults(Typed(creatinine="0.1", creatinine_unit="mg/dL"))
    (micromoles,) = _faults(Typed(creatinine="2000", creatinine_unit="umol/L"))
    assert "0.2 to 20 mg/dL" in milligrams.message
    assert "17.68 to 1,768 micromol/L" in micromoles.message


@pytest.mark.parametrize(
    ("typed", "unit", "unusual"),
    [
        ("0.4", "mg/dL", False),
        ("0.399", "mg/dL", True),
        ("10", "mg/dL", False),
        ("10.001", "mg/dL", True),
        ("35.36", "umol/L", False),
        ("35.359", "umol/L", True),
        ("884", "umol/L", False),
        ("884.001", "umol/L", True),
    ],
)
def test_a_creatinine_is_unusual_outside_the_same_range_in_both_units(typed: str, unit: str, unusual: bool) -> None:
    assert bool(_read(Typed(creatinine=typed, creatinine_unit=unit)).unusual) is unusual


@pytest.mark.parametrize(
    ("typed", "unit", "echo"),
    [
        ("1.9", "mg/dL", "1.9 mg/dL (168 micromol/L)"),
        ("168", "umol/L", "1.9 mg/dL (168 micromol/L)"),
        ("1.200", "mg/dL", "1.2 mg/dL (106 micromol/L)"),
        ("88.4", "umol/L", "1 mg/dL (88 micromol/L)"),
        ("1200", "umol/L", "13.57 mg/dL (1,200 micromol/L)"),
    ],
)
def test_a_creatinine_is_echoed_in_both_units(typed: str, unit: str, echo: str) -> None:
    assert _read(Typed(creatinine=typed, creatinine_unit=unit)).creatinine_typed == echo


@given(st.decimals(min_value="17.68", max_value=1768, places=2))
def test_micromoles_become_milligrams_and_back(micromoles: Decimal) -> None:
    milligrams = _read(Typed(creatinine=str(micromoles), creatinine_unit="umol/L")).creatinine_mg_dl
    assert milligrams is not None
    assert abs(milligrams * Decimal("88.4") - micromoles) < Decimal("1e-20")


@pytest.mark.hazard("H02")
def test_a_creatinine_needs_its_unit() -> None:
    assert _codes(Typed(creatinine="1.2")) == [("creatinine-unit", "creatinine")]
    assert _read(Typed(creatinine_unit="mg/dL")).creatinine_mg_dl is None


def test_a_unit_outside_the_list_is_refused_once() -> None:
    assert _codes(Typed(creatinine="1.2", creatinine_unit="mg/L")) == [("creatinine-unit", "creatinine-unit")]


def test_a_clearance_beside_a_creatinine_is_refused() -> None:
    assert _codes(Typed(clearance="40", creatinine="1.2", creatinine_unit="mg/dL")) == [("clearance-twice", "crcl")]


def test_a_clearance_beside_an_unreadable_creatinine_is_refused_twice() -> None:
    assert ("clearance-twice", "crcl") in _codes(Typed(clearance="40", creatinine="x", creatinine_unit="mg/dL"))


def test_a_clearance_beside_an_empty_creatinine_is_read() -> None:
    assert _read(Typed(clearance="40", creatinine=" ", creatinine_unit="mg/dL")).clearance_ml_min == 40


@pytest.mark.parametrize("dialysis", ["", "none", "haemodialysis"])
def test_an_effluent_rate_without_crrt_is_refused(dialysis: str) -> None:
    assert _codes(Typed(dialysis=dialysis, effluent="2")) == [("effluent-without-crrt", "effluent")]


def test_crrt_needs_no_effluent_rate_to_be_read() -> None:
    assert _read(Typed(dialysis="crrt")).effluent_l_h is None


@pytest.mark.parametrize(
    ("field", "name"),
    [("sex", "sex"), ("dialysis", "dialysis"), ("weight_used", "weight-used"), ("creatinine_unit", "creatinine-unit")],
)
@pytest.mark.parametrize("text", ["Female", "FEMALE", " none", "x", "x" * 10_000, "\u0130", "none\n"])
def test_a_choice_outside_its_closed_list_is_refused(field: str, name: str, text: str) -> None:
    (fault,) = _faults(_fields({field: text}))
    assert (fault.code, fault.field) == (name, name)
    assert "Choose" in fault.message
    assert len(fault.message) < 150


def test_every_fault_is_told_at_once() -> None:
    typed = Typed(age="abc", sex="x", weight="7", height="1", creatinine="88", creatinine_unit="mg/dL", dialysis="y")
    assert [fault.field for fault in _faults(typed)] == ["age", "weight", "height", "creatinine", "dialysis", "sex"]


@given(
    st.builds(
        Typed,
        **{field: st.text(max_size=8) for field in (*FIELDS, "sex", "creatinine_unit", "dialysis", "weight_used")},
    )
)
def test_whatever_is_typed_there_is_a_patient_or_a_fault_with_words(typed: Typed) -> None:
    read = read_patient(typed)
    if isinstance(read, Refused):
        assert read.faults
        assert all(fault.code and fault.field and fault.message for fault in read.faults)


@pytest.mark.parametrize(
    ("fields", "start"),
    [
        ({"age": "0"}, "An age of 0 years is outside"),
        ({"dialysis": "crrt", "effluent": "13"}, "An effluent rate of 13 L per hour is outside"),
        ({"weight": "401"}, "A weight of 401 kg is outside"),
    ],
)
def test_a_refusal_is_written_in_plain_english(fields: dict[str, Any], start: str) -> None:
    read = read_patient(Typed(**fields))
    assert isinstance(read, Refused)
    assert [fault.message[: len(start)] for fault in read.faults] == [start]


@pytest.mark.parametrize("dialysis", ["other", "peritoneal", "pd", "sled", "ecmo"])
def test_a_therapy_that_no_source_covers_is_refused_with_what_to_do(dialysis: str) -> None:
    read = read_patient(Typed(clearance="40", dialysis=dialysis))
    assert isinstance(read, Refused)
    (fault,) = read.faults
    assert (fault.code, fault.field) == ("dialysis-not-covered", "dialysis")
    assert fault.message == (
        "No dose is computed for peritoneal dialysis, slow extended dialysis (SLED) or ECMO: this library does not "
        "cover them. Do not use another row in their place; ask infectious diseases and pharmacy."
    )


@pytest.mark.hazard("H11")
@pytest.mark.parametrize(
    ("typed", "is_asked"),
    [
        (Typed(weight="34.9", clearance="60"), True),
        (Typed(weight="35", clearance="60"), False),
        (Typed(height="139", clearance="60"), True),
        (Typed(height="140", clearance="60"), False),
        (Typed(weight="181", clearance="60"), False),
        (Typed(weight="20", age="67", clearance="60"), False),
        (Typed(weight="20", age="8", clearance="60"), False),
        (Typed(clearance="60"), False),
    ],
)
def test_the_weight_of_a_child_without_an_age_has_its_adults_dose_confirmed(typed: Typed, is_asked: bool) -> None:
    assert (NO_AGE in _read(typed).unusual) is is_asked
