"""What a figure at the bedside can be: refused outside `possible`, confirmed outside `usual`, read in silence within.

The limits of weight and height follow the age, so that a slip of the decimal point in a child is met. They are this
program's own, not a source's, and await a pharmacist's signature.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.domain.dates import MONTHS_A_YEAR
from desktop.domain.patient import ADULT_FROM_MONTHS


@dataclass(frozen=True, slots=True)
class Tier:
    """The tiers of one quantity: outside `possible` is refused, outside `usual` confirmed; ends belong to it."""

    name: str
    unit: str
    possible: tuple[Decimal, Decimal]
    usual: tuple[Decimal, Decimal]
    remedy: str = "Check the number and its unit."

    def is_small(self, figure: Decimal) -> bool:
        """Whether a figure is below what is usual."""
        return figure < self.usual[0]

    @property
    def article(self) -> str:
        """The word before its name."""
        return "An" if self.name.startswith(("a", "e")) else "A"


def _tier(name: str, unit: str, possible: tuple[str, str], usual: tuple[str, str]) -> Tier:
    return Tier(name, unit, (Decimal(possible[0]), Decimal(possible[1])), (Decimal(usual[0]), Decimal(usual[1])))


def _of_age(name: str, unit: str, possible: tuple[str, str], usual: tuple[str, str]) -> Tier:
    return replace(_tier(name, unit, possible, usual), remedy="Check the number, its unit and the age.")


AGE_YEARS = replace(
    _tier("age", "years", ("1", "120"), ("1", "100")), remedy="Check the number; below 1 year type the age in months."
)
AGE_MONTHS = _tier("age", "months", ("0", "216"), ("0", "216"))
CREATININE_MG_DL = _tier("creatinine", "mg/dL", ("0.2", "20"), ("0.4", "10"))
CLEARANCE_ML_MIN = _tier("creatinine clearance", "mL/min", ("0", "300"), ("0", "200"))
EFFLUENT_L_H = _tier("effluent rate", "L per hour", ("0.1", "12"), ("0.5", "6"))

_ADULT_WEIGHT_KG = _tier("weight", "kg", ("20", "400"), ("35", "180"))
_ADULT_HEIGHT_CM = _tier("height", "cm", ("120", "240"), ("140", "210"))
_BODY_BELOW_MONTHS = (
    (
        2 * MONTHS_A_YEAR,
        _of_age("weight", "kg", ("0.4", "30"), ("1", "18")),
        _of_age("height", "cm", ("25", "120"), ("40", "100")),
    ),
    (
        12 * MONTHS_A_YEAR,
        _of_age("weight", "kg", ("3", "150"), ("8", "70")),
        _of_age("height", "cm", ("50", "200"), ("75", "175")),
    ),
    (
        ADULT_FROM_MONTHS,
        _of_age("weight", "kg", ("10", "200"), ("25", "120")),
        _of_age("height", "cm", ("80", "220"), ("120", "200")),
    ),
)


def body_tiers(months: int | None) -> tuple[Tier, Tier]:
    """The tiers of weight and of height at an age; an adult's where no age is known."""
    for below, weight, height in _BODY_BELOW_MONTHS:
        if months is not None and months < below:
            return weight, height
    return _ADULT_WEIGHT_KG, _ADULT_HEIGHT_CM
