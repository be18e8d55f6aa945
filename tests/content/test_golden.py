"""Every dose row, word for word, beside the content: no change of content or of wording changes a dose unseen.

After a change that is meant, write `dose_lines(library)` to golden_doses.txt and read every changed line against its
source. The severities of all rules are held the same way, in tests/oracle/rules.py.
"""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.domain.case import assess
from desktop.domain.drugs import Drug, Row
from desktop.domain.wording import encoded_words, given_words, loading_words, supplement_words

GOLDEN = Path(__file__).with_name("golden_doses.txt")


def dose_lines(library: Library) -> Iterator[str]:
    """One line for each row of each basis: where it is, for whom, and what it gives."""
    for slug in library.drug_slugs:
        drug = library.drug(slug)
        assert isinstance(drug, Drug)
        for basis in drug.bases:
            yield from (_line(row) for row in basis.rows)


def _line(row: Row) -> str:
    months = f"{row.children.from_months} to {row.children.below_months} months" if row.children else None
    parts = [
        row.id,
        row.use,
        months,
        f"{row.when.value} {row.band.printed} ({encoded_words(row.band)})",
        loading_words(row.loading) if row.loading else None,
        given_words(row.maintenance) if row.maintenance else None,
        supplement_words(row.supplement) if row.supplement else None,
        f"refused: {row.refusal.reason}" if row.refusal else None,
        f"without dialysis: {row.without_dialysis.reason}" if row.without_dialysis else None,
    ]
    return " | ".join(part for part in parts if part)


@pytest.mark.hazard("H23")
def test_no_dose_changes_without_this_table(library: Library) -> None:
    assert list(dose_lines(library)) == GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.hazard("H23")
def test_no_role_reaches_the_assessment_of_a_case() -> None:
    assert list(inspect.signature(assess).parameters) == ["case", "rulebook", "available"]
