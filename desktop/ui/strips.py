"""A sentence above the page that stays until it is closed."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.ui.announcing import announce
from desktop.ui.labels import label
from desktop.ui.words import tr


class NewsStrip(QFrame):
    """Hidden until there is something to say: what went wrong, or what was done."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "words")
        close = QPushButton(tr("Close"))
        close.setAccessibleName(tr("Close this message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 6, 28, 6)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(close)
        self.hide()

    def warn(self, words: str) -> None:
        """Say what went wrong."""
        self._say("expiry", f"⚠ {words}")

    def tell(self, words: str) -> None:
        """Say what was done."""
        self._say("news", words)

    def _say(self, look: str, words: str) -> None:
        self.setObjectName(look)
        for part in (self, self._words):
            part.style().polish(part)
        self._words.setText(words)
        self.show()
        announce(self, words)

    def words(self) -> str:
        """What is said, for whoever reads the window aloud or tests it."""
        return self._words.text()
