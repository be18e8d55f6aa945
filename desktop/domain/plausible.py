"""A clearance that follows from the figures typed, held to the same tiers as one that is typed itself."""

from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from desktop.domain.child_kidney import child_kidney
from desktop.domain.drugs import ML_MIN, ML_MIN_1_73
from desktop.domain.kidney import Incomplete, kidney_function
from desktop.domain.patient import Patient
from desktop.domain.quantity import plain
from desktop.domain.refusal import InputFault
from desktop.domain.tiers import CLEARANCE_ML_MIN

_REMEDY = "Check the creatinine with its unit, the age, and the weight or height."


def judged(patient: Patient) -> Patient | InputFault:
    """The patient, with a computed clearance among what is unusual where it is; or the fault of an impossible one.

    A computed clearance chooses rows just as a typed one does, so a slip in any figure behind it is met the same way.
    On an adult's dialysis it chooses none: there an impossible one is left out of the kidney function, which says so,
    and is confirmed like any that is unusual.
    """
    figure, most = _computed(patient), CLEARANCE_ML_MIN.possible[1]
    if _is_set_aside(patient):
        unusual = f"creatinine clearance above {plain(most)} {ML_MIN}, computed from the creatinine"
        return replace(patient, unusual=(*patient.unusual, unusual))
    if figure is None or figure <= CLEARANCE_ML_MIN.usual[1]:
        return patient
    name, unit = ("filtration", ML_MIN_1_73) if patient.is_child else ("creatinine clearance", ML_MIN)
    if figure > most:
        shown = f"{plain(figure.quantize(Decimal('0.001'), rounding=ROUND_CEILING))} {unit}"
        message = f"The {name} that follows from these figures, {shown}, is above what can be used here"
        return InputFault("crcl-range", "creatinine", f"{message} ({plain(most)} {unit}). {_REMEDY}")
    unusual = f"{name} {plain(figure, places=1)} {unit}, computed from the creatinine"
    return replace(patient, unusual=(*patient.unusual, unusual))


def _is_set_aside(patient: Patient) -> bool:
    """Whether the kidney function leaves out what the figures come to, because it cannot be."""
    kidney = None if patient.is_child else kidney_function(patient)
    return not isinstance(kidney, Incomplete | None) and kidney.is_implausible


def _computed(patient: Patient) -> Decimal | None:
    """What the equation of this patient gives; None where a clearance was typed, or none can be computed."""
    if patient.clearance_ml_min is not None:
        return None
    if patient.is_child:
        return child_kidney(patient).filtration_1_73
    kidney = kidney_function(patient)
    return None if isinstance(kidney, Incomplete) else kidney.clearance_ml_min
