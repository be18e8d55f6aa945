"""A drug's bases keep their order, but for the one that is asked for first."""

from dataclasses import replace

import pytest

from desktop.domain.drugs import Basis, Row, When
from tests.domain.builders import SOURCE, band, basis, drug, given, row

BASES = tuple(replace(basis(row("[0, )")), slug=slug) for slug in ("b-label", "c-label", "a-label"))


@pytest.mark.parametrize(
    ("first", "order"),
    [
        (None, ["b-label", "c-label", "a-label"]),
        ("", ["b-label", "c-label", "a-label"]),
        ("b-label", ["b-label", "c-label", "a-label"]),
        ("c-label", ["c-label", "b-label", "a-label"]),
        ("a-label", ["a-label", "b-label", "c-label"]),
        ("another", ["b-label", "c-label", "a-label"]),
    ],
)
def test_one_basis_is_put_first_and_the_others_keep_their_order(first: str | None, order: list[str]) -> None:
    typed = first and f"{first[:1]}{first[1:]}"
    assert [each.slug for each in drug(*BASES).with_first(typed).bases] == order


def test_a_row_is_for_dialysis_only_where_its_source_extends_it() -> None:
    bare = Row(
        id="a",
        use=None,
        when=When.CLEARANCE,
        band=band("[0, )"),
        maintenance=given(testicillin="1"),
        source=SOURCE,
    )
    assert (bare.also_haemodialysis, bare.also_crrt, bare.children) == (False, False, None)


def test_the_clearance_of_a_basis_is_not_per_surface_unless_it_says_so() -> None:
    bare = Basis(slug="a", title="A", short="A", product="A", source=SOURCE, dated=None, indications="Tests.")
    assert bare.clearance_per_1_73 is False
