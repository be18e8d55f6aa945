"""First comes what covers most of a question in its rarest words, and is for the drug and the patient asked about."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from math import exp

import pytest

from desktop.domain.drugs import AgeBand, Band
from desktop.domain.search_figures import exactly
from desktop.domain.search_fit import Kidneys, PatientAsked
from desktop.domain.search_query import Asked, Meaning
from desktop.domain.search_question import Weighed
from desktop.domain.search_ranking import Candidate, candidate, ranked, rarity
from desktop.domain.search_words import terms_in, words_in
from tests.domain.builders import band

_USUAL = 400
# Made anew, so that two kinds are equal without being one.
_DOSE, _DRUG = "".join(("do", "se")), "".join(("dr", "ug"))
_TABLE = "".join(("tab", "le"))
_CHILDREN, _NORMAL, _HAEMODIALYSIS = terms_in("children"), terms_in("normal kidneys"), terms_in("haemodialysis")
_DOSES, _LOAD = terms_in("dose"), terms_in("loading dose")
_ANYBODY, _SICK = PatientAsked(), PatientAsked(kidneys=Kidneys.NAMED)


def _passage(
    text: str = "",
    *,
    title: str = "",
    words: str = "",
    kind: str = "statement",
    drug: str | None = None,
    of_band: Band | None = None,
    long: int = _USUAL,
) -> Candidate:
    """A passage, filled up to a length with letters that nobody asks for."""
    bare = candidate(1, kind, "a", drug, (title, words, text))
    filled = candidate(1, kind, "a", drug, (title, words, f"{text} {'z' * (long - len(bare.terms) - 1)}"))
    return replace(filled, band=of_band)


def _ask(typed: str, *others: Meaning, weight: float = 1, parts: str = "", unfinished: str | None = None) -> Weighed:
    """One thing asked, with what else it means and with parts that say something alone."""
    phrases = (Meaning(typed, 1), *others)
    asked = Asked(tuple(words_in(typed)), phrases, tuple(_ask(part).asked for part in parts.split()), unfinished)
    return Weighed(asked, weight)


def _score(passage: Candidate, *asked: Weighed, patient: PatientAsked = _ANYBODY) -> float:
    """The score of a passage; 0 where it is not found."""
    return sum(one.score for one in ranked([passage], asked, patient))


def test_a_candidate_knows_where_its_title_and_its_text_are() -> None:
    made = candidate(7, "term", "term:x", "x", ("kpc", "ndm vim", "oxa ast"))
    assert made.terms == " kpc | ndm vim | oxa ast "
    assert (made.title, made.text) == (" kpc ", " oxa ast ")
    assert made.terms[made.words_at : made.text_at] == "| ndm vim |"
    assert (made.key, made.kind, made.target, made.drug, made.band) == (7, "term", "term:x", "x", None)


@pytest.mark.parametrize(("passages", "of"), [(0, 1), (1, 1), (1, 3), (2, 3), (3, 10), (7, 500), (500, 500)])
def test_a_word_tells_more_the_fewer_passages_hold_it(passages: int, of: int) -> None:
    assert exp(rarity(passages, of)) == pytest.approx((2 * of + 2) / (2 * passages + 1))


def test_the_best_comes_first_and_equals_in_the_order_of_the_library() -> None:
    once, twice = _passage("kpc"), _passage("kpc x kpc")
    found = [replace(once, key=3), replace(once, key=1), replace(twice, key=4), replace(twice, key=2)]
    assert [one.candidate.key for one in ranked(found, [_ask("kpc")], PatientAsked())] == [2, 4, 1, 3]


def test_what_holds_nothing_that_is_asked_is_not_found() -> None:
    assert ranked([_passage("ndm"), _passage("kpcs", title="akpc", words="oxa")], [_ask("kpc")], PatientAsked()) == []
    assert ranked([_passage("kpc")], [], PatientAsked()) == []
    assert ranked([_passage("kpc")], [_ask("kpc", weight=0)], PatientAsked()) == []


def test_a_title_counts_more_than_hidden_words_and_these_more_than_the_text() -> None:
    once, twice, thrice, four_times = (_score(_passage("kpc x " * times), _ask("kpc")) for times in (1, 2, 3, 4))
    hidden, title = _score(_passage(words="kpc"), _ask("kpc")), _score(_passage(title="kpc x"), _ask("kpc"))
    assert once < hidden < thrice
    assert twice < title < four_times


def test_a_field_counts_once_beside_every_mention_in_the_text() -> None:
    kpc = _ask("kpc")
    assert _score(_passage("kpc", title="kpc x"), kpc) > _score(_passage(title="kpc x"), kpc)
    assert _score(_passage("kpc", words="kpc"), kpc) > _score(_passage(words="kpc"), kpc)
    assert _score(_passage(title="kpc x", words="kpc"), kpc) == _score(_passage(title="kpc x"), kpc)
    assert _score(_passage(words="kpc ndm kpc"), kpc) == _score(_passage(words="kpc"), kpc)


def test_the_first_word_of_each_field_belongs_to_it() -> None:
    made = Candidate(key=1, kind="term", target="a", drug=None, terms=" oxa kpc ndm ", words_at=4, text_at=8)
    title, words, text = (_score(made, _ask(typed), _ask("vim")) for typed in ("oxa", "kpc", "ndm"))
    assert title > words > text


def test_a_word_once_in_a_text_of_the_usual_length_tells_less_than_half_of_what_it_could() -> None:
    assert _score(_passage("kpc"), _ask("kpc")) == pytest.approx(1 / 2.2, rel=1e-4)
    assert _score(_passage("kpc"), _ask("kpc", weight=3)) == pytest.approx(3 / 2.2, rel=1e-4)


def test_the_longer_a_passage_the_less_one_mention_tells_and_evenly_so() -> None:
    lengths = (40, 400, 760, 1120)
    doubt = [1 / _score(_passage("kpc", long=long), _ask("kpc")) for long in lengths]
    steps = [longer - shorter for shorter, longer in pairwise(doubt)]
    assert 1 < doubt[0] < doubt[1]
    assert steps == pytest.approx([steps[0]] * 3)


def test_every_mention_tells_less_than_the_one_before_and_all_never_the_whole_weight() -> None:
    scores = [_score(_passage("kpc x " * times), _ask("kpc")) for times in range(6)]
    gains = [after - before for before, after in pairwise(scores)]
    assert gains == sorted(gains, reverse=True)
    assert gains[0] > gains[-1] > 0
    assert scores[-1] < 1


def test_what_a_passage_leaves_unanswered_lowers_what_it_answers_evenly_but_not_to_nothing() -> None:
    passage, full = _passage("kpc"), _score(_passage("kpc"), _ask("kpc"))
    left = [_score(passage, _ask("kpc"), _ask("ndm", weight=rest)) / full for rest in (0, 1 / 3, 1, 3)]
    assert left[0] == pytest.approx(1)
    steps = [more - less for more, less in pairwise(left)]
    assert steps == pytest.approx([steps[0]] * 3)
    assert 1 / 4 < left[3] < left[2] < 1


def test_two_answers_to_one_question_add_up() -> None:
    both = _score(_passage("kpc x ndm"), _ask("kpc"), _ask("ndm", weight=2))
    assert both == pytest.approx(3 * _score(_passage("kpc"), _ask("kpc")))


def test_another_name_counts_as_much_as_it_is_strong_and_the_best_of_several_counts() -> None:
    whole, weak, weaker = _ask("kpc"), Meaning("ndm", 0.5), Meaning("vim", 0.25)
    full = _score(_passage("kpc"), whole)
    assert _score(_passage("ndm"), _ask("kpc", weak)) == pytest.approx(full / 2)
    for others in ((weak, weaker), (weaker, weak)):
        asked = _ask("kpc", *others)
        assert _score(_passage("vim"), asked) == pytest.approx(full / 4)
        assert _score(_passage("ndm vim"), asked) == pytest.approx(full / 2)
        assert _score(_passage("kpc ndm vim"), asked) == pytest.approx(full)
    strongest_last = Weighed(Asked((), (weaker, weak, Meaning("kpc", 1))), 1)
    assert _score(_passage("kpc ndm vim"), strongest_last) == pytest.approx(full)


def test_much_of_a_weaker_name_may_count_more_than_a_mention_of_the_whole() -> None:
    asked = _ask("kpc", Meaning("ndm", 0.9))
    assert _score(_passage("kpc", title="ndm x"), asked) > _score(_passage("kpc"), asked)


def test_a_name_in_parts_counts_less_than_in_one_and_half_of_it_half() -> None:
    asked = _ask("oxa man", parts="oxa man")
    whole, apart, half = (_score(_passage(text), asked) for text in ("oxa man", "oxa x man", "man"))
    assert whole == pytest.approx(_score(_passage("kpc"), _ask("kpc")))
    assert 0 < apart < whole
    assert half == pytest.approx(apart / 2)
    assert _score(_passage("oxa x man", title="oxa x man"), asked) > whole


def test_a_word_that_has_only_begun_counts_less_than_a_whole_one() -> None:
    asked, full = _ask("kp", unfinished="kp"), _score(_passage("kp"), _ask("kp"))
    assert 0 < _score(_passage("kpc"), asked) < full
    assert _score(_passage("kp"), asked) == pytest.approx(full)
    assert _score(_passage("akp"), asked) == 0


def _side_by_side(first: float, second: float) -> float:
    """What is added to a passage that holds two things asked as they were asked, one after the other."""
    asked = [_ask("kpc", weight=first), _ask("ndm", weight=second)]
    return _score(_passage("kpc ndm"), *asked) - _score(_passage("ndm kpc"), *asked)


@pytest.mark.parametrize(("first", "second"), [(1, 1), (2, 1), (1, 2), (2, 2), (4, 5), (0.5, 3)])
def test_things_asked_one_after_the_other_count_more_side_by_side_by_a_share_of_the_lesser(
    first: float, second: float
) -> None:
    assert 0 < _side_by_side(1, 1) < 1
    assert _side_by_side(first, second) == pytest.approx(_side_by_side(1, 1) * min(first, second))


def test_things_may_stand_side_by_side_in_any_field_and_only_neighbours_of_the_question_count() -> None:
    asked = [_ask("kpc"), _ask("ndm"), _ask("vim")]
    assert _score(_passage(title="kpc ndm"), *asked) > _score(_passage(title="ndm kpc"), *asked)
    assert _score(_passage("x ndm vim"), *asked) > _score(_passage("x vim ndm"), *asked)
    assert _score(_passage("x kpc vim"), *asked) == _score(_passage("x vim kpc"), *asked)


@pytest.mark.parametrize("kind", ["answer", "drug"])
def test_answers_and_drugs_come_before_a_statement_of_the_same_words(kind: str) -> None:
    usual = _score(_passage("kpc"), _ask("kpc"))
    assert usual < _score(_passage("kpc", kind=kind), _ask("kpc")) < 2 * usual


@pytest.mark.parametrize("kind", ["refusal", "effect", "basis", "reference", "claim"])
def test_what_is_further_from_an_answer_comes_after_a_statement_of_the_same_words(kind: str) -> None:
    usual = _score(_passage("kpc"), _ask("kpc"))
    assert 0 < _score(_passage("kpc", kind=kind), _ask("kpc")) < usual


@pytest.mark.parametrize("kind", ["term", "pitfall", "dose", "study", ""])
def test_every_other_kind_counts_as_a_statement_does(kind: str) -> None:
    assert _score(_passage("kpc", kind=kind), _ask("kpc")) == _score(_passage("kpc"), _ask("kpc"))


def _for_the_drug(passage: Candidate) -> float:
    """How much a score is changed by the question's naming a drug, "ast"."""
    named = _ask("ast", Meaning("ast", 1, "ast-x"))
    return _score(passage, named, _ask("kpc")) / _score(passage, _ask("ast"), _ask("kpc"))


def test_what_is_of_the_drug_asked_about_comes_first_whether_or_not_it_says_so() -> None:
    drug = "-".join(("ast", "x"))
    assert 1 < _for_the_drug(_passage("kpc", drug=drug)) < 2
    assert _for_the_drug(_passage("kpc ast", drug=drug)) == pytest.approx(_for_the_drug(_passage("kpc", drug=drug)))


def test_what_is_of_another_drug_counts_less_even_where_it_names_the_one_asked_about() -> None:
    assert 0 < _for_the_drug(_passage("kpc", drug="vab")) < 1
    assert _for_the_drug(_passage("kpc ast", drug="vab")) == pytest.approx(_for_the_drug(_passage("kpc", drug="vab")))


def test_what_is_of_no_drug_counts_less_where_it_does_not_name_the_one_asked_about() -> None:
    assert 0 < _for_the_drug(_passage("kpc")) < 1
    assert _for_the_drug(_passage("kpc ast")) == pytest.approx(1)
    assert _for_the_drug(_passage("ast")) == pytest.approx(1)


def test_a_question_without_a_drug_is_answered_by_passages_of_any() -> None:
    assert _score(_passage("kpc", drug="vab"), _ask("kpc")) == _score(_passage("kpc"), _ask("kpc"))


def test_a_passage_about_children_counts_less_unless_they_are_asked_about() -> None:
    about, other = _passage("kpc", title=f"x {_CHILDREN} x"), _passage("kpc", title=f"x {_CHILDREN}s x")
    assert 0 < _score(about, _ask("kpc")) < _score(other, _ask("kpc"))
    assert _score(_passage(f"kpc {_CHILDREN}"), _ask("kpc")) == _score(_passage("kpc"), _ask("kpc"))
    asked = (_ask("kpc"), _ask("kids", Meaning(_CHILDREN, 0.9)))
    as_adults = (_ask("kpc"), _ask("kids", Meaning("adult", 0.9)))
    for_adults = _passage("kpc", title="x adult x", long=_USUAL)
    child = PatientAsked(is_child=True)
    assert _score(about, *asked, patient=child) == pytest.approx(_score(for_adults, *as_adults))
    assert _score(about, *asked) < _score(about, *asked, patient=child)


def _row(edges: str, ages: AgeBand | None = None, *, title: str = "") -> Candidate:
    return replace(_passage("kpc", kind=_DOSE, of_band=band(edges), title=title), ages=ages)


@pytest.mark.parametrize(
    ("clearance", "holds"), [("15", False), ("15.001", True), ("30", True), ("30.001", False), ("500", False)]
)
def test_the_dose_row_whose_band_holds_the_clearance_comes_first_and_the_others_last(
    clearance: str, holds: bool
) -> None:
    usual = _score(_passage("kpc"), _ask("kpc"))
    score = _score(_row("(15, 30]"), _ask("kpc"), patient=PatientAsked(clearance=exactly(Decimal(clearance))))
    assert usual < score < 2 * usual if holds else 0 < score < 0.1 * usual


@pytest.mark.parametrize(("months", "holds"), [(5, False), (6, True), (23, True), (24, False)])
def test_the_dose_row_for_the_age_of_a_child_comes_before_the_others(months: int, holds: bool) -> None:
    usual = _score(_passage("kpc"), _ask("kpc"))
    row, child = _row("(50, )", AgeBand(6, 24)), PatientAsked(is_child=True, months=months)
    score = _score(row, _ask("kpc"), patient=child)
    assert usual < score < 2 * usual if holds else 0 < score < 0.1 * usual


def test_where_kidneys_may_be_sick_a_full_dose_comes_last_and_no_row_leads() -> None:
    usual = _score(_passage("kpc"), _ask("kpc"))
    assert 0 < _score(_row("(50, )"), _ask("kpc"), patient=_SICK) < 0.1 * usual
    assert 0.4 * usual < _score(_row("(15, 30]"), _ask("kpc"), patient=_SICK) < usual


def test_on_dialysis_a_row_that_names_it_leads_and_one_for_another_kind_comes_last() -> None:
    patient = replace(_SICK, dialysis=frozenset({_HAEMODIALYSIS}))
    named, other = _row("(15, 30]", title=f"x {_HAEMODIALYSIS} x"), _row("(15, 30]", title="x other x")
    assert _score(named, _ask("kpc"), patient=patient) == pytest.approx(3 * _score(other, _ask("kpc"), patient=patient))
    continuous = replace(_SICK, dialysis=frozenset({terms_in("continuous renal replacement therapy")}))
    assert 0 < _score(named, _ask("kpc"), patient=continuous) < 0.1 * _score(named, _ask("kpc"), patient=patient)


def test_a_drugs_table_leads_where_its_drug_is_named_and_only_a_figure_is_missing() -> None:
    drug, table = _ask("cza", Meaning("cza", 1, "cza")), _passage("cza", kind=_TABLE, drug="cza")
    assert _score(table, drug, patient=_SICK) == pytest.approx(1.4 * _score(table, drug))
    other = _passage("cza", kind=_TABLE, drug="ast")
    assert _score(other, drug, patient=_SICK) < 0.1 * _score(table, drug, patient=_SICK)
    plain = _passage("kpc", kind=_TABLE)
    assert _score(plain, _ask("kpc"), patient=_SICK) == pytest.approx(0.6 * _score(plain, _ask("kpc")))


def test_where_a_dose_of_a_drug_is_asked_its_table_comes_before_any_row() -> None:
    drug, dose, other = _ask("cza", Meaning("cza", 1, "cza")), _ask("posology", Meaning(_DOSES, 1)), _ask("daily")
    table, row = (_passage(f"cza {_DOSES} daily", kind=kind, drug="cza") for kind in (_TABLE, _DOSE))
    assert _score(table, drug, dose) == pytest.approx(1.8 * _score(table, drug, other))
    assert _score(row, drug, dose) == pytest.approx(0.5 * _score(row, drug, other))
    assert _score(row, drug, dose, other) == pytest.approx(0.5 / 1.8 * _score(table, drug, dose, other))
    assert _score(row, dose, other) == _score(table, dose, other)
    assert _score(row, drug) == _score(table, drug)
    assert _score(row, dose) == pytest.approx(0.5 * _score(replace(row, kind="statement"), dose))
    sized = PatientAsked(clearance=exactly(Decimal(40)))
    of_band = replace(row, band=band("(30, 50]"))
    assert _score(of_band, drug, dose, patient=sized) == pytest.approx(1.5 * _score(table, drug, dose, patient=sized))


def test_a_table_that_leaves_out_what_is_asked_beside_a_dose_does_not_come_before_what_holds_it() -> None:
    asked = (_ask("cza", Meaning("cza", 1, "cza")), _ask("posology", Meaning(_DOSES, 1)), _ask("liver"))
    table, other = (_passage(f"cza {_DOSES}", kind=kind, drug="cza") for kind in (_TABLE, "statement"))
    assert _score(table, *asked) == _score(other, *asked)


def test_where_the_most_of_a_drug_is_asked_its_rows_fall_behind() -> None:
    drug, most = _ask("cza", Meaning("cza", 1, "cza")), _ask("ceiling", Meaning(terms_in("maximum"), 0.8))
    row, other = (_passage("cza ceiling", kind=kind, drug="cza") for kind in (_DOSE, "statement"))
    assert _score(row, drug, most) == pytest.approx(0.5 * _score(other, drug, most))
    assert _score(row, most) == _score(other, most)


def test_where_a_load_is_asked_the_table_comes_before_a_row_that_nobody_chose() -> None:
    drug, load = _ask("cza", Meaning("cza", 1, "cza")), _ask("load", Meaning(_LOAD, 0.8))
    table, row = (_passage(f"cza {_DOSES} {_LOAD}", kind=kind, drug="cza") for kind in (_TABLE, _DOSE))
    assert _score(row, drug, load) < _score(table, drug, load)


@pytest.mark.parametrize(("asked", "other"), [("EU", "US"), ("US", "EU")])
def test_a_row_of_the_label_that_was_not_asked_about_counts_half(asked: str, other: str) -> None:
    own, foreign = (_passage("kpc", title=f"x {terms_in(f'{label} label')} x", kind=_DOSE) for label in (asked, other))
    label = _ask("".join(list(terms_in(asked))), weight=0)
    assert _score(foreign, _ask("kpc"), label) == pytest.approx(0.5 * _score(own, _ask("kpc"), label))
    assert _score(foreign, _ask("kpc")) == _score(own, _ask("kpc")) == _score(own, _ask("kpc"), label)
    assert _score(foreign, _ask("kpc"), label, _ask(terms_in(other), weight=0)) == _score(own, _ask("kpc"), label)
    told = replace(foreign, kind="statement")
    assert _score(told, _ask("kpc"), label) == _score(told, _ask("kpc"))


def test_where_nothing_but_a_dose_is_asked_for_a_row_of_children_still_counts_less() -> None:
    child, other = (_passage(_DOSES, title=f"x {of} x", kind=_DOSE) for of in (_CHILDREN, f"{_CHILDREN}s"))
    of_child, of_other = (_score(row, _ask(_DOSES)) for row in (child, other))
    assert 0.5 < of_child / of_other < 0.7


def test_what_is_titled_as_of_normal_kidneys_falls_behind_where_they_may_be_sick() -> None:
    normal, other = _passage("kpc", title=f"x {_NORMAL} x"), _passage("kpc", title="x other kidney x")
    assert 0 < _score(normal, _ask("kpc"), patient=_SICK) < 0.4 * _score(other, _ask("kpc"), patient=_SICK)


def test_a_dose_of_a_drug_that_was_not_named_comes_last() -> None:
    drug = _ask("cza", Meaning("cza", 1, "cza"))
    own, other = (_passage("cza", kind=_DOSE, drug=slug) for slug in ("cza", "ast"))
    assert 0 < _score(other, drug) < 0.1 * _score(own, drug)
    assert _score(other, _ask("cza")) == _score(own, _ask("cza"))


def test_the_patient_changes_no_passage_but_rows_and_tables() -> None:
    patients = (PatientAsked(clearance=exactly(Decimal(20))), _SICK, PatientAsked(is_child=True, months=6))
    for kind in ("answer", "statement", "basis", "term"):
        passage = _passage("kpc", kind=kind, of_band=band("(50, )"))
        assert {_score(passage, _ask("kpc"), patient=patient) for patient in patients} == {_score(passage, _ask("kpc"))}


def test_a_passage_whose_title_is_the_question_comes_before_what_only_holds_its_words() -> None:
    bonus = _score(_passage(title="kpc"), _ask("kpc")) - _score(_passage(title="kpc x"), _ask("kpc"))
    assert 11.5 < bonus < 12.5
    two = _ask("oxa man", parts="oxa man")
    assert _score(_passage(title="oxa man"), two) - _score(_passage(title="x oxa man"), two) == pytest.approx(bonus)
    assert _score(_passage(words="kpc"), _ask("kpc")) < 1


def test_the_bonus_of_a_whole_title_is_the_same_for_every_kind_and_weight() -> None:
    for kind, weight in (("claim", 1), ("answer", 1), ("statement", 2)):
        titles = [_passage(title=title, kind=kind) for title in ("kpc", "kpc x")]
        whole, held = (_score(passage, _ask("kpc", weight=weight)) for passage in titles)
        assert 11.5 < whole - held < 12.5


@pytest.mark.parametrize(("strength", "is_name"), [(1, True), (0.9, True), (0.85, True), (0.84, False), (0, False)])
def test_only_a_strong_meaning_is_as_good_a_title_as_the_question_itself(strength: float, is_name: bool) -> None:
    asked = _ask("kpc", Meaning("ndm", strength))
    assert (_score(_passage(title="ndm"), asked) > 10) is is_name


def test_a_title_that_is_one_of_several_things_asked_is_not_the_question() -> None:
    assert _score(_passage(title="kpc"), _ask("kpc"), _ask("ndm")) < 1
    assert _score(_passage(title="kpc"), _ask("ndm"), _ask("kpc")) < 1
    assert _score(_passage(title="kpc ndm"), _ask("kpc"), _ask("ndm")) < 3


def test_a_drug_whose_name_has_begun_comes_before_others_that_hold_it() -> None:
    asked = _ask("kp", unfinished="kp")
    begun, inside = (_score(_passage(title=title, kind=_DRUG), asked) for title in ("kpc x", "x kpc"))
    assert 2.5 < begun - inside < 3.5
    assert _score(_passage(title="kp", kind=_DRUG), asked) > 11


@pytest.mark.parametrize("kind", ["dose", "effect", "statement", "answer", "basis"])
def test_only_a_drug_is_named_by_letters_that_have_begun(kind: str) -> None:
    assert _score(_passage(title="kpc x", kind=kind), _ask("kp", unfinished="kp")) < 1


def test_nothing_has_begun_once_the_word_is_finished_or_another_is_asked_for() -> None:
    drug = _passage(title="kpc x", kind=_DRUG)
    assert _score(drug, _ask("kpc")) < 1
    assert _score(drug, _ask("kpc"), _ask("no", unfinished="no")) < 1
    assert _score(drug, _ask("no", unfinished="no"), _ask("kp", unfinished="kp")) < 1
    assert _score(drug, _ask("kp", unfinished="kp"), _ask("no", unfinished="no")) < 1


def test_what_says_why_a_filtration_rate_chooses_no_row_is_at_least_second() -> None:
    near = [_passage(title="apple"), _passage("apple"), _passage("apple", long=900)]
    answer = _passage("apple", title=terms_in("eGFR"), kind="answer", long=2000)
    passages = [replace(one, key=key) for key, one in enumerate((*near, answer), 1)]
    asked = [_ask("apple", weight=4)]
    named, unnamed = PatientAsked(kidneys=Kidneys.NAMED, names_filtration=True), PatientAsked(kidneys=Kidneys.NAMED)
    before = [one.candidate.key for one in ranked(passages, asked, unnamed)]
    after = [one.candidate.key for one in ranked(passages, asked, named)]
    assert before.index(4) > 1
    assert after == [before[0], 4, *(key for key in before[1:] if key != 4)]
    scores = [one.score for one in ranked(passages, asked, named)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("kind", "title", "moved"),
    [
        ("answer", terms_in("eGFR"), True),
        ("answer", "x", False),
        ("statement", terms_in("eGFR"), False),
        ("", terms_in("eGFR"), False),
    ],
)
def test_only_an_answer_about_the_filtration_rate_moves_up_and_nothing_is_lost(
    kind: str, title: str, moved: bool
) -> None:
    others = [replace(_passage("apple", long=long), key=long) for long in (400, 500, 600, 900, 1000, 1100)]
    answer = replace(_passage("apple", title=title, kind="".join(list(kind)), long=850), key=850)
    patient = PatientAsked(kidneys=Kidneys.NAMED, names_filtration=True)
    found = ranked([*others, answer], [_ask("apple")], patient)
    expected = [400, 850, 500, 600, 900, 1000, 1100] if moved else [400, 500, 600, 850, 900, 1000, 1100]
    assert [one.candidate.key for one in found] == expected
    assert (found[1].score == found[0].score) is moved
