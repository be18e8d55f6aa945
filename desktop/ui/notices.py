"""A strip that says what happened to the content, for as long as the window is open."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout

from desktop.ui.labels import label

_BELOW_THE_BANNER = 2


class NoticeStrip(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notices")
        self._words = label("", "words")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 6, 28, 6)
        row.addWidget(self._words, 1)
        self.hide()

    def show_notices(self, notices: Sequence[str]) -> None:
        """Say all of them, in place of what was said before."""
        self._words.setText(f"⚠ {' '.join(notices)}" if notices else "")
        self._words.setAccessibleName(" ".join(notices))
        self.setVisible(bool(notices))

    def words(self) -> str:
        """What is said."""
        return self._words.text()


def insert_notices(window: QMainWindow, strip: NoticeStrip) -> None:
    """Put a strip below the banner of the window."""
    whole = window.centralWidget()
    column = None if whole is None else whole.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(_BELOW_THE_BANNER, strip)
