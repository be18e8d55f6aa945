"""Drugs and their dose rows as they stand in content.db.

Whatever is not exactly a dose row makes the whole drug unavailable: a damaged figure is never guessed at.
"""

import sqlite3
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.content.guidance import first_column, sources
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
from desktop.domain.coverage import basis_faults, dose_faults
from desktop.domain.drugs import (
    Band,
    Basis,
    Component,
    Drug,
    Given,
    Remark,
    Row,
    Situation,
    Supplement,
    When,
)
from desktop.domain.provenance import Source, Verification
from desktop.domain.quantity import Amount
from desktop.domain.refusal import Refusal

_BASES = (
    "SELECT slug, title, short, product, reference, locator, verification, dated, indications, off_label_note, "
    "clearance_per_1_73, listed_unverified FROM basis WHERE drug = ? ORDER BY position"
)
_ROWS = (
    "SELECT id, indication, decided_by, printed, printed_dose, low, low_inclusive, high, high_inclusive, "
    "bounds_verification, reference, locator, verification, also_haemodialysis, refusal_reason, refusal_remedy, "
    "without_dialysis_reason, without_dialysis_remedy FROM dose_row WHERE drug = ? AND basis = ? ORDER BY position"
)


@dataclass(frozen=True, slots=True)
class UnavailableDrug:
    """A drug whose rows in this content cannot be trusted; no dose of it is shown."""

    slug: str
    reason: str


def slugs(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Every drug, in editorial order."""
    return first_column(connection, "SELECT slug FROM drug ORDER BY position")


def drug(connection: sqlite3.Connection, slug: str) -> Drug | UnavailableDrug:
    """One drug with its bases and rows, or why it is not available."""
    found = connection.execute("SELECT slug, name, kind FROM drug WHERE slug = ?", (slug,)).fetchone()
    if found is None:
        raise KeyError(slug)
    try:
        read = _drug(connection, found)
    except (ValueError, TypeError, InvalidOperation, sqlite3.Error) as error:
        return _unavailable(slug, f"a row cannot be read ({error})")
    faults = [f"{basis.slug}: {fault}" for basis in read.bases for fault in basis_faults(basis)]
    substances = set(_names(connection, slug, SUBSTANCE))
    faults += [fault for basis in read.bases for row in basis.rows for fault in dose_faults(row, substances)]
    return _unavailable(slug, faults[0]) if faults else read


def _drug(connection: sqlite3.Connection, found: sqlite3.Row) -> Drug:
    slug = found["slug"]
    return Drug(
        **dict(found),
        brands=_names(connection, slug, BRAND),
        aliases=_names(connection, slug, ALIAS),
        bases=tuple(_basis(connection, slug, row) for row in connection.execute(_BASES, (slug,)).fetchall()),
        warnings=_remarks(connection, slug, WARNING),
        label_differences=_remarks(connection, slug, LABEL_DIFFERENCE),
    )


def _unavailable(slug: str, fault: str) -> UnavailableDrug:
    return UnavailableDrug(slug, f"The rows of {slug} in this content are damaged: {fault}.")


def _names(connection: sqlite3.Connection, drug: str, kind: str) -> tuple[str, ...]:
    return first_column(
        connection, "SELECT name FROM drug_name WHERE drug = ? AND kind = ? ORDER BY position", drug, kind
    )


def _remarks(connection: sqlite3.Connection, drug: str, kind: str) -> tuple[Remark, ...]:
    found = connection.execute("SELECT id, text FROM remark WHERE drug = ? AND kind = ? ORDER BY id", (drug, kind))
    return tuple(Remark(text, sources(connection, "remark", key)) for key, text in found.fetchall())


def _basis(connection: sqlite3.Connection, drug: str, found: sqlite3.Row) -> Basis:
    columns = dict(found)
    key = (drug, columns["slug"])
    source = _source(columns)
    notes = "SELECT text FROM basis_note WHERE drug = ? AND basis = ? ORDER BY position"
    refusals = connection.execute("SELECT situation, reason, remedy FROM refusal WHERE drug = ? AND basis = ?", key)
    return Basis(
        **columns | {"clearance_per_1_73": bool(columns["clearance_per_1_73"])},
        source=source,
        notes=first_column(connection, notes, *key),
        refusals={Situation(situation): Refusal(reason, remedy) for situation, reason, remedy in refusals},
        rows=tuple(_row(connection, row) for row in connection.execute(_ROWS, key).fetchall()),
    )


def _source(columns: dict[str, Any]) -> Source:
    """The source of a basis or row; its three columns are taken out."""
    return Source(columns.pop("reference"), columns.pop("locator"), Verification(columns.pop("verification")))


def _row(connection: sqlite3.Connection, found: sqlite3.Row) -> Row:
    key = found["id"]
    row = Row(
        id=key,
        use=found["indication"],
        when=When(found["decided_by"]),
        band=_band(found),
        loading=_given(connection, key, LOADING),
        maintenance=_given(connection, key, MAINTENANCE),
        supplement=_supplement(connection, key),
        refusal=_refusal(found["refusal_reason"], found["refusal_remedy"]),
        without_dialysis=_refusal(found["without_dialysis_reason"], found["without_dialysis_remedy"]),
        also_haemodialysis=bool(found["also_haemodialysis"]),
        printed_dose=found["printed_dose"],
        notes=_notes(connection, key, WHOLE_ROW),
        source=_source(dict(found)),
    )
    if (row.maintenance is None) == (row.refusal is None):
        raise ValueError(f"row {key} needs either a dose or a refusal")
    return row


def _band(found: sqlite3.Row) -> Band:
    return Band(
        found["printed"],
        read_decimal(found["low"]),
        bool(found["low_inclusive"]),
        None if found["high"] is None else read_decimal(found["high"]),
        bool(found["high_inclusive"]),
        Verification(found["bounds_verification"]),
    )


def _supplement(connection: sqlite3.Connection, row: str) -> Supplement | None:
    occasion = first_column(connection, "SELECT occasion FROM dose_part WHERE row = ? AND part = ?", row, SUPPLEMENT)
    return Supplement(_components(connection, row, SUPPLEMENT), occasion[0]) if occasion else None


def _refusal(reason: str | None, remedy: str | None) -> Refusal | None:
    return Refusal(reason, remedy) if reason and remedy else None


def _notes(connection: sqlite3.Connection, row: str, part: str) -> tuple[str, ...]:
    return first_column(
        connection, "SELECT text FROM dose_note WHERE row = ? AND part = ? ORDER BY position", row, part
    )


def _given(connection: sqlite3.Connection, row: str, part: str) -> Given | None:
    select = "SELECT every_h, over_min_low, over_min_high FROM dose_part WHERE row = ? AND part = ?"
    found = connection.execute(select, (row, part)).fetchone()
    if found is None:
        return None
    every_h, over_low, over_high = found
    return Given(
        _components(connection, row, part),
        tuple(read_decimal(hours) for hours in every_h.split(LIST_MARK)) if every_h else (),
        None if over_low is None else Amount(read_decimal(over_low), read_decimal(over_high)),
        _notes(connection, row, part),
    )


def _components(connection: sqlite3.Connection, row: str, part: str) -> tuple[Component, ...]:
    select = "SELECT substance, low_mg, high_mg FROM dose_component WHERE row = ? AND part = ? ORDER BY position"
    found = tuple(
        Component(substance, Amount(read_decimal(low), read_decimal(high)))
        for substance, low, high in connection.execute(select, (row, part))
    )
    if not found:
        raise ValueError(f"row {row} has no {part} dose")
    return found


def read_decimal(text: object) -> Decimal:
    """An exact number that was stored as text; anything else is damage."""
    if not isinstance(text, str):
        raise TypeError(f"{text!r} is not decimal text")
    value = Decimal(text)
    if not value.is_finite() or value < 0:
        raise ValueError(f"{text} is not an amount")
    return value
