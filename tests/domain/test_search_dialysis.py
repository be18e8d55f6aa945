"""Of dialysis that is named the words around it say whether the patient is on it, and of which kind."""

import pytest

from desktop.domain.search_denial import Mention
from desktop.domain.search_dialysis import CRRT, DIALYSIS, HAEMODIALYSIS, DialysisSaid, dialysis_said
from desktop.domain.search_query import Meaning, asked_of, read_query
from desktop.domain.search_words import terms_in

_RRT = terms_in("renal replacement therapy")
_MEANINGS = {
    terms_in("dialysis"): [Meaning(HAEMODIALYSIS, 0.8)],
    "hd": [Meaning(HAEMODIALYSIS, 0.75)],
    "crrt": [Meaning(CRRT, 0.8)],
    terms_in("on the filter"): [Meaning(CRRT, 0.8)],
    "rrt": [Meaning(_RRT, 0.8), Meaning(HAEMODIALYSIS, 0.6), Meaning(CRRT, 0.6)],
    "esrd": [Meaning(HAEMODIALYSIS, 0.74)],
    "krt": [Meaning(_RRT, 0.8)],
    terms_in("filtered"): [Meaning(HAEMODIALYSIS, 0.8), Meaning(CRRT, 0.8)],
    terms_in("dialysis dependent"): [Meaning(HAEMODIALYSIS, 0.74)],
}
_IGNORED = {"on", "not", "no", "is"}


def _said(typed: str, *, figure: bool = True) -> DialysisSaid:
    query = read_query(typed)
    return dialysis_said(query, asked_of(query, _MEANINGS, _IGNORED), names_figure=figure)


@pytest.mark.parametrize(
    "typed",
    [
        *("no dialysis", "not on HD", "off dialysis", "never dialysed", "without dialysis", "non-dialysis", "no RRT"),
        *(
            "dialysis stopped",
            "dialysis was stopped",
            "dialysis not needed",
            "dialysis no longer needed",
            "dialysis: no",
        ),
        *(
            "isn't on dialysis",
            "hasn't started dialysis",
            "dialysis not yet started",
            "no CRRT or dialysis",
            "dialysis no",
        ),
        *("was on dialysis", "used to be on dialysis", "history of dialysis", "had dialysis", "dialysis previously"),
        *("dialysis 3 months ago", "dialysis last year", "before dialysis", "before dialysis starts", "pre-dialysis"),
        *(
            "may need dialysis",
            "will start dialysis",
            "awaiting dialysis",
            "dialysis planned",
            "dialysis starts tomorrow",
        ),
        *("dialysis line", "dialysis catheter infection", "HD access", "not on the filter", "CRRT stopped"),
        *("on dialysis: no", "came off dialysis", "has had no dialysis", "no more dialysis", "on dialysis stopped"),
        *("dialysis stopped but septic", "kpc dialysis stopped but septic", "not dialysis dependent"),
    ],
)
def test_what_is_denied_past_to_come_or_part_of_another_thing_is_no_dialysis(typed: str) -> None:
    said = _said(f"crcl 40 {typed}")
    assert said.kinds == frozenset()
    assert said.is_named
    assert said.denied


@pytest.mark.parametrize(
    "typed",
    [
        *("dialysis", "on dialysis", "on HD", "not eating, on dialysis", "dialysis, no fever", "on dialysis no fever"),
        *(
            "never stopped dialysis",
            "not off dialysis",
            "on non-dialysis day",
            "off on a dialysis day",
            "day off dialysis",
        ),
        *("had dialysis this morning", "was on dialysis today", "finished dialysis 2 hours ago", "after dialysis"),
        *(
            "last dialysis tomorrow",
            "next dialysis tomorrow",
            "started dialysis last week",
            "on dialysis since last year",
        ),
        *("on dialysis may need more", "on dialysis off drugs", "on dialysis free of pain", "on dialysis via fistula"),
        *(
            "dialysis line, on dialysis",
            "CRRT stopped now on dialysis",
            "on dialysis line infection",
            "dialysis may help",
        ),
        *("not normal on dialysis", "used for dialysis", "which will be given on dialysis", "not CRRT but dialysis"),
        *("on dialysis no longer febrile", "dialysis not stopped", "dialysis, line in place", "plan: on dialysis"),
        *("fever: no, on dialysis", "kpc fever: no, on dialysis", "dialysis dependent", "extended infusion dialysis"),
        *("peritoneal sepsis on dialysis", "kpc extended infusion on dialysis"),
    ],
)
def test_dialysis_stands_where_something_else_is_denied(typed: str) -> None:
    assert _said(f"crcl 40 {typed}").kinds == {HAEMODIALYSIS}


def test_before_dialysis_is_said_of_a_session_unless_it_has_not_started_or_a_clearance_is_given() -> None:
    assert _said("before dialysis", figure=False).kinds == {HAEMODIALYSIS}
    assert _said("before dialysis starts", figure=False).kinds == frozenset()
    assert _said("before or after dialysis").kinds == {HAEMODIALYSIS}


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("RRT", DIALYSIS),
        ("RRT for a month", DIALYSIS),
        ("intermittent RRT", {HAEMODIALYSIS}),
        ("RRT session", {HAEMODIALYSIS}),
        ("RRT three times a week", {HAEMODIALYSIS}),
        ("RRT 3x weekly", {HAEMODIALYSIS}),
        ("continuous RRT", {CRRT}),
        ("RRT continuously", {CRRT}),
        ("continuous infusion RRT", DIALYSIS),
        ("continuous a b RRT", {CRRT}),
        ("continuous a b c RRT", DIALYSIS),
        ("kpc RRT continuously", {CRRT}),
        ("kpc dry RRT continuously", {CRRT}),
        ("RRT dry continuously", DIALYSIS),
        ("filtered", DIALYSIS),
        ("filtered session", {HAEMODIALYSIS}),
        ("continuous dialysis", {CRRT}),
        ("CRRT", {CRRT}),
        ("CRRT session", {CRRT}),
        ("on the filter", {CRRT}),
        ("HD and CRRT", DIALYSIS),
    ],
)
def test_dialysis_of_no_named_kind_is_of_either_unless_a_word_says_which(typed: str, kinds: set[str]) -> None:
    assert _said(typed).kinds == kinds


@pytest.mark.parametrize("typed", ["SLED", "PIRRT", "peritoneal dialysis", "slow extended dialysis"])
def test_some_dialysis_is_of_a_kind_without_rows(typed: str) -> None:
    said = _said(typed)
    assert said.is_other
    assert said.kinds == frozenset()
    assert not _said("dialysis").is_other


def test_a_hint_makes_dialysis_likely_where_neither_a_clearance_nor_dialysis_is_named() -> None:
    assert _said("esrd", figure=False).kinds == {HAEMODIALYSIS}
    assert _said("esrd").kinds == frozenset()
    assert _said("esrd no dialysis", figure=False).kinds == frozenset()
    assert _said("esrd no dialysis").denied == {0, 1, 2}


def test_with_a_denial_goes_what_says_nothing_without_it() -> None:
    assert _said("kpc came off dialysis now 40").denied == {1, 2, 3, 4}
    assert _said("kpc dialysis line in place 40").denied == {1, 2, 3, 4}
    assert _said("kpc CRRT stopped now on dialysis").denied == {1, 2, 3, 4}
    assert _said("kpc on dialysis").denied == frozenset()
    assert _said("kpc not on the filter").denied == {1, 2, 3, 4}
    assert _said("kpc on the filter stopped now on dialysis").denied == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize(("typed", "is_named"), [("kpc", False), ("dialysis", True), ("esrd", True), ("krt", True)])
def test_dialysis_is_named_by_itself_or_by_what_makes_it_likely(typed: str, is_named: bool) -> None:
    assert _said(typed).is_named is is_named


def test_no_dialysis_is_said_of_its_own_accord() -> None:
    assert DialysisSaid() == DialysisSaid(frozenset(), is_named=False, is_other=False, denied=frozenset())


def test_a_mention_takes_every_place_from_its_first_word_to_its_last() -> None:
    assert Mention(2, 5, DIALYSIS).places == {2, 3, 4, 5}


@pytest.mark.parametrize(
    "typed",
    [
        *("HD off antibiotics", "HD stopped heparin", "which dose to start on haemodialysis", "start now on HD"),
        *("plan for dialysis patient", "planning for HD patient", "weaned to HD", "stopped CRRT and started HD"),
        *("on dialysis for the last month", "has had dialysis for years", "not just on HD", "no dialysis today"),
        *("when to start on HD", "dialysis not tolerated well", "no heparin on dialysis", "missed dialysis"),
    ],
)
def test_whoever_is_on_dialysis_is_not_taken_for_somebody_who_is_not(typed: str) -> None:
    assert _said(f"crcl 40 {typed}").kinds == {HAEMODIALYSIS}
    assert _said(f"{typed} crcl 40").kinds == {HAEMODIALYSIS}


@pytest.mark.parametrize(
    "typed", ["CRRT off vasopressors", "CRRT stopped heparin", "start now on CRRT", "CRRT off heparin"]
)
def test_what_is_stopped_beside_continuous_therapy_is_not_the_therapy(typed: str) -> None:
    assert _said(f"{typed} crcl 60").kinds == {CRRT}


@pytest.mark.parametrize(
    "typed",
    [
        *("neither HD nor CRRT", "can't have dialysis", "cannot have dialysis", "dialysis withheld", "denies dialysis"),
        *("dialysis contraindicated", "unsuitable for dialysis", "avoid dialysis", "last dialysis 2020"),
        *("CRRT about to be started", "dialysis declined"),
    ],
)
def test_more_ways_to_deny_it_are_understood(typed: str) -> None:
    assert _said(f"crcl 40 {typed}").kinds == frozenset()
