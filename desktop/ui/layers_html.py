"""The layers of a section, always in one order, each with a line that folds it away or brings it back."""

from collections.abc import Callable, Sequence
from itertools import groupby

from desktop.domain.guidance import LAYER_WORDS, Layer, Statement, layer_of

FOLD_LINK = "fold:"
IsFolded = Callable[[str], bool]
STUDIES = "studies"


def layers_html(
    section: str, statements: Sequence[Statement], statement_html: Callable[[Statement], str], is_folded: IsFolded
) -> str:
    """Every layer with its statements; of a folded one only its line, at which its statements are still found."""
    parts = []
    for layer, members in groupby(statements, key=layer_of):
        within = list(members)
        inside = "".join(statement_html(statement) for statement in within)
        if layer is Layer.RECOMMENDATION:
            parts.append(inside)
            continue
        words = f"{LAYER_WORDS[layer]} ({len(within)})"
        anchors = [statement.id for statement in within]
        parts.append(folding_html(f"{section}/{layer}", words, inside, is_folded, anchors))
    return "".join(parts)


def folding_html(key: str, words: str, inside: str, is_folded: IsFolded, anchors: Sequence[str] = ()) -> str:
    """A line that folds what is below it; of a folded thing only the line, at which its anchors are still found."""
    folded = is_folded(key)
    found = "".join(f'<a name="{anchor}"></a>' for anchor in anchors) if folded else ""
    line = f'<a href="{FOLD_LINK}{key}">{"▸" if folded else "▾"} {words}</a>'
    return f'<p class="layer">{found}{line}</p>{"" if folded else inside}'


def is_folded_at_first(key: str) -> bool:
    """Whether something begins out of sight: single studies and tables that repeat a chart, the deepest layer."""
    return STUDIES in key.split("/")
