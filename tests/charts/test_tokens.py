"""The colours of every scheme, as any reader of TOML finds them."""

import tomllib

import pytest

from desktop.charts.tokens import scheme_tokens
from desktop.paths import RESOURCES

TABLES = tomllib.loads((RESOURCES / "theme" / "tokens.toml").read_text(encoding="utf-8"))


def test_there_are_three_schemes() -> None:
    assert set(TABLES) == {"light", "dark", "contrast"}


@pytest.mark.parametrize("scheme", TABLES)
def test_every_colour_of_a_scheme_is_found(scheme: str) -> None:
    assert scheme_tokens(scheme) == TABLES[scheme]
    assert len(TABLES[scheme]) > 10
