"""When infusions run, and how far two drugs run together."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from desktop.domain.dosing import Dose, doses_for
from desktop.domain.given import Given
from desktop.domain.kidney import KidneyFunction
from desktop.domain.schedule import DAY_HOURS, Plan, plans, schedule
from tests.domain.builders import amount, basis, drug, given, patient, row


def dose(name: str, every_h: tuple[int, ...], minutes: str | None, load_min: str | None = None) -> Dose:
    """A dose of a drug of that name."""
    over = None if minutes is None else amount(minutes)
    hours = tuple(Decimal(hour) for hour in every_h)
    maintenance = replace(given(testicillin="500"), every_h=hours, over_min=over)
    loading = None if load_min is None else replace(given(testicillin="1000"), every_h=(), over_min=amount(load_min))
    held = replace(drug(basis(row("[0, )", dose=maintenance, loading=loading))), name=name)
    (answer,) = doses_for(held, patient(clearance="60"), KidneyFunction(Decimal(60)))
    assert isinstance(answer, Dose)
    return answer


def plan(name: str, every_h: int, minutes: str = "180", load_min: str | None = None) -> Plan:
    found = plans(dose(name, (every_h,), minutes, load_min))
    assert not isinstance(found, str)
    return found[0]


def _starts(chosen: Plan, span_h: int = 24) -> list[int]:
    (lane,) = schedule([chosen], span_h).lanes
    return [infusion.start_min for infusion in lane.infusions]


def test_without_a_load_the_first_dose_starts_at_once_and_the_rest_by_the_interval() -> None:
    assert _starts(plan("a", 8)) == [0, 480, 960]
    assert _starts(plan("a", 8), 48) == [0, 480, 960, 1440, 1920, 2400]
    assert _starts(plan("a", 36), 48) == [0, 2160]


def test_the_first_maintenance_dose_starts_one_interval_after_the_start_of_the_load() -> None:
    (lane,) = schedule([plan("a", 6, "180", "60")], 24).lanes
    assert [(one.start_min, one.end_min, one.is_load) for one in lane.infusions] == [
        (0, 60, True),
        (360, 540, False),
        (720, 900, False),
        (1080, 1260, False),
    ]
    assert lane.infusions[0].words == "testicillin 1 g"


def test_two_drugs_of_one_interval_run_together_throughout() -> None:
    (pair,) = schedule([plan("a", 8), plan("b", 8)], 24).pairings
    assert (pair.together, pair.both_min) == (3, 540)
    assert pair.words == (
        "a and b: 3 of 3 and of 3 starts are at the same time. "
        "While a runs, b runs 100% of the time; while b runs, a runs 100%."
    )


def test_every_6_hours_and_every_8_hours_are_shown_to_part() -> None:
    (pair,) = schedule([plan("a", 6), plan("b", 8)], 24).pairings
    # a: 0-180, 360-540, 720-900, 1080-1260; b: 0-180, 480-660, 960-1140: together 180 + 60 + 60.
    assert (pair.together, pair.both_min) == (1, 300)
    assert "1 of 4 and of 3 starts" in pair.words
    assert "b runs 42% of the time; while b runs, a runs 56%." in pair.words
    parting = "Every 6 hours and every 8 hours do not match: both start together only once in 24 hours."
    assert pair.words.endswith(parting)


def test_intervals_part_whichever_drug_has_the_longer_one() -> None:
    (pair,) = schedule([plan("b", 8), plan("a", 6)], 24).pairings
    parting = "Every 8 hours and every 6 hours do not match: both start together only once in 24 hours."
    assert pair.words.endswith(parting)


def test_a_day_ends_before_the_first_dose_of_the_next() -> None:
    assert _starts(plan("a", 24), DAY_HOURS) == [0]
    assert _starts(plan("a", 23), DAY_HOURS) == [0, 1380]


def test_three_drugs_make_three_pairs() -> None:
    assert len(schedule([plan("a", 8), plan("b", 8), plan("c", 12)], 24).pairings) == 3


def test_each_interval_that_a_source_allows_is_a_plan_of_its_own() -> None:
    found = plans(dose("a", (24, 48), "120"))
    assert not isinstance(found, str)
    assert [one.every_h for one in found] == [24, 48]
    assert [one.words for one in found] == ["a, Label, every 24 hours", "a, Label, every 48 hours"]


@pytest.mark.parametrize(("minutes", "load_min"), [(None, None), ("30 to 60", None), ("60", "30 to 60")])
def test_without_one_infusion_time_nothing_is_drawn_and_it_is_said(minutes: str | None, load_min: str | None) -> None:
    found = plans(dose("a", (8,), minutes, load_min))
    assert isinstance(found, str)
    assert "no single infusion time" in found


def test_a_dose_for_a_day_is_not_drawn() -> None:
    found = dose("a", (8,), "60")
    per_day: Given = replace(found.maintenance, every_h=(), divided="in 2 doses")
    told = plans(replace(found, weighed=replace(found.weighed, maintenance=per_day)))
    assert isinstance(told, str)
    assert "for a day" in told


@hypothesis_given(
    st.sampled_from([6, 8, 12, 24, 36, 48]),
    st.sampled_from([6, 8, 12, 24, 36, 48]),
    st.integers(20, 300),
    st.integers(20, 300),
    st.sampled_from([24, 48]),
)
def test_no_pair_runs_together_longer_than_either_and_order_does_not_matter(
    one_h: int, other_h: int, one_min: int, other_min: int, span_h: int
) -> None:
    first, second = plan("a", one_h, str(one_min)), plan("b", other_h, str(other_min))
    (pair,), (back,) = schedule([first, second], span_h).pairings, schedule([second, first], span_h).pairings
    runs = [sum(i.end_min - i.start_min for i in lane.infusions) for lane in (pair.first, pair.second)]
    assert min(one_min, other_min) <= pair.both_min <= min(runs)
    assert (pair.both_min, pair.together) == (back.both_min, back.together)
    assert 1 <= pair.together <= min(len(pair.first.infusions), len(pair.second.infusions))
