"""A case in words: what was read, and a clearance that never looks like the other side of an edge."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain.patient import Dialysis, Patient
from desktop.domain.quantity import plain

_MOST_PLACES = 6
DIALYSIS_WORDS = {
    Dialysis.HAEMODIALYSIS: "haemodialysis",
    Dialysis.CRRT: "continuous renal replacement therapy",
}


def patient_words(patient: Patient) -> str:
    """What was read of the patient, each figure with its unit, so that a slip is seen."""
    known = [
        None if patient.age_months is None else _age_words(patient.age_months, patient.age_years),
        patient.sex,
        None if patient.weight_kg is None else f"{plain(patient.weight_kg)} kg",
        None if patient.height_cm is None else f"{plain(patient.height_cm)} cm",
        f"creatinine {patient.creatinine_typed}" if patient.creatinine_typed else None,
        None if patient.clearance_ml_min is None else f"clearance {plain(patient.clearance_ml_min)} mL/min",
        DIALYSIS_WORDS.get(patient.dialysis),
        None if patient.effluent_l_h is None else f"effluent {plain(patient.effluent_l_h)} L per hour",
        "creatinine not steady" if patient.unstable_creatinine else None,
    ]
    return ", ".join(words for words in known if words)


def _age_words(months: int, years: int | None) -> str:
    return f"{years} years" if years else f"{months} months"


def clearance_words(clearance_ml_min: Decimal, edges_ml_min: Iterable[Decimal]) -> str:
    """The clearance with as few decimals as keep it on its own side of every edge that it is close to."""
    edges = tuple(edges_ml_min)
    for places in range(1, _MOST_PLACES):
        shown = clearance_ml_min.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if all(shown.compare(edge) == clearance_ml_min.compare(edge) for edge in edges):
            return f"{plain(shown)} mL/min"
    return f"{plain(clearance_ml_min, places=_MOST_PLACES)} mL/min"
