"""A clearance that follows from the figures is refused or confirmed in the tiers of one that is typed."""

from typing import Any

import pytest

from desktop.domain.answering import Doses, Unconfirmed, answer
from desktop.domain.intake import Refused, read_patient
from desktop.domain.patient import Patient, Typed
from desktop.domain.refusal import InputFault
from tests.domain.builders import basis, drug, row

# Of a man of 40 with 0.5 mg/dL the clearance is 100 × weight ÷ 36; of a child with 0.2065 mg/dL it is twice the height.
MAN: dict[str, Any] = {"age": "40", "sex": "male", "creatinine": "0.5", "creatinine_unit": "mg/dL"}
CHILD: dict[str, Any] = {"age": "13", "weight": "50", "creatinine": "0.2065", "creatinine_unit": "mg/dL"}


def _read(fields: dict[str, Any], **more: str) -> Patient | InputFault:
    typed: dict[str, Any] = fields | more
    read = read_patient(Typed(**typed))
    if isinstance(read, Refused):
        (fault,) = read.faults
        return fault
    return read


def _unusual(fields: dict[str, Any], **more: str) -> tuple[str, ...]:
    read = _read(fields, **more)
    assert isinstance(read, Patient), read
    return read.unusual


@pytest.mark.parametrize("more", [{}, {"dialysis": "haemodialysis"}])
def test_a_computed_clearance_is_usual_up_to_200(more: dict[str, str]) -> None:
    assert _unusual(MAN, weight="72", **more) == ()
    assert _unusual(MAN, weight="72.001", **more) == ("creatinine clearance 200 mL/min, computed from the creatinine",)
    assert _unusual(MAN, weight="108", **more) == ("creatinine clearance 300 mL/min, computed from the creatinine",)


@pytest.mark.hazard("H18")
def test_a_computed_clearance_above_300_is_refused_as_a_typed_one_is() -> None:
    fault = _read(MAN, weight="108.001")
    assert isinstance(fault, InputFault)
    assert (fault.code, fault.field) == ("crcl-range", "creatinine")
    assert fault.message == (
        "The creatinine clearance that follows from these figures, 300.003 mL/min, is above what can be used here "
        "(300 mL/min). Check the creatinine with its unit, the age, and the weight or height."
    )
    typed = _read({}, clearance="300.001")
    assert isinstance(typed, InputFault)
    assert typed.code == fault.code


def test_a_refused_clearance_is_never_shown_rounded_onto_the_limit() -> None:
    fault = _read(MAN, weight="108.000001")
    assert isinstance(fault, InputFault)
    assert "300.001 mL/min" in fault.message


def test_the_weight_that_is_used_decides_and_not_the_others() -> None:
    light = {"weight": "120", "height": "152.4"}
    assert _unusual(MAN, **light) == ("creatinine clearance 216.7 mL/min, computed from the creatinine",)
    assert isinstance(_read(MAN, **light, weight_used="actual"), InputFault)


def test_the_filtration_of_a_child_is_held_to_the_same_tiers() -> None:
    computed = "filtration {} mL/min per 1.73 m2, computed from the creatinine"
    assert _unusual(CHILD, height="150") == ("creatinine 0.2065 mg/dL", computed.format("300"))
    assert _unusual(CHILD | {"creatinine": "0.413"}, height="200") == ()
    fault = _read(CHILD, height="150.001")
    assert isinstance(fault, InputFault)
    assert fault.message.startswith(
        "The filtration that follows from these figures, 300.002 mL/min per 1.73 m2, is above what can be used here "
        "(300 mL/min per 1.73 m2)."
    )


def test_a_clearance_that_was_typed_is_judged_once() -> None:
    assert _unusual({}, clearance="250", age="40", sex="male", weight="72") == ("creatinine clearance 250 mL/min",)


def test_a_computed_clearance_that_is_unusual_gives_no_dose_until_it_is_confirmed() -> None:
    drugs = (drug(basis(row("[0, )"))),)
    typed = Typed(**MAN, weight="72.001")
    assert isinstance(answer(typed, drugs, confirmed=False), Unconfirmed)
    assert isinstance(answer(typed, drugs, confirmed=True), Doses)
