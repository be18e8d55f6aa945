"""Of dialysis that is named the words around it say whether the patient is on it, and of which kind."""

import pytest

from desktop.domain.search_denial import Mention, Standing, standing
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


OFF = (
    *("no dialysis", "not on HD", "never dialysed", "without dialysis", "non-dialysis", "no RRT", "dialysis: no"),
    *("dialysis not needed", "dialysis no longer needed", "dialysis is not required", "dialysis not yet started"),
    *("isn't on dialysis", "hasn't started dialysis", "no CRRT or dialysis", "not on the filter", "on dialysis: none"),
    *(
        "has had no dialysis",
        "no more dialysis",
        "not dialysis dependent",
        "neither HD nor CRRT",
        "no need of dialysis",
    ),
    *("no longer needs dialysis", "no longer requires dialysis", "hasn't needed dialysis", "not had any dialysis"),
    *("no acute dialysis", "not on regular HD", "not on maintenance HD", "no chronic dialysis", "no form of dialysis"),
    *("no indication for dialysis", "not yet on dialysis", "does not have dialysis", "not currently on dialysis"),
    *("dialysis independent", "dialysis free", "not receiving dialysis", "never ever been on dialysis"),
)
ON = (
    *("dialysis", "on dialysis", "on HD", "not eating, on dialysis", "dialysis, no fever", "after dialysis"),
    *(
        "on dialysis via fistula",
        "dialysis line, on dialysis",
        "CRRT stopped, now on dialysis",
        "not CRRT but dialysis",
    ),
    *("CRRT stopped now on dialysis", "was on CRRT, still on HD", "not well, currently dialysis", "given on dialysis"),
    *("on dialysis since last year", "started dialysis last week", "dialysis began 2 years ago", "HD, line in place"),
    *("fever: no, on dialysis", "kpc fever: no, on dialysis", "dialysis dependent", "extended infusion dialysis"),
    *("peritoneal sepsis on dialysis", "kpc extended infusion on dialysis", "which will be given on dialysis"),
    *("dialysis may help", "dialysis three times a week", "start now on HD", "dialysis free of pain"),
)
OPEN = (
    *("off dialysis", "dialysis stopped", "dialysis was stopped", "was on dialysis", "used to be on dialysis"),
    *("history of dialysis", "had dialysis", "just had HD", "dialysis previously", "dialysis 3 months ago"),
    *("dialysis last year", "may need dialysis", "will start dialysis", "awaiting dialysis", "dialysis planned"),
    *("planned for HD", "planning HD", "considering HD", "likely to need HD", "going to start HD", "HD tomorrow"),
    *("dialysis starts tomorrow", "MWF HD tomorrow", "before dialysis starts", "pre-dialysis", "day off dialysis"),
    *("days off dialysis", "dialysis line", "dialysis catheter infection", "HD access", "CRRT stopped", "CRRT off"),
    *("came off dialysis", "came off dialysis yesterday", "weaned from dialysis", "ex dialysis", "on dialysis stopped"),
    *("never stopped dialysis", "not off dialysis", "on non-dialysis day", "no dialysis today", "no HD for 2 days"),
    *("missed dialysis", "refuses dialysis", "dialysis refused", "declined dialysis", "can't tolerate dialysis"),
    *("cannot have dialysis", "dialysis contraindicated", "denies dialysis", "avoid dialysis", "dialysis withheld"),
    *("on dialysis no fever", "dialysis no rash", "not just on HD", "HD off antibiotics", "dialysis not tolerated"),
    *("recovering after dialysis", "could he need HD", "HD until monday", "no heparin on dialysis", "not now on HD"),
)


def _both_ways(typed: str, **how: bool) -> tuple[DialysisSaid, DialysisSaid]:
    """What is understood where a clearance stands in front, and where it stands behind without any sign between."""
    return _said(f"crcl 40 {typed}", **how), _said(f"{typed} crcl 40", **how)


@pytest.mark.parametrize("typed", OFF)
def test_what_is_denied_in_so_many_words_is_no_dialysis(typed: str) -> None:
    for said in _both_ways(typed):
        assert said.kinds == frozenset()
        assert said.is_named
        assert not said.is_open
        assert said.denied


@pytest.mark.parametrize("typed", ON)
def test_dialysis_stands_where_nothing_is_said_against_it(typed: str) -> None:
    for said in _both_ways(typed):
        assert said.kinds == {HAEMODIALYSIS}
        assert not said.is_open


@pytest.mark.parametrize("typed", OPEN)
def test_what_is_past_to_come_in_doubt_or_part_of_another_thing_stays_open(typed: str) -> None:
    for said in _both_ways(typed):
        assert said.kinds == frozenset()
        assert said.is_named
        assert said.is_open


def test_of_two_kinds_the_one_that_runs_counts_and_one_that_is_open_only_alone() -> None:
    assert _said("CRRT stopped, on HD") == DialysisSaid(
        frozenset({HAEMODIALYSIS}), is_named=True, denied=frozenset({0, 1})
    )
    assert _said("no CRRT, HD stopped") == DialysisSaid(is_named=True, is_open=True, denied=frozenset({0, 1, 3}))
    assert _said("peritoneal dialysis") == DialysisSaid(is_named=True, is_other=True)
    assert _said("peritoneal dialysis stopped") == DialysisSaid(is_named=True, is_other=True, denied=frozenset({2}))


def test_before_dialysis_is_said_of_a_session_unless_a_clearance_is_given() -> None:
    for typed in ("before dialysis", "prior to dialysis"):
        assert _said(typed, figure=False).kinds == {HAEMODIALYSIS}
        assert _said(typed).is_open
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


def test_with_a_denial_go_the_words_that_make_it_and_no_others() -> None:
    assert _said("kpc not on the filter").denied == {1, 2, 3, 4}
    assert _said("kpc no longer needs dialysis 40").denied == {1, 2, 3, 4}
    assert _said("kpc dialysis no longer needed 40").denied == {1, 2, 3, 4}
    assert _said("kpc on dialysis: no, ndm").denied == {2, 3}
    assert _said("kpc no CRRT or HD ndm").denied == {1, 2, 3, 4}
    assert _said("kpc no CRRT, on HD").denied == {1, 2}
    assert _said("kpc dialysis stopped").denied == {2}
    assert _said("kpc going to start HD").denied == {1, 2}
    assert _said("kpc CRRT stopped, on HD").denied == {1, 2}
    assert _said("kpc on the filter stopped, on HD").denied == {1, 2, 3, 4}
    for typed in ("kpc on dialysis", "kpc stopped, now on dialysis", "kpc dialysis line in place 40"):
        assert _said(typed).denied == frozenset()


@pytest.mark.parametrize(("typed", "is_named"), [("kpc", False), ("dialysis", True), ("esrd", True), ("krt", True)])
def test_dialysis_is_named_by_itself_or_by_what_makes_it_likely(typed: str, is_named: bool) -> None:
    assert _said(typed).is_named is is_named


def test_no_dialysis_is_said_of_its_own_accord() -> None:
    assert DialysisSaid() == DialysisSaid(frozenset(), is_named=False, is_other=False, denied=frozenset())


def test_a_mention_takes_every_place_from_its_first_word_to_its_last() -> None:
    assert Mention(2, 5, DIALYSIS).places == {2, 3, 4, 5}


@pytest.mark.parametrize(
    ("typed", "stands", "places"),
    [
        ("kpc not on dialysis", Standing.OFF, {1, 2, 3}),
        ("kpc stopped now dialysis", Standing.ON, set()),
        ("kpc past now in dialysis", Standing.OPEN, {1}),
        ("kpc may dialysis need", Standing.OPEN, {1, 3}),
        ("kpc ok dialysis", Standing.ON, set()),
    ],
)
def test_the_words_that_deny_or_leave_open_are_told_with_it(typed: str, stands: Standing, places: set[int]) -> None:
    query = read_query(typed)
    at = next(at for at, word in enumerate(query.words) if word.letters == "dialysis")
    mention = Mention(at, at, DIALYSIS)
    assert standing(query, mention, [mention], names_figure=False) == (stands, frozenset(places))
