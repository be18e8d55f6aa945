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
    pairs = zip(_figures(one, first), _figures(other, second), strict=True)
    return tuple(Difference(name, mine, yours) for (name, mine, a), (_, yours, b) in pairs if a != b)


def _figures(patient: Patient, typed: Typed) -> tuple[tuple[str, str, object], ...]:
    """Every figure by name: in words, and as the value that is compared."""
    dialysis = "none" if patient.dialysis is Dialysis.NONE else DIALYSIS_WORDS[patient.dialysis]
    return (
        ("age", _or_not(patient.age_months, _age_words(patient)), patient.age_months),
        ("sex", _or_not(patient.sex, str(patient.sex)), patient.sex),
        _measured("weight", patient.weight_kg, "kg"),
        _measured("height", patient.height_cm, "cm"),
        ("creatinine", _creatinine_words(typed, patient.creatinine_mg_dl), patient.creatinine_mg_dl),
        _measured("clearance", patient.clearance_ml_min, "mL/min"),
        ("dialysis", dialysis, patient.dialysis),
        _measured("effluent rate", patient.effluent_l_h, "L per hour"),
        ("creatinine not steady", "yes" if patient.unstable_creatinine else "no", patient.unstable_creatinine),
        ("weight used", str(patient.weight_wanted or "by the rule"), patient.weight_wanted),
    )


def _measured(name: str, value: Decimal | None, unit: str) -> tuple[str, str, object]:
    return name, NOT_TYPED if value is None else f"{plain(value)} {unit}", value


def _or_not(value: object, words: str) -> str:
    return NOT_TYPED if value is None else words


def _creatinine_words(typed: Typed, mg_dl: Decimal | None) -> str:
    """The figure with the unit it was typed in: rounded to the other one, two that differ could look the same."""
    read = read_number(typed.creatinine)
    if mg_dl is None or isinstance(read, Unreadable):
        return NOT_TYPED
    words = f"{plain(read)} {CREATININE_UNIT_WORDS[CreatinineUnit(typed.creatinine_unit)]}"
    return words if typed.creatinine_unit == CreatinineUnit.MG_DL else f"{words} ({plain(mg_dl, places=4)} mg/dL)"


def _age_words(patient: Patient) -> str:
    return f"{patient.age_months} months" if patient.is_child else f"{patient.age_years} years"
