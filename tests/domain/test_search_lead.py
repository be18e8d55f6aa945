"""A dose row leads only where it is the patient's; else a table, a refusal or an answer takes its place."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from desktop.domain.drugs import AgeBand
from desktop.domain.search_figures import UNKNOWN, exactly
from desktop.domain.search_fit import Kidneys, PatientAsked
from desktop.domain.search_lead import led
from desktop.domain.search_query import Asked, Meaning
from desktop.domain.search_question import Weighed
from desktop.domain.search_ranking import Candidate, Ranked, candidate
from desktop.domain.search_words import terms_in, words_in
from tests.domain.builders import band

_TWENTY = PatientAsked(clearance=exactly(Decimal(20)))


def _ask(typed: str, drug: str | None = None, *, unknown: bool = False) -> Weighed:
    phrases = (Meaning(terms_in(typed), 1, drug),)
    return Weighed(Asked(tuple(words_in(typed)), phrases, unknown=unknown), 1)


def _passage(kind: str, target: str, title: str = "x", text: str = "y", drug: str | None = "cza") -> Candidate:
    return candidate(1, kind, target, drug, (terms_in(title), "", terms_in(text)))


def _row(target: str = "cza/us/1", title: str = "cza", edges: str = "(15, 30]", drug: str = "cza") -> Candidate:
    return replace(_passage("dose", target, title, drug=drug), band=band(edges))


_TABLE, _ANSWER = _passage("table", "cza/kidneys"), _passage("answer", "q", drug=None)
_REFUSAL, _REFERENCE = _passage("refusal", "no"), _passage("reference", "paper", drug=None)
_DRUG, _OTHER, _UNKNOWN = _ask("cza", "cza"), _ask("ast", "ast"), _ask("qwerty", unknown=True)


def _leads(*found: Candidate, asked: tuple[Weighed, ...] = (_DRUG,), patient: PatientAsked = _TWENTY) -> str:
    """What leads of what was found in that order."""
    ordered = led([Ranked(one, 10.0 - at) for at, one in enumerate(found)], asked, patient)
    assert len(ordered) == len(found)
    assert all(one.score >= other.score for one, other in pairwise(ordered))
    return ordered[0].candidate.target


def test_a_row_that_holds_the_clearance_leads_and_nothing_is_found_in_nothing() -> None:
    assert _leads(_row(), _TABLE) == "cza/us/1"
    assert _leads(_row(), _TABLE, asked=(_DRUG, _UNKNOWN)) == "cza/us/1"
    assert led([], [_DRUG], _TWENTY) == []


@pytest.mark.parametrize(
    "patient",
    [PatientAsked(), PatientAsked(clearance=UNKNOWN), PatientAsked(clearance=exactly(Decimal(40)))],
)
def test_a_row_that_nothing_chose_gives_way_to_the_table(patient: PatientAsked) -> None:
    assert _leads(_row(), _REFERENCE, _ANSWER, _TABLE, patient=patient) == "cza/kidneys"
    assert _leads(_row(), _passage("table", "ast/kidneys", drug="ast"), _ANSWER, patient=patient) == "q"
    assert _leads(_row(), _REFERENCE, _REFUSAL, patient=patient) == "no"
    assert _leads(_row(), _REFERENCE, patient=patient) == "paper"
    assert _leads(_row(), patient=patient) == "cza/us/1"


def test_beside_an_unknown_word_only_a_clearance_or_dialysis_chooses_a_row() -> None:
    row = _row(edges="(50, )")
    normal = PatientAsked(kidneys=Kidneys.NORMAL)
    assert _leads(row, _TABLE, patient=normal) == "cza/us/1"
    assert _leads(row, _TABLE, asked=(_DRUG, _UNKNOWN), patient=normal) == "cza/kidneys"
    of_dialysis = replace(row, terms=f" {terms_in('haemodialysis')} | | ", words_at=len(terms_in("haemodialysis")) + 2)
    on = PatientAsked(kidneys=Kidneys.NAMED, dialysis=frozenset({terms_in("haemodialysis")}))
    assert _leads(of_dialysis, _TABLE, asked=(_DRUG, _UNKNOWN), patient=on) == "cza/us/1"


def test_a_child_is_led_to_no_table_of_adults_and_to_no_row_where_its_kidneys_are_sick() -> None:
    row = replace(_row(edges="(50, )"), ages=AgeBand(24, 216))
    child = PatientAsked(is_child=True, months=48)
    assert _leads(row, _TABLE, _ANSWER, patient=child) == "cza/us/1"
    assert _leads(row, _TABLE, _ANSWER, asked=(_DRUG, _UNKNOWN), patient=child) == "q"
    assert _leads(row, _TABLE, _REFUSAL, patient=replace(child, kidneys=Kidneys.NAMED)) == "no"


def test_a_row_of_no_drug_that_is_named_gives_way_to_an_answer() -> None:
    assert _leads(_row(), _TABLE, _ANSWER, asked=(_ask("dose"),)) == "q"
    assert _leads(_row(drug="ast"), _TABLE, _ANSWER) == "cza/kidneys"


def test_of_two_drugs_what_speaks_of_both_leads_before_a_table_and_no_refusal_of_one() -> None:
    both = _passage("answer", "pair", text="cza and ast every 8 hours")
    asked = (_DRUG, _OTHER)
    assert _leads(_row(), _TABLE, _ANSWER, both, asked=asked) == "pair"
    assert _leads(_row(), _ANSWER, _TABLE, asked=asked) == "cza/kidneys"
    assert _leads(_REFUSAL, _row(), _TABLE, asked=asked) == "cza/kidneys"
    assert _leads(_REFERENCE, _TABLE, asked=asked, patient=PatientAsked()) == "paper"
    assert _leads(_row(), _TABLE, asked=(_DRUG, _ask("cza label", "cza"))) == "cza/us/1"


def test_a_row_of_another_source_than_the_label_that_is_named_gives_way() -> None:
    asked = (_DRUG, _ask("US"))
    assert _leads(_row(title="cza consensus"), _TABLE, asked=asked) == "cza/kidneys"
    assert _leads(_row(title="cza US label"), _TABLE, asked=asked) == "cza/us/1"


def test_rows_of_one_source_for_different_uses_lead_where_one_use_is_named() -> None:
    first, second = _row("cza/us/1", "cza urine"), _row("cza/us/2", "cza lung")
    assert _leads(first, second, _TABLE) == "cza/kidneys"
    assert _leads(first, second, _TABLE, asked=(_DRUG, _ask("urine"))) == "cza/us/1"
    assert _leads(first, _row("cza/eu/1", "cza lung"), _TABLE) == "cza/us/1"
    assert _leads(first, _row("cza/us/2", "cza lung", "(30, )"), _TABLE) == "cza/us/1"


def test_an_answer_that_prints_a_dose_leads_nobody_who_gave_a_clearance() -> None:
    prints = _passage("answer", "full", text="2 g every 8 hours", drug=None)
    assert _leads(prints, _ANSWER, asked=(_ask("half"),)) == "q"
    assert _leads(prints, _ANSWER, _TABLE) == "cza/kidneys"
    assert _leads(prints, _ANSWER, patient=PatientAsked()) == "full"
