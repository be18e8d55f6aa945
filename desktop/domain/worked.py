"""Worked examples: an author's own arithmetic, computed again by the very function of the bedside."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.dosing import Dose, Withheld, doses_for
from desktop.domain.drugs import Drug, Row, When
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import ADULT_FROM_MONTHS, Dialysis, Patient, WeightKind
from desktop.domain.quantity import Amount
from desktop.domain.wording import encoded_words

_DIALYSIS = {When.HAEMODIALYSIS: Dialysis.HAEMODIALYSIS, When.CRRT: Dialysis.CRRT, When.EFFLUENT: Dialysis.CRRT}


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedExample:
    """One patient of one row and the doses worked out by hand, in mg.

    `figure` is what the row goes by, in the unit of its band: a clearance, a child's filtration, an effluent rate; None
    where dialysis, or an age, decides alone.
    """

    row: str
    figure: Decimal | None
    weight_kg: Decimal | None = None
    ideal_kg: Decimal | None = None
    total_mg: Amount
    loading_mg: Amount | None = None


def example_fault(drug: Drug, row: Row, example: WorkedExample) -> str | None:
    """What is wrong with one worked example, in words; None when it comes out as its author says."""
    dialysis = _dialysis(row, example)
    if example.figure is None and dialysis is Dialysis.NONE and row.children is None:
        return "it has no clearance, and only dialysis decides without"
    answer = _answer(drug, row, example, dialysis)
    if isinstance(answer, Withheld):
        return f"author gives a dose, the program refuses: {answer.refusal.reason.rstrip('.')}"
    if answer.row.id != row.id:
        band = answer.row.band
        return f'author puts it in this row, the program in "{band.printed}" ({encoded_words(band)})'
    return _difference(example, answer)


def _difference(example: WorkedExample, answer: Dose) -> str | None:
    given = answer.maintenance.total_mg
    if given != example.total_mg:
        return f"author says {example.total_mg.text()} mg in total, the row gives {given.text()} mg"
    load = answer.loading.total_mg if answer.loading else None
    if load != example.loading_mg:
        return f"author says {_load(example.loading_mg)}, the row gives {_load(load)}"
    return None


def _load(amount: Amount | None) -> str:
    return "no loading dose" if amount is None else f"a loading dose of {amount.text()} mg"


def _dialysis(row: Row, example: WorkedExample) -> Dialysis:
    """The dialysis that must run for the row to be the answer."""
    needs_it = row.without_dialysis is not None or (row.also_haemodialysis and example.figure is None)
    return Dialysis.HAEMODIALYSIS if needs_it else _DIALYSIS.get(row.when, Dialysis.NONE)


def _answer(drug: Drug, row: Row, example: WorkedExample, dialysis: Dialysis) -> Dose | Withheld:
    """The answer that the bedside gives the example's patient, for the basis and use of the row."""
    basis = next(basis for basis in drug.bases if row in basis.rows)
    months = row.children.from_months if row.children else ADULT_FROM_MONTHS
    clearance, effluent = (None, example.figure) if row.when is When.EFFLUENT else (example.figure, None)
    patient = Patient(age_months=months, dialysis=dialysis, effluent_l_h=effluent)
    answers = doses_for(drug, patient, _kidney(row, example, clearance))
    return next(answer for answer in answers if answer.basis is basis and answer.use == row.use)


def _kidney(row: Row, example: WorkedExample, clearance: Decimal | None) -> KidneyFunction:
    given = {WeightKind.ACTUAL: example.weight_kg, WeightKind.IDEAL: example.ideal_kg}
    weights = {kind: kg for kind, kg in given.items() if kg is not None}
    if row.children is not None:
        return KidneyFunction(None, weights_kg=weights, filtration_1_73=clearance)
    return KidneyFunction(clearance, weights_kg=weights)
