"""Fields that a case is typed into: none changes by accident, none cuts a digit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

_LONGEST_NUMBER = "0000.0"
# Marks of Unicode that keep a text of another direction in its order.
_FROM_LEFT, _ENDED = "\u2066", "\u2069"


class StillComboBox(QComboBox):
    """A list that the mouse wheel cannot change: scrolling past it must never alter a case.

    Its entries are values of the case, which are in the language of the content.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # On Linux Qt tells a screen reader what is chosen in place of the name.
        self.setAccessibleDescription(name)

    def offer(self, words: str, value: object) -> None:
        """Add an entry; among words that are read from right to left its own keep their order."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.addItem(f"{_FROM_LEFT}{words}{_ENDED}" if mirrored else words, value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel to whatever scrolls around it."""
        event.ignore()


class NumberLine(QLineEdit):
    """A field that always has room for the longest number that is read: cut digits would be another number."""

    def minimumSizeHint(self) -> QSize:
        """The room for five digits and a point, within whatever frame the style draws."""
        least, metrics = super().minimumSizeHint(), self.fontMetrics()
        frame = least.width() - metrics.maxWidth()
        return QSize(max(frame, 0) + metrics.horizontalAdvance(_LONGEST_NUMBER), least.height())
