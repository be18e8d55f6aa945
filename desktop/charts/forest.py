"""Measures of effect as printed, on one logarithmic axis, as SVG and as an equivalent table."""

from collections.abc import Sequence
from decimal import Decimal
from math import log

from desktop.charts.lettering import LINE_PX, SIZE_PX, Drawing, drawn, lettered, tick
from desktop.charts.shares import UNSURE
from desktop.domain.evidence import Effect, Study
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.quantity import plain

WORDS = "Measures of effect as printed, each with its interval, on a logarithmic axis"
_TICKS = tuple(Decimal(tick) for tick in ("0.1", "0.25", "0.5", "1", "2", "4", "10"))
_ROW_PX, _GAP_PX, _HALF_PX, _EDGE_PX = 16, 10, 5, 6
Measured = tuple[Study, Effect]


def forest_table(measured: Sequence[Measured]) -> tuple[tuple[str, str, str, str, str], ...]:
    """Study, outcome, which group against which, the measure with whether it was adjusted, and how far checked."""
    return tuple(
        (
            study.title,
            effect.title,
            f"{effect.first} against {effect.second}",
            f"{effect.words}; {effect.adjusted}",
            VERIFICATION_WORDS[effect.verification],
        )
        for study, effect in measured
    )


def forest_drawing(measured: Sequence[Measured], width: int) -> Drawing:
    """The drawing; a measure that was not checked is hollow, dashed and says so in words."""
    low, high = _range([effect for _, effect in measured])
    parts, top = [], 0
    for study, effect in measured:
        heading, top = lettered(f"{study.title}: {effect.title}", top, width, weight=600)
        against, top = lettered(f"{effect.first} against {effect.second}", top, width)
        unsure = f" ({VERIFICATION_WORDS[effect.verification]})" if effect.verification in UNSURE else ""
        figures, top = lettered(f"{effect.words}; {effect.adjusted}{unsure}", top, width)
        marks = _marks(effect, top, low, high, width, dashed=bool(unsure))
        parts += [heading, against, figures, marks]
        top += _ROW_PX + _GAP_PX
    axis, bottom = _axis(top, low, high, width)
    return drawn([axis, *parts], width, bottom, WORDS)


def _range(effects: Sequence[Effect]) -> tuple[Decimal, Decimal]:
    """The outermost marks of the axis: the nearest ones that hold every interval, and room on both sides of 1."""
    ends = [Decimal("0.5"), Decimal(2)]
    ends += [end for effect in effects for end in (effect.value, effect.low, effect.high) if end is not None]
    low = max((mark for mark in _TICKS if mark <= min(ends)), default=_TICKS[0])
    high = min((mark for mark in _TICKS if mark >= max(ends)), default=_TICKS[-1])
    return low, high


def _x(value: Decimal, low: Decimal, high: Decimal, width: int) -> float:
    along = log(value / low) / log(high / low)
    return round(_EDGE_PX + min(max(along, 0), 1) * (width - 2 * _EDGE_PX), 1)


def _marks(effect: Effect, top: int, low: Decimal, high: Decimal, width: int, *, dashed: bool) -> str:
    middle, x = top + _ROW_PX // 2, _x(effect.value, low, high, width)
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    line = ""
    if effect.low is not None and effect.high is not None:
        start, end = _x(effect.low, low, high, width), _x(effect.high, low, high, width)
        line = f'<line x1="{start}" y1="{middle}" x2="{end}" y2="{middle}" stroke="@ink" stroke-width="2"{dash}/>'
    one = _x(Decimal(1), low, high, width)
    same = f'<line x1="{one}" y1="{top - 2}" x2="{one}" y2="{top + _ROW_PX}" stroke="@muted" stroke-width="1"/>'
    fill = "surface" if dashed else "accent"
    square = (
        f'<rect x="{x - _HALF_PX}" y="{middle - _HALF_PX}" width="{2 * _HALF_PX}" height="{2 * _HALF_PX}" '
        f'fill="@{fill}" stroke="@accent" stroke-width="2"/>'
    )
    return same + line + square


def _axis(top: int, low: Decimal, high: Decimal, width: int) -> tuple[str, int]:
    """The axis with its marks, and in words what lies on either side of 1."""
    start, end = _x(low, low, high, width), _x(high, low, high, width)
    parts = [f'<line x1="{start}" y1="{top}" x2="{end}" y2="{top}" stroke="@muted" stroke-width="1"/>']
    for mark in (mark for mark in _TICKS if low <= mark <= high):
        x = _x(mark, low, high, width)
        parts.append(f'<line x1="{x}" y1="{top}" x2="{x}" y2="{top + 5}" stroke="@muted" stroke-width="1"/>')
        parts.append(tick(x, top + 6 + SIZE_PX, plain(mark), width))
    meaning = "Below 1: fewer with the group named first. Above 1: more with it. Hollow and dashed: not checked."
    said, bottom = lettered(meaning, top + 8 + LINE_PX, width, colour="muted")
    return "".join([*parts, said]), bottom + 4
