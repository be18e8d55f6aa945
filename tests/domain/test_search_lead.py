"""A dose row leads only where it is the patient's; else a table, a refusal or an answer takes its place."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from desktop.domain.drugs import AgeBand
from desktop.domain.search_dialysis import DIALYSIS
from desktop.domain.search_figures import UNKNOWN, Span, exactly
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


_DRUGS_OF = {one: frozenset({"cza", "ast"}) for one in ("pair", "full", "less")} | {
    "all": frozenset({"cza", "ast", "x"})
}


def _leads(*found: Candidate, asked: tuple[Weighed, ...] = (_DRUG,), patient: PatientAsked = _TWENTY) -> str:
    """What leads of what was found in that order."""
    ordered = led([Ranked(one, 10.0 - at) for at, one in enumerate(found)], asked, patient, _DRUGS_OF)
    assert len(ordered) == len(found)
    assert all(one.score >= other.score for one, other in pairwise(ordered))
    return ordered[0].candidate.target


def test_a_row_that_holds_the_clearance_leads_and_nothing_is_found_in_nothing() -> None:
    assert _leads(_row(), _TABLE) == "cza/us/1"
    assert _leads(_row(), _TABLE, asked=(_DRUG, _UNKNOWN)) == "cza/us/1"
    assert led([], [_DRUG], _TWENTY, {}) == []


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
    both = _passage("answer", "pair", "pair with sick kidneys", "cza and ast every 8 hours")
    asked = (_DRUG, _OTHER)
    assert _leads(_row(), _TABLE, _ANSWER, both, asked=asked) == "pair"
    assert _leads(_row(), _ANSWER, _TABLE, asked=asked) == "cza/kidneys"
    for other in (_passage("answer", "all", "kidneys"), _passage("answer", "pair", "pair of what"), _ANSWER):
        assert _leads(other, _TABLE, asked=asked) == "cza/kidneys"
    assert _leads(both, _TABLE, asked=(_DRUG, _ask("fdc", "fdc"))) == "cza/kidneys"
    assert _leads(both, _TABLE, asked=(*asked, _ask("fdc", "fdc"))) == "cza/kidneys"
    assert _leads(_REFUSAL, _row(), _TABLE, asked=asked) == "cza/kidneys"
    assert _leads(_REFERENCE, _TABLE, asked=asked, patient=PatientAsked()) == "paper"
    assert _leads(_row(), _TABLE, asked=(_DRUG, _ask("cza label", "cza"))) == "cza/us/1"


def test_of_a_pair_what_is_for_normal_kidneys_leads_where_each_drug_has_such_a_row_for_the_patient() -> None:
    normal = _passage("answer", "full", "pair with normal kidneys", "cza and ast every 8 hours")
    sick = _passage("answer", "less", "pair with sick kidneys", "cza and ast every 12 hours")
    first, second = (_row(f"{drug}/1", "normal function", "(50, )", drug) for drug in ("cza", "ast"))
    found, asked = (sick, normal, first, second, _TABLE), (_DRUG, _OTHER)
    for clearance, leads in ((60, "full"), (50, "less"), (20, "less")):
        patient = PatientAsked(clearance=exactly(Decimal(clearance)))
        assert _leads(*found, asked=asked, patient=patient) == leads
        assert _leads(*(sick, normal, first, _TABLE), asked=asked, patient=patient) == "less"
    on = PatientAsked(kidneys=Kidneys.NAMED, dialysis=DIALYSIS)
    assert _leads(*found, asked=asked, patient=on) == "less"


def test_a_clearance_that_chooses_no_row_leads_to_the_table_before_an_answer() -> None:
    below = PatientAsked(clearance=Span(UNKNOWN.low, (Decimal(50), -1)))
    assert _leads(_ANSWER, _row(), _TABLE, patient=below) == "cza/kidneys"
    assert _leads(_ANSWER, _row(), _TABLE) == "q"
    assert _leads(_ANSWER, _row(edges="(50, )"), _TABLE) == "q"


def test_a_child_that_no_row_can_be_for_is_led_to_the_refusal_for_its_kidneys_or_its_age() -> None:
    child = PatientAsked(is_child=True, months=48, clearance=exactly(Decimal(20)))
    age, kidneys = (_passage("refusal", one, f"children {one} US label") for one in ("age", "kidneys"))
    row = replace(_row(edges="(50, )", title="cza US label"), ages=AgeBand(24, 216))
    assert _leads(_ANSWER, _REFUSAL, age, kidneys, patient=child) == "age"
    assert _leads(_ANSWER, _REFUSAL, age, kidneys, row, patient=child) == "kidneys"
    assert _leads(_ANSWER, age, kidneys, row, patient=replace(child, clearance=exactly(Decimal(60)))) == "q"
    assert _leads(_ANSWER, age, kidneys, row, patient=replace(child, months=None)) == "age"
    other = _passage("refusal", "other", "children kidneys EU label")
    assert _leads(_ANSWER, other, kidneys, row, asked=(_DRUG, _ask("US")), patient=child) == "kidneys"


def test_what_is_not_covered_leads_where_a_dose_is_asked_for_and_else_only_before_doses() -> None:
    brain, other = "central nervous system", "peritoneal dialysis"
    found = (_passage("answer", one, text=f"not covered: {one}", drug=None) for one in (brain, other))
    of_brain, of_other = found
    asked = (_DRUG, _ask(brain))
    for first in (_row(), _TABLE, _ANSWER, _REFUSAL):
        assert _leads(first, of_other, of_brain, asked=asked) == brain
    assert _leads(_TABLE, of_other, of_brain, asked=asked, patient=PatientAsked()) == brain
    assert _leads(_ANSWER, of_other, of_brain, asked=asked, patient=PatientAsked()) == "q"
    on_other = PatientAsked(kidneys=Kidneys.NAMED, dialysis_other=True)
    assert _leads(_TABLE, of_brain, of_other, patient=on_other) == other
    assert (
        _leads(_row(), _passage("answer", "no", text=f"here not covered: {brain}"), _TABLE, asked=asked) == "cza/us/1"
    )


def test_the_label_of_a_brand_counts_where_none_is_named() -> None:
    brand = Weighed(replace(_DRUG.asked, label=terms_in("EU label")), 1)
    own, foreign = _row("cza/eu/1", "cza EU label"), _row("cza/us/1", "cza US label")
    assert _leads(own, _TABLE, asked=(brand,)) == "cza/eu/1"
    assert _leads(foreign, _TABLE, asked=(brand,)) == "cza/kidneys"
    assert _leads(foreign, _TABLE, asked=(brand, _ask("US"))) == "cza/us/1"
    both = (brand, Weighed(replace(_DRUG.asked, label=terms_in("US label")), 1))
    assert _leads(foreign, _TABLE, asked=both) == "cza/us/1"


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
