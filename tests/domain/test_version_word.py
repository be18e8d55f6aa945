"""The two words of a content hash: the same for everybody, another for other content, and clear when spoken."""

from difflib import SequenceMatcher
from itertools import combinations

import pytest

from desktop.domain.version_word import FIRST_WORDS, SECOND_WORDS, version_word

REST = "0" * 48


def test_the_words_of_a_hash_never_change() -> None:
    # Two people compare what two programs of different age say: the lists may not be put in another order.
    assert version_word("00000000" + "00000000" + REST) == f"{FIRST_WORDS[0]} {SECOND_WORDS[0]}" == "amber acorn"
    assert version_word("ffffffff" + "ffffffff" + REST) == f"{FIRST_WORDS[-1]} {SECOND_WORDS[-1]}" == "yellow zebra"


def test_every_pair_of_words_can_come_up() -> None:
    firsts = {version_word(f"{number:08x}{0:08x}{REST}").split()[0] for number in range(len(FIRST_WORDS))}
    seconds = {version_word(f"{0:08x}{number:08x}{REST}").split()[1] for number in range(len(SECOND_WORDS))}
    assert (firsts, seconds) == (set(FIRST_WORDS), set(SECOND_WORDS))
    assert len(firsts) * len(seconds) == 16_384


@pytest.mark.parametrize("words", [FIRST_WORDS, SECOND_WORDS])
def test_no_word_can_be_taken_for_another(words: tuple[str, ...]) -> None:
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 11 for word in words)
    close = [pair for pair in combinations(words, 2) if SequenceMatcher(None, *pair).ratio() > 0.85]
    assert close == []
