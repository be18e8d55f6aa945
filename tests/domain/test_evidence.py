"""Counts and effects of studies: patients apart from the laboratory, and only numbers that were seen."""

from decimal import Decimal

import pytest

from desktop.domain.evidence import (
    Arm,
    Count,
    Effect,
    Outcome,
    Study,
    counted,
    in_patients,
    in_the_laboratory,
    measured,
)
from desktop.domain.provenance import Verification

SECONDARY = Verification.SECONDARY


def _effect(low: str | None = "0.13", high: str | None = "0.74", p: str | None = None) -> Effect:
    ends = (Decimal(low) if low else None, Decimal(high) if high else None)
    return Effect("hazard ratio", "deaths", "one", "other", Decimal("0.37"), *ends, p, "for age", SECONDARY)


def _arm(events: int | None, total: int | None) -> Arm:
    return Arm("all", events, total, None, SECONDARY)


def _study(name: str, *counts: Count, preclinical: bool = False) -> Study:
    return Study(
        id=name,
        title=name,
        design="cohort",
        population="adults",
        size="few",
        shows="little",
        cannot_show="much",
        overlaps=(),
        overlap_note=None,
        preclinical=preclinical,
        verification=SECONDARY,
        sources=(),
        counts=counts,
        effects=(_effect(),),
    )


@pytest.mark.parametrize(
    ("events", "total", "counts"), [(10, 52, (10, 52)), (0, 5, (0, 5)), (None, 52, None), (10, None, None)]
)
def test_a_group_has_counts_where_both_were_seen(
    events: int | None, total: int | None, counts: tuple[int, int] | None
) -> None:
    assert _arm(events, total).counts == counts


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        (_effect(p="P = 0.01"), "hazard ratio 0.37 (95% CI 0.13 to 0.74), P = 0.01"),
        (_effect(), "hazard ratio 0.37 (95% CI 0.13 to 0.74)"),
        (_effect(low=None), "hazard ratio 0.37"),
        (_effect(high=None), "hazard ratio 0.37"),
        (_effect(low=None, high=None, p="P = 0.01"), "hazard ratio 0.37, P = 0.01"),
    ],
)
def test_an_effect_is_told_with_its_interval_where_both_ends_were_seen(effect: Effect, words: str) -> None:
    assert effect.words == words


def test_patients_and_the_laboratory_are_never_counted_together() -> None:
    died, alive = (Count(outcome, "x", (_arm(1, 2),)) for outcome in (Outcome.DIED, Outcome.ALIVE))
    unseen, half = Count(Outcome.DIED, "y", (_arm(None, None),)), Count(Outcome.DIED, "z", (_arm(None, 2), _arm(1, 2)))
    people, mice = _study("people", alive, died, unseen, half), _study("mice", died, preclinical=True)
    assert in_patients((mice, people)) == (people,)
    assert in_the_laboratory((mice, people)) == (mice,)
    assert list(counted((mice, people), Outcome.DIED)) == [(people, died), (people, half)]
    assert list(counted((mice, people), Outcome.ALIVE)) == [(people, alive)]
    assert list(counted((mice, people), Outcome.CURED)) == []
    assert list(measured((mice, people))) == [(people, people.effects[0])]
