"""The regimen tab: what is chosen above, findings and options below, and how much was checked always in sight."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.case import Assessment
from desktop.domain.case_choices import KNOWN_DRUGS, drug_words
from desktop.domain.guidance import Reference
from desktop.domain.regimen import Severity
from desktop.ui import findings_html as html
from desktop.ui.closed_browser import CardText
from desktop.ui.kidney_box import box
from desktop.ui.labels import label
from desktop.ui.regimen_form import RegimenForm, Ticks
from desktop.ui.result_view import discard
from desktop.ui.theme import Theme
from desktop.ui.words import only_english, tr, tr_later

_SIDES_PX, _CARD_SIDES_PX = 12, 26
# The words below may take a third of the height.
_MOST_BELOW = 3
_LOOKS = {Severity.STOP: "stopCard", Severity.CAUTION: "cautionCard", Severity.INFORMATION: "card"}
_HERE, _HERE_FOLDED = tr_later("Available here ▾"), tr_later("Available here ▸")


class RegimenTab(QWidget):
    """Reports what is chosen; shows the assessment it is given, once somebody looks.

    `available_edited` carries the drugs that this place has, None when none is ticked any more.
    """

    edited = Signal()
    available_edited = Signal(object)
    link_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._assessment: Assessment | None = None
        self._references: Mapping[str, Reference] = {}
        self._is_fresh = False
        self.form = RegimenForm()
        self.form.edited.connect(self.edited)
        self.available = Ticks({slug: drug_words(slug) for slug in KNOWN_DRUGS}, 2, tr("available here"))
        self.available.changed.connect(lambda: self.available_edited.emit(self.available.ticked() or None))
        self._cards: list[QWidget] = []
        self._coverage, self._which = label("", "quiet"), QPushButton(tr("Which"))
        self._which.setObjectName("plain")
        self._which.setAccessibleName(tr("which rules were checked, and which were not"))
        self._which.clicked.connect(self._show_which)
        self._options, self._details = self._text(tr("options")), self._text(tr("what was checked and what was not"))
        self._compose()

    def _text(self, name: str) -> CardText:
        text = CardText()
        text.setAccessibleName(name)
        text.anchorClicked.connect(self._open)
        return text

    def _compose(self) -> None:
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(_SIDES_PX, 10, _SIDES_PX, 12)
        self._column.setSpacing(8)
        self._here_button = QPushButton(tr(_HERE_FOLDED))
        self._here_button.setObjectName("plain")
        self._here_button.clicked.connect(self._turn_here)
        self.available.hide()
        for widget in (self.form, box("card", self._options, self._here_button, self.available)):
            self._column.addWidget(widget)
        self._details_box = box("card", self._details)
        self._details_box.hide()
        self._column.addWidget(self._details_box)
        self._column.addStretch()
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Regimen"))
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setMinimumHeight(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._strip())

    def _strip(self) -> QFrame:
        """How much was checked, below what scrolls."""
        self._below = QFrame()
        self._below.setObjectName("status")
        row = QHBoxLayout(self._below)
        row.setContentsMargins(_SIDES_PX, 4, _SIDES_PX, 4)
        row.addWidget(self._coverage, 1)
        row.addWidget(self._which)
        return self._below

    def set_theme(self, theme: Theme) -> None:
        """Take the look, and show the present case again in it."""
        self._theme = theme
        self._is_fresh = False
        self._fold()
        self._draw()

    def show_assessment(self, assessment: Assessment, references: Mapping[str, Reference]) -> None:
        """Take the assessment of the present case in place of the last one."""
        if self._is_fresh and not self.isVisible():
            self._empty()
        self._assessment, self._references, self._is_fresh = assessment, references, False
        self._say_coverage()
        self._draw()

    def show_failure(self, words: str) -> None:
        """Replace every finding and option by the sentence that says what failed."""
        self._assessment = None
        self._empty()
        self._add_words(words)
        # So that whatever comes next takes it away at once, even where nobody looks.
        self._is_fresh = True
        self._coverage.setText(only_english("Nothing is checked."))

    def show_available(self, available: frozenset[str] | None) -> None:
        """Show what this place has; None where it has not said."""
        self.available.show_ticked(available or ())

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was not drawn while nobody looked."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the boxes into as many rows as the width asks for."""
        super().resizeEvent(event)
        self._fold()

    def _say_coverage(self) -> None:
        """Say how much was checked, in short where it would take the room of what scrolls; it is never cut."""
        if self._assessment is not None:
            for in_short in (False, True):
                self._coverage.setText(html.coverage_words(self._assessment, in_short=in_short))
                if self._below.heightForWidth(self.width()) * _MOST_BELOW <= self.height():
                    break
        self._below.setMinimumHeight(self._below.heightForWidth(self.width()))

    def _fold(self) -> None:
        self._say_coverage()
        width = self._area.viewport().width() - 2 * _SIDES_PX - _CARD_SIDES_PX
        self.form.fold(width)
        self.available.place(2)
        if self.available.minimumSizeHint().width() > width:
            self.available.place(1)

    def _draw(self) -> None:
        """One card for each stop and caution, one for all information, then the options."""
        if self._assessment is None or self._theme is None or self._is_fresh or not self.isVisible():
            return
        self._is_fresh = True
        self._clear()
        findings = self._assessment.findings
        grave = [finding for finding in findings if finding.severity is not Severity.INFORMATION]
        for finding in grave:
            self._add(_LOOKS[finding.severity], finding.title, html.finding_html(finding, self._references))
        if not grave:
            chosen = self._assessment.case.drugs and self._assessment.case.enzymes
            self._add_words(html.NO_GRAVE_FINDING if chosen else html.CHOOSE_FIRST)
        rest = [html.finding_html(finding, self._references) for finding in findings[len(grave) :]]
        if rest:
            self._add("card", tr("information"), "<hr>".join(rest))
        self._options.show_html(html.options_html(self._assessment, self._references), self._theme.document_css)
        self._draw_details()

    def _draw_details(self) -> None:
        """The list of what was checked, where it is open."""
        if self._details_box.isHidden():
            self._details.show_html("", "")
        elif self._assessment is not None and self._theme is not None:
            self._details.show_html(html.coverage_html(self._assessment), self._theme.document_css)

    def _empty(self) -> None:
        """Hold no word of any case, not even where nobody looks."""
        self._clear()
        for text in (self._options, self._details):
            text.show_html("", "")

    def _clear(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            discard(card)
        self._cards = []

    def _add(self, look: str, name: str, words: str) -> None:
        assert self._theme is not None
        text = self._text(name)
        self._place(box(look, text))
        text.show_html(words, self._theme.document_css)

    def _add_words(self, words: str) -> None:
        self._place(label(words, "quiet"))

    def _place(self, card: QWidget) -> None:
        """Between what is chosen and the options, in the order of coming."""
        self._column.insertWidget(1 + len(self._cards), card)
        self._cards.append(card)
        card.show()

    def _turn_here(self) -> None:
        self.available.setVisible(self.available.isHidden())
        self._here_button.setText(tr(_HERE_FOLDED if self.available.isHidden() else _HERE))

    def _show_which(self) -> None:
        """Open the list of what was checked and what was not, or close it."""
        self._details_box.setVisible(self._details_box.isHidden())
        self._draw_details()
        if not self._details_box.isHidden():
            self._column.activate()
            self._area.ensureWidgetVisible(self._details_box)

    def _open(self, url: QUrl) -> None:
        self.link_opened.emit(url.toString())

    def coverage(self) -> str:
        """What is always in sight, for whoever reads the window aloud or tests it."""
        return self._coverage.text()
