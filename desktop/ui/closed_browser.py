"""Rich text that opens nothing by itself."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser

from desktop.ui.by_name import choose

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QWheelEvent

_BLANK = 1


class ClosedBrowser(QTextBrowser):
    """A text browser that never opens a path: every image, sheet or page it asks for is a blank one.

    `zoomed` tells that the wheel was turned with Ctrl: 1 for larger, -1 for smaller.
    """

    zoomed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def loadResource(self, _type: int, _name: "QUrl | str") -> "QImage":
        """A blank image: with None or nothing at all, Qt would open the path itself."""
        blank = QtGui.QImage(_BLANK, _BLANK, QtGui.QImage.Format.Format_ARGB32)
        blank.fill(0)
        return blank

    def place_at(self, point: QPoint) -> "QTextCursor":
        """The place in the text that stands at a point of the view."""
        # Qt answers with the end of a text that is not laid out to its end; asked for its size, it lays it out.
        self.document().size()
        return self.cursorForPosition(point)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Lead to the next or previous link from what is in sight: from a link left behind, the place would be lost."""
        view, margin = self.viewport().rect(), int(self.document().documentMargin()) + 1
        if not view.intersects(self.cursorRect()):
            corner = QPoint(margin, 0) if forward else QPoint(view.right() - margin, view.bottom())
            start, step = self.place_at(corner), QtGui.QTextCursor.MoveOperation.PreviousCharacter
            # Qt goes on from what is selected, and without a selection from the beginning or end of the text.
            start.movePosition(step if forward else step.NextCharacter, QtGui.QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(start)
        return super().focusNextPrevChild(forward)

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Tell of a zoom, which the text must not keep to itself; otherwise scroll."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.zoomed.emit((turned > 0) - (turned < 0))
            event.accept()
        else:
            super().wheelEvent(event)


class CardText(ClosedBrowser):
    """Rich text as tall as what it says, for a card: laid out once per width, where a label does it many times."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        choose(self, verticalScrollBarPolicy="ScrollBarAlwaysOff", horizontalScrollBarPolicy="ScrollBarAlwaysOff")
        self.document().setDocumentMargin(0)

    def show_html(self, html: str, css: str) -> None:
        """Show HTML in the look of a style sheet."""
        self.document().setDefaultStyleSheet(css)
        self.setHtml(html)
        self._fit()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Become as tall as the text is at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 1)
