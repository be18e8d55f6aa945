"""A route other than into a vein is known by its words."""

import pytest

from desktop.domain.search_query import read_query
from desktop.domain.search_route import names_other_route


@pytest.mark.parametrize(
    "typed", ["intrathecal kpc", "kpc Inhaled", "kpc nebs", "oral kpc", "kpc IM", "SC kpc", "po", "kpc ivt", "IP kpc"]
)
def test_another_route_is_named(typed: str) -> None:
    assert names_other_route(read_query(typed))


@pytest.mark.parametrize(
    "typed", ["kpc", "kpc iv", "im giving kpc", "kpc sc", "iv to oral kpc", "intravenous or IM kpc"]
)
def test_no_other_route_is_named_or_a_vein_too(typed: str) -> None:
    assert not names_other_route(read_query(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "nil by mouth",
        "nil by mouth, cza crcl 20",
        "cza nothing by mouth",
        "cza crcl Nil By Mouth",
        "cza crcl 20 nil by mouth",
        "cza crcl 20, she has nothing by mouth today",
        "kpc in a man who is to have nil-by-mouth until Monday",
        "nil per mouth cza crcl 20",
        "cza nothing via mouth",
    ],
)
def test_who_has_nothing_by_mouth_is_asked_about_for_the_vein(typed: str) -> None:
    assert not names_other_route(read_query(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "mouth",
        "by mouth",
        "cza by mouth",
        "by mouth cza, was nil",
        "mouth or tube, not nil by",
        "nil to eat, drugs by mouth",
        "nil mouth kpc",
        "nil by tube, mouth care",
        "nil by mouth, colistin inhaled",
        "nil by mouth yesterday, now by mouth",
        "cza nothing by inhalation",
        "allergies nil, by mouth cza",
        "allergies nil; per mouth cza",
    ],
)
def test_a_route_is_named_unless_it_is_the_mouth_of_who_has_nothing_by_it(typed: str) -> None:
    assert names_other_route(read_query(typed))


@pytest.mark.parametrize(
    "typed",
    ["PO4", "PO4 low cza", "cza po4", "cza PO4 0.4", "cza crcl 20 PO4 0.4", "fosfomycin PO₄", "PO4: 0.4", "PO4."],
)
def test_phosphate_is_no_route(typed: str) -> None:
    assert not names_other_route(read_query(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "cza PO",
        "cza po 4 g",
        "PO, 4 times a day",
        "PO x4 cza",
        "PO-4 g cza",
        "po1g cza",
        "cza PO1000 mg",
        "cza PO40 mg",
        "cza PO4g",
        "cza PO4.5 g",
        "cza PO4,5 g",
        "PO4 low, potassium PO",
        "colistin neb8 hourly",
        "colistin topical4 hourly",
    ],
)
def test_a_route_stays_one_beside_a_figure_that_makes_no_phosphate_of_it(typed: str) -> None:
    assert names_other_route(read_query(typed))
