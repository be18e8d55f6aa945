"""One line of the checklist: a box to tick, why it matters, and a reason where it does not apply."""

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from desktop.charts.marks import SEVERITY_SHAPES, SEVERITY_WORDS
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.regimen import SUBJECT_WORDS, ChecklistItem, Pitfall, Relevance
from desktop.domain.ticking import Mark
from desktop.ui.closed_browser import CardText
from desktop.ui.html_text import escape
from desktop.ui.labels import label
from desktop.ui.theme import Theme
from desktop.ui.words import only_english, tr, tr_later

_WHY, _LESS = tr_later("Why"), tr_later("Less")


class CheckRow(QFrame):
    """Shows one line and what the case makes of it; `marked` tells that it was ticked, unticked or put aside."""

    marked = Signal()
    link_opened = Signal(str)

    def __init__(self, pitfall: Pitfall) -> None:
        super().__init__()
        self.setObjectName("card")
        self._pitfall = pitfall
        self._theme: Theme | None = None
        self._details: CardText | None = None
        self.box = _TickBox()
        self.box.setAccessibleName(pitfall.check)
        self.box.toggled.connect(self.marked)
        severity = pitfall.severity
        self._severity = label(f"{SEVERITY_SHAPES[severity]} {SEVERITY_WORDS[severity]}", f"{severity}Mark")
        self._severity.setWordWrap(False)
        self._standing = label("", "quiet")
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("reason why this does not apply: {check}", check=pitfall.check))
        self.reason.setPlaceholderText(tr("Reason why it does not apply"))
        self.reason.textChanged.connect(self.marked)
        self.reason.hide()
        self._why, self._aside = QPushButton(tr(_WHY)), QPushButton(tr("Not applicable"))
        self._why.setAccessibleName(tr("why: {pitfall}", pitfall=pitfall.title))
        self._aside.setAccessibleName(tr("not applicable: {check}", check=pitfall.check))
        self._why.clicked.connect(self._turn_details)
        self._aside.clicked.connect(self._turn_reason)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._column.addLayout(self._tick_line())
        self._column.addLayout(self._foot())
        self._column.addWidget(self.reason)

    def _tick_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(_TickWords(self._pitfall.check, self.box), 1)
        return line

    def _foot(self) -> QHBoxLayout:
        for button in (self._why, self._aside):
            button.setObjectName("plain")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._severity, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._standing, 1, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignTop)
        return foot

    def set_theme(self, theme: Theme) -> None:
        """Take the look."""
        self._theme = theme
        if self._details is not None:
            self._details.show_html(_details_html(self._pitfall), theme.document_css)

    def show_item(self, item: ChecklistItem) -> None:
        """Say what the case makes of the line."""
        self._standing.setText(_standing_words(item))

    def mark(self) -> Mark | None:
        """What the reader did with the line; a reason that is being typed counts once it says something."""
        reason = self.reason.text().strip()
        if not self.reason.isHidden() and reason:
            return Mark(reason)
        return Mark() if self.box.isChecked() else None

    def clear(self) -> None:
        """Untick it, forget the reason and close it, without a word: whoever clears many tells of it once."""
        for widget in (self.box, self.reason):
            widget.blockSignals(True)
        self.box.setChecked(False)
        # Not clear(): that could be undone, and the last patient's reason would be back.
        self.reason.setText("")
        self.reason.hide()
        if self._details is not None:
            self._details.setParent(None)
            self._details = None
            self._why.setText(tr(_WHY))
        for widget in (self.box, self.reason):
            widget.blockSignals(False)

    def _turn_reason(self) -> None:
        """Ask for the reason, or take it back."""
        self.reason.setVisible(self.reason.isHidden())
        if self.reason.isHidden():
            self.reason.setText("")
        else:
            self.box.setChecked(False)
            self.reason.setFocus()
        self.marked.emit()

    def _turn_details(self) -> None:
        """Show why, what to do and the source, or put them away."""
        if self._details is None:
            self._details = CardText()
            self._details.setAccessibleName(self._pitfall.title)
            self._details.anchorClicked.connect(self._open)
            self._column.addWidget(self._details)
            self._details.show_html(_details_html(self._pitfall), self._theme.document_css if self._theme else "")
            self._details.show()
        else:
            self._details.setVisible(self._details.isHidden())
        self._why.setText(tr(_WHY if self._details.isHidden() else _LESS))

    def _open(self, url: QUrl) -> None:
        self.link_opened.emit(url.toString())


class _TickBox(QCheckBox):
    """A box without words of its own; a click anywhere in it ticks it, not only one on its mark."""

    def hitButton(self, at: QPoint) -> bool:
        """Whether a click there is meant for the box."""
        return self.rect().contains(at)


class _TickWords(QLabel):
    """The words of a checkbox, which wrap as a checkbox's own text cannot; a click ticks it."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box
        self.setObjectName("tickWords")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick or untick, with the left button only."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._box.toggle()
        event.accept()


def _standing_words(item: ChecklistItem) -> str:
    if item.relevance is not Relevance.OPEN or not item.missing:
        return item.relevance.value
    return only_english(f"open, not said: {', '.join(SUBJECT_WORDS[subject] for subject in item.missing)}")


def _details_html(pitfall: Pitfall) -> str:
    return (
        f"<p><strong>{escape(pitfall.title)}</strong></p>"
        f"<p><strong>{only_english('Why.')}</strong> {escape(pitfall.why)}</p>"
        f"<p><strong>{only_english('What to do.')}</strong> {escape(pitfall.action)}</p>"
        f'<p class="quiet"><a href="pitfall:{pitfall.id}">{tr("where this comes from")}</a> · '
        f"{VERIFICATION_WORDS[pitfall.verification]}</p>"
    )
