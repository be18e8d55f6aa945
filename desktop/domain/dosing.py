"""The dose that a label or guideline prints for a patient, or why it prints none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.domain.choosing import (
    BORN_AT_TERM,
    BORN_AT_TERM_BELOW_MONTHS,
    KIDNEYS_NOT_GIVEN,
    chosen_row,
    row_for,
    rows_of_age,
)
from desktop.domain.drugs import ML_MIN_1_73, Basis, Drug, Row, Situation, When
from desktop.domain.given import Given, Supplement
from desktop.domain.kidney import KidneyFunction
from desktop.domain.note import Note, texts
from desktop.domain.patient import Dialysis, Patient, WeightKind
from desktop.domain.provenance import Source
from desktop.domain.quantity import plain
from desktop.domain.refusal import Refusal
from desktop.domain.weighing import Weighed, weighed
from desktop.domain.wording import encoded_words

NEAR_EDGE = Decimal(3)
NEAR_EDGE_FRACTION = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class NearEdge:
    """An edge of the band that the figure is close to, in the band's unit; `other` is the row beyond it, or None."""

    edge: Decimal
    other: Row | None


@dataclass(frozen=True, slots=True)
class Dose:
    """The row that applies, with its doses made for this patient's weight and the multiplication behind them.

    `differs_by_weight` names the other body weights that would choose another row; `remarks` say what the case leaves
    open, and are shown beside the dose, never below it. With `is_by_figure` a clearance, filtration or effluent rate
    chose the row, and not dialysis or an age alone.
    """

    drug: Drug
    basis: Basis
    use: str | None
    row: Row
    weighed: Weighed
    near_edge: NearEdge | None
    differs_by_weight: Mapping[WeightKind, Row | None]
    remarks: tuple[str, ...] = ()
    is_by_figure: bool = True

    @property
    def has_doubtful_edges(self) -> bool:
        """Whether a figure chose the row by edges that were checked less far than the dose itself."""
        return self.is_by_figure and self.row.band.verification is not self.row.source.verification

    @property
    def edge_unit(self) -> str:
        """What the edges of its row are printed in: some labels print them per body surface, whatever they compute."""
        by_surface = self.basis.clearance_per_1_73 and self.row.when is When.CLEARANCE
        return ML_MIN_1_73 if by_surface else self.row.band.unit

    @property
    def maintenance(self) -> Given:
        """The dose that is repeated."""
        return self.weighed.maintenance

    @property
    def loading(self) -> Given | None:
        """The dose that is given once, first."""
        return self.weighed.loading

    @property
    def supplement(self) -> Supplement | None:
        """The dose that an occasion adds, or puts in place of the usual one."""
        return self.row.supplement

    @property
    def noted(self) -> tuple[Note, ...]:
        """What belongs to this dose alone: the notes of its row, its load and its maintenance dose."""
        loading = self.loading.noted if self.loading else ()
        return (*self.row.noted, *(note.of("Loading dose") for note in loading), *self.maintenance.noted)

    @property
    def notes(self) -> tuple[str, ...]:
        """The same in full words."""
        return texts(self.noted)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the dose is printed."""
        return (self.row.source,)


@dataclass(frozen=True, slots=True)
class Withheld:
    """No dose from this basis: the reason, what to do, and where the source says so.

    `differs_by_weight` names the other body weights with which the source does give a dose, each with its row;
    `near_edge` the edge of a row that gives one, where the clearance is refused close to it. Without `is_by_source` the
    source gives a dose, and the program keeps it back for want of a weight that can be used.
    """

    drug: Drug
    basis: Basis
    use: str | None
    refusal: Refusal
    differs_by_weight: Mapping[WeightKind, Row] = field(default_factory=dict)
    near_edge: NearEdge | None = None
    is_by_source: bool = True

    @property
    def reason(self) -> str:
        """Why there is no dose, and which row is near."""
        return " ".join(filter(None, (self.refusal.reason, self.nearby)))

    @property
    def nearby(self) -> str | None:
        """The row beyond the edge that the clearance is close to: where it begins, and never its dose."""
        if self.near_edge is None or self.near_edge.other is None:
            return None
        edge, band = plain(self.near_edge.edge), self.near_edge.other.band
        return (
            f"Close to the edge at {edge} {band.unit}: the nearest row in which this source gives a dose is "
            f'"{band.printed}" ({encoded_words(band)}). It does not apply here.'
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """The basis that prints no dose."""
        return (self.basis.source,)


def doses_for(drug: Drug, patient: Patient, kidney: KidneyFunction) -> tuple[Dose | Withheld, ...]:
    """One answer for every basis and use of a drug, in the order of the library."""
    return tuple(_answer(drug, basis, use, patient, kidney) for basis in drug.bases for use in basis.uses)


def _answer(drug: Drug, basis: Basis, use: str | None, patient: Patient, kidney: KidneyFunction) -> Dose | Withheld:
    rows = rows_of_age(tuple(row for row in basis.rows if row.use == use), patient)
    chosen = chosen_row(basis, rows, patient, kidney)
    refusal = chosen if isinstance(chosen, Refusal) else _withheld_by(chosen, patient.dialysis)
    if refusal is not None:
        by_weight = _dosed_rows(basis, rows, patient, kidney)
        return Withheld(drug, basis, use, refusal, by_weight, _edge_beside(basis, rows, patient, kidney))
    assert isinstance(chosen, Row)
    doses = weighed(chosen, kidney.weights_kg, in_doubt=kidney.implausible is not None)
    if isinstance(doses, Refusal):
        return Withheld(drug, basis, use, doses, is_by_source=False)
    figure = _figure_of(chosen, patient, kidney)
    remarks = (*filter(None, (doses.load_withheld,)), *_remarks(patient, figure))
    if figure is None:
        return Dose(drug, basis, use, chosen, doses, None, {}, remarks, is_by_figure=False)
    others = _other_rows(rows, chosen, kidney) if chosen.when is When.CLEARANCE else {}
    return Dose(drug, basis, use, chosen, doses, near_edge(rows, chosen, figure), others, remarks)


def _remarks(patient: Patient, figure: Decimal | None) -> tuple[str, ...]:
    """What the case of a child leaves open: the kidneys, and whether it was born at term."""
    if not patient.is_child:
        return ()
    assert patient.age_months is not None
    unknown = (KIDNEYS_NOT_GIVEN,) if figure is None and patient.dialysis is Dialysis.NONE else ()
    return (*unknown, BORN_AT_TERM) if patient.age_months < BORN_AT_TERM_BELOW_MONTHS else unknown


def _figure_of(row: Row, patient: Patient, kidney: KidneyFunction) -> Decimal | None:
    """The figure that chose the row; None where dialysis, or nothing but an age, did."""
    if row.when is When.EFFLUENT:
        return patient.effluent_l_h
    if row.when is not When.CLEARANCE or patient.dialysis is not Dialysis.NONE:
        return None
    return kidney.filtration_1_73 if patient.is_child else kidney.clearance_ml_min


def _withheld_by(row: Row, dialysis: Dialysis) -> Refusal | None:
    """The refusal that the row itself prints."""
    if row.refusal is not None:
        return row.refusal
    return row.without_dialysis if dialysis is Dialysis.NONE else None


def _dosed_rows(basis: Basis, rows: tuple[Row, ...], patient: Patient, kidney: KidneyFunction) -> dict[WeightKind, Row]:
    """Where the clearance alone keeps the dose back: the row that gives one, for every weight that would choose it."""
    if patient.dialysis is not Dialysis.NONE or Situation.ALL in basis.refusals:
        return {}
    found = {kind: row_for(clearance, rows) for kind, clearance in kidney.by_weight.items()}
    return {kind: row for kind, row in found.items() if row and _withheld_by(row, patient.dialysis) is None}


def _edge_beside(basis: Basis, rows: tuple[Row, ...], patient: Patient, kidney: KidneyFunction) -> NearEdge | None:
    """Where the clearance alone keeps the dose back: the edge that it is close to, of a row that gives one; or None."""
    figure = kidney.filtration_1_73 if patient.is_child else kidney.clearance_ml_min
    if figure is None or patient.dialysis is not Dialysis.NONE or Situation.ALL in basis.refusals:
        return None
    giving = [row for row in rows if row.when is When.CLEARANCE and _withheld_by(row, patient.dialysis) is None]
    edges = [NearEdge(edge, row) for row in giving for edge in (row.band.low, row.band.high) if edge]
    near = [one for one in edges if abs(figure - one.edge) <= _close_to(one.edge, When.CLEARANCE)]
    return min(near, key=lambda one: abs(figure - one.edge), default=None)


def near_edge(rows: tuple[Row, ...], row: Row, figure: Decimal) -> NearEdge | None:
    """The nearest edge of the row's band within 10 % of it (and, of a clearance, within 3 mL/min); or None."""
    edges = [edge for edge in (row.band.low, row.band.high) if edge]
    near = [edge for edge in edges if abs(figure - edge) <= _close_to(edge, row.when)]
    if not near:
        return None
    edge = min(near, key=lambda candidate: abs(figure - candidate))
    return NearEdge(edge, _beyond(rows, row, edge))


def _close_to(edge: Decimal, when: When) -> Decimal:
    """How far from an edge a figure is still close to it."""
    part = edge * NEAR_EDGE_FRACTION
    return max(NEAR_EDGE, part) if when is When.CLEARANCE else part


def _beyond(rows: tuple[Row, ...], row: Row, edge: Decimal) -> Row | None:
    """The other row of the same sort that touches an edge."""
    touching = (other for other in rows if other.when is row.when and other is not row)
    return next((other for other in touching if edge in (other.band.low, other.band.high)), None)


def _other_rows(rows: tuple[Row, ...], row: Row, kidney: KidneyFunction) -> dict[WeightKind, Row | None]:
    """For every weight that would choose another row, that row; None where it would fall outside every row."""
    found = {kind: row_for(clearance, rows) for kind, clearance in kidney.by_weight.items()}
    return {kind: other for kind, other in found.items() if other is not row}
