"""The strict reading of what was typed at the bedside.

Every number passes three tiers: refused (cannot be true, or is the other unit), unusual (read, but the reader is
asked to confirm it), usual. Nothing is assumed: no default sex, unit or weight.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from desktop.domain.dates import MONTHS_A_YEAR
from desktop.domain.patient import (
    CREATININE_UNIT_WORDS,
    MICROMOL_L_PER_MG_DL,
    CreatinineUnit,
    Dialysis,
    Patient,
    Sex,
    Typed,
    WeightKind,
)
from desktop.domain.plausible import judged
from desktop.domain.quantity import Unreadable, plain, read_number
from desktop.domain.refusal import InputFault
from desktop.domain.tiers import (
    AGE_MONTHS,
    AGE_YEARS,
    CLEARANCE_ML_MIN,
    CREATININE_MG_DL,
    EFFLUENT_L_H,
    Tier,
    body_tiers,
)

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Refused:
    """The input cannot be used; each fault names its field."""

    faults: tuple[InputFault, ...]


OTHER_THERAPY = "other"
OTHER_THERAPIES = (OTHER_THERAPY, "peritoneal", "pd", "sled", "ecmo")
NOT_COVERED_CODE = "dialysis-not-covered"
OTHER_THERAPY_REFUSED = (
    "No dose is computed for peritoneal dialysis, slow extended dialysis (SLED) or ECMO: this library does not cover "
    "them. Do not use another row in their place; ask infectious diseases and pharmacy."
)
NO_AGE = "no age, at a weight or height that may be a child's; the doses are an adult's"
"""What is to be confirmed where only the age could tell that an adult's dose is none for this patient."""


@dataclass(slots=True)
class _Reader:
    """Collects what was read, what was refused and what is unusual, field by field."""

    faults: list[InputFault] = field(default_factory=list)
    unusual: list[str] = field(default_factory=list)

    def refuse(self, code: str, name: str, message: str) -> None:
        self.faults.append(InputFault(code, name, message))

    def number(self, name: str, text: str, tier: Tier) -> Decimal | None:
        """The number within its tiers, or None with a fault noted when it was typed wrongly."""
        if not text.strip(" "):
            return None
        read = read_number(text)
        if isinstance(read, Unreadable):
            self.refuse(f"{name}-number", name, f"{tier.name.capitalize()}: {read.message}")
            return None
        low, high = tier.possible
        if not low <= read <= high:
            span = f"{plain(low)} to {plain(high)} {tier.unit}"
            message = (
                f"{tier.article} {tier.name} of {plain(read)} {tier.unit} is outside what can be used here ({span})."
            )
            self.refuse(f"{name}-range", name, f"{message} {tier.remedy}")
            return None
        if not tier.usual[0] <= read <= tier.usual[1]:
            self.unusual.append(f"{tier.name} {plain(read)} {tier.unit}")
        return read

    def whole(self, name: str, text: str, tier: Tier) -> int | None:
        """A whole number, such as an age."""
        read = self.number(name, text, tier)
        if read is None:
            return None
        if read != read.to_integral_value():
            self.refuse(
                f"{name}-number",
                name,
                f"{tier.name.capitalize()}: write whole {tier.unit}, such as {int(read)}.",
            )
            return None
        return int(read)

    def choice(self, name: str, text: str, kind: Callable[[str], _Choice], options: str) -> _Choice | None:
        """One of a closed list."""
        if not text:
            return None
        try:
            return kind(text)
        except ValueError:
            self.refuse(name, name, f'"{text[:20]}" is not a choice for {name.replace("-", " ")}. Choose {options}.')
            return None


def read_patient(typed: Typed) -> Patient | Refused:
    """The patient that was typed, or every fault in it; what is missing is not a fault but stays None."""
    reader = _Reader()
    patient = _read(reader, typed)
    if reader.faults:
        return Refused(tuple(reader.faults))
    found = judged(replace(patient, unusual=tuple(reader.unusual)))
    return Refused((found,)) if isinstance(found, InputFault) else found


def _read(reader: _Reader, typed: Typed) -> Patient:
    """The patient as far as the fields could be read."""
    years, months = _read_age(reader, typed)
    of_weight, of_height = body_tiers(months)
    weight = reader.number("weight", typed.weight, of_weight)
    height = reader.number("height", typed.height, of_height)
    body = (weight, of_weight), (height, of_height)
    if months is None and any(figure is not None and tier.is_small(figure) for figure, tier in body):
        reader.unusual.append(NO_AGE)
    creatinine = _read_creatinine(reader, typed)
    clearance = _read_clearance(reader, typed)
    dialysis, effluent = _read_dialysis(reader, typed)
    return Patient(
        age_years=years,
        age_months=months,
        sex=reader.choice("sex", typed.sex, Sex, "female or male"),
        weight_kg=weight,
        height_cm=height,
        creatinine_mg_dl=creatinine,
        creatinine_typed=_creatinine_words(creatinine),
        clearance_ml_min=clearance,
        dialysis=dialysis,
        effluent_l_h=effluent,
        unstable_creatinine=typed.unstable_creatinine,
        weight_wanted=reader.choice("weight-used", typed.weight_used, WeightKind, "actual, ideal or adjusted"),
    )


def _read_clearance(reader: _Reader, typed: Typed) -> Decimal | None:
    """A clearance in mL/min; refused beside a creatinine."""
    clearance = reader.number("crcl", typed.clearance, CLEARANCE_ML_MIN)
    if clearance is not None and typed.creatinine.strip(" "):
        message = "Both a creatinine and a clearance were given. Give one, so that it is plain which one decides."
        reader.refuse("clearance-twice", "crcl", message)
    return clearance


def _read_dialysis(reader: _Reader, typed: Typed) -> tuple[Dialysis, Decimal | None]:
    """The dialysis that runs, and the effluent rate in L per hour, which only continuous therapy has."""
    if typed.dialysis in OTHER_THERAPIES:
        reader.refuse(NOT_COVERED_CODE, "dialysis", OTHER_THERAPY_REFUSED)
        return Dialysis.NONE, None
    dialysis = reader.choice("dialysis", typed.dialysis, Dialysis, "none, haemodialysis or crrt") or Dialysis.NONE
    effluent = reader.number("effluent", typed.effluent, EFFLUENT_L_H)
    if effluent is not None and dialysis is not Dialysis.CRRT:
        message = "An effluent rate belongs to continuous renal replacement. Choose that, or leave the rate empty."
        reader.refuse("effluent-without-crrt", "effluent", message)
    return dialysis, effluent


def _read_age(reader: _Reader, typed: Typed) -> tuple[int | None, int | None]:
    """Whole years and whole months of age; only the months are known of a child typed in months."""
    if typed.age.strip(" ") and typed.age_months.strip(" "):
        reader.refuse("age-twice", "age", "The age was given in years and in months. Give one of them.")
        return None, None
    months = reader.whole("age-months", typed.age_months, AGE_MONTHS)
    if months is not None:
        return months // MONTHS_A_YEAR, months
    years = reader.whole("age", typed.age, AGE_YEARS)
    return years, None if years is None else years * MONTHS_A_YEAR


def _read_creatinine(reader: _Reader, typed: Typed) -> Decimal | None:
    """Creatinine in mg/dL; a value that looks like the other unit is refused."""
    unit = reader.choice("creatinine-unit", typed.creatinine_unit, CreatinineUnit, "mg/dL or umol/L")
    if not typed.creatinine.strip(" "):
        return None
    if unit is None:
        if not typed.creatinine_unit:
            reader.refuse("creatinine-unit", "creatinine", "Choose the unit of the creatinine: mg/dL or micromol/L.")
        return None
    read = read_number(typed.creatinine)
    if isinstance(read, Unreadable):
        reader.refuse("creatinine-number", "creatinine", f"Creatinine: {read.message}")
        return None
    mg_dl = read if unit is CreatinineUnit.MG_DL else read / MICROMOL_L_PER_MG_DL
    low, high = CREATININE_MG_DL.possible
    if low <= mg_dl <= high:
        if not CREATININE_MG_DL.usual[0] <= mg_dl <= CREATININE_MG_DL.usual[1]:
            reader.unusual.append(f"creatinine {plain(read)} {CREATININE_UNIT_WORDS[unit]}")
        return mg_dl
    reader.refuse(*_creatinine_refusal(read, unit))
    return None


def _creatinine_refusal(read: Decimal, unit: CreatinineUnit) -> tuple[str, str, str]:
    """Code, field and message for a creatinine outside its range, naming the other unit where it would fit."""
    other = CreatinineUnit.UMOL_L if unit is CreatinineUnit.MG_DL else CreatinineUnit.MG_DL
    as_other = read / MICROMOL_L_PER_MG_DL if other is CreatinineUnit.UMOL_L else read
    low, high = CREATININE_MG_DL.possible
    said = f"A creatinine of {plain(read)} {CREATININE_UNIT_WORDS[unit]}"
    if low <= as_other <= high:
        unit_words = CREATININE_UNIT_WORDS[other]
        message = f"{said} looks like the other unit. If it is {plain(read)} {unit_words}, choose {unit_words}."
        return "creatinine-unit", "creatinine", message
    factor = Decimal(1) if unit is CreatinineUnit.MG_DL else MICROMOL_L_PER_MG_DL
    span = f"{plain(low * factor)} to {plain(high * factor)} {CREATININE_UNIT_WORDS[unit]}"
    return (
        "creatinine-range",
        "creatinine",
        f"{said} is outside what can be used here ({span}). Check the number.",
    )


def _creatinine_words(mg_dl: Decimal | None) -> str:
    """The creatinine as it is echoed, in both units, so that a slip of unit is seen."""
    if mg_dl is None:
        return ""
    micromol = plain(mg_dl * MICROMOL_L_PER_MG_DL, places=0)
    return f"{plain(mg_dl, places=2)} mg/dL ({micromol} micromol/L)"
