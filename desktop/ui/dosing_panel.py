"""The dosing tab: the fields of the case above, the answer below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.content.drugs import UnavailableDrug
from desktop.domain.answering import Doses, Unconfirmed
from desktop.domain.dosing import Dose
from desktop.domain.guidance import Reference
from desktop.domain.intake import NOT_COVERED_CODE, Refused
from desktop.domain.kidney import Incomplete
from desktop.domain.patient import CreatinineUnit, Typed
from desktop.domain.second_check import Difference
from desktop.ui.case_form import CaseForm
from desktop.ui.result_view import ResultView
from desktop.ui.theme import Theme
from desktop.ui.words import only_english, tr

_SIDES_PX = 12
CORRECT_FIRST = only_english("Correct the marked field to see doses.")
NO_DOSE = only_english("No dose is shown.")
DIFFERS = only_english("The second check differs, and nothing is stamped. Look at the record together.")


class DosingPanel(QScrollArea):
    """Reports the case as typed; shows the answer it is given. `agreed` is the stamp of a second check."""

    case_edited = Signal(Typed, bool)
    second_check = Signal()
    link_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Doses"))
        self._form = CaseForm()
        self.agreed = ""
        self._off = ""
        self.answer = ResultView()
        self._form.edited.connect(self._edited)
        self._form.second_check.connect(self.second_check)
        self.answer.confirmed.connect(self._confirmed)
        self.answer.link_opened.connect(self.link_opened)
        self.answer.card_wanted.connect(self._bring_up)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        # The room at the right is the scroll bar's.
        self._column.setContentsMargins(_SIDES_PX, 10, 0, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self._form)
        self._column.addWidget(self.answer, 1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # A bar that came and went with the doses would have every card laid out twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the fields into one column where two have no room."""
        super().resizeEvent(event)
        self._form.fold(self.viewport().width() - _SIDES_PX)

    def set_theme(self, theme: Theme) -> None:
        """Take the look, and show the present case again in it."""
        self.answer.set_theme(theme)
        self._form.fold(self.viewport().width() - _SIDES_PX)
        self._edited()

    def _edited(self) -> None:
        # Clear first: a crash below must not leave the last patient's dose on screen.
        self.answer.clear()
        self.agreed = ""
        self._form.check_button.hide()
        self._form.show_faults(())
        if self._off:
            self.answer.show_message(self._off)
            return
        self.case_edited.emit(self._form.typed(), False)

    def _confirmed(self) -> None:
        self.case_edited.emit(self._form.typed(), True)

    def _bring_up(self, card: QWidget) -> None:
        """Put a card at the top of what is seen."""
        top = card.mapTo(self._inside, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - _SIDES_PX)

    def show_answer(
        self,
        answer: Refused | Incomplete | Unconfirmed | Doses,
        references: Mapping[str, Reference],
        unavailable: Sequence[UnavailableDrug],
    ) -> None:
        """Faults beside their fields, a sentence for what is missing or unusual, or the doses."""
        if isinstance(answer, Refused):
            self._form.show_faults(answer.faults)
            self.answer.show_message(NO_DOSE if _is_of_therapy(answer) else CORRECT_FIRST)
        elif isinstance(answer, Incomplete):
            self.answer.show_message(answer.message)
        elif isinstance(answer, Unconfirmed):
            self.answer.show_unconfirmed(answer.unusual)
        else:
            self.answer.show_assessment(answer, references, unavailable)
            self._form.check_button.setVisible(any(isinstance(one, Dose) for one in answer.answers))

    def turn_off(self, words: str) -> None:
        """Take the fields away; nothing but these words is shown from now on."""
        self._off = words
        self._form.hide()
        self.answer.show_message(words)

    def prefer_unit(self, unit: CreatinineUnit, why: str) -> None:
        """Have this unit stand beside the creatinine until another is chosen."""
        self._form.prefer_unit(unit, why)

    def show_check(self, differences: Sequence[Difference], time: str) -> None:
        """Stamp the doses as entered alike by two people, or name what differs; the next edit takes it off."""
        if self._form.check_button.isHidden():
            # The doses went while the second person typed: there is nothing that a stamp could stand for.
            return
        self.agreed = ""
        if differences:
            shown = self.answer.show_check("notice", [DIFFERS, *(difference.words for difference in differences)])
        else:
            self.agreed = only_english(f"Second check agreed, {time}")
            shown = self.answer.show_check("stamp", [f"✓ {self.agreed}"])
        self._form.check_button.setFocus()
        self._column.activate()
        self.ensureWidgetVisible(shown)

    def is_empty(self) -> bool:
        """Whether there is no case."""
        return self._form.is_empty()

    def show_failure(self, words: str) -> None:
        """Replace every dose by the sentence that says what failed."""
        self._form.check_button.hide()
        self.agreed = ""
        self.answer.show_message(words)

    def typed(self) -> Typed:
        """What stands in the fields now."""
        return self._form.typed()

    def fault_words(self) -> str:
        """What is said about wrong fields, for whoever reads the window aloud or tests it."""
        return self._form.fault_words()

    def clear_case(self) -> None:
        """Start a new case: every field empty."""
        self._form.clear()

    def focus_case(self) -> None:
        """Put the cursor into the first field."""
        self._form.focus_first()


def _is_of_therapy(refused: Refused) -> bool:
    """Whether nothing is wrong with a field, but the chosen therapy is one that no source covers."""
    return all(fault.code == NOT_COVERED_CODE for fault in refused.faults)
