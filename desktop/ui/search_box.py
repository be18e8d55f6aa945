"""The field that is searched from; the list of results below it is worked from here as well."""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy

from desktop.ui.escape import took_escape
from desktop.ui.icons import icon
from desktop.ui.labels import label
from desktop.ui.theme import Theme
from desktop.ui.words import tr, tr_later

WORDS, _SHORT_WORDS = tr_later("Search, or ask a question"), tr_later("Search")
_LEAST_PX, _MOST_PX = 90, 440
_EDGE_PX, _LENS_PX = 8, 16
# Of a question that is being typed, so much should be in sight.
_CHARACTERS = 30


class SearchBox(QLineEdit):
    """Takes the query: `asked` carries every change of it, `moved` the keys up and down; Enter and Escape are told.

    `used` tells that the reader has come to the field, or has gone elsewhere from it and from its list, or that it is
    full or empty where nobody is.
    """

    asked = Signal(str)
    moved = Signal(int)
    entered = Signal()
    left = Signal()
    resized = Signal()
    unfocused = Signal()
    used = Signal()

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName(tr(WORDS))
        self.setAccessibleDescription(tr("Results are listed as you type; up and down choose one, Enter opens it."))
        self.setToolTip(f"{tr(WORDS)} ({keys})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.is_used = self._was_full = False
        self._edge = _EDGE_PX
        # Not an action of the field: its icon would stay small beside large text.
        self._lens, self._keys = label("", "lens"), label(keys, "keys")
        for part in (self._lens, self._keys):
            part.setParent(self)
        self.textChanged.connect(self._tell_fullness)
        self.textChanged.connect(self._show_keys)
        self.textChanged.connect(self.asked)

    def set_theme(self, theme: Theme) -> None:
        """Take the look and the size of its text."""
        side, self._edge = theme.length(_LENS_PX), theme.length(_EDGE_PX)
        self._lens.setPixmap(icon("search", theme.colours["muted"]).pixmap(QSize(side, side), self.devicePixelRatio()))
        self._lens.setFixedSize(side, side)
        self.setMinimumWidth(theme.length(_LEAST_PX))
        self.setMaximumWidth(theme.length(_MOST_PX))
        self._arrange()

    def wanted_width(self) -> int:
        """The width in which a question can be read; the least one while there is none and nobody types."""
        wanted = _CHARACTERS * self.fontMetrics().averageCharWidth() + self._around()
        return (
            min(max(wanted, self.minimumWidth()), self.maximumWidth())
            if self.is_used or self.text()
            else self.minimumWidth()
        )

    def be_used(self, is_used: bool) -> None:
        """Take or give back the room that a question needs."""
        if is_used is not self.is_used:
            self.is_used = is_used
            if not is_used:
                self.home(False)  # what was asked is known by its beginning
            self.used.emit()

    def _tell_fullness(self, text: str) -> None:
        """While it is used the room that it needs stays the same, whatever is typed."""
        was_full, self._was_full = self._was_full, bool(text)
        if not self.is_used and was_full is not self._was_full:
            self.used.emit()

    def _around(self) -> int:
        """What the field needs beside its words: the lens and its edges."""
        return self._lens.width() + 5 * self._edge // 2 + _EDGE_PX

    def _arrange(self) -> None:
        """The lens before the words, and in an empty field the keys at its end."""
        before = self._lens.width() + self._edge // 2
        self.setTextMargins(*((0, 0, before, 0) if self.isRightToLeft() else (before, 0, 0, 0)))
        self._place(self._lens, self._edge)
        self._show_keys()

    def _place(self, part: QLabel, left: int) -> None:
        """Put a part of the field so far from its beginning, which is at the right where one reads from there."""
        place = QRect(QPoint(left, (self.height() - part.height()) // 2), part.size())
        if self.isRightToLeft():
            place.moveRight(self.width() - 1 - left)
        part.setGeometry(place)

    def _show_keys(self) -> None:
        """Say in an empty field what it is for, if that has room, and the keys at its end if they have room too."""
        self._keys.adjustSize()
        whole, short = (self.fontMetrics().horizontalAdvance(tr(words)) for words in (WORDS, _SHORT_WORDS))
        words = whole + self._around()
        # A word that would be cut says less than the lens alone.
        shortened = tr(_SHORT_WORDS) if short + self._around() <= self.width() else ""
        self.setPlaceholderText(tr(WORDS) if words <= self.width() else shortened)
        room = self.width() - self._keys.width() - _EDGE_PX
        self._place(self._keys, room)
        self._keys.setVisible(not self.text() and room > words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words at the right end, and tell that the list no longer fits."""
        super().resizeEvent(event)
        self._arrange()
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the room that a question needs."""
        super().focusInEvent(event)
        # With the mouse once it is let go: a field that moved under it would have words marked by it.
        if event.reason() is not QtCore.Qt.FocusReason.MouseFocusReason:
            self.be_used(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the room that a question needs."""
        super().mouseReleaseEvent(event)
        self.be_used(True)

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
