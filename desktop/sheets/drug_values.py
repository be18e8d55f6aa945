"""What the folder prints of a drug: every row of every label and guideline, with what each refuses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.citing import located_words
from desktop.domain.drugs import Basis, Drug, Remark, Row, Situation, When
from desktop.domain.guidance import Reference
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.wording import (
    encoded_words,
    given_words,
    loading_words,
    supplement_line,
    withdraw_words,
)

_WHEN_WORDS = {
    When.CLEARANCE: "",
    When.HAEMODIALYSIS: "On haemodialysis",
    When.CRRT: "On continuous renal replacement therapy",
    When.EFFLUENT: "On continuous renal replacement therapy, effluent rate",
}
_SITUATION_WORDS = {
    Situation.ALL: "Always",
    Situation.CHILD: "Children",
    Situation.HAEMODIALYSIS: "Haemodialysis",
    Situation.CRRT: "Continuous renal replacement therapy",
    Situation.EFFLUENT: "Effluent rate not known",
    Situation.OUTSIDE: "Outside every row",
    Situation.CHILD_KIDNEYS: "Children, kidney function",
}


@dataclass(frozen=True, slots=True)
class RowValues:
    """One row: for whom as printed and as read, what is given line by line, notes and source."""

    id: str
    printed: str
    read_as: str
    doses: tuple[str, ...]
    notes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class TableValues:
    """The rows of one use, for adults or for children."""

    title: str
    rows: tuple[RowValues, ...]


@dataclass(frozen=True, slots=True)
class BasisValues:
    """One label or guideline; every line of `facts` is a label and its words."""

    title: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[TableValues, ...]
    preparation: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DrugValues:
    """One drug with its bases, and what is to be known of it whatever the basis."""

    anchor: str
    name: str
    kind: str
    brands: str
    warnings: tuple[str, ...]
    differences: tuple[str, ...]
    bases: tuple[BasisValues, ...]


def drug_values(drug: Drug, references: Mapping[str, Reference]) -> DrugValues:
    """Everything that the library holds of a drug."""
    return DrugValues(
        f"drug-{drug.slug}",
        drug.name,
        drug.kind.capitalize(),
        ", ".join(drug.brands),
        _remarks(drug.warnings, references),
        _remarks(drug.label_differences, references),
        tuple(_basis_values(basis, references) for basis in drug.bases),
    )


def _remarks(remarks: Sequence[Remark], references: Mapping[str, Reference]) -> tuple[str, ...]:
    return tuple(
        f"{remark.text} ({'; '.join(located_words(s, references[s.reference].short) for s in remark.sources)})"
        for remark in remarks
    )


def _basis_values(basis: Basis, references: Mapping[str, Reference]) -> BasisValues:
    return BasisValues(
        ", ".join(filter(None, (basis.title, basis.dated))),
        tuple(_facts(basis, references)),
        tuple(_tables(basis, references)),
        tuple(
            (
                line.kind.capitalize(),
                f"{line.text} ({line.source.place}; {VERIFICATION_WORDS[line.source.verification]})",
            )
            for line in basis.preparation
        ),
    )


def _facts(basis: Basis, references: Mapping[str, Reference]) -> Iterator[tuple[str, str]]:
    yield "For", basis.indications
    yield "Source", located_words(basis.source, references[basis.source.reference].short)
    if basis.off_label_note:
        yield "Off label", basis.off_label_note
    if basis.listed_unverified:
        yield "Unverified", basis.listed_unverified
    for note in basis.notes:
        yield "Note", note
    for situation, refusal in basis.refusals.items():
        yield f"No dose: {_SITUATION_WORDS[situation].lower()}", f"{refusal.reason} {refusal.remedy}"


def _tables(basis: Basis, references: Mapping[str, Reference]) -> Iterator[TableValues]:
    for children in (False, True):
        for use in basis.uses:
            rows = [row for row in basis.rows if row.use == use and (row.children is not None) is children]
            title = ", ".join(filter(None, ("Children" if children else "Adults", use)))
            if rows:
                yield TableValues(title, tuple(_row_values(row, references) for row in rows))


def _row_values(row: Row, references: Mapping[str, Reference]) -> RowValues:
    band = row.band
    bounded = row.when in (When.CLEARANCE, When.EFFLUENT) and (band.high is not None or band.low > 0)
    read_as = f"read as {encoded_words(band)} ({VERIFICATION_WORDS[band.verification]})" if bounded else ""
    return RowValues(
        row.id,
        ": ".join(filter(None, (_WHEN_WORDS[row.when], band.printed))),
        read_as,
        tuple(_dose_lines(row)),
        tuple(_notes(row)),
        located_words(row.source, references[row.source.reference].short),
    )


def _dose_lines(row: Row) -> Iterator[str]:
    """What is given, first the load; or why nothing is."""
    if row.refusal is not None:
        yield f"No dose. {row.refusal.reason} {row.refusal.remedy}"
    if row.loading is not None:
        yield f"First: {loading_words(row.loading)}; then:"
    if row.maintenance is not None:
        yield given_words(row.maintenance)
    if row.supplement is not None:
        yield ": ".join(supplement_line(row.supplement))
    if row.without_dialysis is not None:
        yield f"Only while dialysis runs. {row.without_dialysis.reason} {row.without_dialysis.remedy}"


def _notes(row: Row) -> Iterator[str]:
    if row.printed_dose:
        yield f"Printed: {row.printed_dose}"
    if row.also_haemodialysis:
        yield "The source extends this row to haemodialysis."
    if row.also_crrt:
        yield "The source extends this row to continuous renal replacement therapy."
    yield from row.notes
    for given, label in ((row.loading, "Loading dose: "), (row.maintenance, "")):
        yield from (f"{label}{note}" for note in (given.notes if given else ()))
    if row.maintenance is not None:
        yield from (f"Withdraw, {words}" for words in withdraw_words(row.loading, row.maintenance))
