"""A trigger fires when every line holds, is silent when one does not, and says when the case does not say enough."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.patient import Dialysis
from desktop.domain.trigger import Facts, Kidneys, Subject, Words, clearance_edges, is_kidney_term, trigger
from tests.domain.builders import facts

NAMES = st.frozensets(st.sampled_from("abc"))
LINES = ("drugs_all", "drugs_any", "drugs_none", "enzymes_any", "enzymes_none", "enzymes_only")
ALONE = trigger({"drugs_all": ["aztreonam"], "drugs_none": ["ceftazidime-avibactam"], "enzymes_any": ["ndm", "vim"]})


@pytest.mark.parametrize(
    ("drugs", "enzymes", "fires"),
    [
        ({"aztreonam"}, {"ndm"}, True),
        ({"aztreonam"}, {"vim", "kpc"}, True),
        ({"aztreonam", "meropenem"}, {"ndm"}, True),
        ({"aztreonam"}, {"kpc"}, False),
        ({"aztreonam"}, set(), None),
        ({"aztreonam", "ceftazidime-avibactam"}, {"ndm"}, False),
        ({"aztreonam", "ceftazidime-avibactam"}, set(), False),
        ({"meropenem"}, {"ndm"}, False),
        (set(), {"ndm"}, None),
        (set(), {"kpc"}, False),
    ],
)
def test_aztreonam_alone_is_found_and_the_pair_is_not(drugs: set[str], enzymes: set[str], fires: bool | None) -> None:
    assert ALONE.fires(facts(drugs, enzymes)) is fires


def test_a_trigger_without_lines_always_fires() -> None:
    assert trigger({}).fires({}) is True


@pytest.mark.parametrize(
    ("line", "drugs", "enzymes", "fires"),
    [
        ("drugs_all", {"a", "b"}, set(), True),
        ("drugs_all", {"a"}, set(), False),
        ("drugs_any", {"a"}, set(), True),
        ("drugs_any", {"c"}, set(), False),
        ("drugs_none", {"c"}, set(), True),
        ("drugs_none", {"b", "c"}, set(), False),
        ("drugs_none", set(), set(), None),
        ("enzymes_any", set(), {"b"}, True),
        ("enzymes_any", {"b"}, {"c"}, False),
        ("enzymes_none", {"b"}, {"c"}, True),
        ("enzymes_none", set(), {"a"}, False),
        ("enzymes_only", set(), {"a"}, True),
        ("enzymes_only", set(), {"a", "b"}, True),
        ("enzymes_only", set(), {"a", "c"}, False),
        ("enzymes_only", {"a"}, set(), None),
    ],
)
def test_each_line_reads_its_own_side_of_the_case(
    line: str, drugs: set[str], enzymes: set[str], fires: bool | None
) -> None:
    assert trigger({line: "ab"}).fires(facts(drugs, enzymes)) is fires


@given(st.fixed_dictionaries(dict.fromkeys(LINES, NAMES)), NAMES, NAMES)
def test_every_line_that_is_given_must_hold_and_what_is_not_known_never_decides(
    lines: dict[str, frozenset[str]], drugs: frozenset[str], enzymes: frozenset[str]
) -> None:
    given_lines = {line: terms for line, terms in lines.items() if terms}
    known = facts(drugs, enzymes)
    alone = [trigger({line: terms}).fires(known) for line, terms in given_lines.items()]
    whole = trigger(given_lines)
    assert whole.fires(known) is (False if False in alone else None if None in alone else True)
    assert bool(whole.missing(known)) is (None in alone)


def test_words_joined_by_a_plus_count_only_together() -> None:
    pair = trigger({"drugs_any": ["a + b", "c"]})
    assert pair.fires(facts({"a"})) is False
    assert pair.fires(facts({"a", "b", "d"})) is True
    assert pair.fires(facts({"c"})) is True
    assert pair.matched(facts({"a", "b", "d"})) == {"drugs": ("a", "b")}
    assert trigger({"drugs_none": ["a + b"]}).fires(facts({"a"})) is True


def test_an_enzyme_that_is_not_known_yet_may_be_any() -> None:
    awaited: Facts = {Subject.ENZYMES: Words(frozenset({"unknown", "kpc"}), is_open=True)}
    assert trigger({"enzymes_any": ["ndm"]}).fires(awaited) is None
    assert trigger({"enzymes_none": ["ndm"]}).fires(awaited) is None
    assert trigger({"enzymes_only": ["kpc"]}).fires(awaited) is None
    assert trigger({"enzymes_any": ["kpc"]}).fires(awaited) is True
    assert trigger({"enzymes_any": ["unknown"]}).fires(awaited) is True


def _kidneys(clearance: str | None, dialysis: str = "none", unsteady: bool = False) -> Facts:
    figure = None if clearance is None else Decimal(clearance)
    return {Subject.KIDNEY: Kidneys(figure, Dialysis(dialysis), unsteady)}


@pytest.mark.parametrize(
    ("term", "below", "at", "above"),
    [
        ("clearance up to 30", True, True, False),
        ("clearance below 30", True, False, False),
        ("clearance from 30", False, True, True),
        ("clearance above 30", False, False, True),
        ("clearance from 30 up to 50", False, True, True),
        ("clearance above 10 below 30", True, False, False),
    ],
)
def test_a_clearance_is_compared_unrounded_at_its_edge(term: str, below: bool, at: bool, above: bool) -> None:
    found = [trigger({"kidney_any": [term]}).fires(_kidneys(figure)) for figure in ("29.999", "30", "30.001")]
    assert found == [below, at, above]


def test_a_clearance_says_nothing_on_dialysis_and_is_not_known_without_a_figure() -> None:
    rule = trigger({"kidney_any": ["clearance up to 30"]})
    assert rule.fires(_kidneys("10", "haemodialysis")) is False
    assert rule.fires(_kidneys(None, unsteady=True)) is None
    assert rule.fires({}) is None
    either = trigger({"kidney_any": ["clearance up to 30", "crrt", "creatinine not steady"]})
    assert either.fires(_kidneys(None, "crrt")) is True
    assert either.fires(_kidneys(None, unsteady=True)) is True
    assert either.fires(_kidneys("60")) is False
    assert either.matched(_kidneys("20", unsteady=True)) == {"kidney": ("clearance up to 30", "creatinine not steady")}
    assert trigger({"kidney_only": ["clearance up to 30"]}).fires(_kidneys("20")) is True


def test_only_terms_that_can_be_read_are_terms_of_the_kidneys() -> None:
    for term in ("clearance up to 30", "clearance from 30 below 50", "haemodialysis", "crrt", "creatinine not steady"):
        assert is_kidney_term(term), term
    for term in ("clearance", "clearance over 30", "clearance up to", "none", "up to 30", ""):
        assert not is_kidney_term(term), term
    assert clearance_edges("clearance from 30 up to 50.5") == (Decimal(30), Decimal("50.5"))
    assert clearance_edges("crrt") == ()


def test_every_line_has_the_name_that_authors_write() -> None:
    assert {line.name for line in ALONE.lines} == {"drugs_all", "drugs_none", "enzymes_any"}


def test_a_dialysis_term_is_that_dialysis_and_no_other() -> None:
    for term, runs in (
        ("haemodialysis", "crrt"),
        ("crrt", "haemodialysis"),
        ("crrt", "none"),
        ("haemodialysis", "none"),
    ):
        assert Kidneys(None, Dialysis(runs)).has(frozenset({term})) is False
        assert Kidneys(None, Dialysis(term)).has(frozenset({term})) is True


def test_a_creatinine_is_steady_until_it_is_called_otherwise() -> None:
    assert Kidneys(Decimal(50)).unsteady is False


def test_a_line_matches_words_that_are_there_unless_it_asks_for_none_of_them() -> None:
    known = facts({"a", "b"})
    for name, words in (("all", ("a", "b")), ("any", ("a", "b")), ("only", ("a", "b")), ("none", ())):
        (line,) = trigger({f"drugs_{name}": ["a", "b"]}).lines
        assert line.matched(known) == words
        assert line.matched({}) == ()


@pytest.mark.parametrize(
    ("words", "unsure", "term", "has"),
    [
        ("a", "b", "a", True),
        ("a", "b", "b", None),
        ("a", "b", "ab", None),
        ("a", "ab", "ab", None),
        ("a", "b", "ac", False),
        ("a", "b", "abc", False),
    ],
)
def test_a_term_that_needs_a_word_which_may_be_there_is_open(
    words: str, unsure: str, term: str, has: bool | None
) -> None:
    assert Words(frozenset(words), unsure=frozenset(unsure)).has(frozenset(term)) is has
