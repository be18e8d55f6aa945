"""One sheet as PDF, HTML and text, all three made of the same values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QColor, QImage, QImageReader, QPagedPaintDevice, QPainter, QPdfWriter

from desktop import __version__
from desktop.charts.lettering import Drawing
from desktop.charts.tokens import filled, scheme_tokens
from desktop.domain.steps import Steps, finished
from desktop.sheets.paper import Leaf, Paper, Printed
from desktop.sheets.plain_text import Lines
from desktop.sheets.stamp import Stamp
from desktop.sheets.templates import TEMPLATES, rendered
from desktop.sheets.typeface import families

_DOTS_PER_INCH = 600
_FINENESS = 3
TEXT_WIDTH = 80
# How much of a sheet is done once its pictures are drawn, its text is written, and it is laid out for the first time.
_DRAWN, _WRITTEN, _LAID_OUT = 0.1, 0.2, 0.6
# How the parts of a card may stand on paper, as its template names it; the last has nothing side by side. Packed, with
# lines to tick that run on, it is only where it takes fewer sheets.
_PACKED = "packed"
_CARD_WAYS = {
    Paper.A4: ("beside", "rows", _PACKED, "flowing"),
    Paper.A5: ("halves", "first beside", "wide halves", "flowing"),
}


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
        return finished(self.print_steps(paper))

    def print_steps(self, paper: Paper) -> Steps[Printed]:
        """The same in steps: pictures, text, and the sheets, laid out once more where they have numbers to tell."""
        families()  # drawings are lettered in the bundled typeface too
        pictures = {f"drawing:{name}": _picture(drawing) for name, drawing in self._coloured().items()}
        yield _DRAWN
        ways = {way: self._html(paper, pages={}, way=way) for way in _CARD_WAYS[paper]} if self.is_card else {}
        html = [*ways.values()][-1] if ways else self._html(paper, pages={})
        leaf = Leaf(self.title, html, self.stamp, pictures, tuple(ways.values()), ways.get(_PACKED))
        yield _WRITTEN
        made = Printed(leaf, paper)
        if not self.places:
            return made
        yield _LAID_OUT
        pages = {place: made.sheet_of(place) for place in self.places}
        return Printed(replace(leaf, html=self._html(paper, pages=pages)), paper)

    def _html(self, paper: Paper | None, *, pages: Mapping[str, int], way: str = "") -> str:
        css = (TEMPLATES / "sheet.css").read_text(encoding="utf-8")
        css += "" if paper else (TEMPLATES / "screen.css").read_text(encoding="utf-8")
        # The style sheet ships with the program.
        style = Markup(filled(css, scheme_tokens("light")))  # noqa: S704 (compiled or escaped before)
        return rendered(
            f"{self.template}.html",
            **self._values(),
            style=style,
            on_paper=paper is not None,
            way=way,
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
    return finished(pdf_steps(sheet.title, sheet.printed(paper)))


def pdf_steps(title: str, printed: Printed) -> Steps[bytes]:
    """The same in steps, one for each page that is laid out."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(f"Wardlight {__version__}")
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(printed.paper.page_size)
    writer.setPageMargins(QMarginsF())
    yield from painted(printed, writer, _DOTS_PER_INCH)
    return bytes(buffer.data().data())


def painted(printed: Printed, pages: QPagedPaintDevice, dots_per_inch: int) -> Steps[None]:
    """Every page onto a printer or into a PDF, in steps."""
    painter = QPainter(pages)
    try:
        for number in range(1, printed.count + 1):
            if number > 1:
                pages.newPage()
            printed.paint(painter, number, dots_per_inch)
            yield number / printed.count
    finally:
        painter.end()
