"""The strips around the page: what the reader must always see."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.domain.currency import Age, currency, step_words
from desktop.domain.guidance import Edition, Topic
from desktop.health.clock import today
from desktop.ui.labels import label

_TRUSTED = {
    "bundled": "content verified",
    "imported": "content verified: an imported pack",
    "site": "content verified: of this site",
    "file": "content NOT verified: a chosen file",
}


class Banner(QFrame):
    """Above the page: whether a clinician reviewed it, at which step that stands, and how old it is."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self.setObjectName("banner")
        whole, row = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(28, 8, 28, 8)
        whole.setSpacing(8)
        row.setSpacing(8)
        self._edition = edition
        self._review, self._step = label("", "notReviewed"), label("", "chip")
        self._evidence, self._due = label("", "words"), label("", "alarm")
        row.addWidget(self._review)
        row.addWidget(self._step)
        row.addWidget(self._evidence, 1)
        whole.addLayout(row)
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


_LOOK_SIGNED = {True: "reviewed", False: "notReviewed"}


def _show(part: QLabel, words: str, look: str) -> None:
    part.setText(words)
    part.setObjectName(look)
    part.style().polish(part)


class StatusStrip(QFrame):
    """Below everything: for whom this is, what is not checked, and which content is open."""

    def __init__(self, edition: Edition, source: str) -> None:
        super().__init__()
        self.setObjectName("status")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(24)
        trusted = _TRUSTED[source]
        row.addWidget(label("For healthcare professionals · options, not orders: check against the label", "words"), 2)
        row.addWidget(label("Not checked: interactions, pregnancy, allergies", "words"), 1)
        row.addWidget(label(f"Edition {edition.edition} · {trusted} · offline", "words"), 1)
