"""Doses per kg made doses for a patient: which body weight a source multiplies with, and what is missing for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.drugs import Row
from desktop.domain.given import Given, PerKg
from desktop.domain.patient import WeightKind
from desktop.domain.quantity import plain
from desktop.domain.refusal import Refusal
from desktop.domain.renal import OBESE_FROM
from desktop.domain.wording import per_kg_words

_NO_WEIGHT = Refusal("The dose goes by body weight, and no weight is known.", "Type the weight in kg.")
_NO_IDEAL = Refusal(
    "The dose goes by the ideal body weight, which needs sex and height.", "Type weight, height and sex."
)
_DOUBTED = "goes by body weight, and the clearance computed from the figures is implausible: the weight may be wrong."
_CHECK = (
    "Check the weight, the creatinine with its unit, and the age. If all are right, type a clearance in place of the "
    "creatinine; on dialysis it is enough to leave the creatinine out."
)
_IN_DOUBT = Refusal(f"The dose {_DOUBTED}", _CHECK)
_LOAD_IN_DOUBT = f"The loading dose is withheld: it {_DOUBTED} {_CHECK}"
_NO_LOAD = "The loading dose goes by a body weight that is not known; type weight, height and sex to see it."


@dataclass(frozen=True, slots=True)
class Weighed:
    """The doses of a row for one patient, the multiplication behind each, and why its load is not shown."""

    maintenance: Given
    loading: Given | None
    steps: tuple[str, ...] = ()
    load_withheld: str | None = None


def weighed(row: Row, weights_kg: Mapping[WeightKind, Decimal], *, in_doubt: bool = False) -> Weighed | Refusal:
    """The doses of a row that gives one; refused where the maintenance dose needs a weight that is not known.

    No dose is multiplied with a weight that is in doubt; what does not go by weight is given all the same.
    """
    assert row.maintenance is not None
    if in_doubt and row.maintenance.per_kg:
        return _IN_DOUBT
    maintenance = _for_patient(row.maintenance, weights_kg)
    if isinstance(maintenance, Refusal):
        return maintenance
    if row.loading is None:
        return Weighed(maintenance[0], None, maintenance[1])
    if in_doubt and row.loading.per_kg:
        return Weighed(maintenance[0], None, load_withheld=_LOAD_IN_DOUBT)
    loading = _for_patient(row.loading, weights_kg)
    if isinstance(loading, Refusal):
        return Weighed(maintenance[0], None, maintenance[1], _NO_LOAD)
    return Weighed(maintenance[0], loading[0], (*(f"Loading dose: {step}" for step in loading[1]), *maintenance[1]))


def _for_patient(given: Given, weights_kg: Mapping[WeightKind, Decimal]) -> tuple[Given, tuple[str, ...]] | Refusal:
    if given.per_kg is None:
        return given, ()
    kind = _weight_for(given.per_kg, weights_kg)
    if isinstance(kind, Refusal):
        return kind
    kg = weights_kg[kind]
    capped = any(part.at_most_mg is not None and part.mg.high * kg > part.at_most_mg for part in given.components)
    cap = " The most that the source allows is given." if capped else " Rounded for display only."
    return given.for_weight(kg), (f"{per_kg_words(given)} × {plain(kg, places=2)} kg ({kind} weight).{cap}",)


def _weight_for(per_kg: PerKg, weights_kg: Mapping[WeightKind, Decimal]) -> WeightKind | Refusal:
    """Which weight; obesity is above 1.2 times the ideal weight, as in the rule for Cockcroft-Gault."""
    actual, ideal = weights_kg.get(WeightKind.ACTUAL), weights_kg.get(WeightKind.IDEAL)
    if per_kg is PerKg.ACTUAL:
        return _NO_WEIGHT if actual is None else WeightKind.ACTUAL
    if ideal is None:
        return _NO_IDEAL
    if per_kg is PerKg.IDEAL:
        return WeightKind.IDEAL
    if actual is None:
        return _NO_IDEAL
    return WeightKind.IDEAL if actual > OBESE_FROM * ideal else WeightKind.ACTUAL
