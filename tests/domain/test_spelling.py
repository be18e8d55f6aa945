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


@given(st.text("abcdef", min_size=1, max_size=8))
def test_one_slip_away_is_added_left_out_changed_or_swapped(word: str) -> None:
    near = one_slip_away(word)
    assert word not in near
    assert {f"{word}x", word[1:], f"x{word[1:]}"} - {word} <= near
    assert all(abs(len(other) - len(word)) <= 1 for other in near)


def test_a_short_word_may_hold_no_slip_and_a_long_one_two() -> None:
    assert [slips_allowed("x" * length) for length in (3, 4, 7, 8, 30, 31)] == [0, 1, 1, 2, 2, 0]
