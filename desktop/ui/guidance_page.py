"""The guidance page: a document that opens nothing by itself and says where the reader is."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent, QTextDocument

from desktop.ui.by_name import choose
from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.fragments import CHART_LINK
from desktop.ui.growing_text import GrowingText, filling
from desktop.ui.layers_html import FOLD_LINK, is_folded_at_first
from desktop.ui.page_html import DrawnPage
from desktop.ui.room import WIDEST, Room, room_in
from desktop.ui.theme import Theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QImage, QTextCursor

_READING_LINE_PX = 80
_MARGIN_PX = 28
_LEAST_WIDTH_PX, _LEAST_PX = 240, 32


class GuidancePage(ClosedBrowser):
    """One topic; `painted` comes once, `drawn` with every new text.

    `section_reached` follows the scroll, and `link_opened` carries a link.
    """

    section_reached = Signal(str)
    link_opened = Signal(str)
    painted = Signal()
    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[str, ...] = ()
        self.was_painted = self._reads_on = False
        self._all_folded, self._toggled = False, set[str]()
        self._page: DrawnPage | None = None
        self._nothing = self._text = GrowingText(QTextDocument(self), iter([""]), ())
        self._theme: Theme | None = None
        self._room = WIDEST
        self._meanings: Callable[[], Mapping[str, str]] = dict
        self._growing = QTimer(self, singleShot=True, interval=1)  # not 0: such a timer would run before the painting
        self._growing.timeout.connect(self._grow)
        self.anchorClicked.connect(self._follow)
        self.setAccessibleName(tr("Guidance"))
        # In a low window with large text the page gives way, which scrolls, and not the words around it. But narrower
        # than its margins it would be millions of pixels long, and the reader's place would be lost on the way back.
        self.setMinimumSize(_LEAST_WIDTH_PX, _LEAST_PX)
        # A bar that came and went would have every page laid out twice.
        choose(self, verticalScrollBarPolicy="ScrollBarAlwaysOn")
        self.verticalScrollBar().valueChanged.connect(self._report_section)

    def show_page(self, page: DrawnPage, theme: Theme, sections: tuple[str, ...]) -> None:
        """Show a page with what is folded; in a page that was shown the reader stays at the place where they were."""
        shown, is_new = (self._page, self._theme, self._sections), sections != self._sections
        self._page, self._theme, self._sections = page, theme, sections
        try:
            if self._text is not self._nothing or self.isVisible():
                self._draw(0 if is_new else self.verticalScrollBar().value())
            else:
                # Before its window is in sight nobody knows the room for its charts, so that it would be drawn twice.
                # But what cannot even be begun must fail now, before there is a window.
                next(page.pieces(self.is_folded, WIDEST))
        except Exception:
            self._page, self._theme, self._sections = shown
            raise

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what could not be drawn before."""
        super().showEvent(event)
        if self._text is self._nothing:
            self._draw(0)

    def explain(self, meanings: Callable[[], Mapping[str, str]]) -> None:
        """Know where to ask what every `term:id` link means, to say it on hover; asked after the first painting."""
        self._meanings = meanings

    def _draw(self, place: int | None = None) -> None:
        if self._page is None or self._theme is None:
            return
        if place is None:
            place = self.verticalScrollBar().value()
        self._room = self._chart_room()
        text = self._laid_open(self._page.pieces(self.is_folded, self._room), self._theme)
        if self._reads_on:
            # A page that cannot be made to its end must fail before it takes the place of the one that is shown.
            text.read_ahead()
            text.mark(self._meanings())
        if place:
            text.grow_whole(self._meanings())
        old, self._text = self._text, text
        self.setExtraSelections([])
        self.setDocument(self._text.document)
        # Nobody's child any more, it goes with the last that holds it; a later deletion would wait for the event loop.
        old.document.setParent(None)
        self.verticalScrollBar().setValue(place)
        self.drawn.emit()
        if self._reads_on:
            self._grow_soon()

    def _laid_open(self, pieces: Iterator[str], theme: Theme) -> GrowingText:
        """A page of its own, read before it is shown: in a shown one every change is laid out at once."""
        text = QTextDocument(self)  # so that its images are asked of `loadResource`
        text.setUndoRedoEnabled(False)
        text.setDocumentMargin(theme.page_length(_MARGIN_PX))
        text.setDefaultFont(self.document().defaultFont())
        text.setDefaultStyleSheet(theme.document_css)
        room = self.maximumViewportSize()
        return GrowingText(text, pieces, self._sections, filling(room.width(), room.height(), theme.page_percent))

    def _grow_soon(self) -> None:
        """Read on once what was read is painted, a little at a time: the reader's keys come between."""
        self._growing.start()

    def _grow(self) -> None:
        if self._text.is_whole:
            self._mark_terms()
        else:
            self._text.grow(self._meanings())
            self._grow_soon()

    def read_on(self) -> None:
        """Go on to the end of the page, of this one and of every other; what cannot be shown to its end fails now.

        Not before the first painting: to underline its terms alone would double the laying out of the first page.
        """
        self._reads_on = True
        if self._text is self._nothing and self._page is not None:
            list(self._page.pieces(self.is_folded, WIDEST))
        self._text.read_ahead()
        self._grow_soon()

    def be_whole(self) -> None:
        """Have the page read to its end, for whoever must know all of it now."""
        self._text.grow_whole(self._meanings())

    def _mark_terms(self) -> None:
        self._text.mark(self._meanings())

    def is_folded(self, layer: str) -> bool:
        """Whether a layer of a section is out of sight, such as "polymyxin/evidence"."""
        return (layer in self._toggled) is not (self._all_folded or is_folded_at_first(layer))

    def fold_all(self, folded: bool) -> None:
        """Show the recommendations only, or every layer."""
        self._all_folded, self._toggled = folded, set()
        self._draw()

    def _follow(self, url: "QUrl") -> None:
        link = url.toString()
        if link.startswith(FOLD_LINK):
            self._toggled ^= {link.removeprefix(FOLD_LINK)}
            self._draw()
        else:
            self.link_opened.emit(link)

    def unfold(self, layer: str) -> None:
        """Bring a layer of a section into sight."""
        if self.is_folded(layer):
            self._toggled ^= {layer}
            self._draw()

    def go_to(self, anchor: str) -> None:
        """Bring a section or statement to the top."""
        # What stands below it must be there too, or it could not be brought to the top.
        if not self._sections or anchor != self._sections[0]:
            self.be_whole()
        self.scrollToAnchor(anchor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew, with the line that was at the top still there."""
        top = self._top()
        super().resizeEvent(event)
        self._return_to(top)
        if self._chart_room() != self._room:
            # Later: a page drawn anew from within its own laying out would be there twice.
            QTimer.singleShot(0, self, self._fit_charts)

    def _fit_charts(self) -> None:
        """Draw the page anew where its charts have more or less room, with the line that was at the top still there."""
        if self._chart_room() != self._room:
            top = self._top()
            self._draw()
            self._return_to(top)

    def _top(self) -> int | None:
        """Where in the text the first line in sight stands; None at the very top."""
        return self._cursor_at(0).position() if self.verticalScrollBar().value() else None

    def _cursor_at(self, y: int) -> "QTextCursor":
        """The place in the text at so many pixels below the top, at the left edge of the text."""
        return self.place_at(QPoint(int(self.document().documentMargin()) + 1, y))

    def _return_to(self, top: int | None) -> None:
        if top is not None:
            bar, cursor = self.verticalScrollBar(), QtGui.QTextCursor(self.document())
            cursor.setPosition(top)
            bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def _chart_room(self) -> Room:
        """The room for charts between the margins."""
        if self._theme is None or not self.isVisible():
            return Room(WIDEST.width, self._theme.page_percent if self._theme else WIDEST.percent)
        return room_in(
            self.maximumViewportSize().width() - 2 * self._theme.page_length(_MARGIN_PX), self._theme.page_percent
        )

    def loadResource(self, kind: int, name: "QUrl | str") -> "QImage":
        """One of the page's own charts; anything else that it asks for is a blank image."""
        url = QtCore.QUrl(name)
        chart, _, width = url.path().partition("/")
        known = url.toString().startswith(CHART_LINK) and width.isdecimal()
        if known and self._page is not None and self._theme is not None:
            drawing = self._page.chart(chart, int(width))
            if drawing is not None:
                from desktop.ui.chart_image import chart_image  # QtSvg is not on the way to the first window

                return chart_image(drawing, self._theme, self.devicePixelRatioF())
        return super().loadResource(kind, name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so the first time."""
        super().paintEvent(event)
        if not self.was_painted and self._sections:
            self.was_painted = True
            self.painted.emit()

    def _report_section(self) -> None:
        section = self._text.section_at(self._cursor_at(_READING_LINE_PX).blockNumber())
        if section is not None:
            self.section_reached.emit(section)
