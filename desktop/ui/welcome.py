"""The first minute: for whom this is, and three steps to look around; nothing is blocked, everything can be skipped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.ui.announcing import announce
from desktop.ui.labels import label
from desktop.ui.words import only_english, tr, tr_later

DISCLAIMER = only_english(
    "Wardlight is for healthcare professionals. It shows what labels and guidelines print: options, not orders. "
    "It does not know your patient. No clinician has reviewed this content unless the page names one. "
    "Check every dose against the label, and decide yourself."
)
_READ = tr_later(
    "The page answers its question first, then says why. Every statement leads to its source, and can take a note of "
    "yours. Ctrl+K searches; F6 goes from pane to pane."
)
_CASE = tr_later(
    "Type a patient at the bedside (Ctrl+B): the doses of every label stand side by side, each with its row. "
    "Nothing of a patient is kept; Ctrl+N clears the case."
)
_KEEP = tr_later(
    "The star (Ctrl+D) marks a section; the notebook (Ctrl+Shift+B) lists marks and notes. Help > Shift check tells "
    "whether this machine is well."
)
STEPS = ((tr_later("Read"), _READ), (tr_later("Work on a case"), _CASE), (tr_later("Keep"), _KEEP))
_GAP_PX = 16


class Welcome(QFrame):
    """Shows the disclaimer, then the steps; `read` when the disclaimer was read, `finished` when it leaves."""

    read = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self._at = -1
        self._title, self._words = label("", "cardTitle"), label("", "words")
        self.further, self.leave = QPushButton(), QPushButton()
        self.further.clicked.connect(self._go_on)
        self.leave.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.setSpacing(_GAP_PX)
        row.addWidget(self._words, 1)
        row.addWidget(self.further)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 8, 28, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(row)
        self.hide()

    def show_disclaimer(self, *, tour: bool) -> None:
        """Say for whom this is; with the way into the tour where there is one."""
        self._at = -1
        self._say(tr("Before you read"), DISCLAIMER, tr("Show me around") if tour else "", tr("I have read this"))

    def show_tour(self) -> None:
        """Begin with the first step."""
        self._at = 0
        self._show_step()

    def _show_step(self) -> None:
        title, words = STEPS[self._at]
        is_last = self._at == len(STEPS) - 1
        self._say(
            tr("{step} of {all}: {title}", step=self._at + 1, all=len(STEPS), title=tr(title)),
            tr(words),
            "" if is_last else tr("Next"),
            tr("Done") if is_last else tr("Skip"),
        )

    def _say(self, title: str, words: str, further: str, leave: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self.further.setText(further)
        self.further.setVisible(bool(further))
        self.leave.setText(leave)
        self.show()
        announce(self, f"{title}. {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape from within; elsewhere that key closes the drawer."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self._at < 0:
            self.read.emit()
        self._at += 1
        self._show_step()

    def _leave(self) -> None:
        if self._at < 0:
            self.read.emit()
        self.hide()
        self.finished.emit()
