"""What a question says of its patient is of the patient: it is not looked for, and is no doubt about dialysis."""

from decimal import Decimal

import pytest

from desktop.domain.search_figures import UNKNOWN, Span
from desktop.domain.search_fit import PatientAsked
from desktop.domain.search_patient import patient_asked
from desktop.domain.search_query import Asked, Meaning, asked_of, read_query
from desktop.domain.search_words import terms_in

_CLEARANCE, _CHILDREN, _NEWBORN = terms_in("creatinine clearance"), terms_in("children"), terms_in("newborn")
_HAEMODIALYSIS = terms_in("haemodialysis")
_MEANINGS = {
    "cza": [Meaning("cef avi", 0.85, "cef-avi")],
    "crcl": [Meaning(_CLEARANCE, 0.75)],
    "hd": [Meaning(_HAEMODIALYSIS, 0.8)],
    "kid": [Meaning(_CHILDREN, 0.8)],
    terms_in("neonate"): [Meaning(_NEWBORN, 0.8)],
}


def _read(typed: str) -> tuple[PatientAsked, list[Asked]]:
    query = read_query(typed)
    return patient_asked(query, asked_of(query, _MEANINGS, {"the", "of", "on", "not", "than"}))


@pytest.mark.parametrize(
    "typed",
    [
        "cza on hd weight 90",
        "cza on hd 90 kg",
        "cza on hd 67 f",
        "cza crcl 20 on hd 70 years old",
        "cza on hd egfr 12",
        "cza egfr 12 on hd",
        "cza crcl 12 on hd weight 90",
    ],
)
def test_a_figure_of_the_patient_beside_dialysis_leaves_no_doubt_that_it_runs(typed: str) -> None:
    patient, _ = _read(typed)
    assert (patient.dialysis, patient.dialysis_open) == (frozenset({_HAEMODIALYSIS}), False)


@pytest.mark.parametrize("typed", ["cza on hd ward 90", "cza on hd bed 12"])
def test_a_figure_of_nobody_knows_what_beside_dialysis_is_a_doubt(typed: str) -> None:
    patient, _ = _read(typed)
    assert (patient.dialysis, patient.dialysis_open) == (frozenset(), True)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("cza boy 5 years", ["cza", f"({_CHILDREN})"]),
        ("cza toddler", ["cza", f"({_CHILDREN})"]),
        ("cza daughter, teenager", ["cza", f"({_CHILDREN})"]),
        ("cza kid", ["cza", "kid"]),
        ("cza neonate", ["cza", terms_in("neonate")]),
        ("cza kid boy", ["cza", "kid"]),
        ("cza surgeon", ["cza", terms_in("surgeon")]),
    ],
)
def test_no_passage_has_to_speak_of_a_boy_where_what_is_about_children_is_asked_for(
    typed: str, left: list[str]
) -> None:
    assert [one.phrase or f"({one.all_phrases[0]})" for one in _read(typed)[1]] == left


def test_a_comparison_is_one_of_an_unnamed_figure_only_where_no_clearance_is_said() -> None:
    below = Span(UNKNOWN.low, (Decimal(15), -1))
    unnamed, named, plain = (_read(typed)[0] for typed in ("cza less than 15", "cza crcl less than 15", "cza"))
    assert (unnamed.clearance, unnamed.compared) == (None, below)
    assert (named.clearance, named.compared) == (below, None)
    assert (plain.clearance, plain.compared) == (None, None)
