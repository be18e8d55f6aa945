"""Words in a drawing: broken into lines that fit, since SVG breaks none."""

import textwrap
from dataclasses import dataclass
from html import escape

FONT = "Atkinson Hyperlegible Next"
SIZE_PX, LINE_PX = 13, 17
# The width of a letter against its height, taken wide, so that no line can run out of the drawing.
_LETTER = 0.58


@dataclass(frozen=True, slots=True)
class Drawing:
    """One SVG with token names for colours, its size, and what it shows in a few words."""

    svg: str
    width: int
    height: int
    words: str


def drawn(parts: list[str], width: int, height: int, words: str) -> Drawing:
    """The parts as one SVG in the program's own font."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FONT}" font-size="{SIZE_PX}">{"".join(parts)}</svg>'
    )
    return Drawing(svg, width, height, words)


def lines(words: str, width_px: int) -> list[str]:
    """The words in lines that fit into a width."""
    return textwrap.wrap(words, max(1, int(width_px / (SIZE_PX * _LETTER))))


def lettered(words: str, top: int, width_px: int, colour: str = "ink", weight: int = 400) -> tuple[str, int]:
    """The words as SVG text below `top`, and where the next thing may begin."""
    shown = []
    for line in lines(words, width_px):
        shown.append(f'<text x="0" y="{top + SIZE_PX}" fill="@{colour}" font-weight="{weight}">{escape(line)}</text>')
        top += LINE_PX
    return "".join(shown), top


def tick(x: float, y: int, words: str, width: int) -> str:
    """Words centred below a mark of an axis; at the ends of the drawing they are turned inwards."""
    reach = len(words) * SIZE_PX * _LETTER / 2
    anchor, at = "middle", x
    if x - reach < 0:
        anchor, at = "start", 0
    elif x + reach > width:
        anchor, at = "end", width
    return f'<text x="{at}" y="{y}" fill="@muted" text-anchor="{anchor}">{escape(words)}</text>'
