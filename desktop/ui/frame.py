"""The strips around the page: what the reader must always see."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.domain.dates import day_words
from desktop.domain.guidance import Edition, Topic
from desktop.ui.labels import label


class Banner(QFrame):
    """Above the page: whether a clinician reviewed it, and how old it is."""

    def __init__(self, topic: Topic, edition: Edition) -> None:
        super().__init__()
        self.setObjectName("banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 28, 8)
        row.setSpacing(16)
        review = topic.review
        shape = "✓" if review.is_signed else "⚠"
        look = "reviewed" if review.is_signed else "notReviewed"
        row.addWidget(label(f"{shape} {review.words}", look))
        dates = f"Evidence to {day_words(topic.evidence_through)} · review by {day_words(edition.review_by)}"
        row.addWidget(label(dates, "words"), 1)


class StatusStrip(QFrame):
    """Below everything: for whom this is, what is not checked, and which content is open."""

    def __init__(self, edition: Edition, source: str) -> None:
        super().__init__()
        self.setObjectName("status")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(24)
        trusted = "content verified" if source == "bundled" else "content NOT verified: a chosen file"
        row.addWidget(label("For healthcare professionals · options, not orders: check against the label", "words"), 2)
        row.addWidget(label("Not checked: interactions, pregnancy, allergies", "words"), 1)
        row.addWidget(label(f"Edition {edition.edition} · {trusted} · offline", "words"), 1)
