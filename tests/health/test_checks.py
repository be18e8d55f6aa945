"""The checks as functions over a library."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.content.library import Library
from desktop.domain.drugs import Drug
from desktop.domain.quantity import Amount
from desktop.health.checks import content_checks, hash_check
from desktop.health.citations import broken_links
from desktop.health.recomputing import example_fault


def drug_of(library: Library, slug: str) -> Drug:
    drug = library.drug(slug)
    assert isinstance(drug, Drug)
    return drug


@pytest.mark.parametrize(
    ("expected", "ok", "words"),
    [("aa", True, "the one that was published"), ("ab", False, "was changed"), (None, True, "Unverified")],
)
def test_a_hash_is_compared_where_one_is_known(expected: str | None, ok: bool, words: str) -> None:
    check = hash_check("aa", expected)
    assert check.ok is ok
    assert words in check.detail


def test_the_bundled_library_passes_every_check(library: Library) -> None:
    checks = content_checks(library, library.sha256)
    assert [check for check in checks if not check.ok] == []


def test_every_citation_of_the_bundled_library_leads_somewhere(library: Library) -> None:
    assert broken_links(library) == []


def test_every_row_with_a_dose_has_a_worked_example(library: Library) -> None:
    for slug in library.drug_slugs:
        rows = {row.id for basis in drug_of(library, slug).bases for row in basis.rows if row.maintenance}
        assert {example.row for example in library.worked_examples(slug)} == rows


def test_every_worked_example_recomputes(library: Library) -> None:
    faults = [
        example_fault(drug_of(library, slug), example)
        for slug in library.drug_slugs
        for example in library.worked_examples(slug)
    ]
    assert set(faults) == {None}


def test_a_wrong_example_is_told_with_both_figures(library: Library) -> None:
    drug = drug_of(library, "ceftazidime-avibactam")
    example = library.worked_examples(drug.slug)[0]
    wrong = replace(example, total_mg=Amount.exactly(Decimal("1260")))
    fault = example_fault(drug, wrong)
    assert fault is not None
    assert "author says 1,260 mg in total, the row gives " in fault


def test_an_example_of_a_row_that_is_gone_is_told(library: Library) -> None:
    drug = drug_of(library, "ceftazidime-avibactam")
    example = replace(library.worked_examples(drug.slug)[0], row="gone")
    assert "gone" in (example_fault(drug, example) or "")


def test_a_load_that_the_author_does_not_know_of_is_told(library: Library) -> None:
    drug = drug_of(library, "aztreonam-avibactam")
    example = replace(library.worked_examples(drug.slug)[0], loading_mg=None)
    assert "no loading dose" in (example_fault(drug, example) or "")
