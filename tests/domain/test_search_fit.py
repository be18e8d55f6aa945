"""Which patients make a difference among dose rows, and by which figure a row goes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.drugs import L_PER_HOUR, ML_MIN, ML_MIN_1_73
from desktop.domain.search_dialysis import CRRT
from desktop.domain.search_figures import UNKNOWN, Span, exactly
from desktop.domain.search_fit import Fit, Kidneys, PatientAsked
from tests.domain.builders import band

_FORTY = exactly(Decimal(40))
_BELOW_15 = Span(UNKNOWN.low, (Decimal(15), -1))


@pytest.mark.parametrize(
    ("patient", "looks", "chooses"),
    [
        (PatientAsked(), False, False),
        (PatientAsked(names_filtration=True), False, False),
        (PatientAsked(compared=_BELOW_15), True, False),
        (PatientAsked(clearance=_FORTY), True, True),
        (PatientAsked(kidneys=Kidneys.NORMAL), True, True),
        (PatientAsked(is_child=True), True, True),
    ],
)
def test_bands_matter_where_a_patient_or_a_comparison_is_named_and_only_a_patient_brings_rows_forward(
    patient: PatientAsked, looks: bool, chooses: bool
) -> None:
    assert (patient.looks_at_rows, patient.chooses_rows) == (looks, chooses)


@pytest.mark.parametrize(("unit", "fit"), [(L_PER_HOUR, Fit.YES), (ML_MIN, Fit.NO), (ML_MIN_1_73, Fit.NO)])
def test_on_continuous_therapy_a_row_is_chosen_by_a_rate_in_litres_per_hour_and_by_no_clearance(
    unit: str, fit: Fit
) -> None:
    patient = PatientAsked(
        clearance=exactly(Decimal(2)), kidneys=Kidneys.NAMED, dialysis=frozenset({CRRT}), effluent=Decimal(2)
    )
    # As it is read from a database: equal to the unit, but a text of its own.
    row = replace(band("[0, 2]"), unit=" ".join(unit.split(" ")))
    assert patient.fit(" us ", row, None) is fit
