"""A route other than into a vein is known by its words."""

import pytest

from desktop.domain.search_query import read_query
from desktop.domain.search_route import names_other_route


@pytest.mark.parametrize("typed", ["intrathecal kpc", "kpc Inhaled", "kpc nebs", "oral kpc", "kpc IM", "SC kpc", "po"])
def test_another_route_is_named(typed: str) -> None:
    assert names_other_route(read_query(typed))


@pytest.mark.parametrize(
    "typed", ["kpc", "kpc iv", "im giving kpc", "kpc sc", "iv to oral kpc", "intravenous or IM kpc"]
)
def test_no_other_route_is_named_or_a_vein_too(typed: str) -> None:
    assert not names_other_route(read_query(typed))
