"""What is assumed of a patient before anything is typed: nothing; and where an adult begins."""

import pytest

from desktop.domain.patient import ADULT_FROM_MONTHS, Dialysis, Patient, Typed


def test_nothing_is_assumed_of_a_patient() -> None:
    patient = Patient()
    assert (patient.age_months, patient.sex, patient.weight_kg, patient.weight_wanted) == (None, None, None, None)
    assert patient.dialysis is Dialysis.NONE
    assert patient.unstable_creatinine is False
    assert Typed().unstable_creatinine is False


@pytest.mark.parametrize(("months", "child"), [(0, True), (18 * 12 - 1, True), (18 * 12, False), (None, False)])
def test_an_adult_is_eighteen_years_old(months: int | None, child: bool) -> None:
    assert ADULT_FROM_MONTHS == 18 * 12
    assert Patient(age_months=months).is_child is child
