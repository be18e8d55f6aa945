"""Drugs and their dose rows as they stand in content.db.

Whatever is not exactly a dose row makes the whole drug unavailable: a damaged figure is never guessed at.
"""

import sqlite3
from dataclasses import dataclass
from decimal import InvalidOperation
from typing import Any

from desktop.content.dose_rows import read_note, rows_of
from desktop.content.owned import first_column, sources
from desktop.content.schema import ALIAS, BRAND, LABEL_DIFFERENCE, SUBSTANCE, WARNING
from desktop.domain.coverage import basis_faults, dose_faults
from desktop.domain.drugs import Basis, Drug, Preparation, PreparationKind, Remark, Situation
from desktop.domain.given import UnitScale
from desktop.domain.provenance import Source, Verification
from desktop.domain.refusal import Refusal

_BASES = (
    "SELECT slug, title, short, product, reference, locator, verification, dated, indications, off_label_note, "
    "clearance_per_1_73, listed_unverified FROM basis WHERE drug = ? ORDER BY position"
)
_PREPARATION = (
    "SELECT kind, text, reference, locator, verification FROM preparation WHERE drug = ? AND basis = ? "
    "ORDER BY position"
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
    found = connection.execute("SELECT slug, name, kind, units FROM drug WHERE slug = ?", (slug,)).fetchone()
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
    columns = dict(found)
    slug, units = columns["slug"], columns.pop("units")
    scale = None if units is None else UnitScale(units)
    return Drug(
        **columns,
        brands=_names(connection, slug, BRAND),
        aliases=_names(connection, slug, ALIAS),
        bases=tuple(_basis(connection, slug, scale, row) for row in connection.execute(_BASES, (slug,)).fetchall()),
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
    remarks: dict[int, str] = dict(found.fetchall())
    cited = sources(connection, "remark", remarks)
    return tuple(Remark(text, cited[key]) for key, text in remarks.items())


def _basis(connection: sqlite3.Connection, drug: str, scale: UnitScale | None, found: sqlite3.Row) -> Basis:
    columns = dict(found)
    key = (drug, columns["slug"])
    source = _source(columns)
    notes = "SELECT text, kind, short, on_haemodialysis FROM basis_note WHERE drug = ? AND basis = ? ORDER BY position"
    refusals = connection.execute("SELECT situation, reason, remedy FROM refusal WHERE drug = ? AND basis = ?", key)
    return Basis(
        **columns | {"clearance_per_1_73": bool(columns["clearance_per_1_73"])},
        source=source,
        noted=tuple(read_note(*found) for found in connection.execute(notes, key)),
        refusals={Situation(situation): Refusal(reason, remedy) for situation, reason, remedy in refusals},
        rows=rows_of(connection, *key, scale),
        preparation=tuple(_preparation(dict(line)) for line in connection.execute(_PREPARATION, key).fetchall()),
    )


def _source(columns: dict[str, Any]) -> Source:
    """The source of a basis or row; its three columns are taken out."""
    return Source(columns.pop("reference"), columns.pop("locator"), Verification(columns.pop("verification")))


def _preparation(columns: dict[str, Any]) -> Preparation:
    source = _source(columns)
    return Preparation(PreparationKind(columns["kind"]), columns["text"], source)
