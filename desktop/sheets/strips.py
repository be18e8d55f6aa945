"""A laid-out document as strips that may be cut apart: its paragraphs, and the rows of its tables."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFormat, QTextFrame, QTextTable

from desktop.sheets.slicing import Strip

# What a style sheet says by `-qt-user-state`; several are added up.
KEEPS_NEXT, KEEPS_LAST = 1, 2
# What may lie between the words of a table and its edge; a strip never reaches into its neighbour.
_MOST_PADDING_PX = 8


def strips_of(document: QTextDocument) -> list[Strip]:
    """Every strip from top to bottom; the document must have been laid out on a page without an end."""
    strips: list[Strip] = []
    for part in _parts(document.rootFrame()):
        found = list(_rows(document, part) if isinstance(part, QTextTable) else _paragraph(document, part))
        if strips and _flags(_first_block(part)) & KEEPS_LAST:
            strips[-1] = replace(strips[-1], keeps_next=True)
        strips += found
    return _parted(strips)


def _parted(strips: list[Strip]) -> list[Strip]:
    """The strips, each ending where the next begins: not in its neighbour, and below the last of its own lines."""
    parted = list(strips)
    for at, (one, below) in enumerate(pairwise(strips)):
        words_end = max((bottom for _, bottom in one.lines), default=one.top)
        words_begin = min((top for top, _ in below.lines), default=below.top)
        cut = min(one.bottom, below.top)
        if cut < words_end:  # what may lie around the words below reaches into it
            cut = max(words_end, (words_end + words_begin) / 2)
        parted[at] = replace(parted[at], bottom=cut)
        parted[at + 1] = replace(below, top=max(below.top, cut))
    # The heading of a table begins where its first row does, wherever it is shown again.
    tops = {one.top: other.top for one, other in zip(strips, parted, strict=True)}
    return [replace(one, head=_from(tops, one.head)) if one.head else one for one in parted]


def _from(tops: Mapping[float, float], head: Strip) -> Strip:
    return replace(head, top=tops[head.top])


def _parts(frame: QTextFrame) -> Iterator[QTextBlock | QTextTable]:
    """The blocks and tables that stand in a frame, in order; not those inside its tables."""
    part = frame.begin()
    while part != frame.end():
        child = part.currentFrame()
        if isinstance(child, QTextTable):
            yield child
        elif child is not None:
            yield from _parts(child)
        elif part.currentBlock().isValid():
            yield part.currentBlock()
        part += 1


def _first_block(part: QTextBlock | QTextTable) -> QTextBlock:
    return part.cellAt(0, 0).firstCursorPosition().block() if isinstance(part, QTextTable) else part


def _flags(block: QTextBlock) -> int:
    return max(block.userState(), 0)


def _starts_sheet(format_: QTextFormat) -> bool:
    policy = QTextFormat.PageBreakFlag(format_.property(QTextFormat.Property.PageBreakPolicy) or 0)
    return bool(policy & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)


def _line_bounds(document: QTextDocument, block: QTextBlock) -> list[tuple[float, float]]:
    """The top and bottom of every line of a block, in the document."""
    layout = block.layout()
    top = document.documentLayout().blockBoundingRect(block).top()
    rects = (layout.lineAt(at).rect() for at in range(layout.lineCount()))
    return [(top + rect.top(), top + rect.bottom()) for rect in rects]


def _paragraph(document: QTextDocument, block: QTextBlock) -> list[Strip]:
    """A paragraph, which stays whole: Qt draws the line above a cut too, and a reader aloud would read it twice."""
    bounds = _line_bounds(document, block)
    if not bounds or not block.text().strip():
        return []
    starts = _starts_sheet(block.blockFormat())
    return [Strip(bounds[0][0], bounds[-1][1], bool(_flags(block) & KEEPS_NEXT), starts, lines=tuple(bounds))]


def _rows(document: QTextDocument, table: QTextTable) -> list[Strip]:
    """One strip for each row of a table, cut in the middle between the words of two rows."""
    lines = [_row_lines(document, table, row) for row in range(table.rows())]
    words = [(min(top for top, _ in row), max(bottom for _, bottom in row)) for row in lines]
    cuts = [(above[1] + below[0]) / 2 for above, below in pairwise(words)]
    edges = [max(0.0, words[0][0] - _MOST_PADDING_PX), *cuts, words[-1][1] + _MOST_PADDING_PX]
    flags = [_flags(table.cellAt(row, 0).firstCursorPosition().block()) for row in range(table.rows())]
    heads = table.format().headerRowCount()
    strips = [
        Strip(top, bottom, keeps_next=at < heads or bool(flags[at] & KEEPS_NEXT), lines=tuple(row))
        for at, ((top, bottom), row) in enumerate(zip(pairwise(edges), lines, strict=True))
    ]
    if heads:
        head = Strip(edges[0], edges[heads])
        strips = [strip if at <= heads else replace(strip, head=head) for at, strip in enumerate(strips)]
    strips[0] = replace(strips[0], starts_sheet=_starts_sheet(table.format()))
    return strips


def _row_lines(document: QTextDocument, table: QTextTable, row: int) -> list[tuple[float, float]]:
    """The bounds of every line in every cell of a row, those of tables inside it too."""
    found: list[tuple[float, float]] = []
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        block, end = cell.firstCursorPosition().block(), cell.lastCursorPosition().position()
        while block.isValid() and block.position() <= end:
            found += _line_bounds(document, block)
            block = block.next()
    return found


def places_of(document: QTextDocument) -> dict[str, float]:
    """How far down the long page every named place is."""
    places: dict[str, float] = {}
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            for name in part.fragment().charFormat().anchorNames():
                places.setdefault(name, document.documentLayout().blockBoundingRect(block).top())
            part += 1
        block = block.next()
    return places
