"""Everything that the library holds about a drug, entry by entry, as it is searched and as it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.dates import MONTHS_A_YEAR
from desktop.domain.drugs import AgeBand, Basis, Drug, Preparation, Row, Situation
from desktop.domain.provenance import Source
from desktop.domain.refusal import Refusal
from desktop.domain.row_words import CRRT_WORDS, row_figure
from desktop.domain.wording import first_words, given_words, supplement_line, withdraw_words

_SITUATIONS = {
    Situation.ALL: "no dose is computed",
    Situation.CHILD: "children of ages without a row",
    Situation.HAEMODIALYSIS: "haemodialysis",
    Situation.CRRT: CRRT_WORDS,
    Situation.EFFLUENT: f"{CRRT_WORDS}, effluent rate",
    Situation.OUTSIDE: "creatinine clearance outside the rows",
    Situation.CHILD_KIDNEYS: "children with impaired kidneys",
}
DOSE, REFUSED, BASIS, WARNING, DIFFERENCE = "dose", "refusal", "basis", "warning", "difference"
TABLE_OF_ROWS = "doses by kidney function"
"""What the passage of all rows of a drug is called, behind its name; a search looks for it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing said of a drug: what sort it is, about what, its lines, and where they come from.

    `lines` of a dose row hold its limits and conditions too; `remarks` are what else is said beside it. `basis` is the
    label or guideline that says it, None for what is said across them. `row` is set on a dose row.
    """

    kind: str
    id: str
    about: str
    lines: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    sources: tuple[Source, ...]
    basis: Basis | None = None
    row: Row | None = None


def entries(drug: Drug) -> Iterator[Entry]:
    """Every entry of a drug: basis by basis what it is for, its rows, what it refuses, preparation; then warnings."""
    for basis in drug.bases:
        key = f"{drug.slug}/{basis.slug}"
        yield _basis(key, basis)
        yield from (_row(basis, row) for row in basis.rows)
        yield from (_refusal(key, basis, situation, why) for situation, why in basis.refusals.items())
        yield from (
            _preparation(f"{key}/preparation/{at}", basis, line) for at, line in enumerate(basis.preparation, 1)
        )
    for kind, about, remarks in (
        (WARNING, "warning", drug.warnings),
        (DIFFERENCE, "labels and guidelines differ", drug.label_differences),
    ):
        for at, remark in enumerate(remarks, 1):
            key = f"{drug.slug}/{kind}/{at}"
            yield Entry(kind=kind, id=key, about=about, lines=(remark.text,), sources=remark.sources)


def _basis(key: str, basis: Basis) -> Entry:
    lines = (basis.indications, basis.off_label_note, basis.listed_unverified, *basis.notes)
    return Entry(
        kind=BASIS,
        id=key,
        about="what it is for",
        lines=tuple(line for line in lines if line),
        sources=(basis.source,),
        basis=basis,
    )


def _row(basis: Basis, row: Row) -> Entry:
    about = [row.use, _child_words(row.children, row_figure(row)) if row.children else row_figure(row)]
    return Entry(
        kind=DOSE,
        id=row.id,
        about=", ".join(part for part in about if part),
        lines=tuple(_row_lines(row)),
        remarks=tuple(_row_remarks(row)),
        sources=(row.source,),
        basis=basis,
        row=row,
    )


def _child_words(ages: AgeBand, figure: str) -> str:
    """The ages of a row, and what else it goes by; what is printed of the ages, where that is something else."""
    words = f"{_age(ages.from_months)} to less than {_age(ages.below_months)}"
    if figure.startswith(words):
        return f"children from {figure}"
    return f"children from {words}, printed as {figure}"


def _age(months: int) -> str:
    years, left = divmod(months, MONTHS_A_YEAR)
    if left or not years:
        return f"{months} month{'' if months == 1 else 's'}"
    return f"{years} years"


def _row_lines(row: Row) -> Iterator[str]:
    if row.refusal is not None:
        yield f"No dose: {row.refusal.reason} {row.refusal.remedy}"
    if row.loading is not None:
        yield f"First {first_words(row.loading)}; then:"
    if row.maintenance is not None:
        yield given_words(row.maintenance)
        yield from (f"Withdraw, {words}" for words in withdraw_words(row.loading, row.maintenance))
    if row.supplement is not None:
        yield ": ".join(supplement_line(row.supplement))
    if row.without_dialysis is not None:
        yield f"Without dialysis: {row.without_dialysis.reason} {row.without_dialysis.remedy}"
    yield from (note.text for note in row.noted if note.is_binding)


def _row_remarks(row: Row) -> Iterator[str]:
    if row.printed_dose is not None:
        yield f"Printed as {row.printed_dose}"
    yield from (note.text for note in row.noted if not note.is_binding)
    if row.loading is not None:
        said = first_words(row.loading)
        yield from (f"Loading dose: {note.text}" for note in row.loading.noted if note.clause not in said)


def _refusal(key: str, basis: Basis, situation: Situation, why: Refusal) -> Entry:
    return Entry(
        kind=REFUSED,
        id=f"{key}/{situation.value}",
        about=_SITUATIONS[situation],
        lines=(f"No dose: {why.reason} {why.remedy}",),
        sources=(basis.source,),
        basis=basis,
    )


def _preparation(key: str, basis: Basis, line: Preparation) -> Entry:
    kind = line.kind.value
    return Entry(kind=kind, id=key, about=kind, lines=(line.text,), sources=(line.source,), basis=basis)
