"""A clearance so high that a figure behind it is in doubt, and what is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from desktop.domain.patient import WeightKind
from desktop.domain.quantity import plain
from desktop.domain.tiers import CLEARANCE_ML_MIN

MOST_ML_MIN = CLEARANCE_ML_MIN.possible[1]


@dataclass(frozen=True, slots=True)
class Implausible:
    """A clearance that nobody has, and the body weight by which it was computed."""

    weight: WeightKind
    clearance_ml_min: Decimal

    @property
    def words(self) -> str:
        """The figure with its weight, as it is to be confirmed."""
        return f"creatinine clearance {never_onto_the_limit(self.clearance_ml_min)} mL/min by the {self.weight} weight"

    def warning(self, *, chooses_a_row: bool) -> str:
        """What is said of the figure beside the kidneys; `chooses_a_row` is whether another weight's clearance does."""
        so = (
            "No dose by body weight is given"
            if chooses_a_row
            else "It chooses no row, and no dose by body weight is given"
        )
        shown = never_onto_the_limit(self.clearance_ml_min)
        return (
            f"The clearance computed by the {self.weight} weight, {shown} mL/min, is implausible: check the creatinine "
            f"with its unit, and the weight. {so}."
        )


def implausible(by_weight: Mapping[WeightKind, Decimal]) -> Implausible | None:
    """The highest clearance where it is impossible, whichever weight chooses the row; None where all can be true.

    A slip in a weight would be in a dose by that weight too.
    """
    weight = max(by_weight, key=lambda kind: by_weight[kind])
    return Implausible(weight, by_weight[weight]) if by_weight[weight] > MOST_ML_MIN else None


def never_onto_the_limit(figure: Decimal) -> str:
    """A figure above the limit as it is shown: three decimals, rounded away from the limit."""
    return plain(figure.quantize(Decimal("0.001"), rounding=ROUND_CEILING))
