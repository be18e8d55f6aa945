"""The names of colours in drawings and style sheets, and what each scheme puts in their place."""

import re
from collections.abc import Mapping

from desktop.paths import RESOURCES

_TOKEN = re.compile(r"@([a-z-]+)")
_COLOUR = re.compile(r'^([a-z-]+) = "([^"]+)"$', re.MULTILINE)


def scheme_tokens(scheme: str) -> dict[str, str]:
    """Every colour of a scheme ("light", "dark" or "contrast") by its name.

    A table of plain lines; to get Python's reader of TOML ready takes longer than the whole look at a start.
    """
    text = (RESOURCES / "theme" / "tokens.toml").read_text(encoding="utf-8")
    table = text.partition(f"\n[{scheme}]\n")[2].partition("\n[")[0]
    return dict(_COLOUR.findall(table))


def filled(text: str, tokens: Mapping[str, str]) -> str:
    """Text, such as a style sheet or a drawing, with every `@token` replaced by its colour."""
    return _TOKEN.sub(lambda match: tokens[match[1]], text)
