"""What the code of a card holds: every part may be left out, so that any code can be made to fit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.labels import label
from desktop.ui.regimen_form import Ticks
from desktop.ui.words import tr, tr_later

_IN_CODE = tr_later("In the code for phones. What is left out is named in it; the card itself keeps everything.")
_MOST_IN_A_ROW = 4


class CodeChoice(QWidget):
    """Boxes for the parts, all ticked at first; `changed` tells of a tick. Below them, why there is no code."""

    changed = Signal()

    def __init__(self, parts: Sequence[str]) -> None:
        super().__init__()
        self._parts = frozenset(parts)
        self._ticks, self._said = Ticks({part: part for part in parts}, 1, tr("in the code")), label("", "quiet")
        self._ticks.show_ticked(parts)
        self._ticks.changed.connect(self.changed)
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (label(tr(_IN_CODE), "quiet"), self._ticks, self._said):
            column.addWidget(widget)

    def left_out(self) -> frozenset[str]:
        """Every part that is not ticked."""
        return self._parts - self._ticks.ticked()

    def show_refusal(self, words: str) -> None:
        """Say why there is no code; no words where there is one."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the boxes into as few rows as the width allows."""
        super().resizeEvent(event)
        for in_a_row in range(_MOST_IN_A_ROW, 0, -1):
            self._ticks.place(in_a_row)
            if self._ticks.minimumSizeHint().width() <= self.width():
                return
