"""What was found comes in an order in which each result has something new to say."""

import pytest

from desktop.domain.search_ranking import Candidate, Ranked
from desktop.domain.search_variety import varied


def _one(key: int, score: float, text: str, kind: str = "statement", drug: str | None = None) -> Ranked:
    made = Candidate(key=key, kind=kind, target=f"{kind}:{key}", drug=drug, terms=f" {text} ", words_at=0, text_at=0)
    return Ranked(made, score)


def _keys(found: list[Ranked], limit: int = 9, made_of: dict[str, frozenset[str]] | None = None) -> list[int]:
    return [one.candidate.key for one in varied(found, limit, made_of or {})]


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3)])
def test_no_more_are_given_than_asked_for_and_no_more_than_were_found(limit: int, count: int) -> None:
    found = [_one(1, 3, "a"), _one(2, 2, "b", drug="x"), _one(3, 1, "c", "term")]
    assert _keys(found, limit) == [1, 2, 3][:count]


def test_of_equal_worth_the_one_that_authors_put_first_comes_first() -> None:
    found = [_one(2, 1, "a"), _one(1, 1, "b", "term"), _one(3, 1, "c", "answer")]
    assert _keys(found) == [1, 2, 3]


@pytest.mark.parametrize(("score", "order"), [(56, [1, 3, 2]), (54, [1, 2, 3])])
def test_a_text_that_repeats_the_last_counts_little_more_than_half(score: float, order: list[int]) -> None:
    found = [_one(1, 101, "a b c d"), _one(2, 100, "a b c d", "term"), _one(3, score, "e f g h", "answer")]
    assert _keys(found) == order


@pytest.mark.parametrize(("score", "order"), [(91, [1, 3, 2]), (89, [1, 2, 3])])
def test_another_of_the_same_kind_and_drug_counts_nine_tenths(score: float, order: list[int]) -> None:
    found = [_one(1, 101, "a", drug="x"), _one(2, 100, "b", drug="x"), _one(3, score, "c", "answer", drug="x")]
    assert _keys(found) == order
    other = [_one(1, 101, "a", drug="x"), _one(2, 100, "b", drug="y"), _one(3, score, "c", "answer", drug="x")]
    assert _keys(other) == [1, 2, 3]


def test_the_drug_is_compared_by_its_name() -> None:
    drugs = ["".join(("x", "y", "z")) for _ in range(2)]
    found = [_one(1, 101, "a", drug=drugs[0]), _one(2, 100, "b", drug=drugs[1]), _one(3, 95, "c", "answer")]
    assert _keys(found) == [1, 3, 2]


@pytest.mark.parametrize(("score", "order"), [(76, [1, 3, 2]), (74, [1, 2, 3])])
@pytest.mark.parametrize("made_of", [{"answer:1": frozenset({"term:2"})}, {"term:2": frozenset({"answer:1"})}])
def test_an_answer_and_what_it_repeats_count_three_quarters_of_each_other(
    score: float, order: list[int], made_of: dict[str, frozenset[str]]
) -> None:
    found = [_one(1, 101, "a b c", "answer"), _one(2, 100, "a b c", "term"), _one(3, score, "e", "drug")]
    assert _keys(found, made_of=made_of) == order


def test_kinds_are_compared_by_their_names() -> None:
    dose, term = ["".join(("do", "se")) for _ in range(2)], ["".join(("te", "rm")) for _ in range(2)]
    doses = [_one(1, 101, "a b", dose[0]), _one(2, 100, "a b", dose[1], "x"), _one(3, 60, "e", "term")]
    assert _keys(doses) == [1, 2, 3]
    terms = [_one(1, 101, "a", term[0]), _one(2, 100, "b", term[1]), _one(3, 95, "c", "answer")]
    assert _keys(terms) == [1, 3, 2]


def test_only_a_dose_may_repeat_a_text() -> None:
    found = [_one(1, 101, "a b c d"), _one(2, 100, "a b c d", "answer"), _one(3, 80, "q", "term")]
    assert _keys(found) == [1, 3, 2]


def test_two_labels_that_give_one_dose_are_both_shown() -> None:
    found = [_one(1, 101, "a b", "dose", "x"), _one(2, 100, "a b", "dose", "x"), _one(3, 89, "e", "term")]
    assert _keys(found) == [1, 2, 3]
    said = [_one(1, 101, "a b", "term"), _one(2, 100, "a b", "dose", "x"), _one(3, 99, "e", "drug")]
    assert _keys(said) == [1, 2, 3]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("a b c", "a b c d e", True),
        ("a b c d e", "a b c", True),
        ("a b", "a b c d", False),
        ("a b c d", "a b", False),
        ("a b c d", "a b c e", True),
        ("a b c d e f", "a b c x y z", False),
        ("a b c d", "a b x y", False),
        ("a b c d e f g h", "a b c d e f x y", True),
        ("a b c d e f g", "a b c d e x y", False),
        ("a b c", "x y z", False),
        ("a", "", False),
        ("", "a", False),
        ("", "", True),
    ],
)
def test_texts_are_alike_from_six_tenths_of_their_words_in_common(one: str, other: str, alike: bool) -> None:
    found = [_one(1, 101, one), _one(2, 100, other, "term"), _one(3, 80, "q", "answer")]
    assert _keys(found) == ([1, 3, 2] if alike else [1, 2, 3])
