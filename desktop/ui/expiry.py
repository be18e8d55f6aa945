"""A case left alone: after ten quiet minutes the reader is asked whether it is the same patient, then it clears."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.ui.announcing import announce
from desktop.ui.labels import label
from desktop.ui.words import only_english, tr

QUIET_MS = 10 * 60 * 1000
SECOND_MS = 1000
COUNTED_FROM = 60


class ExpiryNotice(QFrame):
    """Hidden until the case was quiet for too long; `asked` is sent then, `expired` when nobody answers."""

    asked = Signal()
    expired = Signal()

    def __init__(self, quiet_ms: int = QUIET_MS, second_ms: int = SECOND_MS, counted_from: int = COUNTED_FROM) -> None:
        super().__init__()
        self.setObjectName("expiry")
        self._counted_from, self._left = counted_from, counted_from
        self._quiet, self._second = QTimer(self), QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(quiet_ms)
        self._quiet.timeout.connect(self._ask)
        self._second.setInterval(second_ms)
        self._second.timeout.connect(self._count)
        self._words = label("", "words")
        keep = QPushButton(tr("Keep the case"))
        keep.clicked.connect(lambda: self.touch(has_case=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 6, 28, 6)
        row.addWidget(self._words, 1)
        row.addWidget(keep)
        self.hide()

    def touch(self, *, has_case: bool) -> None:
        """Begin to wait anew while there is a case; without one no timer runs at all."""
        self._second.stop()
        self.hide()
        if has_case:
            self._quiet.start()
        else:
            self._quiet.stop()

    @property
    def is_waiting(self) -> bool:
        """Whether a timer runs."""
        return self._quiet.isActive() or self._second.isActive()

    def _ask(self) -> None:
        self._left = self._counted_from
        self._say()
        self.show()
        announce(self, self._words.text())
        self._second.start()
        self.asked.emit()

    def _count(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._say()
            return
        self.touch(has_case=False)
        self.expired.emit()

    def _say(self) -> None:
        self._words.setText(only_english(f"Still the same patient? The case clears in {self._left} s."))

    def words(self) -> str:
        """What is said, for whoever reads the window aloud or tests it."""
        return self._words.text()
