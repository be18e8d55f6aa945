"""What only makes dialysis likely, or speaks of kidneys, leaves no doubt whether dialysis beside it runs."""

from decimal import Decimal

import pytest

from desktop.domain.search_dialysis import HAEMODIALYSIS
from desktop.domain.search_figures import exactly
from desktop.domain.search_fit import Fit, PatientAsked
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
    "csf": [Meaning(terms_in("central nervous system"), 0.8)],
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


@pytest.mark.parametrize("kind", ["capd", "CCPD", "sled", "SLEDD", "PD", "apd", "edd", "on pd", "pirrt effluent 2 l/h"])
def test_another_kind_that_is_named_counts_before_what_makes_haemodialysis_likely(kind: str) -> None:
    for typed in (f"cza esrd {kind}", f"cza {kind} end stage", f"cza crcl 40 {kind}", f"cza {kind}, esrd crcl 8"):
        patient = _patient(typed)
        assert patient.dialysis_other
        assert not patient.dialysis_open
        assert (patient.dialysis, patient.clearance) == (frozenset(), None)


@pytest.mark.parametrize("before", ["peritoneal", "prolonged intermittent", "low efficiency", "efficiency daily", "pd"])
def test_a_word_before_dialysis_may_make_another_kind_of_it(before: str) -> None:
    patient = _patient(f"cza {before} hd")
    assert (patient.dialysis, patient.dialysis_other) == (frozenset(), True)


def test_small_letters_are_dialysis_beside_a_word_of_it_and_else_open_and_none_of_pharmacodynamics() -> None:
    for typed in ("cza pd", "cza on apd", "CZA PD"):
        assert _patient(typed).dialysis_open
        assert not _patient(typed).dialysis_other
    assert _patient("cza PD").dialysis_other
    for typed in ("cza pk pd", "cza PK/PD crcl 40", "cza PD target"):
        assert not _patient(typed).dialysis_open
        assert not _patient(typed).dialysis_other


def test_a_hint_alone_is_likely_and_beside_a_clearance_open() -> None:
    assert _patient("cza esrd").dialysis_likely
    assert not _patient("cza esrd on hd").dialysis_likely
    patient = _patient("cza esrd crcl 12")
    assert (patient.dialysis, patient.dialysis_open) == (frozenset(), True)


def test_the_end_stage_of_another_organ_makes_no_dialysis_likely() -> None:
    for typed in ("cza end stage liver", "cza cirrhosis end stage", "cza end stage copd"):
        assert _patient(typed) == PatientAsked()
    for typed in ("cza end stage", "cza end stage renal", "cza liver, end stage kidney", "cza liver esrd"):
        assert _patient(typed).dialysis_likely


def test_an_infection_of_the_brain_says_nothing_against_dialysis() -> None:
    assert _patient("cza csf on hd").dialysis == {HAEMODIALYSIS}


def test_dialysis_that_is_only_likely_chooses_a_row_that_says_end_stage() -> None:
    of_dialysis = f" {HAEMODIALYSIS} "
    likely, sure = _patient("cza esrd"), _patient("cza on hd")
    assert sure.fit(of_dialysis, None, None) is Fit.YES
    assert likely.fit(of_dialysis, None, None) is Fit.OPEN
    assert likely.fit(f" {terms_in('end-stage')}{of_dialysis}", None, None) is Fit.YES
