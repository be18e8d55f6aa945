"""Of dialysis that is named the words around it say whether the patient is on it, and of which kind."""

from decimal import Decimal

import pytest

from desktop.domain.search_denial import Around, Mention, Standing, standing
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
    known = frozenset(at for at, word in enumerate(query.words) if word.letters in ("crcl", "40"))
    drugs = frozenset(at for at, word in enumerate(query.words) if word.letters == "kpc")
    around = Around(drugs, known, names_clearance=figure)
    return dialysis_said(query, asked_of(query, _MEANINGS, _IGNORED), around)


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
RUNNING = (
    *("on dialysis", "on HD", "not eating, on dialysis", "on dialysis, no fever", "after dialysis session"),
    *("dialysis line, on dialysis", "CRRT stopped, now on dialysis", "was on CRRT, still on HD", "kpc on dialysis"),
    *("not well, currently dialysis", "given on dialysis", "on dialysis since last year", "started dialysis last week"),
    *(
        "dialysis began 2 years ago",
        "fever: no, kpc on dialysis",
        "dialysis dependent",
        "extended infusion on dialysis",
    ),
    *("dialysis three times a week", "HD 3x weekly", "thrice weekly HD", "HD mwf", "on HD for 3 months", "ongoing HD"),
    *("regular HD", "maintenance HD", "receives HD", "intermittent dialysis", "HD tues thurs sat", "on HD (mwf)"),
    *("not CRRT but on dialysis", "between dialysis sessions", "stopped kpc on HD", "on HD kpc stopped"),
)
BARE = (
    "dialysis",
    "HD",
    "after dialysis",
    "dialysis dose",
    "what dose for dialysis patients",
    "HD, line in place",
    "esrd HD",
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
    *("on dialysis via fistula", "dialysis may help", "dialysis free of pain", "CRRT stopped now on dialysis"),
    *(
        "w/o dialysis",
        "nil dialysis",
        "zero dialysis",
        "nt on dialysis",
        "neg for dialysis",
        "hd -ve",
        "HD N",
        "HD held",
    ),
    *("dialysis n", "hd on hold", "hd cancelled", "hd paused", "d/c HD", "dc'd hd", "unable to have dialysis", "HD 0"),
    *("dialysis unavailable", "if on dialysis", "dialysis unit", "hd ward", "on HD 5 (hospital day)", "HD, stopped"),
    *("on HD (held)", "HD 3 weeks ago", "starting HD", "on HD 1 week ago", "HD x", "to be started on HD"),
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


@pytest.mark.parametrize("typed", RUNNING)
def test_dialysis_runs_where_a_word_says_so_and_none_beside_it_could_say_otherwise(typed: str) -> None:
    for said in (*_both_ways(typed), _said(typed, figure=False)):
        assert said.kinds == {HAEMODIALYSIS}
        assert not said.is_open


@pytest.mark.parametrize("typed", BARE)
def test_a_bare_mention_counts_for_itself_and_stays_open_beside_a_clearance(typed: str) -> None:
    assert _said(typed, figure=False).kinds == {HAEMODIALYSIS}
    for said in _both_ways(typed):
        assert said.kinds == frozenset()
        assert said.is_open


@pytest.mark.parametrize("typed", OPEN)
def test_what_is_past_to_come_in_doubt_or_part_of_another_thing_stays_open(typed: str) -> None:
    for said in (*_both_ways(typed), _said(typed, figure=False)):
        assert said.kinds == frozenset()
        assert said.is_named
        assert said.is_open


def test_an_effluent_rate_is_one_of_continuous_therapy() -> None:
    assert _said("effluent 2.5 l/h") == DialysisSaid(
        frozenset({CRRT}), effluent=Decimal("2.5"), is_named=True, denied=frozenset({1, 2, 3})
    )
    assert _said("effluent").kinds == {CRRT}
    assert _said("on CRRT effluent 2 l/h").kinds == {CRRT}
    assert _said("on HD, effluent 2 l/h").kinds == DIALYSIS
    for typed in ("CRRT stopped, effluent 2 l/h", "no CRRT effluent", "crcl 40 CRRT effluent 2 l/h"):
        assert _said(typed).is_open
        assert _said(typed).kinds == frozenset()


def test_of_two_kinds_the_one_that_runs_counts_and_one_that_is_open_only_alone() -> None:
    assert _said("CRRT stopped, on HD") == DialysisSaid(
        frozenset({HAEMODIALYSIS}), is_named=True, denied=frozenset({0, 1})
    )
    assert _said("no CRRT, HD stopped") == DialysisSaid(is_named=True, is_open=True, denied=frozenset({0, 1, 3}))
    assert _said("peritoneal dialysis") == DialysisSaid(is_named=True, is_other=True)
    assert _said("peritoneal dialysis stopped") == DialysisSaid(is_named=True, is_other=True)


def test_before_dialysis_is_said_of_a_session_unless_a_clearance_is_given() -> None:
    for typed in ("before dialysis", "prior to dialysis"):
        assert _said(typed, figure=False).kinds == {HAEMODIALYSIS}
        assert _said(typed).is_open
    assert _said("before dialysis sessions").kinds == {HAEMODIALYSIS}


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
        ("continuous veno venous RRT", {CRRT}),
        ("continuous veno venous infusion rate RRT", DIALYSIS),
        ("continuous kpc dose for RRT", DIALYSIS),
        ("extended infusion HD", {HAEMODIALYSIS}),
        ("kpc RRT continuously", {CRRT}),
        ("kpc dose RRT continuously", {CRRT}),
        ("RRT dose continuously", DIALYSIS),
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
    assert _said(typed, figure=False).kinds == kinds


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
    assert _said("kpc going to start HD").denied == {1, 3}
    assert _said("kpc CRRT stopped, on HD").denied == {1, 2}
    assert _said("kpc on the filter stopped, on HD").denied == {1, 2, 3, 4}
    assert _said("kpc dialysis line in place 40").denied == {2, 4}
    for typed in ("kpc on dialysis", "kpc stopped, now on dialysis", "kpc peritoneal dialysis stopped"):
        assert _said(typed).denied == frozenset()


@pytest.mark.parametrize(("typed", "is_named"), [("kpc", False), ("dialysis", True), ("esrd", True), ("krt", True)])
def test_dialysis_is_named_by_itself_or_by_what_makes_it_likely(typed: str, is_named: bool) -> None:
    assert _said(typed).is_named is is_named


def test_no_dialysis_is_said_of_its_own_accord() -> None:
    assert DialysisSaid() == DialysisSaid(frozenset(), is_named=False, is_other=False, denied=frozenset())


def test_a_mention_takes_every_place_from_its_first_word_to_its_last() -> None:
    assert Mention(2, 5, DIALYSIS).places == {2, 3, 4, 5}


def test_a_mention_is_none_of_haemodiafiltration_unless_it_is_said_to_be() -> None:
    assert not Mention(2, 5, DIALYSIS).is_diafiltration


@pytest.mark.parametrize(
    ("typed", "stands", "places"),
    [
        ("kpc not on dialysis", Standing.OFF, {1, 2, 3}),
        ("stopped kpc dialysis", Standing.ON, set()),
        ("dialysis kpc stopped", Standing.ON, set()),
        ("kpc past now in dialysis", Standing.OPEN, {1}),
        ("kpc may dialysis need", Standing.OPEN, {1, 3}),
        ("kpc stopped, dialysis", Standing.ON, set()),
        ("kpc dialysis, stopped", Standing.OPEN, {2}),
        ("kpc dialysis, stopped soon", Standing.ON, set()),
        ("kpc ok dialysis", Standing.OPEN, {1}),
        ("ndm, dialysis stopped", Standing.OPEN, {2}),
        ("is on dialysis, stopped kpc", Standing.OPEN, {3}),
    ],
)
def test_the_words_that_deny_or_leave_open_are_told_with_it(typed: str, stands: Standing, places: set[int]) -> None:
    query = read_query(typed)
    at = next(at for at, word in enumerate(query.words) if word.letters == "dialysis")
    mention = Mention(at, at, DIALYSIS)
    around = Around(frozenset(at for at, word in enumerate(query.words) if word.letters == "kpc"))
    assert standing(query, mention, [mention], around) == (stands, frozenset(places))
