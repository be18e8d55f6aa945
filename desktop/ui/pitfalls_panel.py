"""The pitfalls tab: a line to tick for each, with why it matters, what to do and where that comes from."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.regimen import PHASE_WORDS, Pitfall
from desktop.ui.closed_browser import CardText
from desktop.ui.labels import label
from desktop.ui.marks import severity_html
from desktop.ui.theme import Theme


class PitfallsPanel(QScrollArea):
    """The checklist of a topic. Ticks live in memory only and end with the case."""

    ticked = Signal(int, int)
    link_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._pitfalls: Sequence[Pitfall] = ()
        self._boxes: dict[str, QCheckBox] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def set_theme(self, theme: Theme) -> None:
        """Take the look; ticks stay."""
        self._theme = theme
        kept = {key for key, box in self._boxes.items() if box.isChecked()}
        self.show_pitfalls(self._pitfalls)
        for key in kept:
            self._boxes[key].setChecked(True)

    def show_pitfalls(self, pitfalls: Sequence[Pitfall]) -> None:
        """The checklist, by phase, nothing ticked."""
        self._pitfalls = pitfalls
        self._boxes = {}
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        for phase, members in groupby(pitfalls, key=lambda pitfall: pitfall.phase):
            layout.addWidget(label(PHASE_WORDS[phase], "cardTitle"))
            for pitfall in members:
                layout.addWidget(self._card(pitfall))
        layout.addStretch()
        self.setWidget(inside)
        self._report()

    def _card(self, pitfall: Pitfall) -> QFrame:
        box = QCheckBox()
        box.setAccessibleName(pitfall.check)
        box.toggled.connect(self._report)
        self._boxes[pitfall.id] = box
        words = CardText()
        words.setAccessibleName(pitfall.title)
        words.anchorClicked.connect(self._open)
        words.show_html(_pitfall_html(pitfall), self._theme.document_css if self._theme else "")
        card = QFrame()
        card.setObjectName("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(_tick_line(box, pitfall.check))
        layout.addWidget(words)
        return card

    def _open(self, url: QUrl) -> None:
        self.link_opened.emit(url.toString())

    def _report(self) -> None:
        self.ticked.emit(sum(box.isChecked() for box in self._boxes.values()), len(self._boxes))

    def has_ticks(self) -> bool:
        """Whether anything is ticked."""
        return any(box.isChecked() for box in self._boxes.values())

    def clear_ticks(self) -> None:
        """Untick everything: the ticks belonged to the last case."""
        for box in self._boxes.values():
            box.setChecked(False)


class _TickWords(QLabel):
    """The words of a checkbox, which wrap as a checkbox's own text cannot; a click ticks it."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box
        self.setObjectName("cardTitle")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick or untick, with the left button only."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._box.toggle()
        event.accept()


def _tick_line(box: QCheckBox, words: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(_TickWords(words, box), 1)
    return line


def _pitfall_html(pitfall: Pitfall) -> str:
    return (
        f"<p>{severity_html(pitfall.severity)} · {escape(pitfall.title)}</p>"
        f"<p><strong>Why.</strong> {escape(pitfall.why)}</p>"
        f"<p><strong>What to do.</strong> {escape(pitfall.action)}</p>"
        f'<p class="quiet"><a href="pitfall:{pitfall.id}">where this comes from</a> · '
        f"{VERIFICATION_WORDS[pitfall.verification]}</p>"
    )
