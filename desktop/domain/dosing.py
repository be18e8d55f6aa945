"""The dose that a label or guideline prints for a patient, or why it prints none.

The order of questions: does the basis compute at all; is the patient a child; does continuous renal replacement or
haemodialysis run; which band holds the unrounded clearance. What one question decides, a later one never softens.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.drugs import Basis, Drug, Row, Situation, When
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import Dialysis, Patient, WeightKind
from desktop.domain.provenance import Source
from desktop.domain.refusal import Refusal

NEAR_EDGE_ML_MIN = Decimal(3)
NEAR_EDGE_FRACTION = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class NearEdge:
    """An edge of the band that the clearance is close to; `other` is the row beyond it, or None."""

    edge_ml_min: Decimal
    other: Row | None


@dataclass(frozen=True, slots=True)
class Dose:
    """The row that applies; `differs_by_weight` names the other body weights that would choose another row."""

    drug: Drug
    basis: Basis
    use: str | None
    row: Row
    near_edge: NearEdge | None
    differs_by_weight: Mapping[WeightKind, Row | None]

    @property
    def notes(self) -> tuple[str, ...]:
        """What belongs to this dose alone: the notes of its row, its load and its maintenance dose."""
        loading = self.row.loading.notes if self.row.loading else ()
        maintenance = self.row.maintenance.notes if self.row.maintenance else ()
        return (*self.row.notes, *(f"Loading dose: {note}" for note in loading), *maintenance)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the dose is printed."""
        return (self.row.source,)


@dataclass(frozen=True, slots=True)
class Withheld:
    """No dose from this basis: the reason, what to do, and where the source says so."""

    drug: Drug
    basis: Basis
    use: str | None
    refusal: Refusal

    @property
    def sources(self) -> tuple[Source, ...]:
        """The basis that prints no dose."""
        return (self.basis.source,)


def doses_for(drug: Drug, patient: Patient, kidney: KidneyFunction) -> tuple[Dose | Withheld, ...]:
    """One answer for every basis and use of a drug, in the order of the library."""
    return tuple(_answer(drug, basis, use, patient, kidney) for basis in drug.bases for use in basis.uses)


def _answer(drug: Drug, basis: Basis, use: str | None, patient: Patient, kidney: KidneyFunction) -> Dose | Withheld:
    rows = tuple(row for row in basis.rows if row.use == use)
    chosen = _choose(basis, rows, patient, kidney.clearance_ml_min)
    if isinstance(chosen, Refusal):
        return Withheld(drug, basis, use, chosen)
    refusal = _withheld_by(chosen, patient.dialysis)
    if refusal is not None:
        return Withheld(drug, basis, use, refusal)
    if chosen.when is not When.CLEARANCE or patient.dialysis is not Dialysis.NONE:
        return Dose(drug, basis, use, chosen, None, {})
    assert kidney.clearance_ml_min is not None
    return Dose(
        drug,
        basis,
        use,
        chosen,
        near_edge(rows, chosen, kidney.clearance_ml_min),
        _other_rows(rows, chosen, kidney),
    )


def _choose(basis: Basis, rows: tuple[Row, ...], patient: Patient, clearance: Decimal | None) -> Row | Refusal:
    """The row that applies, or the refusal of the situation that has none."""
    if Situation.ALL in basis.refusals:
        return basis.refusals[Situation.ALL]
    if patient.is_child:
        return basis.refusals[Situation.CHILD]
    if patient.dialysis is Dialysis.CRRT:
        return _first(rows, When.CRRT) or basis.refusals[Situation.CRRT]
    if patient.dialysis is Dialysis.HAEMODIALYSIS:
        return _haemodialysis_row(rows) or basis.refusals[Situation.HAEMODIALYSIS]
    if clearance is None:
        raise ValueError("a patient without dialysis needs a clearance before a dose is asked for")
    return row_for(clearance, rows) or basis.refusals[Situation.OUTSIDE]


def row_for(clearance_ml_min: Decimal, rows: tuple[Row, ...]) -> Row | None:
    """The clearance row whose band holds an unrounded creatinine clearance, or None outside every band.

    Rounding first would move patients into another band, so printed whole-number bands are read as continuous.
    """
    return next((row for row in rows if row.when is When.CLEARANCE and row.band.holds(clearance_ml_min)), None)


def _first(rows: tuple[Row, ...], when: When) -> Row | None:
    return next((row for row in rows if row.when is when), None)


def _haemodialysis_row(rows: tuple[Row, ...]) -> Row | None:
    """The haemodialysis row, or the clearance row that its source extends to haemodialysis at any clearance."""
    own = _first(rows, When.HAEMODIALYSIS)
    return own or next((row for row in rows if row.also_haemodialysis), None)


def _withheld_by(row: Row, dialysis: Dialysis) -> Refusal | None:
    """The refusal that the row itself prints."""
    if row.refusal is not None:
        return row.refusal
    return row.without_dialysis if dialysis is Dialysis.NONE else None


def near_edge(rows: tuple[Row, ...], row: Row, clearance_ml_min: Decimal) -> NearEdge | None:
    """The nearest edge of the row's band within 3 mL/min or 10 % of it, with the row beyond; None when none is near."""
    edges = [edge for edge in (row.band.low, row.band.high) if edge is not None and edge > 0]
    near = [edge for edge in edges if abs(clearance_ml_min - edge) <= max(NEAR_EDGE_ML_MIN, edge * NEAR_EDGE_FRACTION)]
    if not near:
        return None
    edge = min(near, key=lambda candidate: abs(clearance_ml_min - candidate))
    return NearEdge(edge, _beyond(rows, row, edge))


def _beyond(rows: tuple[Row, ...], row: Row, edge: Decimal) -> Row | None:
    """The other clearance row that touches an edge."""
    touching = (other for other in rows if other.when is When.CLEARANCE and other is not row)
    return next((other for other in touching if edge in (other.band.low, other.band.high)), None)


def _other_rows(rows: tuple[Row, ...], row: Row, kidney: KidneyFunction) -> dict[WeightKind, Row | None]:
    """For every weight that would choose another row, that row; None where it would fall outside every row."""
    found = {kind: row_for(clearance, rows) for kind, clearance in kidney.by_weight.items()}
    return {kind: other for kind, other in found.items() if other is not row}
