"""A query is read into the names, synonyms and words that it asks for."""

import pytest

from desktop.domain.search_query import (
    Asked,
    Meaning,
    Query,
    asked_of,
    corrected_text,
    held,
    possible_names,
    read_query,
    to_match,
)
from desktop.domain.search_words import words_in

_MEANINGS = {
    "cza": [Meaning("cef avi", 0.9, "cef-avi")],
    "cef avi": [Meaning("cef avi", 1, "cef-avi"), Meaning("cza", 0.9, "cef-avi")],
    "aki low": [Meaning("bad aki", 0.8)],
    "low gfr": [],
    "of the": [],
    "aki of man": [],
}
_IGNORED = {"the", "of", "us", "a"}


def _asked(typed: str) -> list[Asked]:
    return asked_of(read_query(typed), _MEANINGS, _IGNORED)


def _phrases(typed: str) -> list[str]:
    return [one.phrase for one in _asked(typed)]


def _meant(*phrases: str, parts: tuple[Asked, ...] = ()) -> Asked:
    return Asked((), tuple(Meaning(phrase, 1) for phrase in phrases), parts)


@pytest.mark.parametrize(("letters", "read"), [(399, 399), (400, 400), (401, 400)])
def test_of_a_query_four_hundred_characters_are_read(letters: int, read: int) -> None:
    query = read_query("x" * letters)
    assert len(query.text) == read
    assert [len(word.letters) for word in query.words] == [read]


@pytest.mark.parametrize(("words", "read"), [(23, 23), (24, 24), (25, 24)])
def test_of_a_query_twenty_four_words_are_read(words: int, read: int) -> None:
    assert len(read_query("kpc " * words).words) == read


def test_one_form_is_made_of_letters_that_look_alike() -> None:
    assert read_query("\ufb01x \uff15 m\u00b2").text == "fix 5 m2"


@pytest.mark.parametrize(
    ("typed", "may_go_on"),
    [
        ("kpc", True),
        ("kpc ndm", True),
        ("kpc ", False),
        ("kpc?", False),
        ("kpc ndm.", False),
        ("", False),
        ("?", False),
        ("x" * 300, True),
        ("x " * 23 + "x", True),
        ("x " * 24 + "x", False),
    ],
)
def test_the_last_word_may_go_on_where_nothing_follows_it(typed: str, may_go_on: bool) -> None:
    assert read_query(typed).is_unfinished is may_go_on


def test_every_run_of_up_to_five_words_could_be_a_name() -> None:
    letters = "pqrstuvw"
    runs = {" ".join(letters[at : at + count]) for at in range(8) for count in range(1, 6)}
    found = possible_names(words_in(" ".join(letters)))
    assert set(found) == runs
    assert len(found) == len(runs)


def test_at_each_place_the_longest_run_comes_first_and_none_comes_twice() -> None:
    assert possible_names(words_in("p q r")) == ["p q r", "p q", "p", "q r", "q", "r"]
    assert possible_names(words_in("p p")) == ["p p", "p"]
    assert possible_names([]) == []


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("", []),
        ("kpc ndm ", ["kpc", "ndm"]),
        ("Cef Avi dry ", ["cef avi", "dry"]),
        ("dry cef avi ", ["dry", "cef avi"]),
        ("cef avi cef avi ", ["cef avi", "cef avi"]),
        ("cef dry avi ", ["cef", "dry", "avi"]),
        ("aki low gfr ", ["aki low", "gfr"]),
        ("dry low gfr ", ["dry", "low gfr"]),
    ],
)
def test_the_longest_known_names_are_asked_for_and_then_single_words(typed: str, phrases: list[str]) -> None:
    assert _phrases(typed) == phrases


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("of the kpc ", ["kpc"]),
        ("the of ", []),
        ("The kpc of ", ["kpc"]),
        ("aki of man ", ["aki of man"]),
        ("kpc us ", ["kpc"]),
        ("kpc US ", ["kpc", "us"]),
        ("US kpc ", ["us", "kpc"]),
        ("kpc Us ", ["kpc"]),
        ("KPC US ", ["kpc"]),
        ("A kpc ", ["kpc"]),
        ("(A kpc ", ["kpc"]),
        ("kpc A ", ["kpc"]),
        ("kpcs A ", ["kpc"]),
        ("kpc us label ", ["kpc", "us", "label"]),
        ("US PACKAGE INSERT ", ["us", "packag", "insert"]),
        ("give us kpc label ", ["giv", "kpc", "label"]),
        ("the label ", ["label"]),
    ],
)
def test_words_that_say_nothing_are_left_out_unless_capitals_make_them_an_abbreviation(
    typed: str, phrases: list[str]
) -> None:
    assert _phrases(typed) == phrases


def test_a_word_stands_first_for_itself_and_then_for_what_it_means() -> None:
    (word,), (short,), (name,) = _asked("ndm "), _asked("cza "), _asked("cef avi ")
    assert word.phrases == (Meaning("ndm", 1, None),)
    assert short.phrases == (Meaning("cza", 1), Meaning("cef avi", 0.9, "cef-avi"))
    assert name.phrases == (Meaning("cef avi", 1, "cef-avi"), Meaning("cza", 0.9, "cef-avi"))
    assert not word.drugs
    assert short.drugs == {"cef-avi"}
    assert not word.unknown
    assert not word.is_open


def test_the_words_of_a_name_say_something_alone_but_those_of_a_drug_and_empty_ones_do_not() -> None:
    (low,), (drug,), (long,), (word,) = _asked("aki low "), _asked("cef avi "), _asked("aki of man "), _asked("ndm ")
    assert [part.phrases for part in low.parts] == [(Meaning("aki", 1),), (Meaning("low", 1),)]
    assert [part.phrase for part in long.parts] == ["aki", "man"]
    assert drug.parts == word.parts == ()
    assert low.all_phrases == ("aki low", "bad aki", "aki", "low")


def test_a_phrase_of_the_whole_and_of_a_part_is_named_once() -> None:
    assert _meant("p q", "q", parts=(_meant("p"), _meant("q", "r"))).all_phrases == ("p q", "q", "p", "r")


@pytest.mark.parametrize(
    ("typed", "unfinished"),
    [
        ("kpc", ["kpc"]),
        ("ndm cr", [None, "cr"]),
        ("ndm kpc ba", [None, None, "ba"]),
        ("ndm kpc ba ", [None, None, None]),
        ("ndm kpc ba?", [None, None, None]),
        ("ndm the", [None]),
        ("the", []),
        ("ndm cef avi", [None, None]),
        ("ndm Betas", [None, "betas"]),
        ("b", ["b"]),
        ("ndm b", [None]),
        ("ndm kpc b", [None, None]),
        ("ndm b ", [None, None]),
        ("n kpc", [None, "kpc"]),
        ("ndm 5", [None, "5"]),
        ("5 ba", [None, "ba"]),
    ],
)
def test_the_last_word_may_have_only_begun_but_one_letter_beside_others_says_nothing(
    typed: str, unfinished: list[str | None]
) -> None:
    assert [one.unfinished for one in _asked(typed)] == unfinished


def test_what_has_begun_is_the_last_word_and_what_is_before_it_stays() -> None:
    assert _phrases("ndm kpc ba") == ["ndm", "kpc", "ba"]
    assert _phrases("ndm kpc b") == ["ndm", "kpc"]


def test_phrases_with_a_term_that_no_passage_holds_are_left_out_of_the_whole_and_of_its_parts() -> None:
    asked = _meant("p q", "q", "r", parts=(_meant("p"), _meant("q", "p")))
    assert held(asked, {"q", "r"}) == _meant("q", "r", parts=(_meant(), _meant("q")))
    assert held(asked, {"p", "q", "r"}) == asked


@pytest.mark.parametrize(
    ("asked", "matched"),
    [
        (_meant("p q"), ["p q"]),
        (_meant("p q", "p"), ["p"]),
        (_meant("p q", "r"), ["p q", "r"]),
        (_meant("p q", "r s", parts=(_meant("s"),)), ["p q", "s"]),
        (_meant("p q r", "q r"), ["p q r", "q r"]),
        (_meant(), []),
    ],
)
def test_of_phrases_that_hold_another_one_only_the_other_is_matched(asked: Asked, matched: list[str]) -> None:
    assert to_match(asked) == matched


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("kpcc", "KPC"),
        ("(kpcc)", "(KPC)"),
        ("?  kpcc,  dry", "? KPC, dry"),
        ("dry - kpcc!", "dry - KPC!"),
        ("kpcc kpcc", "KPC KPC"),
        (" Dry ", "Dry"),
        ("", ""),
    ],
)
def test_a_corrected_query_keeps_everything_but_the_words_replaced(typed: str, corrected: str) -> None:
    query = read_query(typed)
    replaced = {word: "KPC" for word in query.words if word.letters == "kpcc"}
    assert corrected_text(query, replaced) == corrected


def test_a_query_without_words_asks_for_nothing() -> None:
    assert asked_of(Query("", (), is_unfinished=True), _MEANINGS, _IGNORED) == []
