"""A page of HTML on sheets of paper: laid out once, cut, and painted with its stamp on whatever paints.

Lengths are CSS pixels, 96 to the inch, whatever the device: a sheet has the same lines in print, preview and PDF.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from math import inf

from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QTextDocument,
)

from desktop.domain.wording import unbroken
from desktop.sheets.slicing import Slice, Strip, sheets_of
from desktop.sheets.stamp import Stamp
from desktop.sheets.strips import places_of, strips_of
from desktop.sheets.templates import rendered
from desktop.sheets.typeface import families

PX_PER_INCH = 96
_PX_PER_MM = PX_PER_INCH / 25.4
_GAP_PX = 10
_USUAL_PX = 13
# Lines that only touch a cut are not drawn, and so are not read aloud twice.
_INSET_PX = 0.3
# Shares of the usual size, tried until no line is wider than the paper.
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
# The smallest type of a card is 11 pixels; 97 % of it are 8 points, below which nothing is read at a bedside.
_CARD_SCALES = (1.1, 1.03, 0.97)
# A card is not bound, and needs no more white around it than printers leave.
_CARD_MARGIN_MM = 8


class Paper(Enum):
    """The sizes of paper, each with its width, height and white margin in mm."""

    A4 = (210, 297, 11)
    A5 = (148, 210, 9)

    @property
    def page_size(self) -> QPageSize:
        """The same size as printers know it."""
        return QPageSize(QPageSize.PageSizeId[self.name])


@dataclass(frozen=True, slots=True)
class Leaf:
    """What goes on paper: a page of HTML with its pictures.

    Of a card `ways` hold the same in several arrangements, the last, which is its `html`, with nothing side by side;
    `packed` is the one of them that is chosen only where no other takes as few sheets.
    """

    title: str
    html: str
    stamp: Stamp
    pictures: Mapping[str, QImage]
    ways: tuple[str, ...] = ()
    packed: str | None = None


class _ClosedDocument(QTextDocument):
    """Shows the pictures that it is given, and opens no file whatever its HTML asks for."""

    def __init__(self, html: str, width: float, pictures: Mapping[str, QImage] | None = None) -> None:
        super().__init__()
        self._pictures = pictures or {}
        font = QFont(list(families()))
        font.setPixelSize(_USUAL_PX)
        # Kerning for a screen would put letters elsewhere than a printer does.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.setDefaultFont(font)
        self.setUseDesignMetrics(True)
        self.setDocumentMargin(0)
        self.setHtml(unbroken(html))
        self.setTextWidth(width)

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        """The picture of that name, or a blank one: nothing at all would make Qt look for a file."""
        blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        blank.fill(QColor("white"))
        return self._pictures.get(QUrl(name).toString(), blank)

    def draw(self, painter: QPainter, top: float, bottom: float) -> None:
        """Paint the part between two heights at the painter's origin, dark on light whatever the screen shows."""
        part = QRectF(0, top + _INSET_PX, max(self.size().width(), self.textWidth()), bottom - top - 2 * _INSET_PX)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = part
        context.palette = QPalette(QColor("black"), QColor("white"))
        painter.save()
        painter.translate(0, -top)
        painter.setClipRect(part)
        self.documentLayout().draw(painter, context)
        painter.restore()


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A body at one scale, and what of it each sheet shows."""

    document: _ClosedDocument
    scale: float
    slices: tuple[Slice, ...]


def _sheets(ways: Mapping[str, _LaidOut]) -> float:
    """The fewest sheets that any of these arrangements takes; without one more than any."""
    return min((len(found.slices) for found in ways.values()), default=inf)


class Printed:
    """A leaf on sheets of one size, ready to be painted."""

    def __init__(self, leaf: Leaf, paper: Paper) -> None:
        self.paper = paper
        self._leaf = leaf
        width, height, margin = (mm * _PX_PER_MM for mm in paper.value)
        margin = min(margin, _CARD_MARGIN_MM * _PX_PER_MM) if leaf.ways else margin
        self._margin, self._height = margin, height
        self._width = width - 2 * margin
        self._head = self._strip("head.html", title=leaf.title)
        self._body_top = margin + self._head.size().height() + _GAP_PX
        self._made: dict[tuple[str, float], tuple[_ClosedDocument, list[Strip]]] = {}
        # The widest number that the foot may have to tell; on a card a line of it would be missed.
        most = 88 if leaf.ways else 888
        last = self._room_above(self._foot(most, most))
        self._body = self._laid_out(last, last)
        if leaf.ways and self.count > 1:
            # What says that the card goes on takes room of its own.
            self._body = self._laid_out(self._room_above(self._foot(most - 1, most)), last)

    @cached_property
    def _places(self) -> dict[str, float]:
        return places_of(self._body.document)

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self._body.slices)

    def sheet_of(self, anchor: str) -> int:
        """The number of the sheet on which a named place stands; a KeyError where there is none of that name."""
        top = self._places[anchor]
        return next(number for number, part in enumerate(self._body.slices, 1) if top < part.bottom)

    def paint(self, painter: QPainter, number: int, dots_per_inch: float) -> None:
        """Paint one sheet, counted from 1, in the order in which it is read: head, text, foot."""
        foot = self._foot(number, self.count)
        painter.save()
        painter.scale(dots_per_inch / PX_PER_INCH, dots_per_inch / PX_PER_INCH)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        painter.translate(self._margin, self._margin)
        self._head.draw(painter, 0, self._head.size().height())
        painter.translate(0, self._body_top - self._margin)
        self._paint_body(painter, self._body.slices[number - 1])
        painter.translate(0, self._height - self._margin - foot.size().height() - self._body_top)
        foot.draw(painter, 0, foot.size().height())
        painter.restore()

    def _paint_body(self, painter: QPainter, part: Slice) -> None:
        painter.save()
        painter.scale(self._body.scale, self._body.scale)
        if part.head is not None:
            self._body.document.draw(painter, part.head.top, part.head.bottom)
            painter.translate(0, part.head.height)
        self._body.document.draw(painter, part.top, part.bottom)
        painter.restore()

    def _room_above(self, foot: _ClosedDocument) -> float:
        return self._height - self._margin - foot.size().height() - _GAP_PX - self._body_top

    def _laid_out(self, room: float, last: float) -> _LaidOut:
        """The body at the largest scale at which nothing is cut; a card at the largest that takes the fewest sheets."""
        if self._leaf.ways and (card := self._fewest(room, last)):
            return card
        for scale in _SCALES:
            if found := self._at(self._leaf.html, scale, room, room):
                return found
        raise ValueError("A line of this sheet is wider than the paper. Choose a larger paper.")

    def _fewest(self, room: float, last: float) -> _LaidOut | None:
        """The arrangement of a card that takes the fewest sheets, at the largest scale that takes no more of them."""
        *larger, least = _CARD_SCALES
        usual = [way for way in self._leaf.ways if way != self._leaf.packed]
        smallest = self._ways_at(usual, least, room, last)
        if self._leaf.packed and _sheets(smallest) > 1:
            packed = self._ways_at([self._leaf.packed], least, room, last)
            smallest = packed if _sheets(packed) < _sheets(smallest) else smallest
        if not smallest:
            return None
        fewest = _sheets(smallest)
        best = [way for way, found in smallest.items() if len(found.slices) == fewest]
        for scale in larger:
            for way in best:
                found = self._way_at(way, scale, room, last)
                if found and len(found.slices) <= fewest:
                    return found
        return smallest[best[0]]

    def _ways_at(self, ways: Sequence[str], scale: float, room: float, last: float) -> dict[str, _LaidOut]:
        """Those arrangements of a card that can be had at a scale."""
        return {way: found for way in ways if (found := self._way_at(way, scale, room, last))}

    def _way_at(self, way: str, scale: float, room: float, last: float) -> _LaidOut | None:
        """One arrangement of a card; what stands side by side in it is to stay whole."""
        return self._at(way, scale, room, last, is_whole=way != self._leaf.html)

    def _at(self, html: str, scale: float, room: float, last: float, *, is_whole: bool = False) -> _LaidOut | None:
        """The body cut into sheets; None where a line is wider than the paper, or what is to stay whole is too tall."""
        if (html, scale) not in self._made:
            document = _ClosedDocument(html, self._width / scale, self._leaf.pictures)
            self._made[html, scale] = document, strips_of(document)
        (document, strips), height = self._made[html, scale], room / scale
        if document.size().width() > document.textWidth() + 1:
            return None
        if is_whole and any(strip.height > height for strip in strips):
            return None
        return _LaidOut(document, scale, sheets_of(strips, height, last / scale if self._leaf.ways else None))

    def _strip(self, template: str, **values: object) -> _ClosedDocument:
        return _ClosedDocument(rendered(template, stamp=self._leaf.stamp, **values), self._width)

    def _foot(self, number: int, count: int) -> _ClosedDocument:
        following = number + 1 if self._leaf.ways and number < count else 0
        return self._strip("foot.html", title=self._leaf.title, number=number, count=count, following=following)
