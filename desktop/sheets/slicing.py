"""Where a long page is cut into sheets of paper: never through a line, and not between what belongs together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece that is not cut while it fits on a sheet: a paragraph, or a row of a table.

    `head` is the strip of the table's heading, which is shown again where the table goes on.
    """

    top: float
    bottom: float
    keeps_next: bool = False
    starts_sheet: bool = False
    head: "Strip | None" = None
    lines: tuple[tuple[float, float], ...] = ()

    @property
    def height(self) -> float:
        """How much of a sheet it takes."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the long page, from `top` to `bottom`, with the heading of a table that goes on."""

    top: float
    bottom: float
    head: Strip | None = None

    @property
    def height(self) -> float:
        """How much of a sheet it takes."""
        return self.bottom - self.top + (self.head.height if self.head else 0)


def sheets_of(strips: Sequence[Strip], height: float, last_height: float | None = None) -> tuple[Slice, ...]:
    """One slice for each sheet of a height, in order; a strip that is taller than a sheet is cut between its lines.

    The last sheet may be of another height, where it has not to say that more follows.
    """
    sheets: list[Slice] = []
    for group in _groups(_cut_to(strips, height), height):
        first, last = group[0], group[-1]
        longer = replace(sheets[-1], bottom=last.bottom) if sheets else None
        if longer is not None and longer.height <= height and not first.starts_sheet:
            sheets[-1] = longer
        else:
            sheets.append(Slice(first.top, last.bottom, first.head))
    return tuple(sheets if last_height is None else _last_joined(sheets, last_height))


def _last_joined(sheets: list[Slice], height: float) -> list[Slice]:
    """The sheets, the last two as one where that is not too high to be the last."""
    if len(sheets) < 2:
        return sheets
    joined = replace(sheets[-2], bottom=sheets[-1].bottom)
    return [*sheets[:-2], joined] if joined.height <= height else sheets


def _groups(strips: Sequence[Strip], height: float) -> Iterator[list[Strip]]:
    """Strips that must stand on one sheet; those that no sheet can hold together are let go."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keeps_next:
            yield from _holdable(group, height)
            group = []
    yield from _holdable(group, height)


def _holdable(group: list[Strip], height: float) -> Iterator[list[Strip]]:
    if not group:
        return
    head = group[0].head.height if group[0].head else 0
    if group[-1].bottom - group[0].top + head <= height:
        yield group
    else:
        yield from ([strip] for strip in group)


def _cut_to(strips: Sequence[Strip], height: float) -> list[Strip]:
    """The strips, those that are too tall cut where no line of theirs is."""
    fitting: list[Strip] = []
    for strip in strips:
        room = height - (strip.head.height if strip.head else 0)
        fitting += [strip] if strip.height <= room or len(strip.lines) < 2 else _between_lines(strip)
    return fitting


def _between_lines(strip: Strip) -> list[Strip]:
    """One strip for each line; of a row, for each band of lines that overlap in height."""
    bands: list[list[float]] = []
    for top, bottom in sorted(strip.lines):
        if bands and top < bands[-1][1]:
            bands[-1][1] = max(bands[-1][1], bottom)
        else:
            bands.append([top, bottom])
    edges = [strip.top, *((above[1] + below[0]) / 2 for above, below in pairwise(bands))]
    pairs = zip(edges, [*edges[1:], strip.bottom], strict=True)
    cut = [replace(strip, top=top, bottom=bottom, starts_sheet=False, keeps_next=False) for top, bottom in pairs]
    cut[0] = replace(cut[0], starts_sheet=strip.starts_sheet)
    cut[-1] = replace(cut[-1], keeps_next=strip.keeps_next)
    return cut
