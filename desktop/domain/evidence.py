"""Studies as data: who was studied, what was counted, what was computed, and what it can and cannot show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.domain.provenance import Source, Verification


class Outcome(StrEnum):
    """What was counted."""

    DIED = "died"
    ALIVE = "alive"
    CURED = "cured"
    CLEARED = "bacteria cleared"
    RESISTANT = "became resistant"
    SUSCEPTIBLE = "susceptible"
    AGREED = "methods agreed"
    HARMED = "side effect"


@dataclass(frozen=True, slots=True)
class Arm:
    """One group: its counts, or where none were seen the per cent as printed."""

    label: str
    events: int | None
    total: int | None
    percent: str | None
    verification: Verification

    @property
    def counts(self) -> tuple[int, int] | None:
        """Events and total, where both were seen."""
        return None if self.events is None or self.total is None else (self.events, self.total)


@dataclass(frozen=True, slots=True)
class Count:
    """One outcome counted in one or more groups."""

    outcome: Outcome
    title: str
    arms: tuple[Arm, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """One measure of effect as its source prints it, of the first group against the second."""

    measure: str
    title: str
    first: str
    second: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    p: str | None
    adjusted: str
    verification: Verification

    @property
    def words(self) -> str:
        """`hazard ratio 0.37 (95% CI 0.13 to 0.74), P = 0.01`."""
        interval = ""
        if self.low is not None and self.high is not None:
            interval = f" (95% CI {self.low} to {self.high})"
        return f"{self.measure} {self.value}{interval}{f', {self.p}' if self.p else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One study; `overlaps` are the ids of studies that count some of the same people."""

    id: str
    title: str
    design: str
    population: str
    size: str
    shows: str
    cannot_show: str
    overlaps: tuple[str, ...]
    overlap_note: str | None
    preclinical: bool
    verification: Verification
    sources: tuple[Source, ...]
    counts: tuple[Count, ...]
    effects: tuple[Effect, ...]


def in_patients(studies: Sequence[Study]) -> tuple[Study, ...]:
    """The studies of people; those of the laboratory are never counted among them."""
    return tuple(study for study in studies if not study.preclinical)


def in_the_laboratory(studies: Sequence[Study]) -> tuple[Study, ...]:
    """The studies of bacteria, models and animals."""
    return tuple(study for study in studies if study.preclinical)


def counted(studies: Sequence[Study], outcome: Outcome) -> Iterator[tuple[Study, Count]]:
    """Every count of one outcome in patients of which the numbers were seen."""
    for study in in_patients(studies):
        for count in study.counts:
            if count.outcome is outcome and any(arm.counts for arm in count.arms):
                yield study, count


def measured(studies: Sequence[Study]) -> Iterator[tuple[Study, Effect]]:
    """Every measure of effect in patients."""
    for study in in_patients(studies):
        yield from ((study, effect) for effect in study.effects)
