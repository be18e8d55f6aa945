"""Whether a question says that the kidneys fail or change now, so that a clearance in it may be an old one.

A creatinine that moves lags behind the kidneys: what was computed from it chooses no row.
"""

import re

from desktop.domain.search_denial import NEGATIONS
from desktop.domain.search_query import Query

_CREATININE = "(?:creatinine|creat|scr|cr|urea|bun)"
_ORGAN = "(?:kidneys?|renal)"
_KIDNEY = rf"(?:{_CREATININE}|{_ORGAN}|crcl|clcr|ccr|clearance|[em]?gfr|urine)"
# Between the kidneys and what is said of them stands nothing that it could be said of instead.
_FILLERS = (
    r"(?:(?:is|was|were|are|has|have|had|been|be|being|still|now|and|but|or|then|the|a|his|her|their|also|today|"
    r"tonight|yesterday|since|this|morning|rapidly|quickly|fast|slowly|acutely|steadily|currently|functions?|levels?|"
    r"values?|results?|outputs?|from|to|by|of|in|at|on|over|with|within|days?|hours?|hrs?|h|x|times|admission|baseline|"
    r"keeps?|continues|getting|going|trending|trend|up|down|very|more|much|it|s|umol|micromol|mcmol|mmol|mg|dl|l|mls?|"
    r"min|per|\d\S*) ){0,12}"
)
_CHANGING = (
    "(?P<word>rising|climbing|increasing|doubled|doubling|tripled|trebled|worse|worsening|worsened|deteriorating|"
    "deteriorated|deterioration|unstable|unsteady|changing|fluctuating|labile|falling|dropping|decreasing|declining|"
    "improving|recovering|not stable|not steady)"
)
_FAILING = "(?P<word>failing|shutting|shutdown)"
_RISEN = "(?P<word>rise|rises|rose|risen|increased|jumped|climbed|up)"
_SAID = tuple(
    re.compile(rf"\b{pattern}\b")
    for pattern in (
        "(?P<word>(?:an|olig|oligoan|olig?o an)uri[ac]|aki|atn)",
        "(?P<word>acute (?:on chronic )?(?:kidney|renal))",
        "(?P<word>(?:no|not|low|poor|minimal|little|reduced) (?:passing |making |producing )?urine(?: output|$))",
        f"{_KIDNEY} {_FILLERS}{_CHANGING}",
        f"{_CHANGING} {_FILLERS}{_KIDNEY}",
        f"{_ORGAN} {_FILLERS}{_FAILING}",
        f"{_FAILING} {_FILLERS}{_ORGAN}",
        f"{_CREATININE} {_FILLERS}{_RISEN}",
    )
)
_DENIED = re.compile(rf"\b(?:{'|'.join(sorted(NEGATIONS))}) $")


def kidneys_change(query: Query) -> bool:
    """Whether the kidneys fail, or change, and that is not denied in the word before."""
    told = " ".join(word.letters for word in query.words)
    found = (match for pattern in _SAID for match in pattern.finditer(told))
    return any(_DENIED.search(told[: match.start("word")]) is None for match in found)
