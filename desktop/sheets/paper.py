"""A page of HTML on sheets of paper: laid out once, cut, and painted with its stamp on whatever paints.

Lengths are CSS pixels, 96 to the inch, whatever the device: a sheet has the same lines in print, preview and PDF.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from math import sqrt

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

from desktop.sheets.slicing import Slice, sheets_of
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
# Smaller type than this share of the usual size is not read at a bedside: then a second sheet follows.
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
_SCALE_STEP = 0.05


class Paper(Enum):
    """The sizes of paper, each with its width, height and white margin in mm."""

    A4 = (210, 297, 14)
    A5 = (148, 210, 9)

    @property
    def page_size(self) -> QPageSize:
        """The same size as printers know it."""
        return QPageSize(QPageSize.PageSizeId[self.name])


@dataclass(frozen=True, slots=True)
class Leaf:
    """What goes on paper: a page of HTML with its pictures, and whether one sheet should hold it all."""

    title: str
    html: str
    stamp: Stamp
    pictures: Mapping[str, QImage]
    fits_one: bool = False


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
        self.setHtml(html)
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


class Printed:
    """A leaf on sheets of one size, ready to be painted."""

    def __init__(self, leaf: Leaf, paper: Paper) -> None:
        self.paper = paper
        self._leaf = leaf
        width, height, margin = (mm * _PX_PER_MM for mm in paper.value)
        self._margin, self._height = margin, height
        self._width = width - 2 * margin
        self._head = self._strip("head.html", title=leaf.title)
        self._foot_height = self._foot(888, 888).size().height()
        self._body_top = margin + self._head.size().height() + _GAP_PX
        self._room = height - margin - self._foot_height - _GAP_PX - self._body_top
        self._document, self._scale, self._slices = self._laid_out()

    @cached_property
    def _places(self) -> dict[str, float]:
        return places_of(self._document)

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self._slices)

    def sheet_of(self, anchor: str) -> int:
        """The number of the sheet on which a named place stands; a KeyError where there is none of that name."""
        top = self._places[anchor]
        return next(number for number, part in enumerate(self._slices, 1) if top < part.bottom)

    def paint(self, painter: QPainter, number: int, dots_per_inch: float) -> None:
        """Paint one sheet, counted from 1, in the order in which it is read: head, text, foot."""
        foot = self._foot(number, self.count)
        painter.save()
        painter.scale(dots_per_inch / PX_PER_INCH, dots_per_inch / PX_PER_INCH)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        painter.translate(self._margin, self._margin)
        self._head.draw(painter, 0, self._head.size().height())
        painter.translate(0, self._body_top - self._margin)
        self._paint_body(painter, self._slices[number - 1])
        painter.translate(0, self._height - self._margin - self._foot_height - self._body_top)
        foot.draw(painter, 0, foot.size().height())
        painter.restore()

    def _paint_body(self, painter: QPainter, part: Slice) -> None:
        painter.save()
        painter.scale(self._scale, self._scale)
        if part.head is not None:
            self._document.draw(painter, part.head.top, part.head.bottom)
            painter.translate(0, part.head.height)
        self._document.draw(painter, part.top, part.bottom)
        painter.restore()

    def _laid_out(self) -> tuple[_ClosedDocument, float, tuple[Slice, ...]]:
        """The body at the largest scale at which nothing is cut and, where it should, all stands on one sheet."""
        first: tuple[_ClosedDocument, float, tuple[Slice, ...]] | None = None
        least_shrunk = 1.0
        for scale in _SCALES:
            if scale > least_shrunk:
                continue
            document = _ClosedDocument(self._leaf.html, self._width / scale, self._leaf.pictures)
            found = document, scale, sheets_of(strips_of(document), self._room / scale)
            if document.size().width() > document.textWidth() + 1:
                continue
            if not self._leaf.fits_one or len(found[2]) == 1:
                return found
            first = first or found
            # Smaller type takes less room both ways; what is still too tall by far is not tried.
            least_shrunk = scale * sqrt(self._room / scale / document.size().height()) + _SCALE_STEP
        if first is None:
            raise ValueError("A line of this sheet is wider than the paper. Choose a larger paper.")
        return first

    def _strip(self, template: str, **values: object) -> _ClosedDocument:
        return _ClosedDocument(rendered(template, stamp=self._leaf.stamp, **values), self._width)

    def _foot(self, number: int, count: int) -> _ClosedDocument:
        return self._strip("foot.html", number=number, count=count)
