"""The route that a question names; dose rows are for the vein."""

from desktop.domain.search_query import Query

_VEIN = frozenset({"iv", "intravenous", "intravenously", "vein"})
_OTHER = frozenset(
    {
        *("intrathecal", "intrathecally", "intraventricular", "intraventricularly", "intracisternal", "epidural"),
        *("inhaled", "inhale", "inhaling", "inhalation", "nebulised", "nebulized", "nebuliser", "nebulizer", "neb"),
        *("nebs", "nebulisation", "nebulization", "aerosol", "aerosolised", "aerosolized", "intratracheal"),
        *("oral", "orally", "mouth", "po", "enteral", "topical", "topically", "intramuscular", "intramuscularly"),
        *("subcutaneous", "subcutaneously", "subcut", "intraperitoneal", "intraperitoneally", "intrapleural"),
        *("intravesical", "intravitreal", "intraocular", "intraosseous", "ophthalmic"),
    }
)
# In capitals only: "im" is also "I am".
_MUSCLE, _SKIN = "IM", "SC"


def names_other_route(query: Query) -> bool:
    """Whether a route is named, and none into a vein."""
    letters = {word.letters for at, word in enumerate(query.words) if not _is_something_else(query, at)}
    spelled = {query.text[word.start : word.end] for word in query.words}
    is_other = not letters.isdisjoint(_OTHER) or not spelled.isdisjoint({_MUSCLE, _SKIN})
    return is_other and letters.isdisjoint(_VEIN)


def _is_something_else(query: Query, at: int) -> bool:
    """Whether a word is "PO" of phosphate, "PO4", or the mouth of who has nothing by it."""
    words = query.words
    if words[at].letters == "mouth":
        return at > 1 and (words[at - 2].letters, words[at - 1].letters) in {("nil", "by"), ("nothing", "by")}
    return words[at].letters == "po" and query.text[words[at].end :][:1].isdigit()
