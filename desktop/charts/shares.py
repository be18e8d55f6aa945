"""How many of how many: one bar for each group with its Wilson interval, as SVG and as an equivalent table."""

from collections.abc import Sequence
from decimal import Decimal

from desktop.charts.lettering import SIZE_PX, Drawing, drawn, lettered, tick
from desktop.domain.evidence import Arm, Count, Study
from desktop.domain.proportions import interval_words, percent_words, share_words, wilson
from desktop.domain.provenance import VERIFICATION_WORDS, Verification

METHOD = "The line across each bar is the 95% interval by Wilson's method, worked out here from the plain counts."
_BAR_PX, _GAP_PX, _AXIS_PX, _EDGE_PX = 12, 8, 30, 1
_QUARTERS = (0, 25, 50, 75, 100)
UNSURE = (Verification.UNVERIFIED, Verification.ARTICLE)
Counted = tuple[Study, Count]


def shares_table(counted: Sequence[Counted]) -> tuple[tuple[str, str, str, str, str], ...]:
    """Study, outcome, group, share with its interval, and how far it was checked: all that the drawing says."""
    return tuple(
        (study.title, count.title, arm.label, _share(arm), VERIFICATION_WORDS[arm.verification])
        for study, count in counted
        for arm in count.arms
        if arm.counts
    )


def _share(arm: Arm) -> str:
    assert arm.counts is not None
    return f"{share_words(*arm.counts)}, 95% interval {interval_words(wilson(*arm.counts))}"


def shares_drawing(counted: Sequence[Counted], words: str, width: int) -> Drawing:
    """The drawing; a figure that was not checked has a dashed, empty bar and says so in words."""
    parts, top = [], 0
    for study, count in counted:
        heading, top = lettered(f"{study.title}: {count.title}", top, width, weight=600)
        parts.append(heading)
        for arm in count.arms:
            if arm.counts:
                part, top = _arm(arm, top, width)
                parts.append(part)
        top += _GAP_PX
    axis = [_axis_mark(percent, top, width) for percent in _QUARTERS]
    return drawn([*axis, *parts], width, top + _AXIS_PX, words)


def _arm(arm: Arm, top: int, width: int) -> tuple[str, int]:
    assert arm.counts is not None
    unsure = f" ({VERIFICATION_WORDS[arm.verification]})" if arm.verification in UNSURE else ""
    said, top = lettered(f"{arm.label}: {share_words(*arm.counts)}{unsure}", top, width)
    events, total = arm.counts
    look = 'fill="@accent" stroke="@accent"'
    if unsure:
        look = 'fill="@surface" stroke="@accent" stroke-dasharray="4 3"'
    interval = wilson(events, total)
    low, high = _x(interval.low, width), _x(interval.high, width)
    middle = top + 3 + _BAR_PX / 2
    bar = (
        f'<rect x="{_EDGE_PX}" y="{top + 3}" width="{_x(Decimal(events) / total, width) - _EDGE_PX}" '
        f'height="{_BAR_PX}" {look}/>'
    )
    line = f'<path d="M{low} {top + 1}V{top + 5 + _BAR_PX}M{high} {top + 1}V{top + 5 + _BAR_PX}M{low} {middle}H{high}" '
    # Twice: a pale, wider line below keeps the dark one visible where it crosses the bar.
    whisker = "".join(
        f'{line}stroke="@{token}" stroke-width="{px}" fill="none"/>' for token, px in (("surface", 5), ("ink", 2))
    )
    return f"{said}{bar}{whisker}", top + _BAR_PX + _GAP_PX


def _x(fraction: Decimal, width: int) -> float:
    return round(_EDGE_PX + float(fraction) * (width - 2 * _EDGE_PX), 1)


def _axis_mark(percent: int, bottom: int, width: int) -> str:
    fraction = Decimal(percent) / 100
    x = _x(fraction, width)
    line = f'<line x1="{x}" y1="{bottom - 4}" x2="{x}" y2="{bottom + 6}" stroke="@muted" stroke-width="1"/>'
    return line + tick(x, bottom + 8 + SIZE_PX, percent_words(fraction), width)
