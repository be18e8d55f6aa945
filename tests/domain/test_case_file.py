"""A case file is read by the names of the contract, and a number in it as it would be typed."""

import pytest

from desktop.domain.case_file import typed_case
from desktop.domain.case_reading import TypedCase
from desktop.domain.intake import Refused
from desktop.domain.refusal import InputFault


def _read(data: dict[str, object]) -> TypedCase:
    read = typed_case(data)
    assert isinstance(read, TypedCase), read
    return read


def _fault(data: dict[str, object]) -> InputFault:
    read = typed_case(data)
    assert isinstance(read, Refused), read
    (fault,) = read.faults
    return fault


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        (1.9, "1.9"),
        (70, "70"),
        (1e-06, "0.000001"),
        (1.123456, "1.123456"),
        (1.1234567, "1.123457"),
        (1.12345649, "1.123456"),
        (1e3, "1000.0"),
        (12345678.5, "12345678.5"),
        ("070", "070"),
    ],
)
def test_a_number_is_written_with_at_most_six_decimals_and_no_exponent(written: object, typed: str) -> None:
    assert _read({"creatinine_mg_dl": written}).figures.creatinine == typed


@pytest.mark.parametrize("value", [True, [70], {"kg": 70}])
def test_what_is_no_number_is_refused_by_its_key(value: object) -> None:
    assert _fault({"weight_kg": value}).message == "weight_kg: write a number."


def test_a_creatinine_of_a_case_file_is_in_milligrams_and_none_has_no_unit() -> None:
    assert _read({"creatinine_mg_dl": 1.9}).figures.creatinine_unit == "mg/dL"
    assert _read({"age": 67}).figures.creatinine_unit == ""


def test_a_flag_that_is_no_flag_is_refused_and_not_taken_for_one() -> None:
    assert _read({"unstable_creatinine": True}).figures.unstable_creatinine is True
    assert _read({}).figures.unstable_creatinine is False
    assert _fault({"unstable_creatinine": "yes"}).field == "unstable_creatinine"


def test_an_unknown_key_is_named_up_to_forty_letters() -> None:
    fault = _fault({"k" * 41: 1})
    assert fault.field == "k" * 40
    assert f'no key "{"k" * 40}" in' in fault.message


def test_what_is_no_object_is_refused() -> None:
    for data in ((), "case", 3, None):
        assert isinstance(typed_case(data), Refused)
