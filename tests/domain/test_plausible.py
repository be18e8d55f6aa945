"""A clearance that follows from the figures is refused or confirmed in the tiers of one that is typed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.answering import Doses, Unconfirmed, answer
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.drugs import When
from desktop.domain.given import Given, PerKg
from desktop.domain.intake import Refused, read_patient
from desktop.domain.patient import Patient, Typed, WeightKind
from desktop.domain.refusal import InputFault
from tests.domain.builders import basis, drug, given, row

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


def test_the_weight_that_is_used_decides_between_what_is_refused_and_what_is_confirmed() -> None:
    light = {"weight": "120", "height": "152.4"}
    assert _unusual(MAN, **light) == (
        "creatinine clearance 216.7 mL/min, computed from the creatinine",
        "creatinine clearance 333.334 mL/min by the actual weight, computed from the creatinine",
    )
    assert isinstance(_read(MAN, **light, weight_used="actual"), InputFault)
    assert _unusual(MAN, **light, weight_used="ideal") == (
        "creatinine clearance 333.334 mL/min by the actual weight, computed from the creatinine",
    )


def test_another_weights_clearance_is_confirmed_from_above_300() -> None:
    # 108 kg is at the limit by the actual weight: 300 mL/min; the ideal weight of 152.4 cm gives 138.9.
    assert _unusual(MAN, weight="108", height="152.4", weight_used="ideal") == ()
    (doubt,) = _unusual(MAN, weight="108.001", height="152.4", weight_used="ideal")
    assert doubt == "creatinine clearance 300.003 mL/min by the actual weight, computed from the creatinine"
    # Of 40 kg and 210 cm with 0.4 mg/dL: by the actual weight 138.9 mL/min, by the ideal weight (102.2 kg) 354.7.
    (tall,) = _unusual(MAN | {"creatinine": "0.4"}, weight="40", height="210")
    assert tall == "creatinine clearance 354.714 mL/min by the ideal weight, computed from the creatinine"


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


PER_KG = replace(given(testicillin="2"), per_kg=PerKg.ACTUAL)
ON_DIALYSIS = [{"dialysis": "haemodialysis"}, {"dialysis": "crrt"}, {"dialysis": "crrt", "effluent": "2.5"}]


def _answered(weight: str, **more: str) -> Iterator[Doses]:
    """The doses of a man with 0.5 mg/dL, from rows in mg, by a weight, and with a load by a weight."""
    ways: tuple[dict[str, Any], ...] = ({}, {"dose": PER_KG}, {"loading": PER_KG})
    typed: dict[str, Any] = MAN | more
    for made in ways:
        rows = [row("[0, )", when="haemodialysis", **made), row("[0, )", when="crrt", **made), row("[0, )", mg="9")]
        found = answer(Typed(**typed, weight=weight), (drug(basis(*rows)),), confirmed=True)
        assert isinstance(found, Doses), found
        yield found


def assert_kept_back(by_weight: Dose | Withheld, with_load: Dose | Withheld) -> None:
    """What goes by weight is kept back with its reason, and nothing else."""
    why = "goes by body weight, and the clearance computed from the figures is implausible"
    assert isinstance(by_weight, Withheld)
    assert why in by_weight.reason
    assert "Check the weight, the creatinine with its unit" in by_weight.refusal.remedy
    assert isinstance(with_load, Dose)
    assert with_load.maintenance == given(testicillin="1000")
    assert with_load.loading is None
    (remark,) = with_load.remarks
    assert remark.startswith(f"The loading dose is withheld: it {why}")
    assert "Check the weight, the creatinine with its unit" in remark


@pytest.mark.hazard("H18")
@pytest.mark.parametrize("dialysis", ON_DIALYSIS)
def test_on_dialysis_an_impossible_clearance_is_shown_and_keeps_back_only_what_goes_by_weight(
    dialysis: dict[str, str],
) -> None:
    in_mg, by_weight, with_load = _answered("108.001", **dialysis)
    (dose,), (refused,), (without_load,) = in_mg.answers, by_weight.answers, with_load.answers
    assert isinstance(dose, Dose)
    assert dose.row.when in (When.HAEMODIALYSIS, When.CRRT)
    assert dose.remarks == ()
    assert_kept_back(refused, without_load)
    assert in_mg.kidney.clearance_ml_min is None
    assert in_mg.kidney.by_weight == {}
    assert in_mg.kidney.warnings[0] == (
        "The clearance computed by the actual weight, 300.003 mL/min, is implausible: check the creatinine with its "
        "unit, and the weight. It chooses no row, and no dose by body weight is given."
    )
    assert not any("unusually high" in words for words in in_mg.kidney.warnings)


@pytest.mark.hazard("H18")
@pytest.mark.parametrize("dialysis", ON_DIALYSIS)
def test_on_dialysis_an_impossible_clearance_is_confirmed_before_a_dose_is_shown(dialysis: dict[str, str]) -> None:
    drugs = (drug(basis(row("[0, )", when="haemodialysis"), row("[0, )", when="crrt"), row("[0, )", mg="9"))),)
    typed: dict[str, Any] = MAN | dialysis
    assert isinstance(answer(Typed(**typed, weight="108.001"), drugs, confirmed=False), Unconfirmed)
    found = answer(Typed(**typed, weight="108.001"), drugs, confirmed=True)
    assert isinstance(found, Doses)
    assert found.patient.unusual == (
        "creatinine clearance 300.003 mL/min by the actual weight, computed from the creatinine",
    )


@pytest.mark.hazard("H18")
def test_on_dialysis_a_weight_that_any_equation_finds_impossible_gives_no_dose_by_weight() -> None:
    # 160 typed for 60: by the actual weight 377.8 mL/min, by the adjusted one, which the rule takes, 238.1.
    figures = MAN | {"sex": "female", "weight": "160", "height": "170", "dialysis": "haemodialysis"}
    typed = Typed(**figures)
    found = answer(typed, (drug(basis(row("[0, )", when="haemodialysis", dose=PER_KG))),), confirmed=True)
    assert isinstance(found, Doses)
    (refused,) = found.answers
    assert isinstance(refused, Withheld)
    assert found.kidney.warnings[0].startswith("The clearance computed by the actual weight, 377.778 mL/min, is impl")


# 160 typed for 60, with 140 cm: by the actual weight 377.8 mL/min, by the ideal one (34.3 kg) 80.9, by the adjusted
# one (84.6 kg) 199.7, which the rule takes and which would ask for nothing.
SLIP = MAN | {"sex": "female", "weight": "160", "height": "140"}


def _without_dialysis(
    fields: dict[str, Any], *, dose: Given | None = None, loading: Given | None = None
) -> Unconfirmed | Doses:
    one = drug(basis(row("[0, )", dose=dose, loading=loading)))
    found = answer(Typed(**fields), (one,), confirmed=dose is not None or loading is not None)
    assert isinstance(found, Unconfirmed | Doses), found
    return found


@pytest.mark.hazard("H18")
def test_without_dialysis_a_weight_that_an_equation_finds_impossible_is_confirmed_though_another_chooses_the_row() -> (
    None
):
    found = _without_dialysis(SLIP)
    assert found == Unconfirmed(
        ("creatinine clearance 377.778 mL/min by the actual weight, computed from the creatinine",)
    )


@pytest.mark.hazard("H18")
def test_without_dialysis_what_goes_by_weight_is_kept_back_then_and_the_row_is_chosen() -> None:
    by_weight, with_load = _without_dialysis(SLIP, dose=PER_KG), _without_dialysis(SLIP, loading=PER_KG)
    assert isinstance(by_weight, Doses)
    assert isinstance(with_load, Doses)
    assert_kept_back(by_weight.answers[0], with_load.answers[0])
    kidney = with_load.kidney
    assert (kidney.weight_used, len(kidney.by_weight)) == (WeightKind.ADJUSTED, 3)
    assert kidney.clearance_ml_min is not None
    assert kidney.warnings[0] == (
        "The clearance computed by the actual weight, 377.778 mL/min, is implausible: check the creatinine with its "
        "unit, and the weight. No dose by body weight is given."
    )
    typed = Typed(weight="160", height="140", sex="female", clearance="199")
    instead = answer(typed, (drug(basis(row("[0, )", dose=PER_KG))),), confirmed=True)
    assert isinstance(instead, Doses)
    assert isinstance(instead.answers[0], Dose)


@pytest.mark.parametrize("dialysis", ON_DIALYSIS)
def test_on_dialysis_a_clearance_of_300_is_confirmed_and_keeps_nothing_back(dialysis: dict[str, str]) -> None:
    for found in _answered("108", **dialysis):
        assert [type(one) for one in found.answers] == [Dose]
        assert found.kidney.clearance_ml_min == 300
        assert found.patient.unusual == ("creatinine clearance 300 mL/min, computed from the creatinine",)
        assert "unusually high" in found.kidney.warnings[0]


@pytest.mark.hazard("H18")
@pytest.mark.parametrize("dialysis", ["", "none"])
def test_without_dialysis_an_impossible_clearance_refuses_everything(dialysis: str) -> None:
    assert isinstance(_read(MAN, weight="108.001", dialysis=dialysis), InputFault)


@pytest.mark.hazard("H18")
def test_a_childs_impossible_filtration_is_refused_on_dialysis_too_as_all_its_doses_go_by_weight() -> None:
    assert isinstance(_read(CHILD, height="150.001", dialysis="haemodialysis"), InputFault)


def test_a_typed_clearance_above_300_is_refused_on_dialysis_too() -> None:
    assert isinstance(_read({}, clearance="300.001", dialysis="haemodialysis"), InputFault)
