"""What a search answers: hits with the words that were found, other spellings, and an honest nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.provenance import VERIFICATION_WORDS, Verification
from desktop.domain.search_words import words_in

Span = tuple[int, int]
_SNIPPET = 260
# What remarks on a long dose have all the same.
_REMARKS = 150
BLANK_LINE = "\n\n"
"""What parts a dose from the remarks on it in the text of a hit."""
_SENTENCE = re.compile(r"[^\n]+?(?:[.?!](?= |\n|$)|(?=\n)|$)")


class HitKind(StrEnum):
    """What a hit is, in the order in which kinds are listed."""

    ANSWER = "answer"
    STATEMENT = "statement"
    DOSE = "dose"
    PITFALL = "pitfall"
    DRUG = "drug"
    ENZYME = "enzyme"
    TERM = "term"
    REFERENCE = "reference"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Sought:
    """What to mark in a hit: phrases of search terms, and letters that a word begins with."""

    phrases: tuple[str, ...]
    begun: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One passage that was found, and the link that opens its place; `drug` is set on what is about one drug."""

    kind: HitKind
    id: str
    topic: str | None
    drug: str | None
    title: str
    text: str
    link: str
    verification: Verification | None
    score: float
    sought: Sought

    # Both are worked out when they are shown: most hits of a search that goes on never are.
    @property
    def highlights(self) -> tuple[Span, ...]:
        """Where what was found stands in the text."""
        return highlights(self.text, self.sought)

    @property
    def level(self) -> str:
        """How far it was checked, in words; nothing for what is made of several facts."""
        return VERIFICATION_WORDS[self.verification] if self.verification else ""

    @property
    def snippet(self) -> Span:
        """The part of the text that holds the most of it."""
        return dose_snippet(self.text) if self.kind is HitKind.DOSE else snippet(self.text, self.highlights)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits of a query, best first. `unknown` are words that this library does not have.

    With `did_you_mean` the hits are those of the query so spelt. `topics` (slug and title) are where to look instead.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    did_you_mean: str | None = None
    unknown: tuple[str, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()


def highlights(text: str, sought: Sought) -> tuple[Span, ...]:
    """Where what is sought stands in a text."""
    words = words_in(text)
    by_first: dict[str, list[list[str]]] = {}
    for phrase in sought.phrases:
        terms = phrase.split()
        by_first.setdefault(terms[0], []).append(terms)
    spans: list[Span] = []
    for at, word in enumerate(words):
        for terms in by_first.get(word.term, ()):
            run = words[at : at + len(terms)]
            if [one.term for one in run] == terms:
                spans.append((word.start, run[-1].end))
        if sought.begun and word.letters.startswith(sought.begun):
            spans.append((word.start, word.end))
    return _merged(spans)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def snippet(text: str, marks: Sequence[Span]) -> Span:
    """The whole sentences that hold the most marks; a dose or a name is never cut."""
    sentences = [found.span() for found in _SENTENCE.finditer(text)]
    if len(text) <= _SNIPPET or not sentences:
        return 0, len(text)
    windows = [_window(sentences[first:]) for first in range(len(sentences))]
    start, end = max(windows, key=lambda window: _held(window, marks))
    return end - len(text[start:end].lstrip()), end


def dose_snippet(text: str) -> Span:
    """The whole of a dose with its limits and conditions, then as many sentences of the remarks as there is room for.

    A text of one line is why there is no dose: as many of its sentences.
    """
    dose = len(text.split(BLANK_LINE, 1)[0]) if "\n" in text else 0
    room = max(_SNIPPET, dose + _REMARKS) if dose else _SNIPPET
    _, end = _window([found.span() for found in _SENTENCE.finditer(text)] or [(0, len(text))], room)
    return 0, max(dose, end)


def _window(sentences: Sequence[Span], room: int = _SNIPPET) -> Span:
    """From the first sentence to the last that still fits; the first alone where it is too long."""
    start, end = sentences[0]
    return start, max((stop for _, stop in sentences if stop - start <= room), default=end)


def _held(window: Span, marks: Sequence[Span]) -> int:
    start, end = window
    return sum(start <= mark and stop <= end for mark, stop in marks)
