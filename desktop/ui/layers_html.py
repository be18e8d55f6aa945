"""The layers of a section, always in one order, each with a line that folds it away or brings it back."""

from collections.abc import Callable, Sequence
from itertools import groupby

from desktop.domain.guidance import Layer, Statement, layer_of

FOLD_LINK = "fold:"
IsFolded = Callable[[str], bool]
_WORDS = {Layer.RATIONALE: "Why", Layer.EVIDENCE: "Evidence", Layer.LABORATORY: "Laboratory and animal evidence"}


def layers_html(
    section: str, statements: Sequence[Statement], statement_html: Callable[[Statement], str], is_folded: IsFolded
) -> str:
    """Every layer with its statements; of a folded one only its line, at which its statements are still found."""
    parts = []
    for layer, members in groupby(statements, key=layer_of):
        within = list(members)
        if layer is Layer.RECOMMENDATION:
            parts += [statement_html(statement) for statement in within]
            continue
        key = f"{section}/{layer}"
        folded = is_folded(key)
        anchors = "".join(f'<a name="{statement.id}"></a>' for statement in within) if folded else ""
        words = f"{'▸' if folded else '▾'} {_WORDS[layer]} ({len(within)})"
        parts.append(f'<p class="layer">{anchors}<a href="{FOLD_LINK}{key}">{words}</a></p>')
        parts += [] if folded else [statement_html(statement) for statement in within]
    return "".join(parts)
