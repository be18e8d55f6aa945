"""The strips around the page: what the reader must always see."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.domain.dates import day_words
from desktop.domain.guidance import Edition, Topic
from desktop.ui.labels import label

_TRUSTED = {
    "bundled": "content verified",
    "imported": "content verified: an imported pack",
    "site": "content verified: of this site",
    "file": "content NOT verified: a chosen file",
}


class Banner(QFrame):
    """Above the page: whether a clinician reviewed it, and how old it is."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self.setObjectName("banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 28, 8)
        row.setSpacing(16)
        self._edition = edition
        self._review, self._dates = label("", "notReviewed"), label("", "words")
        row.addWidget(self._review)
        row.addWidget(self._dates, 1)

    def show_topic(self, topic: Topic) -> None:
        """Say it of this topic."""
        review = topic.review
        self._review.setObjectName("reviewed" if review.is_signed else "notReviewed")
        self._review.setText(f"{'✓' if review.is_signed else '⚠'} {review.words}")
        self._review.style().polish(self._review)
        dates = f"Evidence to {day_words(topic.evidence_through)} · review by {day_words(self._edition.review_by)}"
        self._dates.setText(dates)


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
