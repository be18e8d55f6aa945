"""Drugs, their bases and dose rows as rows of content.db."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from desktop.compiler.authored_drug import AuthoredBasis, AuthoredDrug, AuthoredExample
from desktop.compiler.drug_values import drug_value, example_value
from desktop.compiler.tables import Tables, Value, decimal_text, source_columns
from desktop.content.schema import (
    ALIAS,
    BRAND,
    LABEL_DIFFERENCE,
    LIST_MARK,
    LOADING,
    MAINTENANCE,
    SUBSTANCE,
    SUPPLEMENT,
    WARNING,
    WHOLE_ROW,
)
from desktop.domain.drugs import Band, Basis, Remark, Row
from desktop.domain.given import Component, Given, Supplement
from desktop.domain.note import Note
from desktop.domain.quantity import Amount
from desktop.domain.refusal import Refusal


class _Key(NamedTuple):
    """The basis that rows belong to."""

    drug: str
    basis: str


def add_drugs(tables: Tables, drugs: Sequence[AuthoredDrug]) -> None:
    """Adds every drug with all that belongs to it."""
    for position, authored in enumerate(drugs, 1):
        drug = drug_value(authored)
        tables.add("drug", slug=drug.slug, position=position, name=drug.name, kind=drug.kind, units=authored.units)
        tables.add_each("drug_name", "name", drug.brands, drug=drug.slug, kind=BRAND)
        tables.add_each("drug_name", "name", drug.aliases, drug=drug.slug, kind=ALIAS)
        tables.add_each("drug_name", "name", authored.substances, drug=drug.slug, kind=SUBSTANCE)
        for at, basis in enumerate(drug.bases, 1):
            _add_basis(tables, drug.slug, at, basis, authored.basis[basis.slug])
        _add_remarks(tables, drug.slug, WARNING, drug.warnings)
        _add_remarks(tables, drug.slug, LABEL_DIFFERENCE, drug.label_differences)


def _add_remarks(tables: Tables, drug: str, kind: str, remarks: Sequence[Remark]) -> None:
    for remark in remarks:
        key = len(tables.rows.get("remark", ())) + 1
        tables.add("remark", id=key, drug=drug, kind=kind, text=remark.text)
        tables.add_sources("remark_source", remark.sources, remark=key)


def _add_basis(tables: Tables, drug: str, position: int, basis: Basis, authored: AuthoredBasis) -> None:
    key = _Key(drug, basis.slug)
    tables.add(
        "basis",
        drug=drug,
        slug=basis.slug,
        position=position,
        title=basis.title,
        short=basis.short,
        product=basis.product,
        dated=basis.dated,
        indications=basis.indications,
        off_label_note=basis.off_label_note,
        clearance_per_1_73=int(basis.clearance_per_1_73),
        listed_unverified=basis.listed_unverified,
        **source_columns(basis.source),
    )
    _add_notes(tables, "basis_note", basis.noted, **key._asdict())
    for situation, why in basis.refusals.items():
        tables.add("refusal", **key._asdict(), situation=situation.value, reason=why.reason, remedy=why.remedy)
    for at, line in enumerate(basis.preparation, 1):
        columns = source_columns(line.source)
        tables.add("preparation", **key._asdict(), position=at, kind=line.kind.value, text=line.text, **columns)
    for at, (row, authored_row) in enumerate(zip(basis.rows, authored.row, strict=True), 1):
        _add_row(tables, key, at, row)
        _add_examples(tables, row.id, authored_row.example)


def _add_row(tables: Tables, key: _Key, position: int, row: Row) -> None:
    tables.add(
        "dose_row",
        id=row.id,
        **key._asdict(),
        position=position,
        indication=row.use,
        decided_by=row.when.value,
        printed_dose=row.printed_dose,
        also_haemodialysis=int(row.also_haemodialysis),
        also_crrt=int(row.also_crrt),
        from_months=row.children.from_months if row.children else None,
        below_months=row.children.below_months if row.children else None,
        **_band_columns(row.band),
        **source_columns(row.source),
        **_refusal_columns("refusal", row.refusal),
        **_refusal_columns("without_dialysis", row.without_dialysis),
    )
    _add_notes(tables, "dose_note", row.noted, row=row.id, part=WHOLE_ROW)
    _add_given(tables, row.id, MAINTENANCE, row.maintenance)
    _add_given(tables, row.id, LOADING, row.loading)
    _add_supplement(tables, row.id, row.supplement)


def _add_notes(tables: Tables, table: str, notes: Sequence[Note], **columns: Value) -> None:
    for at, note in enumerate(notes, 1):
        said = {"text": note.text, "kind": note.kind, "short": note.short}
        tables.add(table, **columns, **said, position=at, on_haemodialysis=int(note.on_haemodialysis))


def _band_columns(band: Band) -> dict[str, Value]:
    return {
        "printed": band.printed,
        "low": decimal_text(band.low),
        "low_inclusive": int(band.low_inclusive),
        "high": None if band.high is None else decimal_text(band.high),
        "high_inclusive": int(band.high_inclusive),
        "unit": band.unit,
        "bounds_verification": band.verification.value,
    }


def _refusal_columns(name: str, refusal: Refusal | None) -> dict[str, Value]:
    reason, remedy = (refusal.reason, refusal.remedy) if refusal else (None, None)
    return {f"{name}_reason": reason, f"{name}_remedy": remedy}


def _add_given(tables: Tables, row: str, part: str, given: Given | None) -> None:
    if given is None:
        return
    tables.add(
        "dose_part",
        row=row,
        part=part,
        every_h=LIST_MARK.join(decimal_text(hours) for hours in given.every_h) or None,
        per_kg=given.per_kg,
        divided=given.divided,
        withdraw_ml=_text(given.withdraw_ml),
        occasion=None,
        instead=None,
        **_ends("over_min", given.over_min),
    )
    _add_components(tables, row, part, given.components)
    _add_notes(tables, "dose_note", given.noted, row=row, part=part)


def _add_supplement(tables: Tables, row: str, extra: Supplement | None) -> None:
    if extra is not None:
        tables.add(
            "dose_part",
            row=row,
            part=SUPPLEMENT,
            every_h=None,
            per_kg=None,
            divided=None,
            withdraw_ml=None,
            occasion=extra.occasion,
            instead=int(extra.instead),
            **_ends("over_min", None),
        )
        _add_components(tables, row, SUPPLEMENT, extra.components)


def _add_components(tables: Tables, row: str, part: str, components: Sequence[Component]) -> None:
    for position, component in enumerate(components, 1):
        tables.add(
            "dose_component",
            row=row,
            part=part,
            position=position,
            substance=component.substance,
            low_mg=decimal_text(component.mg.low),
            high_mg=decimal_text(component.mg.high),
            at_most_mg=_text(component.at_most_mg),
            **_ends("printed_million_units", component.printed_million_units),
        )


def _text(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)


def _ends(name: str, amount: Amount | None) -> dict[str, Value]:
    low, high = (decimal_text(amount.low), decimal_text(amount.high)) if amount else (None, None)
    return {f"{name}_low": low, f"{name}_high": high}


def _add_examples(tables: Tables, row: str, examples: Sequence[AuthoredExample]) -> None:
    for position, authored in enumerate(examples, 1):
        example = example_value(row, authored)
        tables.add(
            "worked_example",
            row=row,
            position=position,
            figure=_text(example.figure),
            weight_kg=_text(example.weight_kg),
            ideal_kg=_text(example.ideal_kg),
            **_ends("total_mg", example.total_mg),
            **_ends("loading_mg", example.loading_mg),
        )
