"""A clearance that follows from the figures typed, held to the same tiers as one that is typed itself."""

from dataclasses import replace
from decimal import Decimal

from desktop.domain.child_kidney import child_kidney
from desktop.domain.drugs import ML_MIN, ML_MIN_1_73
from desktop.domain.implausible import MOST_ML_MIN, never_onto_the_limit
from desktop.domain.kidney import Incomplete, kidney_function
from desktop.domain.patient import Patient
from desktop.domain.quantity import plain
from desktop.domain.refusal import InputFault
from desktop.domain.tiers import CLEARANCE_ML_MIN

_REMEDY = "Check the creatinine with its unit, the age, and the weight or height."


def judged(patient: Patient) -> Patient | InputFault:
    """The patient, with a computed clearance among what is unusual where it is; or the fault of an impossible one.

    A computed clearance chooses rows just as a typed one does, so a slip in any figure behind it is met the same way.
    An impossible one that chooses none, by another weight or on an adult's dialysis, is confirmed like any that is
    unusual.
    """
    if patient.clearance_ml_min is not None:
        return patient
    if patient.is_child:
        return _held_to(child_kidney(patient).filtration_1_73, "filtration", ML_MIN_1_73, patient)
    kidney = kidney_function(patient)
    if isinstance(kidney, Incomplete):
        return patient
    held = _held_to(kidney.clearance_ml_min, "creatinine clearance", ML_MIN, patient)
    if kidney.implausible is None or isinstance(held, InputFault):
        return held
    return _with_unusual(kidney.implausible.words, held)


def _held_to(figure: Decimal | None, name: str, unit: str, patient: Patient) -> Patient | InputFault:
    """The patient whose equation gives a figure, or gives none; or the fault of an impossible one."""
    if figure is None or figure <= CLEARANCE_ML_MIN.usual[1]:
        return patient
    if figure > MOST_ML_MIN:
        shown = f"{never_onto_the_limit(figure)} {unit}"
        message = f"The {name} that follows from these figures, {shown}, is above what can be used here"
        return InputFault("crcl-range", "creatinine", f"{message} ({plain(MOST_ML_MIN)} {unit}). {_REMEDY}")
    return _with_unusual(f"{name} {plain(figure, places=1)} {unit}", patient)


def _with_unusual(words: str, patient: Patient) -> Patient:
    return replace(patient, unusual=(*patient.unusual, f"{words}, computed from the creatinine"))
