"""The route that a question names; dose rows are for the vein."""

import re

from desktop.domain.search_query import Query

_VEIN = frozenset({"iv", "intravenous", "intravenously", "vein"})
_OTHER = frozenset(
    {
        *("intrathecal", "intrathecally", "intraventricular", "intraventricularly", "intracisternal", "epidural"),
        *("inhaled", "inhale", "inhaling", "inhalation", "nebulised", "nebulized", "nebuliser", "nebulizer", "neb"),
        *("nebs", "nebulisation", "nebulization", "aerosol", "aerosolised", "aerosolized", "intratracheal"),
        *("oral", "orally", "mouth", "po", "enteral", "topical", "topically", "intramuscular", "intramuscularly"),
        *("subcutaneous", "subcutaneously", "subcut", "intraperitoneal", "intraperitoneally", "intrapleural"),
        *("ivt", "ip", "icv", "intracerebroventricular", "intralumbar"),
        *("intravesical", "intravitreal", "intraocular", "intraosseous", "ophthalmic"),
    }
)
# In capitals only: "im" is also "I am".
_MUSCLE, _SKIN = "IM", "SC"
_NOTHING_BY_MOUTH = re.compile(r"\b(?:nil|nothing)[\s-]+(?:by|per|via)[\s-]+$", re.IGNORECASE)
# Of what is written together with "PO" only this is phosphate; "PO4g" and "PO40" are doses by mouth.
_PHOSPHATE = re.compile(r"4(?!\w|[.,]\d)")


def names_other_route(query: Query) -> bool:
    """Whether a route is named, and none into a vein."""
    letters = {word.letters for at, word in enumerate(query.words) if not _is_something_else(query, at)}
    spelled = {query.text[word.start : word.end] for word in query.words}
    is_other = not letters.isdisjoint(_OTHER) or not spelled.isdisjoint({_MUSCLE, _SKIN})
    return is_other and letters.isdisjoint(_VEIN)


def _is_something_else(query: Query, at: int) -> bool:
    """Whether a word is "PO" of phosphate, "PO4", or the mouth of who has nothing by it."""
    word = query.words[at]
    if word.letters == "mouth":
        return _NOTHING_BY_MOUTH.search(query.text[: word.start]) is not None
    return word.letters == "po" and _PHOSPHATE.match(query.text, word.end) is not None
