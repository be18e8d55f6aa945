"""Strips that say what happened, whichever half of the window is in sight: to the content, or to the program."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout

from desktop.ui.announcing import announce
from desktop.ui.labels import label
from desktop.ui.words import only_english, tr

_BELOW_THE_BANNER = 2


class NoticeStrip(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, name: str = "notices") -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = label("", "words")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(28, 6, 28, 6)
        self._row.addWidget(self._words, 1)
        self.hide()

    def show_notices(self, notices: Sequence[str]) -> None:
        """Say all of them, in place of what was said before."""
        self._words.setText(f"⚠ {' '.join(notices)}" if notices else "")
        self._words.setAccessibleName(" ".join(notices))
        self.setVisible(bool(notices))

    def words(self) -> str:
        """What is said."""
        return self._words.text()


class FailureStrip(NoticeStrip):
    """Says that the program failed, and with which number, until it is closed or a new case begins."""

    def __init__(self) -> None:
        super().__init__("failures")
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.hide)
        self._row.addWidget(close)

    def show_failure(self, fault_id: str) -> None:
        """Say it, aloud too."""
        gone = only_english("The doses and findings of the case were taken away")
        remedy = only_english("Start a new case. If it fails again, use the label and report this number.")
        self.show_notices([only_english(f"Something failed (error {fault_id}). {gone}. {remedy}")])
        announce(self, self.words())


def say_failure(window: QMainWindow, fault_id: str) -> None:
    """Say in the window that the program failed; the strip is made the first time."""
    strip = window.findChild(FailureStrip)
    if strip is None:
        strip = FailureStrip()
        insert_notices(window, strip)
    strip.show_failure(fault_id)


def take_back_failure(window: QMainWindow) -> None:
    """Say no longer that the program failed, where that was said."""
    strip = window.findChild(FailureStrip)
    if strip is not None:
        strip.hide()


def insert_notices(window: QMainWindow, strip: NoticeStrip) -> None:
    """Put a strip below the banner of the window."""
    whole = window.centralWidget()
    column = None if whole is None else whole.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(_BELOW_THE_BANNER, strip)
