"""What a low window shows of its frame: one line in place of two strips, and all that they say at a press."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from desktop.content.library import Library
from desktop.ui.by_name import choose
from desktop.ui.frame import VERIFYING, Banner, StatusStrip
from desktop.ui.html_text import escape
from desktop.ui.labels import label
from desktop.ui.words import only_english, tr

# Below so many lines of text the strips would take more than the page that they stand around.
_LOW_BELOW_LINES = 22
_EDGE_PX = 2
_UNPROVEN = only_english("content NOT verified")
_ORDERS = only_english("options, not orders")


class LowFrame(QFrame):
    """Shown in a low window: whether the page was reviewed; `asked` carries everything that the strips say, as HTML.

    `status` is the strip that it stands in for; `folded` tells whether other strips must be low as well.
    """

    asked = Signal(str)
    folded = Signal(bool)

    def __init__(self, library: Library, banner: Banner) -> None:
        super().__init__()
        self.setObjectName("status")
        self.status = StatusStrip(library)
        self._banner = banner
        self._doubts = [_UNPROVEN] if library.source == "file" else []
        self._verifying: list[str] = []
        self._words = label("", "words")
        self.more = QToolButton()
        self.more.setObjectName("more")
        self.more.setText(tr("More"))
        choose(self.more, focusPolicy="StrongFocus")
        self.more.setAccessibleName(tr("About this page"))
        self.more.setToolTip(tr("About this page"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, _EDGE_PX, 16, _EDGE_PX)
        row.addWidget(self._words, 1)
        row.addWidget(self.more)
        self.hide()
        self.more.clicked.connect(lambda: self.asked.emit(self._whole_html()))
        banner.reviewed.connect(self._name)
        self.status.said.connect(self._say)

    def arrange(self, size: QSize) -> None:
        """Take the place of the strips where the window is low for the size of its text."""
        is_low = size.height() < _LOW_BELOW_LINES * self.status.line_height()
        self.setVisible(is_low)
        self._banner.setVisible(not is_low)
        self.status.setVisible(not is_low)
        self.folded.emit(is_low)
        self._name()

    def show_verifying(self, is_verifying: bool) -> None:
        """Say that the content is being verified, or no longer."""
        self._verifying = [VERIFYING] if is_verifying else []
        self.status.show_verifying(is_verifying)
        self._name()

    def _whole_html(self) -> str:
        """Every line of both strips."""
        return "".join(f"<p>{escape(words)}</p>" for words in (*self._banner.lines(), *self.status.lines()))

    def _name(self) -> None:
        """The words that always stay, but while something is being said."""
        if not self.status.is_saying:
            self._words.setText(" · ".join((self._banner.review_words(), _ORDERS, *self._doubts, *self._verifying)))

    def _say(self, words: str) -> None:
        if words:
            self._words.setText(words)
        else:
            self._name()
