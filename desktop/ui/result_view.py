"""The answer to a case: the kidney function with its working, what to beware of, and a card for every drug."""

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.case import Assessment
from desktop.domain.dosing import Dose
from desktop.domain.guidance import Reference
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import WeightKind
from desktop.domain.quantity import plain
from desktop.ui.closed_browser import CardText
from desktop.ui.dose_cards import card_html
from desktop.ui.labels import label
from desktop.ui.theme import Theme

_TWO_COLUMNS_FROM_PX = 420


class ResultView(QWidget):
    """Shows one assessment, or a sentence that says what to do next; `link_opened` carries `dose:row id`."""

    link_opened = Signal(str)
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addStretch()

    def set_theme(self, theme: Theme) -> None:
        """Take the look for the next answer."""
        self._theme = theme

    def clear(self) -> None:
        """Take everything off the screen at once."""
        while self._layout.count() > 1:
            item = self._layout.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                # Hidden first: a deleted widget stays on screen until the event loop runs again.
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def show_message(self, words: str) -> None:
        """Say what is missing or what to do next."""
        self.clear()
        self._add(label(words, "quiet"))

    def show_unconfirmed(self, unusual: tuple[str, ...]) -> None:
        """Ask whether unusual figures are right; nothing is computed until then."""
        self.clear()
        button = QPushButton("Yes, it is right")
        button.clicked.connect(self.confirmed)
        self._add(_box("notice", label(f"Unusual: {'; '.join(unusual)}. Is this right?", "words"), button))

    def show_assessment(self, assessment: Assessment, references: Mapping[str, Reference]) -> None:
        """The kidney function, the warnings, and one card for every drug."""
        self.clear()
        self._add(_kidney_box(assessment.kidney))
        for words in _notices(assessment):
            self._add(_box("notice", label(words, "words")))
        columns = 2 if self.width() >= self._length(_TWO_COLUMNS_FROM_PX) else 1
        for _, answers in groupby(assessment.answers, key=lambda answer: answer.drug.slug):
            card = CardText()
            card.anchorClicked.connect(self._open)
            card.show_html(card_html(list(answers), assessment.kidney, references, columns), self._css())
            self._add(_box("card", card))

    def _length(self, px: int) -> int:
        return self._theme.length(px) if self._theme else px

    def _css(self) -> str:
        return self._theme.document_css if self._theme else ""

    def _open(self, url: QUrl) -> None:
        self.link_opened.emit(url.toString())

    def _add(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)
        # At once: a layout shows a new widget only when the event loop runs again.
        widget.show()


def _box(look: str, *inside: QWidget) -> QFrame:
    box = QFrame()
    box.setObjectName(look)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(12, 8, 12, 8)
    layout.setSpacing(4)
    for widget in inside:
        layout.addWidget(widget)
    return box


def _kidney_box(kidney: KidneyFunction) -> QFrame:
    """The clearance with where it comes from; the working opens at a press."""
    if kidney.clearance_ml_min is None:
        return _box("card", label("Creatinine clearance: none used", "cardTitle"))
    number = label(f"{plain(kidney.clearance_ml_min, places=1)} mL/min", "clearance")
    working = label("\n".join(kidney.steps), "quiet")
    working.hide()
    button = QPushButton("Show working")
    button.setCheckable(True)
    button.toggled.connect(working.setVisible)
    head = QWidget()
    line = QHBoxLayout(head)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(number, 1)
    line.addWidget(button)
    return _box("card", head, label(_origin(kidney), "quiet"), working)


def _origin(kidney: KidneyFunction) -> str:
    if kidney.weight_used is None:
        return "Creatinine clearance as typed"
    used = plain(kidney.weights_kg[kidney.weight_used], places=1)
    others = [
        f"{kind} {plain(clearance, places=1)}"
        for kind, clearance in kidney.by_weight.items()
        if kind is not kidney.weight_used
    ]
    shown = f" · {' · '.join(others)} mL/min" if others else ""
    return f"Cockcroft-Gault, {kidney.weight_used} weight {used} kg{shown}"


def _notices(assessment: Assessment) -> list[str]:
    """Every warning as one sentence, the loudest first."""
    weights = {w for a in assessment.answers if isinstance(a, Dose) for w in a.differs_by_weight}
    notices = []
    if weights:
        named = " and ".join(
            f"the {kind} weight ({plain(assessment.kidney.by_weight[kind], places=1)} mL/min)"
            for kind in WeightKind
            if kind in weights
        )
        notices.append(f"The weight decides the row. With {named} other rows apply; each card says which.")
    return [*notices, *assessment.kidney.warnings]
