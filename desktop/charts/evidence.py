"""The charts of a topic's studies, each under the name that a page asks for it by."""

from collections.abc import Sequence

from desktop.charts.forest import forest_drawing
from desktop.charts.lettering import Drawing
from desktop.charts.shares import shares_drawing
from desktop.domain.evidence import Outcome, Study, counted, measured

FOREST = "forest"
SHARES = {
    "died": (Outcome.DIED, "Died: how many of how many"),
    "alive": (Outcome.ALIVE, "Alive: how many of how many"),
    "cured": (Outcome.CURED, "Cured: how many of how many"),
}


def chart(studies: Sequence[Study], name: str, width: int) -> Drawing | None:
    """The drawing that a chart's name stands for; None for a name that none has, or where nothing was counted."""
    if name == FOREST:
        effects = tuple(measured(studies))
        return forest_drawing(effects, width) if effects else None
    if name in SHARES:
        outcome, words = SHARES[name]
        counts = tuple(counted(studies, outcome))
        return shares_drawing(counts, words, width) if counts else None
    return None


def charts(studies: Sequence[Study], width: int) -> dict[str, Drawing]:
    """Every chart that the studies can fill."""
    drawings = {name: chart(studies, name, width) for name in (*SHARES, FOREST)}
    return {name: drawing for name, drawing in drawings.items() if drawing is not None}
