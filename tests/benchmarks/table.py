"""The figures as a table in Markdown, and the growth of a library as a drawing."""

import math
from collections.abc import Mapping, Sequence

from tests.benchmarks.rounds import Measured

_SVG = "http://www.w3.org/2000/svg"
_WIDTH, _HEIGHT, _MARGIN = 640, 360, 56
_LINES = {"compile, each topic": "#0B5CAD", "open and read one topic": "#1B6E3C", "one search": "#7F4D00"}


def markdown(rows: Sequence[Measured], machine: Mapping[str, str]) -> str:
    """The table, with what it was measured on."""
    lines = [" · ".join(f"{name} {value}" for name, value in machine.items()), ""]
    lines += ["| what | measured | spread | must | aim | | how |", "| --- | ---: | --- | ---: | ---: | --- | --- |"]
    lines += [
        f"| {row.name} | {row.value:.2f} {row.unit} | {row.low:.2f} to {row.high:.2f} | {_budget(row.must)} | "
        f"{_budget(row.aim)} | {row.verdict} | {row.how} |"
        for row in rows
    ]
    return "\n".join([*lines, ""])


def _budget(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def growth_svg(rows: Sequence[Measured]) -> str:
    """Milliseconds against topics, both in steps of ten; one line for each thing that was measured."""
    found: dict[str, list[tuple[int, float]]] = {words: [] for words in _LINES}
    for row in rows:
        topics, _, words = row.name.partition(" topics: ")
        if words in found:
            found[words].append((int(topics.replace(",", "")), row.value))
    parts = [
        f'<svg xmlns="{_SVG}" width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" font-size="13">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#FFFFFF"/>',
    ]
    for exponent in range(4):
        x = _x(10**exponent)
        parts.append(f'<text x="{x}" y="{_HEIGHT - 24}" text-anchor="middle">{10**exponent:,}</text>')
    for exponent in range(-1, 4):
        y = _y(10.0**exponent)
        parts.append(f'<path d="M{_MARGIN} {y} H{_WIDTH - 16}" stroke="#D8DEE3"/>')
        parts.append(f'<text x="{_MARGIN - 8}" y="{y + 4}" text-anchor="end">{10.0**exponent:g} ms</text>')
    parts.append(f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 6}" text-anchor="middle">topics in the library</text>')
    for at, (words, points) in enumerate(found.items()):
        path = " ".join(
            f"{'L' if index else 'M'}{_x(topics)} {_y(value)}" for index, (topics, value) in enumerate(points)
        )
        colour = _LINES[words]
        parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{_MARGIN + 12}" y="{20 + 18 * at}" fill="{colour}">{words}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _x(topics: int) -> float:
    return round(_MARGIN + math.log10(topics) / 3 * (_WIDTH - _MARGIN - 40), 1)


def _y(milliseconds: float) -> float:
    part = (math.log10(max(milliseconds, 0.1)) + 1) / 4
    return round(_HEIGHT - 48 - part * (_HEIGHT - 72), 1)
