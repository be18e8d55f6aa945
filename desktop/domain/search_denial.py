"""Whether dialysis that a question names is running, as the words around it say.

Whoever is on it must not be taken for somebody who is not, nor the other way. So only what is denied in so many words
is taken for no dialysis; and it runs only where every word beside it is known to say nothing against that.
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, auto
from itertools import zip_longest

from desktop.domain.search_query import Query
from desktop.domain.search_words import Word

NEGATIONS = frozenset(
    {
        *("not", "no", "non", "without", "never", "nor", "neither", "none", "isnt", "isn", "arent", "aren", "hasnt"),
        *("hasn", "havent", "haven", "wasnt", "wasn", "doesnt", "doesn", "dont", "don", "didnt", "didn", "wont", "won"),
    }
)
_NO = rf"(?:{'|'.join(sorted(NEGATIONS))})"
_BETWEEN = (
    "(?: (?:on|a|an|any|the|t|longer|yet|more|currently|ever|been|be|started|for|of|z|or|nor|need(?:s|ed|ing)?|"
    "have|has|had|requir(?:e|es|ed|ing)|receiv(?:e|es|ed|ing)|regular|maintenance|chronic|acute|indication|form))*"
)
_NEEDED = "(?:needed|required|started|indicated|wanted|running|necessary|begun)"
_SESSION = "(?! (?:today|tonight|yesterday|this|days?|sessions?|for)\\b)"
# "Z" is the mention that is asked about, "z" any other, "|" the end of a clause.
_DENIALS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NO}{_BETWEEN} Z\b{_SESSION}",
        rf"\bZ(?: (?:is|was))? (?:not(?: yet)?|no longer) {_NEEDED}\b",
        r"\bZ : (?:no|none)\b(?! z)",
        r"\bZ (?:no|none)(?= \||$)",
        r"\bZ (?:independent|free)\b(?! (?:of|from)\b)",
    )
)
_BEGAN = frozenset({"started", "began", "begun", "commenced"})
_WEEKLY = frozenset({"week", "weekly"})
# One of these says that it runs.
_RUNS = (
    _BEGAN
    | _WEEKLY
    | {
        *("on", "receives", "receiving", "gets", "getting", "undergoing", "ongoing", "established", "dependent"),
        *("now", "still", "current", "currently", "regular", "chronic", "maintenance", "intermittent", "thrice"),
        *("session", "sessions", "mwf", "tts", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat"),
        *("sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    }
)
_SAYS_NOTHING = frozenset(
    {
        *("a", "an", "the", "each", "every", "per", "of", "for", "in", "with", "to", "at", "by", "and", "or", "since"),
        *("as", "he", "she", "his", "her", "i", "we", "my", "our", "you", "your", "is", "are", "patient", "patients"),
        *("pt", "pts", "adult", "adults", "man", "woman", "who", "someone", "icu", "today", "day", "days", "daily"),
        *("ill", "what", "whats", "which", "how", "much", "often", "when", "does", "do", "should", "same", "please"),
        *("s", "would", "dose", "doses", "dosing", "dosage", "dosed", "adjust", "adjusted", "adjustment", "regimen"),
        *("schedule", "interval", "timing", "infusion", "extended", "loading", "load", "label", "us", "eu", "idsa"),
        *("guidance", "continuous", "give", "given", "giving", "use", "using", "before", "after", "during", "between"),
        *("prior", "post", "acute", "critically", "mg", "kg", "effluent", "rate", "flow", "continuously"),
        *("veno", "venous"),
    }
)
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "times", "x"})
_SPAN = frozenset({"weeks", "month", "months", "year", "years", "ago", "last", "yesterday"})


class Standing(Enum):
    """How dialysis stands that a question names."""

    ON = auto()
    OFF = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """Where dialysis is named, from the first to the last word, and of which kinds it may be."""

    first: int
    last: int
    kinds: frozenset[str]
    is_diafiltration: bool = False

    @property
    def places(self) -> frozenset[int]:
        """The places of its words."""
        return frozenset(range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class Around:
    """What else a question names: the places of drugs, of what else is known to be said, and whether a clearance is."""

    drugs: AbstractSet[int] = frozenset()
    known: AbstractSet[int] = frozenset()
    names_clearance: bool = False


def standing(
    query: Query, mention: Mention, mentions: Sequence[Mention], around: Around
) -> tuple[Standing, frozenset[int]]:
    """How the dialysis of a mention stands; with the places of the words that deny it or leave it open.

    Where it is denied its own are among them. Beside a clearance a bare mention is not enough.
    """
    text, starts = _told(query, mention, mentions)
    for pattern in _DENIALS:
        if found := pattern.search(text):
            denying = (at for start, at in starts if found.start() <= start < found.end())
            return Standing.OFF, mention.places | frozenset(denying)
    known = around.known | {at for one in mentions for at in one.places}
    beside = [*_beside(query, mention, around.drugs)]
    said = {query.words[at].letters for at in (*beside, *mention.places)}
    doubts = frozenset(at for at in beside if at not in known and not _is_harmless(query.words[at].letters, said))
    runs = not around.names_clearance or not said.isdisjoint(_RUNS)
    return Standing.ON if runs and not doubts else Standing.OPEN, doubts


def _beside(query: Query, mention: Mention, drugs: AbstractSet[int]) -> Iterable[int]:
    """The places of the words on both sides of a mention, up to a drug or the end of the clause.

    A single word behind the end, as in "dialysis, no", is still said of it.
    """
    words = query.words
    for at in range(mention.first - 1, -1, -1):
        if at in drugs or words[at].letters == "but" or "|" in _sign(query.text, words[at], words[at + 1]):
            break
        yield at
    ends = [
        at for at, word in enumerate(words) if at + 1 == len(words) or "|" in _sign(query.text, word, words[at + 1])
    ]
    for at in range(mention.last + 1, len(words)):
        if at in drugs or (at - 1 in ends and at not in ends and at + 1 not in drugs):
            break
        yield at


def _is_harmless(word: str, beside: AbstractSet[str]) -> bool:
    """Whether a word beside a mention says nothing against it; nor do numbers that say how often, or since when."""
    began = not beside.isdisjoint(_BEGAN | {"since", "for"})
    counts = (began or not beside.isdisjoint(_WEEKLY)) and (word in _NUMBERS or word[0].isdigit())
    return word in _RUNS or word in _SAYS_NOTHING or counts or (began and word in _SPAN)


def _told(query: Query, mention: Mention, mentions: Sequence[Mention]) -> tuple[str, list[tuple[int, int]]]:
    """The question in a form in which patterns find a denial; and where in it which word begins."""
    first = {one.first: "Z" if one is mention else "z" for one in mentions}
    rest = {at for one in mentions for at in one.places if at not in first}
    text, starts = "", list[tuple[int, int]]()
    for at, (word, following) in enumerate(zip_longest(query.words, query.words[1:])):
        if at not in rest:
            starts.append((len(text), at))
            text += f"{first.get(at, word.letters)} {_sign(query.text, word, following)}"
    return text.strip(), starts


def _sign(text: str, word: Word, following: Word | None) -> str:
    """The end of a clause behind a word, or a colon, with a space behind it; nothing behind most words."""
    if following is None:
        return ""
    between = text[word.end : following.start]
    if any(sign in between for sign in ",;.)\n"):
        return "| "
    return ": " if ":" in between else ""
