"""The infusions of the regimen on the card: a drawing, the times in words, and room to write where none is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.charts.lettering import Drawing
from desktop.charts.timeline import HEAD_PX, WIDTH_PX, clock, timeline_svg
from desktop.domain.case import Assessment
from desktop.domain.case_choices import drug_words
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.given import Given
from desktop.domain.quantity import plain
from desktop.domain.schedule import DAY_HOURS, Infusion, Lane, Plan, Schedule, plans, schedule

# Closer together than on the screen.
_LANE_PX, _BELOW_PX = 32, 6
_CHOOSE = "Choose one way; the window draws it under Timeline, or write its times here."


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The doses that were chosen to be run, from which minute after midnight, and over how many hours to show them."""

    plans: tuple[Plan, ...]
    start_min: int
    span_h: int = DAY_HOURS


@dataclass(frozen=True, slots=True)
class Times:
    """One line of times for the drugs that share them, and what is to be said of pairs; or why no times are drawn."""

    lanes: tuple[tuple[str, str], ...]
    said: tuple[str, ...]
    drawings: Mapping[str, Drawing]


def card_times(assessment: Assessment, planned: Planned | None) -> Times:
    """The times of what was chosen; without a choice, those of a regimen that its sources leave no choice in."""
    if planned is not None:
        return _drawn(schedule(planned.plans, planned.span_h), planned.start_min)
    slugs = sorted(assessment.case.drugs)
    found = {slug: _ways(assessment, slug) for slug in slugs}
    if slugs and all(len(ways) == 1 for ways in found.values()):
        return _drawn(schedule([ways[0] for ways in found.values()], DAY_HOURS), None)
    return Times((), _not_drawn(assessment, [slug for slug, ways in found.items() if len(ways) != 1]), {})


def _not_drawn(assessment: Assessment, slugs: Sequence[str]) -> tuple[str, ...]:
    """Why no times are drawn, and what is to be chosen of which drug first."""
    left = {slug: _left_open(assessment, slug) for slug in slugs}
    undosed = [slug for slug, words in left.items() if not words]
    if undosed:
        names = " and ".join(map(drug_words, undosed))
        why = ("".join(f" {words}" for words in _kept_back(assessment, undosed))) or " The reasons stand under Doses."
        return (f"No times are drawn: no dose of {names} is shown here.{why} Settle the dose, then write the times.",)
    if not slugs:
        return ()
    open_ = "; ".join(f"{', '.join(words)} of {drug_words(slug)}" for slug, words in left.items())
    return (f"No times are drawn: the sources leave open {open_}. {_CHOOSE}",)


def _kept_back(assessment: Assessment, slugs: Sequence[str]) -> Iterator[str]:
    """Why a dose that a source does give is not shown, each reason once."""
    found = (answer for answer in assessment.answers if isinstance(answer, Withheld) and not answer.is_by_source)
    why = dict.fromkeys((answer.drug.slug, answer.refusal.reason) for answer in found if answer.drug.slug in slugs)
    yield from (f"Of {drug_words(slug)}: {reason}" for slug, reason in why)


def _left_open(assessment: Assessment, slug: str) -> list[str]:
    """In what the doses of a drug differ, or leave a choice; nothing where there is no dose."""
    doses = [answer for answer in assessment.answers if isinstance(answer, Dose) and answer.drug.slug == slug]
    given, loads = [dose.maintenance for dose in doses], [dose.loading for dose in doses]
    *hours, longest = [plain(every_h) for every_h in sorted({every_h for one in given for every_h in one.every_h})] or [
        ""
    ]
    times = {one.over_min for one in given}, {load.over_min for load in loads if load}
    left = {
        "dose": _is_open(given),
        "loading dose": _is_open(loads),
        f"interval ({', '.join(hours)} or {longest} hours)": bool(hours),
        "division of the day": any(one.per_day for one in given),
        "infusion time": any(len(over) > 1 or not all(one and one.is_exact for one in over) for over in times),
    }
    return [words for words, is_open in left.items() if is_open]


def _is_open(doses: Sequence[Given | None]) -> bool:
    """Whether sources differ in a dose, or one of them gives a range."""
    amounts = {dose and dose.components for dose in doses}
    return len(amounts) > 1 or any(not part.mg.is_exact for parts in amounts if parts for part in parts)


def _ways(assessment: Assessment, slug: str) -> list[Plan]:
    """Every way to run a drug that differs from the others in dose, interval or infusion time."""
    doses = [answer for answer in assessment.answers if isinstance(answer, Dose) and answer.drug.slug == slug]
    ways: dict[object, Plan] = {}
    for dose in doses:
        found = plans(dose)
        if isinstance(found, str):
            return []
        for plan in found:
            given, first = dose.maintenance, dose.loading
            loaded = None if first is None else (first.components, first.over_min)
            ways.setdefault((given.components, plan.every_h, given.over_min, loaded), plan)
    return list(ways.values())


def _drawn(shown: Schedule, start_min: int | None) -> Times:
    height = HEAD_PX + _LANE_PX * len(shown.lanes) + _BELOW_PX
    drawing = Drawing(
        timeline_svg(shown, start_min, _LANE_PX), WIDTH_PX, height, "The infusions of the regimen over time"
    )
    alike: dict[str, list[Plan]] = {}
    for lane in shown.lanes:
        alike.setdefault(_lane_words(lane, start_min), []).append(lane.plan)
    lanes = tuple((_named(together), words) for words, together in alike.items())
    return Times(lanes, tuple(pairing.words for pairing in shown.pairings), {"timeline": drawing})


def _named(together: Sequence[Plan]) -> str:
    """The drugs that run at the same times; the source and the interval once where they share them."""
    rest = {plan.words.removeprefix(plan.dose.drug.name) for plan in together}
    if len(rest) > 1:
        return "; ".join(plan.words for plan in together)
    return " and ".join(plan.dose.drug.name for plan in together) + "".join(rest)


def _lane_words(lane: Lane, start_min: int | None) -> str:
    """The start and end of every infusion."""
    spans = (
        f"{clock(start_min, infusion.start_min)} to {_end_words(infusion, start_min)}"
        + (" (loading dose)" if infusion.is_load else "")
        for infusion in lane.infusions
    )
    return "; ".join(spans)


def _end_words(infusion: Infusion, start_min: int | None) -> str:
    """When an infusion ends, the day only where it is another than that of its start."""
    begin, end = clock(start_min, infusion.start_min), clock(start_min, infusion.end_min)
    day, _, time = end.rpartition(", ")
    return time if day == begin.rpartition(", ")[0] else end
