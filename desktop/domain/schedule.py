"""A regimen over a day or two: when each infusion runs, and how far two drugs run together.

Intervals are counted from start to start; the first maintenance dose starts one interval after the start of the load.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from math import lcm

from desktop.domain.dosing import Dose
from desktop.domain.given import Given
from desktop.domain.quantity import plain
from desktop.domain.wording import dose_words, interval_words

MINUTES_PER_HOUR = 60
DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class Plan:
    """One dose that is to be run, with the interval that was chosen where its source leaves a choice."""

    dose: Dose
    every_h: Decimal

    @property
    def words(self) -> str:
        """The drug, the source and the interval."""
        parts = (self.dose.drug.name, self.dose.basis.short, self.dose.use, interval_words([self.every_h]))
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Infusion:
    """One infusion, in minutes from the start of the regimen."""

    start_min: int
    end_min: int
    is_load: bool
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """All infusions of one drug."""

    plan: Plan
    infusions: tuple[Infusion, ...]

    @property
    def name(self) -> str:
        """The drug."""
        return self.plan.dose.drug.name


@dataclass(frozen=True, slots=True)
class Pairing:
    """How far two lanes run together: starts at the same minute, and minutes in which both run."""

    first: Lane
    second: Lane
    together: int
    both_min: int

    @property
    def words(self) -> str:
        """The figures for the reader, and where two intervals part."""
        first, second = self.first, self.second
        starts = (
            f"{first.name} and {second.name}: {self.together} of {len(first.infusions)} and of "
            f"{len(second.infusions)} starts are at the same time."
        )
        shares = (
            f"While {first.name} runs, {second.name} runs {_share(self.both_min, first)} of the time; "
            f"while {second.name} runs, {first.name} runs {_share(self.both_min, second)}."
        )
        return " ".join(filter(None, (starts, shares, _parting(first.plan.every_h, second.plan.every_h))))


@dataclass(frozen=True, slots=True)
class Schedule:
    """The lanes of a regimen over a span of hours, and every pair of them."""

    span_h: int
    lanes: tuple[Lane, ...]
    pairings: tuple[Pairing, ...]


def plans(dose: Dose) -> tuple[Plan, ...] | str:
    """Every way to run a dose, one for each interval that its source allows; or why it cannot be drawn."""
    name = f"{dose.drug.name}, {dose.basis.short}"
    if dose.maintenance.per_day:
        return f"{name}: the figure is for a day and its division is left open, so no times are drawn."
    infusions = [given.over_min for given in (dose.loading, dose.maintenance) if given is not None]
    if any(over is None or not over.is_exact for over in infusions):
        return f"{name}: this source gives no single infusion time, so no times are drawn. See the label."
    return tuple(Plan(dose, every_h) for every_h in dose.maintenance.every_h)


def schedule(chosen: Sequence[Plan], span_h: int) -> Schedule:
    """The infusions that start within the span, all lanes beginning together."""
    lanes = tuple(Lane(plan, _infusions(plan, span_h)) for plan in chosen)
    return Schedule(span_h, lanes, tuple(_paired(*pair) for pair in combinations(lanes, 2)))


def _infusions(plan: Plan, span_h: int) -> tuple[Infusion, ...]:
    step = int(plan.every_h * MINUTES_PER_HOUR)
    maintenance, loading = plan.dose.maintenance, plan.dose.loading
    first = [] if loading is None else [_infusion(loading, 0, is_load=True)]
    from_min = 0 if loading is None else step
    rest = (_infusion(maintenance, at, is_load=False) for at in range(from_min, span_h * MINUTES_PER_HOUR, step))
    return (*first, *rest)


def _infusion(given: Given, at: int, *, is_load: bool) -> Infusion:
    assert given.over_min is not None
    return Infusion(at, at + int(given.over_min.high), is_load, dose_words(given.components))


def _paired(first: Lane, second: Lane) -> Pairing:
    starts = {infusion.start_min for infusion in first.infusions}
    together = sum(infusion.start_min in starts for infusion in second.infusions)
    both = sum(_both(one, other) for one in first.infusions for other in second.infusions)
    return Pairing(first, second, together, both)


def _both(one: Infusion, other: Infusion) -> int:
    return max(0, min(one.end_min, other.end_min) - max(one.start_min, other.start_min))


def _share(minutes: int, lane: Lane) -> str:
    whole = sum(infusion.end_min - infusion.start_min for infusion in lane.infusions)
    return f"{plain(Decimal(100 * minutes) / whole, places=0)}%"


def _parting(one_h: Decimal, other_h: Decimal) -> str:
    """Where the intervals differ, how seldom they meet."""
    if one_h == other_h:
        return ""
    hours = lcm(int(one_h), int(other_h))
    named = f"{interval_words([one_h]).capitalize()} and {interval_words([other_h])}"
    return f"{named} do not match: both start together only once in {hours} hours."
