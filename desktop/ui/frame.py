"""The strips around the page: what the reader must always see."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from desktop.content.library import Library
from desktop.domain.currency import Age, currency, step_words
from desktop.domain.guidance import Edition, Topic
from desktop.domain.version_word import version_word
from desktop.health.clock import today
from desktop.ui.announcing import announce
from desktop.ui.labels import label
from desktop.ui.words import only_english

_FOR_WHOM = only_english("For healthcare professionals · options, not orders: check against the label")
_NOT_CHECKED = only_english("Not checked: most interactions, what was not said")
SAID_MS = 4000
_TRUSTED = {
    "bundled": only_english("content verified"),
    "imported": only_english("content verified: an imported pack"),
    "site": only_english("content verified: of this site"),
    "file": only_english("content NOT verified: a chosen file"),
}

VERIFYING = only_english("verifying content…")

_EDGE_PX, _MOST_LINES = 28, 2


class Banner(QFrame):
    """Above the page: whether a clinician reviewed it, at which step that stands, and how old it is.

    `reviewed` tells that another topic's review is shown.
    """

    reviewed = Signal()

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self.setObjectName("banner")
        whole, chips = QVBoxLayout(self), QHBoxLayout()
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        whole.setContentsMargins(_EDGE_PX, 6, _EDGE_PX, 6)
        whole.setSpacing(8)
        self._lines.setSpacing(8)
        chips.setSpacing(8)
        self._edition = edition
        self._review, self._step = label("", "notReviewed"), label("", "chip")
        self._evidence, self._due = label("", "words"), label("", "alarm")
        for chip in (self._review, self._step):
            # Where the window is low, the page gives way and not the words that nobody has reviewed it.
            chip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            chips.addWidget(chip)
        chips.addStretch(1)
        self._lines.addLayout(chips)
        self._lines.addWidget(self._evidence, 1)
        whole.addLayout(self._lines)
        whole.addWidget(self._due)

    def show_topic(self, topic: Topic) -> None:
        """Say it of this topic, on the day that this machine shows."""
        review, age = topic.review, currency(topic, self._edition, today())
        _show(self._review, f"{'✓' if review.is_signed else '⚠'} {review.words}", _LOOK_SIGNED[review.is_signed])
        _show(self._step, step_words(review), "chip")
        current = age.age is Age.CURRENT
        self._evidence.setText(f"{age.evidence} · {age.review}" if current else age.evidence)
        self._due.setText("" if current else f"⚠ {age.review}")
        self._due.setVisible(not current)
        self._arrange()
        self.reviewed.emit()

    def lines(self) -> tuple[str, ...]:
        """Everything that it says."""
        return tuple(filter(None, (part.text() for part in (self._review, self._step, self._evidence, self._due))))

    def review_words(self) -> str:
        """Whether a clinician reviewed it, with its mark, and that it is due again where it is."""
        return " · ".join(filter(None, (self._review.text(), self._due.text())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the dates beside the review, or below it where they have no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        chips = self._review.sizeHint().width() + self._step.sizeHint().width()
        words = self._evidence.fontMetrics().horizontalAdvance(self._evidence.text())
        fits = chips + words // _MOST_LINES < self.contentsRect().width() - 2 * _EDGE_PX
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(direction)


_LOOK_SIGNED = {True: "reviewed", False: "notReviewed"}


def _show(part: QLabel, words: str, look: str) -> None:
    part.setText(words)
    if look != part.objectName():
        part.setObjectName(look)
        part.style().polish(part)


class StatusStrip(QFrame):
    """Below everything: for whom this is, what is not checked, which content is open.

    `said` carries what is told for a moment, and nothing once the moment is over.
    """

    said = Signal(str)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.setObjectName("status")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(24)
        self._edition = f"{library.edition.edition}, {version_word(library.sha256)}"
        self._trusted = _TRUSTED[library.source]
        self._words = label(_FOR_WHOM, "words")
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(SAID_MS)
        self._said.timeout.connect(self._fall_silent)
        self._open = label(self._open_words(self._trusted), "words")
        for part, share in ((self._words, 7), (label(_NOT_CHECKED, "words"), 5), (self._open, 6)):
            row.addWidget(part, share)

    def _open_words(self, trust: str) -> str:
        return only_english(f"Edition {self._edition} · {trust} · offline")

    def show_verifying(self, is_verifying: bool) -> None:
        """Say that the content is being verified, or again what it is once that is over."""
        self._open.setText(self._open_words(VERIFYING if is_verifying else self._trusted))

    def say(self, words: str) -> None:
        """Say in the first place that something was done, on screen for a moment and aloud."""
        self._words.setText(words)
        self._said.start()
        self.said.emit(words)
        announce(self, words)

    def _fall_silent(self) -> None:
        self._words.setText(_FOR_WHOM)
        self.said.emit("")

    @property
    def is_saying(self) -> bool:
        """Whether something is being said."""
        return self._said.isActive()

    def lines(self) -> tuple[str, ...]:
        """Everything that always stands in it."""
        return (_FOR_WHOM, _NOT_CHECKED, self._open.text())

    def line_height(self) -> int:
        """How high one line of its text is, at the present size."""
        self._words.ensurePolished()
        return self._words.fontMetrics().lineSpacing()
