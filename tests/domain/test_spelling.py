from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.spelling import nearest_names, one_slip_away, slips_allowed

NAMES = ["aztreonam", "avibactam", "cefiderocol", "ceftazidime", "colistin", "emblaveo", "ndm"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("aztreonm", "aztreonam"),
        ("azteronam", "aztreonam"),
        ("cefidericol", "cefiderocol"),
        ("ceftazadine", "ceftazidime"),
        ("collistin", "colistin"),
        ("emblavio", "emblaveo"),
    ],
)
def test_a_name_with_a_slip_or_two_is_recognised(typed: str, name: str) -> None:
    assert nearest_names(typed, NAMES) == [name]


def test_two_slips_leave_the_first_letter_and_one_may_take_it() -> None:
    assert nearest_names("fraction", ["reaction"]) == []
    assert nearest_names("frextion", ["fraction"]) == ["fraction"]
    assert nearest_names("raction", ["fraction"]) == ["fraction"]


@pytest.mark.parametrize("typed", ["ndn", "ceftaroline", "tazobactam", "x" * 5000, "", "colostrum"])
def test_what_is_too_short_or_too_far_is_no_name(typed: str) -> None:
    assert nearest_names(typed, NAMES) == []


def test_the_nearest_name_is_taken_before_one_farther_away() -> None:
    assert nearest_names("relebactan", ["relebactam", "relebactin"]) == ["relebactam", "relebactin"]
    assert nearest_names("relebactann", ["relebactam", "relebactanm"]) == ["relebactanm"]
    assert nearest_names("cacefepime", ["cefepime", "cacefepima"]) == ["cacefepima"]


@cache
def distance(one: str, other: str) -> int:
    """The slips between two words by what a slip is: the best of every way to begin."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        distance(one[1:], other) + 1,
        distance(one, other[1:]) + 1,
        distance(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if len(one) > 1 and len(other) > 1 and one[:2] == other[1] + other[0]:
        ways.append(distance(one[2:], other[2:]) + 1)
    return min(ways)


def is_near(word: str, name: str) -> bool:
    allowed = slips_allowed(word) if name[0] == word[0] else 1
    return distance(word, name) <= allowed


@pytest.mark.parametrize("word", ["abca", "aabbc", "abcabcab", "bbaaccba", "cabbagee"])
def test_a_name_is_near_as_many_slips_as_are_allowed(word: str) -> None:
    alphabet = sorted(set(word))
    names = {word}
    for length in (0, 1):
        for at, letters in product(range(len(word) + 1), product(alphabet, repeat=length)):
            names |= {f"{word[:at]}{''.join(letters)}{word[at + cut :]}" for cut in (0, 1, 2)}
            names |= {
                f"{''.join(letters)}{word[2:at]}{word[1::-1]}{word[at:]}",
                f"{word[:at]}{word[at + 1 : at + 2]}{word[at:]}",
            }
    names |= {
        f"{name[:at]}{name[at + 1 : at + 2]}{name[at : at + 1]}{name[at + 2 :]}" for name in names for at in range(9)
    }
    long_enough = sorted(name for name in names if len(name) >= 4)
    found = [name for name in long_enough if nearest_names(word, [name])]
    assert found == [name for name in long_enough if is_near(word, name)]
    assert len(found) < len(long_enough)


@given(st.text("abcdef", min_size=1, max_size=8))
def test_one_slip_away_is_added_left_out_changed_or_swapped(word: str) -> None:
    near = one_slip_away(word)
    assert word not in near
    assert {f"{word}x", word[1:], f"x{word[1:]}"} - {word} <= near
    assert all(abs(len(other) - len(word)) <= 1 for other in near)


def test_a_short_word_may_hold_no_slip_and_a_long_one_two() -> None:
    assert [slips_allowed("x" * length) for length in (3, 4, 7, 8, 30, 31)] == [0, 1, 1, 2, 2, 0]


@pytest.mark.parametrize("word", ["a", "ab", "aba", "abba"])
def test_one_slip_away_is_every_word_one_slip_away_and_nothing_else(word: str) -> None:
    near = {other for other in one_slip_away(word) if set(other) <= {"a", "b"}}
    lengths = range(max(len(word) - 1, 0), len(word) + 2)
    all_words = {"".join(letters) for length in lengths for letters in product("ab", repeat=length)}
    assert near == {other for other in all_words if distance(word, other) == 1}


def test_i_and_y_are_changed_for_each_other_in_four_places_and_no_more() -> None:
    assert "dialysis" in one_slip_away("dyalisys")
    assert "yyyyb" in one_slip_away("iiiib")
    assert "yyyyyb" not in one_slip_away("iiiiib")
    assert "myx" in one_slip_away("mix")
    assert one_slip_away("x" * 31) == set()
    assert "x" * 29 in one_slip_away("x" * 30)


def test_a_name_of_four_letters_is_the_shortest_that_is_recognised() -> None:
    assert nearest_names("abcd", ["abce"]) == ["abce"]
    assert nearest_names("abcd", ["abc"]) == []
    assert nearest_names("abc", ["abcd"]) == []
