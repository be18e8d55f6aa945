"""The timeline tab: which doses to run, from when, and the drawing with its table."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.charts.timeline import timeline_svg, timeline_table
from desktop.charts.tokens import filled
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.drugs import PreparationKind
from desktop.domain.schedule import MINUTES_PER_HOUR, Plan, Schedule, plans, schedule
from desktop.domain.wording import kept_together
from desktop.ui.closed_browser import CardText
from desktop.ui.fields import StillComboBox
from desktop.ui.html_text import escape
from desktop.ui.kidney_box import box
from desktop.ui.labels import label
from desktop.ui.theme import Theme
from desktop.ui.words import only_english, tr, tr_later

_SIDES_PX = 12
_SPANS = (24, 48)
_LAST_HOUR, _LAST_MINUTE, _CLOCK_DIGITS = 23, 59, 2
_NO_CASE = tr_later("Enter the case under Dosing first: the timeline runs the doses of that case.")
_CHOOSE = tr_later("Choose at least one dose to run, and type when it starts.")
_TIME = tr_later('Write the start by a 24-hour clock, such as "08:00".')


class Drawing(QWidget):
    """One SVG, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)

    def show_svg(self, svg: str, words: str) -> None:
        """Draw it; `words` say the same to a screen reader."""
        self._renderer.load(QByteArray(svg.encode()))
        self.setAccessibleName(words)
        self._fit()
        self.update()

    def forget(self) -> None:
        """Hold no drawing of any case."""
        self._renderer.deleteLater()
        self._renderer = QSvgRenderer(self)
        self.setAccessibleName("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        drawn = self._renderer.defaultSize()
        if drawn.width() > 0:
            self.setFixedHeight(round(drawn.height() * self.width() / drawn.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing."""
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()


class TimelineView(QScrollArea):
    """Shows the chosen doses of the present case over time; nothing is kept. `edited` tells of a choice or a time."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Timeline"))
        self._theme: Theme | None = None
        self._answers: Sequence[Dose | Withheld] = ()
        self._choices: dict[str, QComboBox] = {}
        self._chosen: dict[str, str] = {}
        self.start = QLineEdit()
        self.start.setAccessibleName(tr("start of the regimen, 24-hour clock"))
        self.start.setPlaceholderText("08:00")
        self.span = StillComboBox(tr("hours shown"))
        for hours in _SPANS:
            self.span.addItem(tr("{hours} hours", hours=hours), hours)
        self._form = QFormLayout()
        self._fields = QFrame()
        self._fields.setObjectName("card")
        self._fields.setLayout(self._form)
        self._message, self._drawing, self._table = label("", "quiet"), Drawing(), CardText()
        self._card = box("card", self._drawing, self._table)
        self._compose()
        self.start.textChanged.connect(self._draw)
        self.span.currentIndexChanged.connect(self._draw)
        self.start.textChanged.connect(self.edited)
        self.span.currentIndexChanged.connect(self.edited)
        self.show_answers(())

    def _compose(self) -> None:
        self._form.addRow(label(tr("Start"), "field"), self.start)
        self._form.addRow(label(tr("Show"), "field"), self.span)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(_SIDES_PX, 10, _SIDES_PX, 12)
        layout.setSpacing(8)
        for widget in (self._fields, self._message, self._card):
            layout.addWidget(widget)
        layout.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def set_theme(self, theme: Theme) -> None:
        """Take the look."""
        self._theme = theme
        self._draw()

    def show_answers(self, answers: Sequence[Dose | Withheld]) -> None:
        """Take the doses of the case; what was drawn is gone at once, and a choice stays where it is still there."""
        self._answers = answers
        self._chosen |= {drug: choice.currentText() for drug, choice in self._choices.items()}
        for choice in self._choices.values():
            self._form.removeRow(choice)
        self._choices = {}
        for name in dict.fromkeys(answer.drug.name for answer in answers):
            self._add_choice(name)
        self._fields.setVisible(bool(answers))
        self._draw()

    def _add_choice(self, drug: str) -> None:
        """The doses of one drug that can be drawn, none chosen."""
        choice = StillComboBox(tr("dose of {drug}", drug=drug))
        choice.offer(only_english("not given"), None)
        doses = [answer for answer in self._answers if isinstance(answer, Dose) and answer.drug.name == drug]
        for plan in (plan for dose in doses for plan in _drawable(dose)):
            choice.offer(plan.words.removeprefix(f"{drug}, "), plan)
        if choice.count() > 1:
            choice.setCurrentIndex(max(0, choice.findText(self._chosen.get(drug, ""))))
            choice.currentIndexChanged.connect(self._draw)
            choice.currentIndexChanged.connect(self.edited)
            # Above start and span, in the order of the answers.
            self._form.insertRow(len(self._choices), label(drug, "formRow"), choice)
            self._choices[drug] = choice

    def planned(self) -> tuple[tuple[Plan, ...], int, int] | None:
        """The doses that are drawn, the minute after midnight they start at, and the hours shown; None for nothing."""
        chosen = tuple(plan for choice in self._choices.values() if isinstance(plan := choice.currentData(), Plan))
        start_min = read_clock(self.start.text())
        if not self._answers or not chosen or start_min is None:
            return None
        return chosen, start_min, int(self.span.currentData())

    def clear_case(self) -> None:
        """Forget every choice and the start."""
        self._choices, self._chosen = {}, {}
        self.show_answers(())
        self.start.setText("")

    def _draw(self) -> None:
        if not self._card.isHidden():
            self._card.hide()
            self._drawing.forget()
            self._table.clear()
        chosen = [plan for choice in self._choices.values() if isinstance(plan := choice.currentData(), Plan)]
        start_min = read_clock(self.start.text())
        if not self._answers:
            self._say(tr(_NO_CASE))
        elif not chosen or not self.start.text():
            self._say("\n".join([tr(_CHOOSE), *_undrawable(self._answers)]))
        elif start_min is None:
            self._say(tr(_TIME))
        elif self._theme is not None:
            self._message.hide()
            self._show(schedule(chosen, int(self.span.currentData())), start_min, self._theme)

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._message.show()

    def _show(self, shown: Schedule, start_min: int, theme: Theme) -> None:
        pairings = [pairing.words for pairing in shown.pairings]
        self._card.show()
        self._drawing.show_svg(filled(timeline_svg(shown, start_min), theme.colours), " ".join(pairings))
        self._table.show_html(_below_html(shown, start_min), theme.document_css)

    def words(self) -> str:
        """What is said, for whoever reads the window aloud or tests it."""
        return self._message.text() if self._card.isHidden() else self._table.toPlainText()


def read_clock(text: str) -> int | None:
    """Minutes after midnight of a time such as `08:00`; None for anything else."""
    hours, colon, minutes = text.strip(" ").partition(":")
    parts = (hours, minutes)
    if not colon or not all(len(part) == _CLOCK_DIGITS and part.isascii() and part.isdigit() for part in parts):
        return None
    hour, minute = int(hours), int(minutes)
    return hour * MINUTES_PER_HOUR + minute if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


def _drawable(dose: Dose) -> tuple[Plan, ...]:
    found = plans(dose)
    return () if isinstance(found, str) else found


def _undrawable(answers: Sequence[Dose | Withheld]) -> list[str]:
    """Why some doses of the case cannot be drawn, each once."""
    found = [plans(answer) for answer in answers if isinstance(answer, Dose)]
    return list(dict.fromkeys(words for words in found if isinstance(words, str)))


def _below_html(shown: Schedule, start_min: int) -> str:
    """What is said of the pairs and the line, then the table that says all that the drawing says."""
    said = [*(pairing.words for pairing in shown.pairings), *_line_notes(shown)]
    # The dose below its drug: beside it, the components and the total of a combination would part.
    rows = "".join(
        f'<p><span class="small">{escape(f"{when} · {drug}")}</span><br>{escape(kept_together(dose))}</p>'
        for when, drug, dose in _run(shown, start_min)
    )
    return "".join(f"<p>{escape(words)}</p>" for words in said) + rows


def _run(shown: Schedule, start_min: int) -> list[tuple[str, str, str]]:
    """When each dose runs, its drug, and the dose."""
    table = timeline_table(shown, start_min)
    return [(only_english(f"{start} to {end}"), drug, dose) for start, end, drug, dose in table]


def _line_notes(shown: Schedule) -> list[str]:
    """What the sources of the chosen doses say of the line, each once."""
    notes = [
        f"{lane.name}, {lane.plan.dose.basis.short}: {line.text}"
        for lane in shown.lanes
        for line in lane.plan.dose.basis.preparation
        if line.kind is PreparationKind.LINE
    ]
    return list(dict.fromkeys(notes))
