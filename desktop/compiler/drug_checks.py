"""Whether the rows of a drug are whole, answer every clearance once, and recompute as their authors say."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from desktop.compiler.authored_drug import AuthoredBasis, AuthoredDrug, AuthoredRow
from desktop.compiler.drug_values import drug_value
from desktop.compiler.examples import example_faults
from desktop.compiler.faults import Fault, listed
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.places import Step, place_words
from desktop.domain.coverage import basis_faults
from desktop.domain.drugs import When
from desktop.domain.provenance import Verification
from desktop.domain.quantity import Amount

_EXAMPLES_OF_A_BAND, _EXAMPLES_OF_A_DIALYSIS_ROW = 2, 1

Rule = tuple[Callable[[AuthoredRow], bool], str, str]


def _edges(row: AuthoredRow) -> int:
    return sum(edge is not None for edge in (row.above, row.lowest, row.up_to, row.below))


# What a row must never be, what is then said, and what to do.
ROW_RULES: tuple[Rule, ...] = (
    (lambda row: row.above is not None and row.lowest is not None, "it has two lower edges", "Keep above or from."),
    (lambda row: row.up_to is not None and row.below is not None, "it has two upper edges", "Keep up_to or below."),
    (
        lambda row: row.when is not When.CLEARANCE and _edges(row) > 0,
        "a dialysis row has clearance edges",
        'Take them out, or write when = "clearance".',
    ),
    (
        lambda row: row.when is When.CLEARANCE and _edges(row) == 0,
        "it has no clearance edge, so it would hold always",
        "Write its edges; from = 0 where it is for every clearance.",
    ),
    (
        lambda row: row.when is not When.CLEARANCE and (row.also_haemodialysis or row.needs_dialysis),
        "a dialysis row says again that it is for dialysis",
        "Take also_haemodialysis and needs_dialysis out.",
    ),
    (lambda row: not row.parts and row.refuse is None, "it gives neither a dose nor a refusal", "Write one of them."),
    (
        lambda row: row.refuse is not None and bool(row.parts or row.loading or row.supplement or row.example),
        "it refuses and gives a dose all the same",
        "Keep one of them.",
    ),
    (
        lambda row: row.verification is Verification.UNVERIFIED and bool(row.parts),
        "it computes an unverified dose",
        "List it in listed_unverified, and say in refuse.all why no dose is given.",
    ),
    (lambda row: bool(row.parts) != bool(row.every_h), "dose and interval do not stand together", "Write every_h."),
    (
        lambda row: row.needs_dialysis != (row.without_dialysis is not None),
        "needs_dialysis and without_dialysis do not stand together",
        "Write both, or neither.",
    ),
    (lambda row: row.loading is not None and not row.loading.parts, "its load has no dose", "Write its milligrams."),
    (
        lambda row: row.supplement is not None and not row.supplement.parts,
        "its supplement has no dose",
        "Write its milligrams.",
    ),
)


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
    for parts in (row.parts, row.loading.parts if row.loading else {}, row.supplement.parts if row.supplement else {}):
        yield from ((steps, what, remedy) for what, remedy in _substances(drug, parts))
    needed = _EXAMPLES_OF_A_BAND if row.when is When.CLEARANCE else _EXAMPLES_OF_A_DIALYSIS_ROW
    if row.refuse is None and len(row.example) < needed:
        what = f"it needs {needed} worked examples and has {len(row.example)}"
        yield steps, what, "Work one out from the source, near an edge."


def _substances(drug: AuthoredDrug, parts: Mapping[str, Amount]) -> Iterator[tuple[str, str]]:
    for key in parts:
        if drug.substance_of(key) is None:
            yield f'"{key}" names no substance of this drug', f"Its substances are {listed(drug.substances)}."
    missing = [substance for substance in drug.substances if substance not in map(drug.substance_of, parts)]
    if parts and missing:
        yield f"the dose leaves out {listed(missing)}", "Write the milligrams of every substance; the total is derived."


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
            for example, what, remedy in example_faults(value, basis.rows[at], row.example):
                yield [slug, "row", at, "example", example], what, remedy
