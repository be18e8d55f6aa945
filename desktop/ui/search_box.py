"""The field that is searched from; the list of results below it is worked from here as well."""

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop.ui.escape import took_escape
from desktop.ui.icons import icon
from desktop.ui.labels import label
from desktop.ui.theme import Theme
from desktop.ui.words import tr, tr_later

WORDS, _SHORT_WORDS = tr_later("Search, or ask a question"), tr_later("Search")
_LEAST_PX, _MOST_PX = 120, 440
_EDGE_PX = 8


class SearchBox(QLineEdit):
    """Takes the query: `asked` carries every change of it, `moved` the keys up and down; Enter and Escape are told."""

    asked = Signal(str)
    moved = Signal(int)
    entered = Signal()
    left = Signal()
    resized = Signal()
    unfocused = Signal()

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName(tr(WORDS))
        self.setAccessibleDescription(tr("Results are listed as you type; up and down choose one, Enter opens it."))
        self.setToolTip(f"{tr(WORDS)} ({keys})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = self.addAction(QtGui.QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._icon.setText(tr(_SHORT_WORDS))
        self._keys = label(keys, "keys")
        self._keys.setParent(self)
        self.textChanged.connect(self._show_keys)
        self.textChanged.connect(self.asked)

    def set_theme(self, theme: Theme) -> None:
        """Take the look and the size of its text."""
        self._icon.setIcon(icon("search", theme.colours["muted"]))
        self.setMinimumWidth(_LEAST_PX)
        self.setMaximumWidth(theme.length(_MOST_PX))
        self._show_keys()

    def _show_keys(self) -> None:
        """Say in an empty field what it is for, if that has room, and the keys at its end if they have room too."""
        self._keys.adjustSize()
        whole, short = (self.fontMetrics().horizontalAdvance(tr(words)) for words in (WORDS, _SHORT_WORDS))
        words, around = whole + 2 * self.height(), self.height() + 2 * _EDGE_PX
        # A word that would be cut says less than the lens alone.
        shortened = tr(_SHORT_WORDS) if short + around <= self.width() else ""
        self.setPlaceholderText(tr(WORDS) if words <= self.width() else shortened)
        room = self.width() - self._keys.width() - _EDGE_PX
        place = QRect(QPoint(room, (self.height() - self._keys.height()) // 2), self._keys.size())
        if self.isRightToLeft():
            place.moveRight(self.width() - 1 - place.left())
        self._keys.setGeometry(place)
        self._keys.setVisible(not self.text() and room > words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words at the right end, and tell that the list no longer fits."""
        super().resizeEvent(event)
        self._show_keys()
        self.resized.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the reader has gone elsewhere."""
        super().focusOutEvent(event)
        self.unfocused.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the Escape key for the field while it is typed into."""
        return took_escape(event, self.left.emit) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a result, Enter opens it; everything else is typed."""
        keys = QtCore.Qt.Key
        steps = {keys.Key_Up: -1, keys.Key_Down: 1}
        key = keys(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
