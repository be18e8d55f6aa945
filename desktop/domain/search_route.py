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
    letters = {word.letters for word in query.words}
    spelled = {query.text[word.start : word.end] for word in query.words}
    is_other = not letters.isdisjoint(_OTHER) or not spelled.isdisjoint({_MUSCLE, _SKIN})
    return is_other and letters.isdisjoint(_VEIN)
