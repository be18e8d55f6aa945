"""JSON that can be read in one way only."""

import json
import re
from typing import Any, NoReturn

LONGEST = 1_000_000
DEEPEST = 12
_DIGITS = 19
_LARGEST = 2**63 - 1


def strict_object(data: bytes) -> dict[str, Any]:
    """The one object in the bytes; a ValueError says why there is none that everybody would read alike.

    Refused: other encodings than UTF-8, two values under one name, fractions, NaN, whole numbers beyond 63 bits, depth.
    """
    if len(data) > LONGEST:
        raise ValueError("it is too long")
    text = data.decode("utf-8")
    if _depth(text) > DEEPEST:
        raise ValueError("it is nested too deeply")
    found = json.loads(
        text,
        object_pairs_hook=_once_each,
        parse_float=_no_fraction,
        parse_constant=_no_fraction,
        parse_int=_whole,
    )
    if not isinstance(found, dict):
        raise ValueError("it is not an object")
    return found


def canonical(value: object) -> bytes:
    """The one way in which a pack writes an object."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def _depth(text: str) -> int:
    """How deep the brackets go; found before the parser, which would go down with them."""
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    deepest = depth = 0
    for mark in re.findall(r"[\[\]{}]", outside):
        depth += 1 if mark in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("it holds two values under one name")
    return found


def _no_fraction(text: str) -> NoReturn:
    raise ValueError(f"it holds {text[:_DIGITS]}, which is no whole number")


def _whole(text: str) -> int:
    if len(text) > _DIGITS or not -_LARGEST <= (number := int(text)) <= _LARGEST:
        raise ValueError("it holds a number beyond all measure")
    return number
