"""What only makes dialysis likely, or speaks of kidneys, leaves no doubt whether dialysis beside it runs."""

from decimal import Decimal

import pytest

from desktop.domain.search_dialysis import HAEMODIALYSIS
from desktop.domain.search_figures import exactly
from desktop.domain.search_fit import PatientAsked
from desktop.domain.search_patient import patient_asked
from desktop.domain.search_query import Meaning, asked_of, read_query
from desktop.domain.search_words import terms_in

_KIDNEY = terms_in("kidney")
_MEANINGS = {
    "cza": [Meaning("cef avi", 0.9, "cef-avi")],
    "crcl": [Meaning(terms_in("creatinine clearance"), 0.8)],
    "hd": [Meaning(HAEMODIALYSIS, 0.8)],
    "ckd": [Meaning(_KIDNEY, 0.6)],
    "esrd": [Meaning(HAEMODIALYSIS, 0.7), Meaning(_KIDNEY, 0.6)],
    terms_in("end stage"): [Meaning(HAEMODIALYSIS, 0.7)],
}


def _patient(typed: str) -> PatientAsked:
    query = read_query(typed)
    return patient_asked(query, asked_of(query, _MEANINGS, {"on", "not"}))[0]


@pytest.mark.parametrize(
    "likely", ["ckd", "esrd", "end stage", "ckd 5", "end stage 5", "ckd end stage 5", "esrd kidney"]
)
def test_beside_what_makes_it_likely_dialysis_runs_and_may_be_denied(likely: str) -> None:
    for typed in (f"cza crcl 40 {likely} on hd", f"cza crcl 40 on hd {likely}"):
        patient = _patient(typed)
        assert patient.dialysis == {HAEMODIALYSIS}
        assert not patient.dialysis_open
    denied = _patient(f"cza crcl 40 {likely} not on hd")
    assert (denied.dialysis, denied.dialysis_open) == (frozenset(), False)
    assert denied.clearance == exactly(Decimal(40))
    assert _patient(f"cza crcl 40 {likely} hd stopped").dialysis_open
