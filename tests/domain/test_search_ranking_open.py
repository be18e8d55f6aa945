"""Where what is said of a patient chooses no dose row and more of it would, the table leads; dialysis without a drug
leads to no row.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.search_dialysis import CRRT, HAEMODIALYSIS
from desktop.domain.search_figures import UNKNOWN, Span
from desktop.domain.search_fit import Kidneys, PatientAsked
from desktop.domain.search_query import Asked, Meaning
from desktop.domain.search_question import Weighed
from desktop.domain.search_ranking import Candidate, candidate, ranked
from desktop.domain.search_words import words_in
from tests.domain.builders import band

# Made anew, so that two kinds are equal without being one.
_DOSE, _TABLE = "".join(("do", "se")), "".join(("tab", "le"))
_TABLE_LEADS = pytest.approx(1.4)
_FROM_20_TO_40 = PatientAsked(clearance=Span((Decimal(20), 0), (Decimal(40), 0)))
_ANY_CLEARANCE = PatientAsked(clearance=UNKNOWN)


def _passage(kind: str, drug: str, edges: str | None = None, *, title: str = "x") -> Candidate:
    """A passage that holds the name of both drugs; a band where its edges are given."""
    made = candidate(1, kind, "a", drug, (title, "", "cza ast"))
    return made if edges is None else replace(made, band=band(edges))


def _ask(typed: str, drug: str | None = None) -> Weighed:
    return Weighed(Asked(tuple(words_in(typed)), (Meaning(typed, 1, drug),)), 1)


_DRUG, _NO_DRUG = _ask("cza", "cza"), _ask("cza")


def _gain(*rows: Candidate, patient: PatientAsked, asked: Weighed = _DRUG) -> float:
    """How many times as much the table counts beside those rows as it does alone."""
    table = _passage(_TABLE, "cza")
    beside, alone = ranked([table, *rows], [asked], patient), ranked([table], [asked], patient)
    return next(one.score for one in beside if one.candidate is table) / alone[0].score


_SOME = (_passage(_DOSE, "cza", "(15, 30]"), _passage(_DOSE, "cza", "(30, 50]"))
_WHOLE = _passage(_DOSE, "cza", "(15, 50]")


@pytest.mark.parametrize("patient", [_FROM_20_TO_40, _ANY_CLEARANCE])
def test_the_table_leads_where_rows_hold_only_some_of_what_is_said_of_a_clearance(patient: PatientAsked) -> None:
    assert _gain(*_SOME, patient=patient) == _TABLE_LEADS


def test_no_table_leads_where_a_row_holds_all_of_it_or_none_holds_any() -> None:
    assert _gain(*_SOME, _WHOLE, patient=_FROM_20_TO_40) == 1
    assert _gain(_passage(_DOSE, "cza", "(50, )"), patient=_FROM_20_TO_40) == 1
    assert _gain(_passage(_DOSE, "cza"), patient=_FROM_20_TO_40) == 1
    assert _gain(*_SOME, patient=PatientAsked()) == 1
    assert _gain(*_SOME, patient=PatientAsked(kidneys=Kidneys.NORMAL)) == 1


@pytest.mark.parametrize("kind", ["answer", "basis", "statement", _TABLE])
def test_only_a_dose_row_chooses_among_doses(kind: str) -> None:
    assert _gain(*_SOME, _passage(kind, "cza", "(15, 50]"), patient=_FROM_20_TO_40) == _TABLE_LEADS
    assert _gain(_passage(kind, "cza", "(15, 30]"), patient=_FROM_20_TO_40) == 1


def test_no_row_of_another_drug_chooses_for_the_one_that_is_named() -> None:
    assert _gain(*_SOME, _passage(_DOSE, "ast", "(15, 50]"), patient=_FROM_20_TO_40) == _TABLE_LEADS
    assert _gain(_passage(_DOSE, "ast", "(15, 30]"), patient=_FROM_20_TO_40) == 1


@pytest.mark.parametrize("drug", ["cza", "ast"])
def test_where_no_drug_is_named_rows_of_any_choose_and_no_table_leads(drug: str) -> None:
    rows = (_passage(_DOSE, drug, "(15, 30]"), _passage(_DOSE, drug, "(30, 50]"))
    whole = _passage(_DOSE, drug, "(15, 50]")
    assert _gain(*rows, patient=_FROM_20_TO_40, asked=_NO_DRUG) == pytest.approx(0.6)
    assert _gain(*rows, whole, patient=_FROM_20_TO_40, asked=_NO_DRUG) == 1


@pytest.mark.parametrize(
    ("patient", "fit"),
    [
        (PatientAsked(kidneys=Kidneys.NAMED, dialysis=frozenset({HAEMODIALYSIS})), 1.5),
        (PatientAsked(kidneys=Kidneys.NAMED, dialysis=frozenset({CRRT, HAEMODIALYSIS})), 0.5),
        (PatientAsked(kidneys=Kidneys.NAMED, dialysis_open=True), 0.5),
    ],
)
def test_a_row_for_dialysis_counts_less_where_no_drug_is_named(patient: PatientAsked, fit: float) -> None:
    row, other = (_passage(kind, "cza", title=f"x {HAEMODIALYSIS} x") for kind in (_DOSE, "statement"))

    def share(asked: Weighed) -> float:
        of_row, of_other = (ranked([one], [asked], patient)[0].score for one in (row, other))
        return of_row / of_other

    assert share(_DRUG) == pytest.approx(fit)
    assert share(_NO_DRUG) == pytest.approx(0.6 * fit)
