"""The numbers of a question in digits or as words, "sixty-five" as one."""

import re
from collections.abc import Sequence
from decimal import Decimal

from desktop.domain.search_numbers import FIGURE
from desktop.domain.search_words import Word

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_TEENS = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = {
    word: 10 * at
    for at, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_NUMBER_WORDS = {word: at for at, word in enumerate((*_ONES, *_TEENS), 1)} | _TENS
_BELOW_TEN = frozenset(_ONES[:9])
# Nothing else joins tens and ones: any other sign may begin another thing.
DASH = r"[-\u2010-\u2015\u2212]"
_JOINS = re.compile(rf"[ \t]+|{DASH}")


def count_of(word: Word) -> Decimal | None:
    """A number in digits or as a word."""
    if FIGURE.fullmatch(word.letters):
        return Decimal(word.letters)
    return Decimal(_NUMBER_WORDS[word.letters]) if word.letters in _NUMBER_WORDS else None


def count_said(text: str, words: Sequence[Word], at: int) -> Decimal | None:
    """The number at a place with the tens before it; None where it is none, or the tens before one."""
    count = count_of(words[at])
    if count is None or (at + 1 < len(words) and is_composed(text, words, at + 1)):
        return None
    return count + _TENS[words[at - 1].letters] if is_composed(text, words, at) else count


def is_composed(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a number word has its tens before it, as "sixty five"."""
    if at > 0 and words[at].letters in _BELOW_TEN and words[at - 1].letters in _TENS:
        return _JOINS.fullmatch(text[words[at - 1].end : words[at].start]) is not None
    return False
