"""The answer to a case: the kidney function with its working, what to beware of, and a card for every drug."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.content.drugs import UnavailableDrug
from desktop.domain.answering import Doses
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.guidance import Reference
from desktop.domain.kidney import KidneyFunction
from desktop.domain.limits import NOT_COVERED
from desktop.domain.patient import WeightKind
from desktop.domain.quantity import plain
from desktop.domain.wording import HARD_SPACE
from desktop.ui.announcing import announce
from desktop.ui.closed_browser import CardText
from desktop.ui.dose_cards import card_html, dose_lines
from desktop.ui.kidney_box import box, kidney_box
from desktop.ui.labels import label, linked_label
from desktop.ui.theme import Theme
from desktop.ui.words import only_english

_CELL_SIDES_PX = 36
_TEXT_PX = 15
_MARK = "⚠"


@dataclass(slots=True)
class _Card:
    """The card of one drug: what it answers, in how many columns it was drawn, 0 until it is, and as what.

    `longest` is the width of its longest dose line, in pixels.
    """

    frame: QFrame
    text: CardText
    answers: Sequence[Dose | Withheld] = ()
    longest: int = 0
    columns: int = 0
    drawn: tuple[str, str] = ("", "")

    def draw(self, html: str, css: str) -> None:
        """Show what is not shown already."""
        if (html, css) != self.drawn:
            self.drawn = html, css
            self.text.show_html(html, css)

    def forget(self) -> None:
        """Hold no word of any patient."""
        self.answers, self.drawn = (), ("", "")
        self.text.clear()


class ResultView(QWidget):
    """Shows one assessment, or a sentence that says what to do next.

    `link_opened` carries `dose:row id`; `card_wanted` the frame of the drug whose name was followed.
    """

    link_opened = Signal(str)
    confirmed = Signal()
    card_wanted = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._cards: dict[str, _Card] = {}
        self._aside: dict[str, _Card] = {}
        self._check: QFrame | None = None
        self._context: tuple[KidneyFunction, Mapping[str, Reference]] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addStretch()

    def set_theme(self, theme: Theme) -> None:
        """Take the look for the next answer."""
        self._theme = theme

    def clear(self) -> None:
        """Take everything off the screen at once; the next answer is written on the same cards, or they go too."""
        for card in self._cards.values():
            card.frame.hide()
            self._layout.removeWidget(card.frame)
        self._aside |= self._cards
        self._cards = {}
        self._context = None
        self._check = None
        while self._layout.count() > 1:
            item = self._layout.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                discard(widget)

    def show_message(self, words: str) -> None:
        """Say what is missing or what to do next."""
        self.clear()
        self._forget_aside()
        self._add(label(words, "quiet"))

    def show_unconfirmed(self, unusual: tuple[str, ...]) -> None:
        """Ask whether unusual figures are right; nothing is computed until then."""
        self.clear()
        self._forget_aside()
        button = QPushButton(only_english("Yes, it is right"))
        button.clicked.connect(self.confirmed)
        self._add(box("notice", label(only_english(f"Unusual: {'; '.join(unusual)}. Is this right?"), "words"), button))

    def show_assessment(
        self, assessment: Doses, references: Mapping[str, Reference], unavailable: Sequence[UnavailableDrug]
    ) -> None:
        """The kidney function, the warnings, one card for every drug, and which drugs cannot be read."""
        self.clear()
        # Laid out once, when everything is there, and not anew with each that is added.
        self._layout.setEnabled(False)
        try:
            self._write(assessment, references, unavailable)
        except Exception:
            # Half an answer is none.
            self.clear()
            raise
        finally:
            self._layout.setEnabled(True)
        self._layout.activate()

    def _write(
        self, assessment: Doses, references: Mapping[str, Reference], unavailable: Sequence[UnavailableDrug]
    ) -> None:
        self._add(kidney_box(assessment))
        notices = [label(f"{_MARK} {words}", "words") for words in _notices(assessment)]
        if notices:
            self._add(box("notice", *notices))
        self._context = (assessment.kidney, references)
        by_drug = [list(answers) for _, answers in groupby(assessment.answers, key=lambda answer: answer.drug.slug)]
        self._cards = {answers[0].drug.name: self._card(answers) for answers in by_drug}
        self._forget_aside()
        if len(self._cards) > 1:
            self._add(self._contents())
        for card in self._cards.values():
            self._layout.insertWidget(self._layout.count() - 1, card.frame)
        self._lay_out()
        for card in self._cards.values():
            card.frame.show()
        for drug in unavailable:
            self._add(box("stopNotice", label(only_english(f"{drug.slug}: not available. {drug.reason}"), "words")))
        self._add(label(NOT_COVERED, "quiet"))

    def show_check(self, look: str, lines: Sequence[str]) -> QFrame:
        """Put what a second person found above everything that is shown, in place of what an earlier one found."""
        if self._check is not None:
            self._layout.removeWidget(self._check)
            discard(self._check)
        self._check = box(look, *(label(line, "words") for line in lines))
        self._layout.insertWidget(0, self._check)
        self._check.show()
        announce(self, " ".join(lines))
        return self._check

    def _contents(self) -> QLabel:
        """The drugs below, each a link to its card; a name is never broken."""
        names = [name.replace("-", "\u2011").replace(" ", HARD_SPACE) for name in self._cards]
        made = linked_label(only_english("Doses below:"), names, "quiet")
        listed = [card.frame for card in self._cards.values()]
        made.linkActivated.connect(lambda at: self.card_wanted.emit(listed[int(at)]))
        return made

    def _card(self, answers: Sequence[Dose | Withheld]) -> _Card:
        """The card of a drug with other answers: the one that was shown last, or a new one."""
        name = answers[0].drug.name
        card = self._aside.pop(name, None)
        if card is None:
            text = CardText()
            text.setAccessibleName(name)
            text.anchorClicked.connect(self._open)
            card = _Card(box("card", text), text)
        card.answers, card.longest, card.columns = answers, self._longest(answers), 0
        return card

    def _forget_aside(self) -> None:
        """Empty the cards that are not needed now; as widgets they stay, to be written on again."""
        for card in self._aside.values():
            card.forget()

    def _lay_out(self) -> None:
        """Draw every card in one or two columns, as the present width allows; what fits as it is stays."""
        for card in self._cards.values():
            # A dose line is never broken: two columns only where the longest has room in half of the width.
            columns = 2 if (card.longest + _CELL_SIDES_PX) * 2 <= self.width() else 1
            if columns != card.columns and self._context is not None:
                card.columns = columns
                card.draw(card_html(card.answers, *self._context, columns), self._css())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep dose lines whole at the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _longest(self, answers: Sequence[Dose | Withheld]) -> int:
        """How wide the longest dose line is, in the size in which it is drawn."""
        font = QFont(self.font())
        font.setPixelSize(self._theme.page_length(_TEXT_PX) if self._theme else _TEXT_PX)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        lines = [line for answer in answers if isinstance(answer, Dose) for line in dose_lines(answer)]
        return max((metrics.horizontalAdvance(line) for line in lines), default=0)

    def _css(self) -> str:
        return self._theme.document_css if self._theme else ""

    def _open(self, url: QUrl) -> None:
        self.link_opened.emit(url.toString())

    def _add(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)
        # At once: a layout shows a new widget only when the event loop runs again.
        widget.show()


def discard(widget: QWidget) -> None:
    """Take a widget off the screen for good."""
    # Hidden first: a deleted widget stays on screen until the event loop runs again.
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def _notices(assessment: Doses) -> list[str]:
    """Every warning as one sentence, the loudest first."""
    weights = {w for a in assessment.answers for w in a.differs_by_weight}
    notices = []
    if weights:
        named = only_english(" and ").join(
            only_english(f"the {kind} weight ({plain(assessment.kidney.by_weight[kind], places=1)} mL/min)")
            for kind in WeightKind
            if kind in weights
        )
        decides = only_english("The weight decides the row.")
        notices.append(only_english(f"{decides} With {named} other rows apply; each card says which."))
    unusual = assessment.patient.unusual
    confirmed = [only_english(f"Unusual, and confirmed: {'; '.join(unusual)}.")] if unusual else []
    return [*notices, *confirmed, *assessment.kidney.warnings]
