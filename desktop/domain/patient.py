"""A patient at the bedside: what was typed, and the values it was read into."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

MICROMOL_L_PER_MG_DL = Decimal("88.4")
ADULT_FROM_MONTHS = 216


class Sex(StrEnum):
    """The sex that the renal equations were derived with."""

    FEMALE = "female"
    MALE = "male"


class Dialysis(StrEnum):
    """The renal replacement therapy that is running."""

    NONE = "none"
    HAEMODIALYSIS = "haemodialysis"
    CRRT = "crrt"


class WeightKind(StrEnum):
    """Which body weight enters Cockcroft-Gault."""

    ACTUAL = "actual"
    IDEAL = "ideal"
    ADJUSTED = "adjusted"


class CreatinineUnit(StrEnum):
    """The unit beside the creatinine field; there is no default."""

    MG_DL = "mg/dL"
    UMOL_L = "umol/L"


CREATININE_UNIT_WORDS = {CreatinineUnit.MG_DL: "mg/dL", CreatinineUnit.UMOL_L: "micromol/L"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the fields of the case, exactly as typed; empty means not typed."""

    age: str = ""
    age_months: str = ""
    sex: str = ""
    weight: str = ""
    height: str = ""
    creatinine: str = ""
    creatinine_unit: str = ""
    clearance: str = ""
    dialysis: str = ""
    effluent: str = ""
    unstable_creatinine: bool = False
    weight_used: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """One patient's figures as read; what was not typed is None."""

    age_years: int | None = None
    age_months: int | None = None
    sex: Sex | None = None
    weight_kg: Decimal | None = None
    height_cm: Decimal | None = None
    creatinine_mg_dl: Decimal | None = None
    creatinine_typed: str = ""
    clearance_ml_min: Decimal | None = None
    dialysis: Dialysis = Dialysis.NONE
    effluent_l_h: Decimal | None = None
    unstable_creatinine: bool = False
    weight_wanted: WeightKind | None = None
    unusual: tuple[str, ...] = ()

    @property
    def is_child(self) -> bool:
        """Whether an age was typed and it is below 18 years."""
        months = self.age_months
        return months is not None and months < ADULT_FROM_MONTHS
