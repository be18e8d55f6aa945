"""The authors' worked examples, computed again with the function that the bedside uses."""

from decimal import Decimal

from desktop.content.examples import WorkedExample
from desktop.domain.case import Assessment, assess
from desktop.domain.dosing import Dose
from desktop.domain.drugs import Drug, Row, When
from desktop.domain.patient import Dialysis, Patient
from desktop.domain.quantity import Amount

_ADULT_YEARS = 60
_DIALYSIS_FOR = {When.CLEARANCE: Dialysis.NONE, When.HAEMODIALYSIS: Dialysis.HAEMODIALYSIS, When.CRRT: Dialysis.CRRT}


def example_fault(drug: Drug, example: WorkedExample) -> str | None:
    """What is wrong with one worked example, in words; None when it comes out as the author says."""
    row = next((row for basis in drug.bases for row in basis.rows if row.id == example.row), None)
    if row is None:
        return f"A worked example of {drug.slug} names the row {example.row}, which is not here."
    place = f"{drug.slug}, {example.row}"
    dose = _dose_of(drug, row, example)
    if dose is None or dose.row.maintenance is None:
        return f"{place}: the example's patient is not given this row."
    found = dose.row.maintenance.total_mg
    if found != example.total_mg:
        return f"{place}: the author says {example.total_mg.text()} mg in total, the row gives {found.text()} mg."
    loading = _loading_mg(dose.row)
    if loading != example.loading_mg:
        return f"{place}: the author says {_load(example.loading_mg)}, the row gives {_load(loading)}."
    return None


def _load(amount: Amount | None) -> str:
    return "no loading dose" if amount is None else f"a loading dose of {amount.text()} mg"


def _loading_mg(row: Row) -> Amount | None:
    return row.loading.total_mg if row.loading is not None else None


def _dose_of(drug: Drug, row: Row, example: WorkedExample) -> Dose | None:
    """The bedside's dose for the example's patient, if it comes from this very row."""
    assessment = assess(_patient(row, example.clearance_ml_min), [drug])
    if not isinstance(assessment, Assessment):
        return None
    doses = (answer for answer in assessment.answers if isinstance(answer, Dose))
    return next((dose for dose in doses if dose.row.id == row.id), None)


def _patient(row: Row, clearance_ml_min: Decimal | None) -> Patient:
    """An adult to whom the row applies."""
    needs_it = row.without_dialysis is not None or (row.also_haemodialysis and clearance_ml_min is None)
    dialysis = Dialysis.HAEMODIALYSIS if needs_it else _DIALYSIS_FOR[row.when]
    return Patient(
        age_years=_ADULT_YEARS,
        age_months=_ADULT_YEARS * 12,
        clearance_ml_min=clearance_ml_min,
        dialysis=dialysis,
    )
