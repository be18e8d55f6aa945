"""One sheet as PDF, HTML and text, all three made of the same values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPdfWriter

from desktop import __version__
from desktop.charts.lettering import Drawing
from desktop.charts.tokens import filled, scheme_tokens
from desktop.sheets.paper import Leaf, Paper, Printed
from desktop.sheets.plain_text import Lines
from desktop.sheets.stamp import Stamp
from desktop.sheets.templates import TEMPLATES, rendered

_DOTS_PER_INCH = 600
_FINENESS = 3
TEXT_WIDTH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is handed over; `places` are the anchors of its contents, whose page numbers are filled in on paper."""

    title: str
    template: str
    stamp: Stamp
    values: Mapping[str, object]
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    places: Sequence[str] = ()
    is_card: bool = False

    def text(self, width: int = TEXT_WIDTH) -> str:
        """The sheet as plain text."""
        return rendered(f"{self.template}.txt", **self._values(), lines=Lines(width))

    def html(self) -> str:
        """The sheet as one page of HTML that needs nothing else and runs nothing."""
        return self._html(None, pages={})

    def printed(self, paper: Paper) -> Printed:
        """The sheet on paper, its contents with the numbers of the pages they stand on."""
        pictures = {f"drawing:{name}": _picture(drawing) for name, drawing in self._coloured().items()}
        flowing = self._html(paper, pages={}, abreast=False) if self.is_card else ""
        leaf = Leaf(self.title, self._html(paper, pages={}), self.stamp, pictures, flowing)
        made = Printed(leaf, paper)
        if not self.places:
            return made
        pages = {place: made.sheet_of(place) for place in self.places}
        return Printed(replace(leaf, html=self._html(paper, pages=pages)), paper)

    def _html(self, paper: Paper | None, *, pages: Mapping[str, int], abreast: bool = True) -> str:
        css = (TEMPLATES / "sheet.css").read_text(encoding="utf-8")
        css += "" if paper else (TEMPLATES / "screen.css").read_text(encoding="utf-8")
        # The style sheet ships with the program.
        style = Markup(filled(css, scheme_tokens("light")))  # noqa: S704 (compiled or escaped before)
        on_paper, is_wide = paper is not None, paper is Paper.A4
        return rendered(
            f"{self.template}.html",
            **self._values(),
            style=style,
            on_paper=on_paper,
            is_wide=is_wide,
            abreast=abreast,
            pages=pages,
        )

    def _coloured(self) -> dict[str, Drawing]:
        """The drawings as they are printed: light, whatever the screen shows."""
        light = scheme_tokens("light")
        return {name: replace(drawing, svg=filled(drawing.svg, light)) for name, drawing in self.drawings.items()}

    def _values(self) -> dict[str, object]:
        # Drawings are made by this program, their words escaped.
        inline = {name: (drawing, Markup(drawing.svg)) for name, drawing in self._coloured().items()}  # noqa: S704 (compiled or escaped before)
        return {**self.values, "title": self.title, "stamp": self.stamp, "drawings": inline}


def _picture(drawing: Drawing) -> QImage:
    """The drawing in dots, fine enough for print."""
    data = QByteArray(drawing.svg.encode())
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(drawing.width, drawing.height) * _FINENESS)
    drawn = reader.read()
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image


def pdf(sheet: Sheet, paper: Paper) -> bytes:
    """The sheet as a PDF, made in memory: no file but the one that was asked for ever holds a figure of a patient."""
    printed = sheet.printed(paper)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator(f"Wardlight {__version__}")
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(paper.page_size)
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    for number in range(1, printed.count + 1):
        if number > 1:
            writer.newPage()
        printed.paint(painter, number, _DOTS_PER_INCH)
    painter.end()
    return bytes(buffer.data().data())
