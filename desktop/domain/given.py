"""What is given: substances in exact amounts, how often, over how long, and the units that polymyxins are read in."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from desktop.domain.note import Note, texts
from desktop.domain.quantity import Amount, total

POLYMYXIN_B_UNITS_PER_MG = Decimal(10_000)
CMS_MG_PER_MILLION_UNITS = Decimal(80)
CMS_MG_PER_COLISTIN_BASE_MG = Decimal("2.4")


class UnitScale(StrEnum):
    """A substance that is also dosed in units, so that mg alone can be misread.

    Polymyxin B: 1 mg is 10,000 units. Colistin: mg is of colistimethate sodium; 9 million units are 720 mg of it and
    300 mg of colistin base (the printed 34 mg per million units is rounded and is never multiplied).
    """

    POLYMYXIN_B = "polymyxin-b"
    COLISTIN = "colistin"


class PerKg(StrEnum):
    """The body weight that a dose per kg is multiplied with."""

    ACTUAL = "actual"
    IDEAL = "ideal"
    IDEAL_IN_OBESITY = "ideal-in-obesity"


@dataclass(frozen=True, slots=True)
class Component:
    """One substance of a dose, in mg; of a dose per kg also the most that may be given.

    `printed_million_units` is the source's own figure where it prints one beside the milligrams.
    """

    substance: str
    mg: Amount
    at_most_mg: Decimal | None = None
    scale: UnitScale | None = None
    printed_million_units: Amount | None = None

    @property
    def units(self) -> Amount | None:
        """The same amount in units, for a polymyxin."""
        if self.scale is UnitScale.POLYMYXIN_B:
            return self.mg.times(POLYMYXIN_B_UNITS_PER_MG)
        millions = self.million_units
        return None if millions is None else millions.times(Decimal(1_000_000))

    @property
    def million_units(self) -> Amount | None:
        """The same amount in million units, for colistin: as printed, or else by arithmetic."""
        if self.scale is not UnitScale.COLISTIN:
            return None
        return self.printed_million_units or self.mg.divided_by(CMS_MG_PER_MILLION_UNITS)

    @property
    def colistin_base_mg(self) -> Amount | None:
        """The same amount as mg of colistin base, for colistin."""
        return self.mg.divided_by(CMS_MG_PER_COLISTIN_BASE_MG) if self.scale is UnitScale.COLISTIN else None

    def times(self, kg: Decimal) -> "Component":
        """The amount for a body weight, with its cap."""
        mg = self.mg.times(kg)
        return replace(self, mg=mg if self.at_most_mg is None else mg.at_most(self.at_most_mg))


@dataclass(frozen=True, slots=True)
class Given:
    """The components of one dose, how often (a choice where several), and over how long.

    With `per_kg` the components are mg per kg. With `divided`, words such as "in 2 doses", they are for a whole day.
    `withdraw_ml` is the volume of reconstituted solution that holds the dose.
    """

    components: tuple[Component, ...]
    every_h: tuple[Decimal, ...] = ()
    over_min: Amount | None = None
    noted: tuple[Note, ...] = ()
    per_kg: PerKg | None = None
    divided: str | None = None
    withdraw_ml: Decimal | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said beside it, in full."""
        return texts(self.noted)

    @property
    def per_day(self) -> bool:
        """Whether the figure is for a day, to be divided, and not for one dose."""
        return self.divided is not None

    @property
    def total_mg(self) -> Amount:
        """The components together, in mg; always derived, never typed."""
        return total(component.mg for component in self.components)

    def for_weight(self, kg: Decimal) -> "Given":
        """The dose per kg made a dose for a body weight, each component capped as its source prints."""
        return replace(self, components=tuple(part.times(kg) for part in self.components), per_kg=None)


@dataclass(frozen=True, slots=True)
class Supplement:
    """Another dose on an occasion: beside the usual one, or `instead` of it."""

    components: tuple[Component, ...]
    occasion: str
    instead: bool = False
