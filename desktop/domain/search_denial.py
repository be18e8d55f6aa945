"""Whether dialysis that a question names is running, as the words around it say.

Only what is denied in so many words is taken for no dialysis. Whoever is on it must not be taken for somebody who is
not, nor the other way: where it is past, to come, part of another thing or in doubt, it stays open.
"""

import re
from collections.abc import Sequence
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
_NOW = re.compile(r"(?<!not )(?<!no )\b(?:now|still|currently) (?:on )?Z\b")
_DOUBTS = re.compile(
    rf"\b(?:{_NO}|"
    r"off|stop(?:s|ped|ping)?|end(?:s|ed)|discontinued|ceased|withdrawn|withheld|former(?:ly)?|previous(?:ly)?|past|ex|"
    r"was|were|had|used to|history|hx|weaned|came|finished|recover(?:s|ed|ing|y)?|missed|skipped|"
    r"soon|tomorrow|plan(?:s|ned|ning)?|pending|consider(?:ed|ing)?|await(?:s|ing)?|starts|until|pre|"
    r"(?:about|going|likely) to|(?:may|might|could|will|would) (?:\w+ )?(?:need|require|start|begin|go|have)|"
    r"refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|den(?:y|ies|ied)|avoid(?:s|ed|ing)?|cannot|cant|can t|unsuitable|"
    r"contraindicated)\b"
)
_THING = re.compile(r"\bZ (?:lines?|catheters?|access|fistula|graft|shunt|port|permcath|vascath)\b")
_AGO = re.compile(r"\b(?:ago|last)\b")
_BEGUN = re.compile(r"\b(?:started|starting|began|begun|commenced|since)\b")
# With a clearance beside it this is said of somebody who is not on it yet, without one of a session.
_BEFORE = re.compile(r"\b(?:before|prior to) Z\b")


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

    @property
    def places(self) -> frozenset[int]:
        """The places of its words."""
        return frozenset(range(self.first, self.last + 1))


def standing(
    query: Query, mention: Mention, mentions: Sequence[Mention], *, names_figure: bool
) -> tuple[Standing, frozenset[int]]:
    """How the dialysis of a mention stands; with the places of the words that deny it or leave it open.

    Where it is denied its own are among them. `names_figure` says that a clearance stands beside it.
    """
    text, starts = _told(query, mention, mentions)

    def places(found: re.Match[str]) -> frozenset[int]:
        return frozenset(at for start, at in starts if found.start() <= start < found.end())

    for pattern in _DENIALS:
        if found := pattern.search(text):
            return Standing.OFF, mention.places | places(found)
    begins = text.rfind("|", 0, text.index("Z")) + 1
    ends = begins + len(text[begins:].partition("|")[0])
    if _NOW.search(text, begins, ends):
        return Standing.ON, frozenset()
    if found := _DOUBTS.search(text, begins, ends):
        return Standing.OPEN, places(found) - mention.places
    past = _AGO.search(text, begins, ends) and not _BEGUN.search(text, begins, ends)
    before = names_figure and _BEFORE.search(text, begins, ends)
    is_open = past or before or _THING.search(text, begins, ends)
    return Standing.OPEN if is_open else Standing.ON, frozenset()


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
    if any(sign in between for sign in ",;.()\n") or following.letters == "but":
        return "| "
    return ": " if ":" in between else ""
