"""A case out of a file of JSON, or out of standard input so that nothing of it touches the disk."""

import json
import sys
from decimal import Decimal
from pathlib import Path

from desktop.commands.figures import refusal_of
from desktop.commands.reply import CommandError
from desktop.domain.case_file import typed_case
from desktop.domain.case_reading import Presented, read_case
from desktop.domain.intake import Refused

_MOST_BYTES = 100_000
_STANDARD_INPUT = "-"


def case_from(named: str) -> Presented:
    """The case of a file, or of standard input where `-` is named; no message repeats what stands in it."""
    text = _text(named)
    try:
        data = json.loads(text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        message = f"The case is not one JSON object ({_place(error)}). Write it as wardlight dose --json does."
        raise CommandError("case", message, field="case") from error
    typed = typed_case(data)
    read = typed if isinstance(typed, Refused) else read_case(typed)
    if isinstance(read, Refused):
        raise refusal_of(read)
    return read


def _text(named: str) -> str:
    try:
        if named == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(_MOST_BYTES + 1)
        else:
            with Path(named).open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
        text = data.decode("utf-8")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is not text in UTF-8"
        raise CommandError("case", f"The case cannot be read ({why}). Name another file.", field="case") from error
    if len(data) > _MOST_BYTES:
        raise CommandError("case", f"The case is longer than {_MOST_BYTES:,} bytes. Name another file.", field="case")
    return text


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object in which no key stands twice: two weights would leave open which of them decides a dose."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(_word: str) -> object:
    raise ValueError("a figure is not a number")


def _place(error: Exception) -> str:
    """Where the fault lies, without a word of what stands there."""
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}"
    return str(error) if isinstance(error, ValueError) else "it is nested too deeply"
