"""Two people type one case without seeing each other's figures; every difference is named, none is smoothed over."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.case_words import DIALYSIS_WORDS
from desktop.domain.intake import Refused, read_patient
from desktop.domain.patient import CREATININE_UNIT_WORDS, CreatinineUnit, Dialysis, Patient, Typed
from desktop.domain.quantity import Unreadable, plain, read_number
from desktop.domain.refusal import InputFault

NOT_TYPED = "not typed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that two people read differently, each reading in words."""

    name: str
    first: str
    second: str

    @property
    def words(self) -> str:
        """One sentence for both of them."""
        return f"{self.name.capitalize()}: first {self.first}, second {self.second}."


def second_check(first: Typed, second: Typed) -> tuple[Difference, ...] | tuple[InputFault, ...]:
    """What differs, empty where both agree; or the faults of the second, which cannot be compared.

    Figures are compared as read, not as typed: 70 and 70.0 agree, and so do 1.9 mg/dL and 167.96 micromol/L. The first
    must be readable.
    """
    one, other = read_patient(first), read_patient(second)
    if isinstance(one, Refused):
        raise ValueError("a case is shown only when it can be read")
    if isinstance(other, Refused):
        return other.faults
    ones, others = _figures(one, first), _figures(other, second)
    differing = [name for name in ones if ones[name].value != others[name].value]
    return tuple(Difference(name, ones[name].words, others[name].words) for name in differing)


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure, in words and as the value that is compared."""

    words: str
    value: object


def _figures(patient: Patient, typed: Typed) -> dict[str, _Figure]:
    """Every figure by name."""
    dialysis = "none" if patient.dialysis is Dialysis.NONE else DIALYSIS_WORDS[patient.dialysis]
    age, sex, mg_dl = patient.age_months, patient.sex, patient.creatinine_mg_dl
    unsteady = patient.unstable_creatinine
    return {
        "age": _Figure(_or_not(age, _age_words(patient)), age),
        "sex": _Figure(_or_not(sex, str(sex)), sex),
        "weight": _measured(patient.weight_kg, "kg"),
        "height": _measured(patient.height_cm, "cm"),
        "creatinine": _Figure(_creatinine_words(typed, mg_dl), mg_dl),
        "clearance": _measured(patient.clearance_ml_min, "mL/min"),
        "dialysis": _Figure(dialysis, patient.dialysis),
        "effluent rate": _measured(patient.effluent_l_h, "L per hour"),
        "creatinine not steady": _Figure("yes" if unsteady else "no", unsteady),
        "weight used": _Figure(str(patient.weight_wanted or "by the rule"), patient.weight_wanted),
    }


def _measured(value: Decimal | None, unit: str) -> _Figure:
    return _Figure(NOT_TYPED if value is None else f"{plain(value)} {unit}", value)


def _or_not(value: object, words: str) -> str:
    return NOT_TYPED if value is None else words


def _creatinine_words(typed: Typed, mg_dl: Decimal | None) -> str:
    """The figure with the unit it was typed in: rounded to the other one, two that differ could look the same."""
    if mg_dl is None:
        return NOT_TYPED
    read, unit = read_number(typed.creatinine), CreatinineUnit(typed.creatinine_unit)
    assert not isinstance(read, Unreadable)
    words = f"{plain(read)} {CREATININE_UNIT_WORDS[unit]}"
    return words if unit is CreatinineUnit.MG_DL else f"{words} ({plain(mg_dl, places=4)} mg/dL)"


def _age_words(patient: Patient) -> str:
    return f"{patient.age_months} months" if patient.is_child else f"{patient.age_years} years"
