"""Who reads: clinicians by their work. A role decides what comes first and in which words, and never what is said."""

from collections.abc import Sequence

from desktop.domain.guidance import Statement, layer_of

ROLE_WORDS = {
    "prescriber": "prescribers",
    "pharmacist": "pharmacists",
    "nurse": "nurses",
    "microbiologist": "microbiologists",
    "student": "students",
}
SAME_FOR_ALL = "Doses, warnings and findings are the same for every reader."


def foremost(statements: Sequence[Statement], role: str | None) -> tuple[Statement, ...]:
    """The statements with those meant for a role first in their layer; none is left out, and none leaves its layer."""
    if role is None:
        return tuple(statements)
    layers = list(dict.fromkeys(layer_of(statement) for statement in statements))
    return tuple(sorted(statements, key=lambda one: (layers.index(layer_of(one)), role not in one.foreground)))
