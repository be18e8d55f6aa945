"""The infusion timeline: one lane for each drug, as SVG with token names for colours, and as an equivalent table."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from desktop.domain.quantity import plain
from desktop.domain.schedule import DAY_HOURS, MINUTES_PER_HOUR, Infusion, Lane, Schedule

WIDTH_PX, LANE_PX, HEAD_PX, LEFT_PX, RIGHT_PX = 480, 56, 30, 2, 2
# Of a lane that has room for more.
_BAR_PX, _NAME_PX = 20, 18
_TICK_H = {24: 4, 48: 8}
DAY_MIN = DAY_HOURS * MINUTES_PER_HOUR


@dataclass(frozen=True, slots=True)
class _Sizes:
    """What a lane has room for: less where lanes are closer together."""

    lane_px: int

    @property
    def bar_top(self) -> int:
        """Where bars begin, below the name."""
        return min(_NAME_PX, self.lane_px // 2)

    @property
    def bar(self) -> int:
        """How high bars are."""
        return min(_BAR_PX, self.lane_px - self.bar_top - 1)

    @property
    def line_end(self) -> int:
        """Where the line below an hour ends, before the next name."""
        return min(self.bar_top + self.bar + 4, self.lane_px + 1)


def clock(start_min: int | None, after_min: int) -> str:
    """A time by a 24-hour clock, such as `08:00` or `day 2, 02:00`; `start_min` counts from midnight.

    Where the start is not known, the hours since then, such as `hour 8`.
    """
    if start_min is None:
        return f"hour {plain(Decimal(after_min) / MINUTES_PER_HOUR, places=2)}"
    day, minute = divmod(start_min + after_min, DAY_MIN)
    time = f"{minute // MINUTES_PER_HOUR:02}:{minute % MINUTES_PER_HOUR:02}"
    return time if day == 0 else f"day {day + 1}, {time}"


def timeline_table(schedule: Schedule, start_min: int | None) -> tuple[tuple[str, str, str, str], ...]:
    """Start, end, drug and dose of every infusion, in the order of time: all that the drawing says."""
    rows = [(infusion, lane) for lane in schedule.lanes for infusion in lane.infusions]
    rows.sort(key=lambda row: row[0].start_min)
    return tuple(
        (
            clock(start_min, infusion.start_min),
            clock(start_min, infusion.end_min),
            lane.name,
            f"loading dose, {infusion.words}" if infusion.is_load else infusion.words,
        )
        for infusion, lane in rows
    )


def timeline_svg(schedule: Schedule, start_min: int | None, lane_px: int = LANE_PX) -> str:
    """The drawing; a load is outlined and named, so that nothing is said by colour alone."""
    height = HEAD_PX + lane_px * len(schedule.lanes) + 8
    tops = [HEAD_PX + lane_px * at for at in range(len(schedule.lanes))]
    sizes = _Sizes(lane_px)
    parts = [_ticks(schedule, start_min, tops, sizes)]
    parts += [_lane(lane, schedule.span_h, top, sizes) for top, lane in zip(tops, schedule.lanes, strict=True)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH_PX} {height}" '
        f'font-family="Atkinson Hyperlegible Next" font-size="12">{"".join(parts)}</svg>'
    )


def _x(minute: int, span_h: int) -> float:
    inside = WIDTH_PX - LEFT_PX - RIGHT_PX
    return round(LEFT_PX + inside * min(minute, span_h * MINUTES_PER_HOUR) / (span_h * MINUTES_PER_HOUR), 1)


def _ticks(schedule: Schedule, start_min: int | None, tops: Sequence[int], sizes: _Sizes) -> str:
    """Hours along the top, each with a line down; midnight is a stronger one."""
    drawn = []
    span_min = schedule.span_h * MINUTES_PER_HOUR
    for hour in range(0, schedule.span_h, _TICK_H[schedule.span_h]):
        x = _x(hour * MINUTES_PER_HOUR, schedule.span_h)
        at = clock(start_min, hour * MINUTES_PER_HOUR)
        words = at if start_min is None else at.rpartition(" ")[2]
        drawn.append(_line(x, tops, sizes, "edge", 1) + f'<text x="{x}" y="16" fill="@muted">{words}</text>')
    midnights = range(DAY_MIN - start_min, span_min, DAY_MIN) if start_min is not None else ()
    drawn += [_line(_x(minute, schedule.span_h), tops, sizes, "muted", 2) for minute in midnights]
    return "".join(drawn)


def _line(x: float, tops: Sequence[int], sizes: _Sizes, token: str, width: int) -> str:
    """A line under an hour, broken where a lane is named so that it strikes through no word."""
    down = "".join(f" M{x} {top + sizes.bar_top - 2} V{top + sizes.line_end}" for top in tops)
    return f'<path d="M{x} 20 V25{down}" stroke="@{token}" stroke-width="{width}"/>'


def _lane(lane: Lane, span_h: int, top: int, sizes: _Sizes) -> str:
    name = f'<text x="{LEFT_PX}" y="{top + 12}" fill="@ink" font-weight="600">{escape(lane.plan.words)}</text>'
    return name + "".join(_bar(infusion, span_h, top + sizes.bar_top, sizes.bar) for infusion in lane.infusions)


def _bar(infusion: Infusion, span_h: int, top: int, height: int) -> str:
    x, end = _x(infusion.start_min, span_h), _x(infusion.end_min, span_h)
    look = 'fill="@surface" stroke="@accent" stroke-width="3"' if infusion.is_load else 'fill="@accent"'
    bar = f'<rect x="{x}" y="{top}" width="{round(end - x, 1)}" height="{height}" rx="3" {look}/>'
    load = f'<text x="{x + 4}" y="{top + height // 2 + 4}" fill="@ink">load</text>' if infusion.is_load else ""
    return f"{bar}{load}"
