"""The dose rows of a basis as they stand in content.db; what is not exactly a row is refused, never guessed at."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation

from desktop.content.owned import among, owned
from desktop.content.schema import LIST_MARK, LOADING, MAINTENANCE, SUPPLEMENT, WHOLE_ROW
from desktop.domain.drugs import AgeBand, Band, Row, When
from desktop.domain.given import Component, Given, PerKg, Supplement, UnitScale
from desktop.domain.note import Note, NoteKind
from desktop.domain.provenance import Source, Verification
from desktop.domain.quantity import Amount
from desktop.domain.refusal import Refusal

_ROWS = (
    "SELECT id, indication, decided_by, printed, printed_dose, low, low_inclusive, high, high_inclusive, unit, "
    "bounds_verification, from_months, below_months, reference, locator, verification, also_haemodialysis, also_crrt, "
    "refusal_reason, refusal_remedy, without_dialysis_reason, without_dialysis_remedy "
    "FROM dose_row WHERE drug = ? AND basis = ? ORDER BY position"
)
_PARTS = (
    "SELECT row, part, every_h, over_min_low, over_min_high, per_kg, divided, withdraw_ml, occasion, instead "
    "FROM dose_part WHERE row IN (*)"
)
_COMPONENTS = (
    "SELECT row, part, substance, low_mg, high_mg, at_most_mg, printed_million_units_low, printed_million_units_high "
    "FROM dose_component WHERE row IN (*) ORDER BY position"
)
_NOTES = "SELECT row, part, text, kind, short, on_haemodialysis FROM dose_note WHERE row IN (*) ORDER BY position"


def rows_of(connection: sqlite3.Connection, drug: str, basis: str, scale: UnitScale | None) -> tuple[Row, ...]:
    """Every row of a basis, in order; `scale` is set for a drug that is also dosed in units."""
    rows = connection.execute(_ROWS, (drug, basis)).fetchall()
    reader = _RowReader(connection, [row["id"] for row in rows], scale)
    return tuple(reader.row(found) for found in rows)


def read_decimal(text: object) -> Decimal:
    """An exact number that was stored as text; anything else is damage."""
    if not isinstance(text, str):
        raise TypeError(f"{text!r} is not decimal text")
    value = Decimal(text)
    if not value.is_finite() or value < 0:
        raise ValueError(f"{text} is not an amount")
    return value


def read_amount(low: object, high: object) -> Amount | None:
    """A number or range that was stored as two texts; None where there is none."""
    return None if low is None else Amount(read_decimal(low), read_decimal(high))


def read_note(text: str, kind: str | None, short: str | None, on_haemodialysis: int) -> Note:
    """A note as it was stored; a kind that is none is damage."""
    return Note(text, None if kind is None else NoteKind(kind), short, on_haemodialysis=bool(on_haemodialysis))


class _RowReader:
    """Reads rows of one basis, with what belongs to them."""

    def __init__(self, connection: sqlite3.Connection, rows: Sequence[str], scale: UnitScale | None) -> None:
        self._parts = owned(connection, _PARTS, rows)
        self._components = owned(connection, _COMPONENTS, rows)
        self._notes = owned(connection, _NOTES, rows)
        self._scale = scale

    def row(self, found: sqlite3.Row) -> Row:
        """One row with its doses and notes; it gives a dose or refuses, never both and never neither."""
        key = found["id"]
        source = Source(found["reference"], found["locator"], Verification(found["verification"]))
        row = Row(
            id=key,
            use=found["indication"],
            when=When(found["decided_by"]),
            band=_band(found),
            loading=self._given(key, LOADING),
            maintenance=self._given(key, MAINTENANCE),
            supplement=self._supplement(key),
            refusal=_refusal(found["refusal_reason"], found["refusal_remedy"]),
            without_dialysis=_refusal(found["without_dialysis_reason"], found["without_dialysis_remedy"]),
            also_haemodialysis=bool(found["also_haemodialysis"]),
            also_crrt=bool(found["also_crrt"]),
            children=_ages(found["from_months"], found["below_months"]),
            printed_dose=found["printed_dose"],
            noted=self._notes_on(key, WHOLE_ROW),
            source=source,
        )
        if (row.maintenance is None) == (row.refusal is None):
            raise ValueError(f"row {key} needs either a dose or a refusal")
        return row

    def _part(self, row: str, part: str) -> sqlite3.Row | None:
        return next((found for found in self._parts[row] if found["part"] == part), None)

    def _given(self, row: str, part: str) -> Given | None:
        found = self._part(row, part)
        if found is None:
            return None
        every_h, withdraw_ml, per_kg = found["every_h"], found["withdraw_ml"], found["per_kg"]
        return Given(
            components=self._components_of(row, part),
            every_h=tuple(read_decimal(hours) for hours in every_h.split(LIST_MARK)) if every_h else (),
            over_min=read_amount(found["over_min_low"], found["over_min_high"]),
            noted=self._notes_on(row, part),
            per_kg=None if per_kg is None else PerKg(per_kg),
            divided=found["divided"],
            withdraw_ml=None if withdraw_ml is None else read_decimal(withdraw_ml),
        )

    def _supplement(self, row: str) -> Supplement | None:
        found = self._part(row, SUPPLEMENT)
        if found is None:
            return None
        return Supplement(self._components_of(row, SUPPLEMENT), found["occasion"], instead=bool(found["instead"]))

    def _components_of(self, row: str, part: str) -> tuple[Component, ...]:
        found = tuple(self._component(*columns) for _, of, *columns in self._components[row] if of == part)
        if not found:
            raise ValueError(f"row {row} has no {part} dose")
        return found

    def _component(
        self, substance: str, low: object, high: object, most: object, printed_low: object, printed_high: object
    ) -> Component:
        return Component(
            substance=substance,
            mg=Amount(read_decimal(low), read_decimal(high)),
            at_most_mg=None if most is None else read_decimal(most),
            scale=self._scale,
            printed_million_units=read_amount(printed_low, printed_high),
        )

    def _notes_on(self, row: str, part: str) -> tuple[Note, ...]:
        return tuple(read_note(*columns) for _, of, *columns in self._notes[row] if of == part)


def dose_bands(connection: sqlite3.Connection, rows: Sequence[str]) -> dict[str, tuple[Band, AgeBand | None]]:
    """The bands of rows by clearance or by effluent rate with the ages of a child's row, by row.

    One whose band cannot be read has none, and none has one by clearance that holds only while dialysis runs.
    """
    select = (
        "SELECT * FROM dose_row WHERE id IN (*) "
        "AND (decided_by = 'effluent' OR (decided_by = 'clearance' AND without_dialysis_reason IS NULL))"
    )
    bands: dict[str, tuple[Band, AgeBand | None]] = {}
    try:
        all_found = among(connection, select, rows)
    except sqlite3.OperationalError:
        # Text that is no text; which row has it cannot be told.
        return bands
    for found in all_found:
        with suppress(ValueError, TypeError, InvalidOperation):
            bands[found["id"]] = _band(found), _ages(found["from_months"], found["below_months"])
    return bands


def _band(found: sqlite3.Row) -> Band:
    return Band(
        printed=found["printed"],
        low=read_decimal(found["low"]),
        low_inclusive=bool(found["low_inclusive"]),
        high=None if found["high"] is None else read_decimal(found["high"]),
        high_inclusive=bool(found["high_inclusive"]),
        verification=Verification(found["bounds_verification"]),
        unit=found["unit"],
    )


def _ages(from_months: int | None, below_months: int | None) -> AgeBand | None:
    return None if from_months is None or below_months is None else AgeBand(from_months, below_months)


def _refusal(reason: str | None, remedy: str | None) -> Refusal | None:
    return Refusal(reason, remedy) if reason and remedy else None
