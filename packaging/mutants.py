"""Writes every mutant of some modules, one JSON object a line; runs where cosmic-ray is installed, which makes them."""

import importlib
import json
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def main(paths: list[str]) -> int:
    """0, once every mutant was written to standard output."""
    for path in map(Path, paths):
        for mutant in mutants(path):
            print(json.dumps(mutant))
    return 0


def mutants(path: Path) -> Iterator[dict[str, object]]:
    """Every mutant of one module: what was changed, where (lines from 1, columns from 0), and the whole new source."""
    trees, mutating = importlib.import_module("cosmic_ray.ast"), importlib.import_module("cosmic_ray.mutating")
    tree = trees.get_ast(path.read_text(encoding="utf-8"))
    nodes = list(trees.ast_nodes(tree))
    # A mutant is made inside its tree: each has a copy, which takes a fraction of the time of parsing.
    kept = pickle.dumps(tree)
    for name, operator in _operators():
        places = (place for node in nodes for place in operator.mutation_positions(node))
        for occurrence, ((row, _), (_, end)) in enumerate(places):
            changed = mutating.MutationVisitor(occurrence, operator).walk(pickle.loads(kept))  # noqa: S301 (our own)
            yield {
                "module": path.stem,
                "operator": f"{name.removeprefix('core/')}/{occurrence}",
                "row": row,
                "end": end,
                "source": changed.get_code(),
            }


def _operators() -> Iterator[tuple[str, Any]]:
    """Every operator that needs no arguments; the others do nothing unless they are told what."""
    plugins = importlib.import_module("cosmic_ray.plugins")
    for name in plugins.operator_names():
        operator = plugins.get_operator(name)
        if not operator.arguments():
            yield name, operator()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
