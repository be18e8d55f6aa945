"""What the sources hold for a child of a regimen that guidelines name: rows for its age, or why there are none."""

from collections.abc import Iterator, Mapping, Sequence

from desktop.domain.case_choices import drug_words
from desktop.domain.drugs import Basis, Drug, Situation

ORDER_FOR_ADULTS = (
    "For a child: this library holds no guideline's order for children. The standing here is not one for a child."
)


def words_for_child(regimen: Sequence[str], drugs: Mapping[str, Drug], months: int) -> tuple[str, ...]:
    """What is to be known before a regimen is read as an option for a child of so many months."""
    return (ORDER_FOR_ADULTS, *(" ".join(_of_drug(slug, drugs.get(slug), months)) for slug in regimen))


def _of_drug(slug: str, drug: Drug | None, months: int) -> Iterator[str]:
    """Which sources have rows for the age, and why the others have none, each reason once."""
    name = drug_words(slug)
    if drug is None:
        yield f"{name}: this edition holds no doses of it."
        return
    rows = [basis.short for basis in drug.bases if _has_rows(basis, months)]
    yield (
        f"{name}: rows for this age on the {' and the '.join(rows)}." if rows else f"{name}: no dose for this age here."
    )
    without = [basis for basis in drug.bases if not _has_rows(basis, months)]
    yield from dict.fromkeys(_reason(basis) for basis in without)


def _has_rows(basis: Basis, months: int) -> bool:
    ages = (row.children for row in basis.rows)
    return Situation.ALL not in basis.refusals and any(age is not None and age.holds(months) for age in ages)


def _reason(basis: Basis) -> str:
    """Why a source has no row for the age, as a dose says it."""
    return basis.refusals[Situation.ALL if Situation.ALL in basis.refusals else Situation.CHILD].reason
