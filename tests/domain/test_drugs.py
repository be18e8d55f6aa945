"""A drug's bases keep their order, but for the one that is asked for first."""

from dataclasses import replace

import pytest

from tests.domain.builders import basis, drug, row

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
