"""The authors' worked examples, computed again on this machine."""

from desktop.domain import worked
from desktop.domain.drugs import Drug
from desktop.domain.worked import WorkedExample


def example_fault(drug: Drug, example: WorkedExample) -> str | None:
    """What is wrong with one worked example, with its place; None when it comes out as the author says."""
    row = next((row for basis in drug.bases for row in basis.rows if row.id == example.row), None)
    if row is None:
        return f"A worked example of {drug.slug} names the row {example.row}, which is not here."
    fault = worked.example_fault(drug, row, example)
    return None if fault is None else f"{drug.slug}, {example.row}: {fault}."
