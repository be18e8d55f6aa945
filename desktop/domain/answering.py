"""The doses of one patient, or what keeps them from being shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.child_kidney import child_kidney
from desktop.domain.dosing import Dose, Withheld, doses_for
from desktop.domain.drugs import Drug
from desktop.domain.intake import Refused, read_patient
from desktop.domain.kidney import Incomplete, KidneyFunction, kidney_function
from desktop.domain.patient import Patient, Typed


@dataclass(frozen=True, slots=True)
class Doses:
    """What the sources print for one patient: the kidney function, and one answer for every basis and use."""

    patient: Patient
    kidney: KidneyFunction
    answers: tuple[Dose | Withheld, ...]


def doses_of(patient: Patient, drugs: Sequence[Drug]) -> Doses | Incomplete:
    """The kidney function and every dose or refusal, or what is still missing.

    Nothing is missing of a child: every basis says for itself what it needs.
    """
    kidney = child_kidney(patient) if patient.is_child else kidney_function(patient)
    if isinstance(kidney, Incomplete):
        return kidney
    return Doses(patient, kidney, tuple(answer for drug in drugs for answer in doses_for(drug, patient, kidney)))


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """The figures can be read but some are unusual; nothing is computed until the reader says that they are right."""

    unusual: tuple[str, ...]


def answer(typed: Typed, drugs: Sequence[Drug], *, confirmed: bool) -> Refused | Incomplete | Unconfirmed | Doses:
    """What the bedside answers to what stands in the fields: faults first, then gaps, then doubts, then doses."""
    patient = read_patient(typed)
    if isinstance(patient, Refused):
        return patient
    doses = doses_of(patient, drugs)
    if isinstance(doses, Doses) and patient.unusual and not confirmed:
        return Unconfirmed(patient.unusual)
    return doses
