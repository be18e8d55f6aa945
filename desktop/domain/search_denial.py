"""Whether dialysis that a question names is denied, past, to come or part of another thing, by the words around it.

Only what is said in so many words counts: whoever is on dialysis must not be taken for somebody who is not, and "off"
or "stopped" may be said of something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
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
    "(?: (?:on|a|any|the|t|longer|yet|more|currently|been|need|needing|requiring|receiving|started|for|z|or|nor))*"
)
_THING = "(?:lines?|catheters?|access|fistula|graft|shunt|port|permcath|vascath)"
_SPAN = "(?:weeks?|months?|years?)"
_TODAY = "(?! (?:today|tonight|yesterday|this|days?|sessions?|for)\\b)"
_OVER = "(?:stopped|ended|discontinued|ceased|withdrawn|withheld|contraindicated|refused|declined|independent|free)"
_LATER = "(?:planned|pending|considered|soon|tomorrow|starts|begins|about to (?:start|be started))"
_NEEDED = "(?:needed|required|started|indicated|wanted|running|necessary|begun)"
_END = "(?= \\||$)"
# "Z" is the mention that is asked about, "z" any other, "|" the end of a clause.
_DENIALS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NO}{_BETWEEN} Z\b{_TODAY}",
        r"\b(?:cannot|can t|cant|avoid|denies|refuses|refusing|declines|unsuitable for) (?:have )?Z\b",
        rf"(?<!not )(?<!never )(?<!day )\b(?:(?:came|weaned|now) )?(?:off|stopped|discontinued) Z\b{_TODAY}(?: now)?",
        rf"\b(?:previously|formerly|was|were|used to be) on Z\b{_TODAY}",
        r"\b(?:history of|hx of|previous|past|former|ex) Z\b",
        rf"\bhad Z(?: last {_SPAN}|{_END})",
        rf"\bZ(?: (?:was|is|has been))? {_OVER}(?: now)?(?: on(?= z\b)|{_END}| last {_SPAN})",
        rf"(?<!next )(?<!last )(?<!on )\bZ(?: is)? {_LATER}\b",
        rf"\bZ(?: (?:is|was))? (?:not yet|not|no longer) {_NEEDED}\b",
        rf"\bZ(?: :)? (?:no|none){_END}",
        rf"(?<!since )(?<!on )\bZ (?:\w+ ){{1,2}}{_SPAN} ago\b",
        rf"(?<!started )(?<!since )(?<!on )\bZ last {_SPAN}\b",
        r"\blast Z (?:19|20)\d\d\b",
        r"\bZ previously\b",
        rf"\b(?:awaiting|awaits|pre|(?:may|might|could|will|would) (?:need|require|start)) Z\b{_TODAY}",
        r"\b(?:before|prior to|until) Z (?:starts|starting|is started|begins)\b",
        rf"(?<!on )(?<!started )(?<!since )\bZ {_THING}(?: infection| (?:in|inserted)(?: place| situ)?)?\b",
    )
)
# With a clearance beside it this is said of somebody who is not on it yet, without one of a session.
_BEFORE = re.compile(rf"\b(?:before|prior to|until) Z\b{_TODAY}")


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


def denied(query: Query, mention: Mention, mentions: Sequence[Mention], *, names_figure: bool) -> frozenset[int]:
    """The places of a mention and of the words that deny it; none where they do not."""
    text, starts = _told(query, mention, mentions)
    for pattern in (*_DENIALS, _BEFORE) if names_figure else _DENIALS:
        if found := pattern.search(text):
            return mention.places | {at for start, at in starts if found.start() <= start < found.end()}
    return frozenset()


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
