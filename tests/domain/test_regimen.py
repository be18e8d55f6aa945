"""The checklist loses nothing, findings are gravest first, and a review counts only with a name under it."""

from dataclasses import replace
from itertools import product

import pytest

from desktop.domain.guidance import Review
from desktop.domain.provenance import VERIFICATION_MEANING, VERIFICATION_WORDS, Verification
from desktop.domain.regimen import (
    PHASE_WORDS,
    SUBJECT_WORDS,
    NotChecked,
    Phase,
    Pitfall,
    Relevance,
    Severity,
    checked,
    checklist,
    checks_run,
    findings,
    missing_words,
    not_checked,
)
from desktop.domain.trigger import Subject, trigger
from tests.domain.builders import SOURCE, facts


def _pitfall(name: str, severity: str, phase: str, **lines: list[str]) -> Pitfall:
    return Pitfall(
        id=name,
        phase=Phase(phase),
        severity=Severity(severity),
        title=f"title of {name}",
        check="a line",
        why="a reason",
        action="an action",
        sources=(SOURCE,),
        claims=(),
        trigger=trigger(lines),
        verification=Verification.SECONDARY,
    )


PITFALLS = (
    _pitfall("first", "information", "before", drugs_any=["a"]),
    _pitfall("second", "stop", "before", drugs_any=["b"], enzymes_any=["e"]),
    _pitfall("third", "caution", "start", species_any=["s"]),
    _pitfall("fourth", "stop", "start", drugs_any=["a", "b"]),
    _pitfall("fifth", "caution", "before", drugs_any=["a"]),
)


def test_findings_are_gravest_first_and_otherwise_in_the_order_of_the_library() -> None:
    known = facts({"a", "b"}, {"e"}, species={"s"})
    found = findings(checked(PITFALLS, known), known)
    assert [finding.id for finding in found] == ["second", "fourth", "third", "fifth", "first"]
    assert findings(checked(PITFALLS, {}), {}) == ()


def test_a_finding_says_what_of_the_case_set_it_off_and_all_that_the_pitfall_says() -> None:
    known = facts({"a", "b"}, {"e", "f"})
    (finding,) = findings(checked(PITFALLS[1:2], known), known)
    assert finding.triggered_by == {"drugs": ("b",), "enzymes": ("e",)}
    assert (finding.severity, finding.title) == (Severity.STOP, "title of second")
    assert (finding.because, finding.action) == ("a reason", "an action")
    assert (finding.sources, finding.verification, finding.sides) == ((SOURCE,), Verification.SECONDARY, ())


def test_the_checklist_goes_by_phase_with_the_pressing_first_and_leaves_none_out() -> None:
    known = facts({"a"})
    items = checklist(checked(PITFALLS, known), known)
    assert [(item.pitfall.id, item.relevance) for item in items] == [
        ("first", Relevance.RELEVANT),
        ("fifth", Relevance.RELEVANT),
        ("second", Relevance.SETTLED),
        ("fourth", Relevance.RELEVANT),
        ("third", Relevance.OPEN),
    ]
    assert items[4].missing == (Subject.SPECIES,)
    assert items[0].missing == items[2].missing == ()
    assert {item.relevance for item in checklist(checked(PITFALLS, {}), {})} == {Relevance.OPEN}


@pytest.mark.parametrize(
    ("known", "relevance"),
    [
        ({}, Relevance.OPEN),
        ({"enzymes": {"e"}}, Relevance.OPEN),
        ({"enzymes": {"f"}}, Relevance.SETTLED),
        ({"species": {"s"}, "enzymes": {"f"}}, Relevance.RELEVANT),
        ({"species": {"t"}, "enzymes": {"e"}}, Relevance.SETTLED),
    ],
)
def test_a_line_is_open_only_where_it_is_said_to_be_but_never_hides_a_finding(
    known: dict[str, set[str]], relevance: Relevance
) -> None:
    pitfall = replace(PITFALLS[2], open_where=trigger({"enzymes_any": ["e"]}))
    case = facts(**known)
    rules = checked([pitfall], case)
    (item,) = checklist(rules, case)
    assert item.relevance is relevance
    assert bool(item.missing) is (relevance is Relevance.OPEN)
    assert bool(findings(rules, case)) is (relevance is Relevance.RELEVANT)


def test_every_rule_is_either_checked_or_says_what_it_would_need() -> None:
    known = facts({"b"})
    rules = checked(PITFALLS, known)
    assert checks_run(rules) == ("title of first", "title of fourth", "title of fifth")
    assert [rule.words for rule in not_checked(rules, known)] == [
        "title of second: not said is enzyme",
        "title of third: not said is species",
    ]
    assert len(checks_run(rules)) + len(not_checked(rules, known)) == len(PITFALLS)
    (both,) = not_checked(checked(PITFALLS[1:2], {}), {})
    assert both.words == "title of second: not said is regimen, enzyme"


@pytest.mark.parametrize(
    ("status", "reviewers"),
    list(product(["submitted", "under-review", "approved", "Approved", ""], [(), ("A. Doctor",)])),
)
def test_content_is_reviewed_only_when_a_named_clinician_has_approved_it(
    status: str, reviewers: tuple[str, ...]
) -> None:
    review = Review(status, "waiting", reviewers)
    signed = status == "approved" and reviewers == ("A. Doctor",)
    assert review.is_signed is signed
    assert review.words == ("Reviewed by A. Doctor" if signed else "Not clinically reviewed")


def test_every_reviewer_is_named() -> None:
    assert Review("approved", "done", ("A. Doctor", "B. Pharmacist")).words == "Reviewed by A. Doctor, B. Pharmacist"


def test_every_phase_and_every_verification_has_words() -> None:
    assert list(PHASE_WORDS.items()) == [
        (Phase.BEFORE, "Before the start"),
        (Phase.START, "At the start"),
        (Phase.AFTER_48_TO_72_HOURS, "At 48 to 72 hours"),
        (Phase.DE_ESCALATION, "De-escalation"),
    ]
    assert set(PHASE_WORDS) == set(Phase)
    assert set(SUBJECT_WORDS) == set(Subject)
    assert set(VERIFICATION_WORDS) == set(VERIFICATION_MEANING) == set(Verification)
    assert len(set(VERIFICATION_WORDS.values())) == len(Verification)


def test_rules_that_were_not_checked_are_told_by_what_they_would_need() -> None:
    rules = (
        NotChecked("one", (Subject.ENZYMES,)),
        NotChecked("two", (Subject.ENZYMES, Subject.SPECIES)),
        NotChecked("three", (Subject.ENZYMES,)),
    )
    first, second = rules[0].missing_words, rules[1].missing_words
    assert missing_words(rules) == {first: ["one", "three"], second: ["two"]}
