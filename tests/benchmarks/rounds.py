"""Measuring in turn: yardstick and thing run A B A B, so that a slow moment of the machine hits both."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ROUNDS, WARM_UPS = 11, 2


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure of the table: what it is, in its unit, the budget, and how it was come by."""

    name: str
    unit: str
    value: float
    low: float
    high: float
    must: float | None = None
    aim: float | None = None
    how: str = ""

    @property
    def verdict(self) -> str:
        """Whether the budget is met: the aim, the must, or neither."""
        if self.aim is not None and self.value <= self.aim:
            return "aim met"
        if self.must is None:
            return ""
        return "must met" if self.value <= self.must else "MISSED"


def ratio(
    thing: Callable[[], float], yardstick: Callable[[], float], rounds: int = ROUNDS
) -> tuple[float, float, float]:
    """The median of the rounds' ratios with the least and the greatest, after warm-ups that do not count."""
    for _ in range(WARM_UPS):
        yardstick()
        thing()
    ratios = []
    for _ in range(rounds):
        beside = yardstick()
        ratios.append(thing() / beside)
    return spread(ratios)


def milliseconds(act: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float, float]:
    """The median of how long something takes, with the least and the greatest, after warm-ups that do not count."""
    took = [once(act) for _ in range(WARM_UPS + rounds)][WARM_UPS:]
    return spread(took)


def spread(took: Sequence[float]) -> tuple[float, float, float]:
    """The median with the least and the greatest."""
    return statistics.median(took), min(took), max(took)


def each(acts: Sequence[Callable[[], object]]) -> tuple[float, float, float]:
    """The 99th part of a hundred of how long many different things take, with the median and the greatest."""
    took = sorted(once(act) for act in acts)
    return took[min(len(took) - 1, len(took) * 99 // 100)], statistics.median(took), took[-1]


def once(act: Callable[[], object]) -> float:
    """How many milliseconds something takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
