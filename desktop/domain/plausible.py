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

_MOST, _CLEARANCE = CLEARANCE_ML_MIN.possible[1], "creatinine clearance"
_REMEDY = "Check the creatinine with its unit, the age, and the weight or height."


def judged(patient: Patient) -> Patient | InputFault:
    """The patient, with a computed clearance among what is unusual where it is; or the fault of an impossible one.

    A computed clearance chooses rows just as a typed one does, so a slip in any figure behind it is met the same way.
    On an adult's dialysis it chooses none: there an impossible one is left out of the kidney function, which says so,
    and is confirmed like any that is unusual.
    """
    if patient.clearance_ml_min is not None:
        return patient
    if patient.is_child:
        return _held_to(child_kidney(patient).filtration_1_73, "filtration", ML_MIN_1_73, patient)
    kidney = kidney_function(patient)
    if isinstance(kidney, Incomplete):
        return patient
    if kidney.is_implausible:
        return _with_unusual(f"{_CLEARANCE} above {plain(_MOST)} {ML_MIN}", patient)
    return _held_to(kidney.clearance_ml_min, _CLEARANCE, ML_MIN, patient)


def _held_to(figure: Decimal | None, name: str, unit: str, patient: Patient) -> Patient | InputFault:
    """The patient whose equation gives a figure, or gives none; or the fault of an impossible one."""
    if figure is None or figure <= CLEARANCE_ML_MIN.usual[1]:
        return patient
    if figure > _MOST:
        shown = f"{plain(figure.quantize(Decimal('0.001'), rounding=ROUND_CEILING))} {unit}"
        message = f"The {name} that follows from these figures, {shown}, is above what can be used here"
        return InputFault("crcl-range", "creatinine", f"{message} ({plain(_MOST)} {unit}). {_REMEDY}")
    return _with_unusual(f"{name} {plain(figure, places=1)} {unit}", patient)


def _with_unusual(words: str, patient: Patient) -> Patient:
    return replace(patient, unusual=(*patient.unusual, f"{words}, computed from the creatinine"))
