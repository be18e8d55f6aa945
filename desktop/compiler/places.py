"""Where in a file a fault is, in the author's own terms: `us-label "31 to 50", example at 31`."""

from collections.abc import Sequence
from decimal import Decimal

from desktop.compiler.authored_drug import SUBSTANCE_KEYS
from desktop.domain.quantity import plain

Step = str | int

# Steps that a reader does not need: "us-label" says enough without "basis".
_SILENT = ("basis", SUBSTANCE_KEYS, "[key]")
# The words of a note, which most are written as alone.
_PLAIN_NOTE = ("notes", "text")
_ONE_OF = {"citations": "citation", "notes": "note", "label_difference": "label difference"}


def place_words(table: object, steps: Sequence[Step]) -> str:
    """The way to a value inside a table, in words; the table tells what its rows are called."""
    words: list[str] = []
    name, here = "", table
    for step in steps:
        here = _inside(here, step)
        if isinstance(step, int):
            words = _with_item(words, name, here, step)
        elif step not in _SILENT and (name, step) != _PLAIN_NOTE:
            name = step
            words.append(step)
    return ", ".join(words) or "the whole table"


def _inside(table: object, step: Step) -> object:
    if isinstance(table, dict):
        return table.get(step)
    if isinstance(table, list | tuple) and isinstance(step, int) and step < len(table):
        return table[step]
    return None


def _with_item(words: list[str], name: str, item: object, index: int) -> list[str]:
    """The words with the last one replaced by what its item is called."""
    found = item if isinstance(item, dict) else {}
    before = words[:-1]
    if name == "row":
        use = f" for {found['for']}" if found.get("for") else ""
        row = f'"{found.get("printed", f"row {index + 1}")}"{use}'
        return [*before[:-1], f"{before[-1]} {row}"] if before else [row]
    if name == "example":
        clearance = found.get("clearance")
        return [*before, f"example {index + 1}" if clearance is None else f"example at {_shown(clearance)}"]
    return [*before, f"{_ONE_OF.get(name, name)} {index + 1}"]


def _shown(clearance: object) -> str:
    """The clearance as typed, or as read."""
    return plain(clearance) if isinstance(clearance, Decimal) else str(clearance)
