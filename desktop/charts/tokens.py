"""The names of colours in drawings and style sheets, and what each scheme puts in their place."""

import re
import tomllib
from collections.abc import Mapping

from desktop.paths import RESOURCES

_TOKEN = re.compile(r"@([a-z-]+)")


def scheme_tokens(scheme: str) -> dict[str, str]:
    """Every colour of a scheme ("light", "dark" or "contrast") by its name."""
    with (RESOURCES / "theme" / "tokens.toml").open("rb") as file:
        colours: dict[str, str] = tomllib.load(file)[scheme]
    return colours


def filled(text: str, tokens: Mapping[str, str]) -> str:
    """Text, such as a style sheet or a drawing, with every `@token` replaced by its colour."""
    return _TOKEN.sub(lambda match: tokens[match[1]], text)
