"""Whether the rows of a drug are whole, answer every clearance once, and recompute as their authors say."""

from collections.abc import Iterator, Sequence

from desktop.compiler.authored_drug import AuthoredBasis, AuthoredDrug, AuthoredRow
from desktop.compiler.drug_values import drug_value, example_value
from desktop.compiler.faults import Fault
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.places import Step, place_words
from desktop.compiler.row_rules import ROW_RULES, cap_faults, substance_faults
from desktop.domain.coverage import basis_faults
from desktop.domain.drugs import When
from desktop.domain.worked import example_fault

_EXAMPLES_OF_A_BAND, _EXAMPLES_OF_A_DIALYSIS_ROW = 2, 1


def drug_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Everything wrong with the drugs; what needs whole rows is asked only of them."""
    for drug in library.drugs:
        file, table = f"{drug.id}.toml", drug.model_dump(by_alias=True)
        for slug, basis in drug.basis.items():
            found = [
                *_off_label(basis, [slug]),
                *(fault for at, row in enumerate(basis.row) for fault in _row(drug, row, [slug, "row", at])),
            ]
            found = found or list(_computed(drug, slug))
            for steps, what, remedy in found:
                yield Fault(file, place_words(table, ["basis", *steps]), what, remedy)


Found = tuple[Sequence[Step], str, str]


def _off_label(basis: AuthoredBasis, steps: Sequence[Step]) -> Iterator[Found]:
    if basis.off_label != (basis.off_label_note is not None):
        yield (
            steps,
            "off_label and off_label_note do not stand together",
            "With off_label = true say what is off-label.",
        )


def _row(drug: AuthoredDrug, row: AuthoredRow, steps: Sequence[Step]) -> Iterator[Found]:
    for broken, what, remedy in ROW_RULES:
        if broken(row):
            yield steps, what, remedy
    for dose in filter(None, (row, row.loading, row.supplement)):
        yield from ((steps, what, remedy) for what, remedy in substance_faults(drug, dose))
    yield from ((steps, what, remedy) for what, remedy in cap_faults(drug, row))
    needed = _EXAMPLES_OF_A_BAND if row.when in (When.CLEARANCE, When.EFFLUENT) else _EXAMPLES_OF_A_DIALYSIS_ROW
    if row.refuse is None and len(row.example) < needed:
        what = f"it needs {needed} worked examples and has {len(row.example)}"
        yield steps, what, "Work one out from the source, near an edge."


def _computed(drug: AuthoredDrug, slug: str) -> Iterator[Found]:
    """Faults of the basis as the bedside sees it: of its bands, and only where they hold, of its examples."""
    alone = drug.model_copy(update={"basis": {slug: drug.basis[slug]}})
    value = drug_value(alone)
    basis = value.bases[0]
    uncovered = basis_faults(basis)
    for fault in uncovered:
        yield [slug], fault, "Correct the edges, or say in a refuse table why there is no dose."
    if not uncovered:
        for at, row in enumerate(drug.basis[slug].row):
            for number, example in enumerate(row.example):
                what = example_fault(value, basis.rows[at], example_value(basis.rows[at].id, example))
                if what is not None:
                    yield [slug, "row", at, "example", number], what, "Correct the one that differs from the source."
