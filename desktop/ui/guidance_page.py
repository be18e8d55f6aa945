"""The guidance page: a document that opens nothing by itself and says where the reader is."""

from bisect import bisect_right

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent

from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.theme import Theme

_READING_LINE_PX = 80
_MARGIN_PX = 28


class GuidancePage(ClosedBrowser):
    """One topic; `section_reached` follows the scroll, `painted` is sent after the first page is on screen."""

    section_reached = Signal(str)
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[str, ...] = ()
        self._tops: list[tuple[float, str]] = []
        self._was_painted = False
        self.setAccessibleName("Guidance")
        self.verticalScrollBar().valueChanged.connect(self._report_section)

    def show_page(self, html: str, theme: Theme, sections: tuple[str, ...]) -> None:
        """Show a page; the reader stays at the place where they were."""
        place = self.verticalScrollBar().value()
        self._sections = sections
        self.document().setDocumentMargin(theme.length(_MARGIN_PX))
        self.document().setDefaultStyleSheet(theme.document_css)
        self.setHtml(html)
        self._measure()
        self.verticalScrollBar().setValue(place)

    def go_to(self, anchor: str) -> None:
        """Bring a section or statement to the top."""
        self.scrollToAnchor(anchor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew and measure where its sections are."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so the first time."""
        super().paintEvent(event)
        if not self._was_painted and self._sections:
            self._was_painted = True
            self.painted.emit()

    def _measure(self) -> None:
        """Where every section begins, in the document's own coordinates."""
        layout = self.document().documentLayout()
        wanted = set(self._sections)
        self._tops = []
        block = self.document().begin()
        while block.isValid() and wanted:
            for run in block.textFormats():
                for name in wanted & set(run.format.anchorNames()):
                    self._tops.append((layout.blockBoundingRect(block).top(), name))
                    wanted.discard(name)
            block = block.next()

    def _report_section(self, scrolled: int) -> None:
        tops = [top for top, _ in self._tops]
        if tops:
            at = bisect_right(tops, scrolled + _READING_LINE_PX) - 1
            self.section_reached.emit(self._tops[max(at, 0)][1])
