"""A query read into what is asked: names, synonyms and words."""

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.search_words import Word, words_in

_RAISED = re.compile(r"(?<=\d)[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2150-\u215e]")
_LONGEST_QUERY = 400
_MOST_WORDS = 24
MOST_WORDS_OF_A_NAME = 5
_LABEL = re.compile(r"\W+(?:labels?|labell?ing|fda|pi|package|prescribing|insert)\b", re.IGNORECASE)
_ONE_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words may also stand for, how much that counts (0 to 1), and the drug that is named so."""

    phrase: str
    strength: float
    drug: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a query asks for: the words as typed, and every phrase of terms that answers to it.

    `parts` are the words of a run that together say much the same. `unfinished` are letters that a word may begin with,
    `is_open` where `phrases` do not name all such words; `unknown` says that the library has no such word. `label` is
    the one label, in terms, of the brand that is typed.
    """

    typed: tuple[Word, ...]
    phrases: tuple[Meaning, ...]
    parts: tuple["Asked", ...] = ()
    unfinished: str | None = None
    is_open: bool = False
    unknown: bool = False
    label: str | None = None

    @property
    def drugs(self) -> frozenset[str]:
        """The drugs that are named."""
        return frozenset(meaning.drug for meaning in self.phrases if meaning.drug)

    @property
    def all_phrases(self) -> tuple[str, ...]:
        """Every phrase that answers to the whole or to a part."""
        own = (meaning.phrase for meaning in self.phrases)
        return tuple(dict.fromkeys((*own, *(phrase for part in self.parts for phrase in part.all_phrases))))

    @property
    def phrase(self) -> str:
        """The typed words as terms."""
        return " ".join(word.term for word in self.typed)


@dataclass(frozen=True, slots=True)
class Query:
    """A query as read: its text, its words, and whether its last word may go on."""

    text: str
    words: tuple[Word, ...]
    is_unfinished: bool


def read_query(typed: str) -> Query:
    """The query without what no query needs: more than 400 characters or 24 words, and signs."""
    # A raised figure or a fraction is no further digit of the number before it.
    apart = _RAISED.sub(r" \g<0>", typed[:_LONGEST_QUERY])
    # One sign may become eighteen.
    text = unicodedata.normalize("NFKC", apart)[:_LONGEST_QUERY]
    words = tuple(words_in(text))[:_MOST_WORDS]
    return Query(text, words, bool(words) and not text[words[-1].end :])


def possible_names(words: Sequence[Word]) -> list[str]:
    """Every run of words that could be a name or a synonym."""
    return list(dict.fromkeys(phrase for _, phrase in _runs(words)))


def _runs(words: Sequence[Word]) -> Iterator[tuple[tuple[Word, ...], str]]:
    """Runs of words with their terms, at each place the longest first."""
    for start in range(len(words)):
        for end in range(min(start + MOST_WORDS_OF_A_NAME, len(words)), start, -1):
            run = tuple(words[start:end])
            yield run, " ".join(word.term for word in run)


def asked_of(query: Query, meanings: Mapping[str, Sequence[Meaning]], ignored: Container[str]) -> list[Asked]:
    """What a query asks for, in order: the longest known names and synonyms, then single words that say something."""
    says = frozenset(word for word in query.words if word.letters not in ignored or _is_abbreviation(query, word))
    asked: list[Asked] = []
    taken: set[Word] = set()
    for run, phrase in _runs(query.words):
        if not taken.isdisjoint(run) or (" " in phrase and phrase not in meanings):
            continue
        taken.update(run)
        if says.intersection(run):
            asked.append(_asked(run, meanings, says))
    if not asked or not query.is_unfinished or asked[-1].typed != query.words[-1:]:
        return asked
    before, letters = asked[:-1], query.words[-1].letters
    # One letter of a word says nothing yet beside whole ones.
    if before and _ONE_LETTER.fullmatch(letters):
        return before
    return [*before, replace(asked[-1], unfinished=letters)]


def _is_abbreviation(query: Query, word: Word) -> bool:
    """Whether a word is in capitals among others that are not, as "WHO", or a label's, as in "us label"."""
    spelled = query.text[word.start : word.end]
    if word.letters == "us" and _LABEL.match(query.text, word.end):
        return True
    return spelled.isupper() and bool(spelled[1:]) and not query.text.isupper()


def _asked(run: tuple[Word, ...], meanings: Mapping[str, Sequence[Meaning]], says: Container[Word]) -> Asked:
    phrase = " ".join(word.term for word in run)
    phrases = {phrase: Meaning(phrase, 1)} | {one.phrase: one for one in meanings.get(phrase, ())}
    whole = Asked(run, tuple(phrases.values()))
    # Half of "kidney failure" still says something; half of a drug's name is another drug.
    if " " not in phrase or whole.drugs:
        return whole
    parts = (_asked((word,), meanings, says) for word in run if word in says)
    return replace(whole, parts=tuple(parts))


def held(asked: Asked, known: Container[str]) -> Asked:
    """What is asked without the phrases that no passage can hold, as one of their terms is in none."""
    phrases = tuple(one for one in asked.phrases if all(term in known for term in one.phrase.split()))
    return replace(asked, phrases=phrases, parts=tuple(held(part, known) for part in asked.parts))


def to_match(asked: Asked) -> list[str]:
    """The fewest phrases that find every passage that answers: one that holds a term of another finds no more."""
    single = {phrase for phrase in asked.all_phrases if " " not in phrase}
    return [phrase for phrase in asked.all_phrases if phrase in single or single.isdisjoint(phrase.split())]


def corrected_text(query: Query, corrections: Mapping[Word, str]) -> str:
    """The query with other words in the place of some."""
    text, at = "", 0
    for word in query.words:
        text += query.text[at : word.start] + corrections.get(word, query.text[word.start : word.end])
        at = word.end
    return " ".join((text + query.text[at:]).split())
