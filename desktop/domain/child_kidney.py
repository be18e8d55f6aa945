"""Kidney function of a child: bedside Schwartz, or a filtration that was typed; never the adult equation."""

from decimal import Decimal

from desktop.domain import renal
from desktop.domain.kidney import KidneyFunction, state_warnings
from desktop.domain.patient import Patient, WeightKind
from desktop.domain.quantity import plain

SCHWARTZ_FROM_MONTHS = 12
UNDER_A_YEAR_WARNING = (
    "Bedside Schwartz was made for ages from 1 to 18 years: below 1 year nothing is computed from a creatinine."
)
NO_HEIGHT_WARNING = "Bedside Schwartz needs a height: type it to see the filtration."


def child_kidney(patient: Patient) -> KidneyFunction:
    """The filtration of a child in mL/min per 1.73 m2; None, with what is missing, where it cannot be known."""
    weights = {} if patient.weight_kg is None else {WeightKind.ACTUAL: patient.weight_kg}
    typed, creatinine, height = patient.clearance_ml_min, patient.creatinine_mg_dl, patient.height_cm
    warnings = state_warnings(patient)
    if typed is not None:
        steps = (f"Filtration typed: {plain(typed)} mL/min per 1.73 m2. How it was obtained is not known here.",)
        return KidneyFunction(None, "typed", None, {}, weights, steps, warnings, filtration_1_73=typed)
    if creatinine is None:
        return KidneyFunction(None, weights_kg=weights, warnings=warnings)
    assert patient.age_months is not None
    if patient.age_months < SCHWARTZ_FROM_MONTHS:
        return KidneyFunction(None, weights_kg=weights, warnings=(UNDER_A_YEAR_WARNING, *warnings))
    if height is None:
        return KidneyFunction(None, weights_kg=weights, warnings=(NO_HEIGHT_WARNING, *warnings))
    filtration = renal.bedside_schwartz(height, creatinine)
    working = _working(patient.creatinine_typed, height, creatinine, filtration)
    return KidneyFunction(None, "bedside-schwartz", None, {}, weights, working, warnings, filtration_1_73=filtration)


def _working(typed: str, height_cm: Decimal, creatinine_mg_dl: Decimal, filtration: Decimal) -> tuple[str, ...]:
    terms = f"0.413 × {plain(height_cm)} cm ÷ {plain(creatinine_mg_dl, places=2)} mg/dL"
    result = f"{plain(filtration, places=1)} mL/min per 1.73 m2"
    return f"Creatinine {typed}.", f"Bedside Schwartz: {terms} = {result}."
