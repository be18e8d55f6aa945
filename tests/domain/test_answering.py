"""The case is answered in one order: faults first, then gaps, then doubts, then doses."""

from decimal import Decimal

import pytest

from desktop.domain.answering import Doses, Unconfirmed, answer, doses_of
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.drugs import Situation
from desktop.domain.intake import Refused
from desktop.domain.kidney import Incomplete
from desktop.domain.patient import Typed
from tests.domain.builders import EVERY_REFUSAL, basis, drug, patient, row

DRUGS = (drug(basis(row("[0, )"))), drug(basis(row("[0, )"))))
USUAL = Typed(age="67", sex="female", weight="70", height="165", creatinine="1.9", creatinine_unit="mg/dL")
UNUSUAL = Typed(clearance="250")


def test_a_complete_case_is_answered_for_every_drug() -> None:
    found = answer(USUAL, DRUGS, confirmed=False)
    assert isinstance(found, Doses)
    assert [type(one) for one in found.answers] == [Dose, Dose]
    assert found.patient.weight_kg == 70
    assert found.kidney.clearance_ml_min is not None


def test_a_fault_comes_before_a_gap() -> None:
    found = answer(Typed(weight="70kg"), DRUGS, confirmed=True)
    assert isinstance(found, Refused)
    assert [fault.field for fault in found.faults] == ["weight"]


def test_a_gap_comes_before_a_doubt() -> None:
    found = answer(Typed(weight="190"), DRUGS, confirmed=False)
    assert found == Incomplete(("age", "sex", "creatinine"), "Type the age, the sex and the creatinine to see doses.")


@pytest.mark.hazard("H18")
def test_an_unusual_figure_gives_no_dose_until_it_is_confirmed() -> None:
    assert answer(UNUSUAL, DRUGS, confirmed=False) == Unconfirmed(("creatinine clearance 250 mL/min",))
    assert isinstance(answer(UNUSUAL, DRUGS, confirmed=True), Doses)


def test_nothing_typed_gives_no_dose_whether_confirmed_or_not() -> None:
    for confirmed in (True, False):
        assert isinstance(answer(Typed(), DRUGS, confirmed=confirmed), Incomplete)


def test_a_child_is_answered_by_every_basis_with_its_own_refusal() -> None:
    found = doses_of(patient(age="5", sex="male", weight="20", creatinine="0.5"), DRUGS)
    assert isinstance(found, Doses)
    assert found.kidney.clearance_ml_min is None
    assert "needs a height" in found.kidney.warnings[0]
    refusals = [one.refusal for one in found.answers if isinstance(one, Withheld)]
    assert refusals == [EVERY_REFUSAL[Situation.CHILD]] * 2


def test_a_child_typed_without_a_creatinine_is_refused_and_not_asked_for_one() -> None:
    found = doses_of(patient(age_months="30"), DRUGS)
    assert isinstance(found, Doses)
    assert all(isinstance(one, Withheld) for one in found.answers)


def test_dialysis_alone_is_a_case() -> None:
    found = doses_of(patient(dialysis="haemodialysis"), (drug(basis(row("[0, )", also_haemodialysis=True))),))
    assert isinstance(found, Doses)
    assert [type(one) for one in found.answers] == [Dose]


def test_a_case_without_drugs_still_has_a_kidney_function() -> None:
    found = doses_of(patient(clearance="42"), ())
    assert isinstance(found, Doses)
    assert found.kidney.clearance_ml_min == Decimal(42)
    assert found.answers == ()
