"""One case is assessed by everything at once; what was not said is never taken for its absence."""

from dataclasses import fields, replace

import pytest

from desktop.domain.case import NOBODY, Assessment, Case, Rulebook, assess
from desktop.domain.case_choices import Infusions, Load, Site, Species
from desktop.domain.guidance import Grade
from desktop.domain.kidney import Incomplete, KidneyFunction
from desktop.domain.options import GuidelineOption, Standing
from desktop.domain.provenance import Verification
from desktop.domain.regimen import Phase, Pitfall, Relevance, Severity
from desktop.domain.trigger import trigger
from tests.domain.builders import SOURCE, basis, drug, patient, row


def _pitfall(name: str, severity: str = "stop", **lines: list[str]) -> Pitfall:
    return Pitfall(
        id=name,
        phase=Phase.BEFORE,
        severity=Severity(severity),
        title=name,
        check="a line",
        why="a reason",
        action="an action",
        sources=(SOURCE,),
        claims=(),
        trigger=trigger(lines),
        verification=Verification.SECONDARY,
    )


def _option(name: str, standing: str, regimen: tuple[str, ...], *enzymes: str) -> GuidelineOption:
    return GuidelineOption(
        id=name,
        regimen=regimen,
        standing=Standing(standing),
        issuer=name,
        dated="30-Jul-2026",
        enzymes=frozenset(enzymes),
        grade=Grade(name, "suggested", "not stated", "none"),
        note=None,
        sources=(SOURCE,),
        verification=Verification.SECONDARY,
    )


PAIR = ("ceftazidime-avibactam", "aztreonam")
RULEBOOK = Rulebook(
    drugs=(drug(basis(row("[0, )"))),),
    pitfalls=(
        _pitfall("alone", drugs_all=["aztreonam"], drugs_none=["ceftazidime-avibactam"], enzymes_any=["ndm"]),
        _pitfall("allergic", allergies_any=["cefiderocol"], drugs_any=["cefiderocol"]),
        _pitfall("high", "caution", kidney_any=["clearance from 120"]),
        _pitfall("steady", "caution", kidney_any=["creatinine not steady"]),
        _pitfall("dialysed", "caution", kidney_any=["crrt"]),
        _pitfall("child", "caution", patient_any=["child"]),
        _pitfall("pregnant", "information", patient_any=["may be pregnant"]),
        _pitfall("had", "caution", available_any=["cefiderocol", "aztreonam + ceftazidime-avibactam"]),
        _pitfall("plan", "caution", infusions_any=["staggered"]),
        _pitfall("load", "caution", load_any=["omitted"]),
        _pitfall("where", "information", site_any=["urine"], species_any=["proteus"]),
    ),
    options=(
        _option("new", "preferred", ("cefiderocol",), "ndm"),
        _option("new-2", "alternative", PAIR, "ndm"),
        _option("old", "preferred", PAIR, "ndm", "vim"),
        _option("older", "preferred", PAIR, "ndm", "vim"),
    ),
    not_covered=("the brain",),
)


def _found(case: Case, available: frozenset[str] | None = None) -> list[str]:
    return [finding.id for finding in assess(case, RULEBOOK, available).findings]


def test_nothing_said_finds_nothing_and_checks_nothing() -> None:
    found = assess(Case(), RULEBOOK, None)
    assert (found.findings, found.options, found.answers, found.checks_run) == ((), (), (), ())
    assert isinstance(found.kidney, Incomplete)
    assert len(found.not_checked) == len(found.checklist) == len(RULEBOOK.pitfalls)
    assert {item.relevance for item in found.checklist} == {Relevance.OPEN}
    assert found.not_covered == ("the brain",)


@pytest.mark.parametrize(
    ("case", "found"),
    [
        (Case(drugs=frozenset({"aztreonam"}), enzymes=frozenset({"ndm"})), ["alone"]),
        (Case(drugs=frozenset({"aztreonam"}), enzymes=frozenset({"unknown"})), []),
        (Case(drugs=frozenset({"cefiderocol"}), allergies=frozenset({"cefiderocol"})), ["allergic"]),
        (Case(drugs=frozenset({"cefiderocol"}), allergies=frozenset({"none"})), []),
        (Case(patient=patient(clearance="120")), ["high"]),
        (Case(patient=patient(clearance="119.999")), []),
        (Case(patient=patient(clearance="150", dialysis="crrt")), ["dialysed"]),
        (Case(patient=patient(dialysis="crrt")), ["dialysed"]),
        (Case(patient=patient(dialysis="haemodialysis")), []),
        (Case(patient=patient(unstable=True)), ["steady"]),
        (Case(patient=patient(age="12")), ["child"]),
        (Case(patient=patient(age="55", sex="female")), ["pregnant"]),
        (Case(patient=patient(age="56", sex="female")), []),
        (Case(patient=patient(age="30", sex="male")), []),
        (Case(infusions=Infusions.STAGGERED), ["plan"]),
        (Case(infusions=Infusions.TOGETHER), []),
        (Case(load=Load.OMITTED), ["load"]),
        (Case(site=Site.URINE, species=Species.PROTEUS), ["where"]),
        (Case(site=Site.URINE, species=Species.KLEBSIELLA), []),
    ],
)
def test_every_part_of_the_case_reaches_the_rules(case: Case, found: list[str]) -> None:
    assert _found(case) == found


def test_the_age_alone_does_not_tell_whether_pregnancy_must_be_thought_of() -> None:
    unsaid = assess(Case(patient=patient(age="30")), RULEBOOK, None).not_checked
    assert "pregnant" in [rule.title for rule in unsaid]


def test_what_a_place_has_is_asked_only_once_it_has_said_so() -> None:
    assert _found(Case(), frozenset({"cefiderocol"})) == ["had"]
    assert _found(Case(), frozenset(PAIR)) == ["had"]
    assert _found(Case(), frozenset({"aztreonam"})) == []
    assert "had" in [rule.title for rule in assess(Case(), RULEBOOK, None).not_checked]
    assert "had" in assess(Case(), RULEBOOK, frozenset()).checks_run


def test_doses_are_answered_for_every_drug_and_those_of_the_regimen_can_be_had_alone() -> None:
    case = Case(patient=patient(clearance="42"), drugs=frozenset({"cefiderocol"}))
    found = assess(case, RULEBOOK, None)
    assert isinstance(found.kidney, KidneyFunction)
    assert [answer.drug.slug for answer in found.answers] == ["testicillin"]
    assert found.regimen_answers == ()
    with_it = assess(replace(case, drugs=frozenset({"testicillin"})), RULEBOOK, None)
    assert with_it.regimen_answers == with_it.answers


def _options(found: Assessment) -> list[tuple[tuple[str, ...], str, list[str], bool | None]]:
    return [(o.regimen, o.standing.value, [by.id for by in o.by], o.available) for o in found.options]


def test_options_are_those_for_the_enzyme_in_the_order_of_the_guidelines() -> None:
    ndm = Case(enzymes=frozenset({"ndm"}))
    assert _options(assess(ndm, RULEBOOK, None)) == [
        (("cefiderocol",), "preferred", ["new"], None),
        (PAIR, "alternative", ["new-2"], None),
        (PAIR, "preferred", ["old", "older"], None),
    ]
    assert [option[2] for option in _options(assess(Case(enzymes=frozenset({"vim"})), RULEBOOK, None))] == [
        ["old", "older"]
    ]
    assert assess(Case(enzymes=frozenset({"unknown"})), RULEBOOK, None).options == ()


def test_an_option_that_cannot_be_had_stays_with_the_reason() -> None:
    first, second, _ = assess(Case(enzymes=frozenset({"ndm"})), RULEBOOK, frozenset({"aztreonam"})).options
    assert (first.available, first.why_not) == (False, "Not marked as available here: cefiderocol.")
    assert (second.available, second.missing) == (False, ("ceftazidime-avibactam",))
    assert second.words == "ceftazidime-avibactam with aztreonam"
    (had, *_) = assess(Case(enzymes=frozenset({"ndm"})), RULEBOOK, frozenset({"cefiderocol"})).options
    assert (had.available, had.why_not) == (True, None)


def test_an_option_says_what_the_case_has_against_it() -> None:
    case = Case(enzymes=frozenset({"ndm"}), allergies=frozenset({"cefiderocol"}))
    first, second, _ = assess(case, RULEBOOK, None).options
    assert [stop.id for stop in first.stops] == ["allergic"]
    assert second.stops == ()


def test_an_option_is_told_of_cautions_about_the_allergies_and_about_kidneys_with_all_of_its_drugs() -> None:
    rules = (
        _pitfall("of-an-allergy", "caution", drugs_any=["aztreonam"], allergies_any=["ceftazidime"]),
        _pitfall("of-both", "caution", drugs_all=list(PAIR), kidney_any=["clearance up to 50"]),
        _pitfall("of-one", "caution", drugs_all=["aztreonam"], kidney_any=["clearance up to 50"]),
        _pitfall("of-any", "caution", drugs_any=list(PAIR), kidney_any=["clearance up to 50"]),
        _pitfall("of-no-kidneys", "caution", drugs_all=list(PAIR)),
        _pitfall("lesser", "information", drugs_all=list(PAIR), kidney_any=["clearance up to 50"]),
    )
    case = Case(enzymes=frozenset({"ndm"}), allergies=frozenset({"ceftazidime"}), patient=patient(clearance="50"))
    first, second, _ = assess(case, replace(RULEBOOK, pitfalls=rules), None).options
    assert (first.regimen, first.cautions, second.regimen) == (("cefiderocol",), (), PAIR)
    assert [caution.id for caution in second.cautions] == ["of-an-allergy", "of-both"]
    assert second.stops == ()


def test_only_a_stop_stands_against_an_option() -> None:
    lesser = tuple(_pitfall(severity, severity, drugs_any=["cefiderocol"]) for severity in Severity)
    rulebook = replace(RULEBOOK, pitfalls=lesser)
    first, *_ = assess(Case(enzymes=frozenset({"ndm"})), rulebook, None).options
    assert [stop.id for stop in first.stops] == ["stop"]
    assert first.cautions == ()


@pytest.mark.parametrize(
    ("age", "found"),
    [
        ("9", ["child"]),
        ("10", ["child", "pregnant"]),
        ("17", ["child", "pregnant"]),
        ("18", ["pregnant"]),
        ("54", ["pregnant"]),
        ("55", ["pregnant"]),
        ("56", []),
    ],
)
def test_pregnancy_must_be_thought_of_from_10_to_55_years(age: str, found: list[str]) -> None:
    assert _found(Case(patient=patient(age=age, sex="female"))) == found


@pytest.mark.parametrize(("age", "is_open"), [("9", False), ("10", True), ("17", True), ("55", True), ("56", False)])
def test_without_a_sex_pregnancy_is_not_checked_at_an_age_at_which_it_could_be(age: str, is_open: bool) -> None:
    found = assess(Case(patient=patient(age=age)), RULEBOOK, None)
    assert ("pregnant" in [rule.title for rule in found.not_checked]) is is_open
    assert "child" in found.checks_run


def test_a_rulebook_is_made_by_names() -> None:
    assert all(field.kw_only for field in fields(Rulebook))


def test_a_case_without_a_patient_is_that_of_nobody() -> None:
    assert Case().patient is NOBODY
