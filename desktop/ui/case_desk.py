"""The bedside half of the window: the case as typed and chosen, assessed and shown, and cleared when it is over."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.charts.marks import SEVERITY_WORDS
from desktop.content.drugs import UnavailableDrug
from desktop.domain.answering import Doses, Unconfirmed, answer
from desktop.domain.case import NOBODY, Assessment, Case, Rulebook, assess
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.guidance import Reference
from desktop.domain.intake import Refused, read_patient
from desktop.domain.kidney import Incomplete
from desktop.domain.patient import Patient, Typed
from desktop.domain.regimen import Severity
from desktop.ui.announcing import announce
from desktop.ui.bedside import Bedside
from desktop.ui.case_strip import CaseStrip
from desktop.ui.expiry import ExpiryNotice
from desktop.ui.words import only_english


class CaseDesk(QObject):
    """Assesses the case and shows it in every tab; knows nothing of the page.

    `answered` carries the doses on screen, none when they are gone; `assessed` everything that is said of the case;
    `concealed` tells that no source of the case may stay open; `available_edited` carries what this place has.
    """

    answered = Signal(tuple)
    assessed = Signal(Assessment)
    concealed = Signal()
    available_edited = Signal(object)

    def __init__(
        self, rulebook: Rulebook, unavailable: tuple[UnavailableDrug, ...], references: Mapping[str, Reference]
    ) -> None:
        super().__init__()
        self._rulebook, self._unavailable, self._references = rulebook, unavailable, references
        self._patient = NOBODY
        self._available: frozenset[str] | None = None
        self._announced: frozenset[str] = frozenset()
        self.calculators_off, self._failed = "", ""
        self.assessment = assess(Case(), rulebook, None)
        self.bedside, self.strip, self.expiry = Bedside(), CaseStrip(), ExpiryNotice()
        self.pane = QWidget()
        column = QVBoxLayout(self.pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.bedside, 1)
        self.bedside.dosing.case_edited.connect(self.answer_case)
        self.bedside.dosing.second_check.connect(self._check_again)
        self.bedside.regimen.edited.connect(self._assess)
        self.bedside.regimen.available_edited.connect(self._take_available)
        self.strip.new_case.connect(self.bedside.ask_new_case)
        self.bedside.touched.connect(lambda: self.expiry.touch(has_case=self.bedside.has_case()))
        self.expiry.expired.connect(self.bedside.clear_case)
        self.bedside.cleared.connect(self._begin)
        self._assess()

    @property
    def no_card(self) -> str:
        """Why no card of the case is handed over; empty where one may be."""
        if self.calculators_off or not self._failed:
            return self.calculators_off
        return self._words_of_failure(only_english("there is no card of this case"))

    def answer_case(self, typed: Typed, confirmed: bool) -> None:
        """Answer the case as it stands in the fields; one in which something failed stays closed."""
        self._forget_answers()
        if self._failed:
            self._say_failure()
            return
        found = answer(typed, self._rulebook.drugs, confirmed=confirmed)
        self._patient = _known(found, typed)
        self._assess()
        self.answered.emit(self.assessment.answers)
        self.bedside.dosing.show_answer(found, self._references, self._unavailable)

    def _assess(self) -> None:
        """Assess the case anew, and say aloud what was not found before."""
        if self._failed:
            return
        case = replace(self.bedside.regimen.form.chosen(), patient=self._patient)
        self.assessment = assess(case, self._rulebook, self._available)
        self.strip.show_case(case)
        self.bedside.show_assessment(self.assessment, self._references)
        self._announce()
        self._show_timeline()
        self.assessed.emit(self.assessment)

    def _announce(self) -> None:
        grave = [finding for finding in self.assessment.findings if finding.severity is not Severity.INFORMATION]
        new = [finding for finding in grave if finding.id not in self._announced]
        self._announced = frozenset(finding.id for finding in grave)
        if new:
            words = ". ".join(f"{SEVERITY_WORDS[finding.severity]}: {finding.title}" for finding in new)
            announce(self.bedside, words)

    def show_available(self, available: frozenset[str] | None) -> None:
        """Take what this place has, kept by others; None where it has not said."""
        self.bedside.regimen.show_available(available)
        self._available = available
        self._assess()

    def turn_off_calculators(self, words: str) -> None:
        """Make no dose from now on; `words` say why, in place of the doses."""
        self.calculators_off = words
        self.bedside.turn_off_calculators(words)

    def _take_available(self, available: frozenset[str] | None) -> None:
        self._available = available
        self._assess()
        self.available_edited.emit(available)

    def _forget_answers(self) -> None:
        self.concealed.emit()
        self.answered.emit(())
        self.bedside.timeline.show_answers(())

    def _show_timeline(self) -> None:
        """The doses of the regimen over time, or of every drug where none is chosen."""
        case = self.assessment.case
        answers: tuple[Dose | Withheld, ...] = (
            self.assessment.regimen_answers if case.drugs else self.assessment.answers
        )
        self.bedside.timeline.show_answers(answers)

    def show_failure(self, fault_id: str) -> None:
        """After an error in the program: no dose and no finding is shown or handed over before a new case."""
        self._failed = fault_id
        self._forget_answers()
        self._say_failure()

    def _say_failure(self) -> None:
        self.strip.show_closed()
        self.bedside.show_failure(
            self._words_of_failure(only_english("no dose is shown")),
            self._words_of_failure(only_english("nothing is checked")),
        )

    def _words_of_failure(self, so: str) -> str:
        remedy = only_english("Start a new case. If it fails again, use the label and report this number.")
        return only_english(f"Something failed (error {self._failed}), so {so}. {remedy}")

    def _begin(self) -> None:
        """With a new case a failure is over."""
        if self._failed:
            self._failed = ""
            self.answer_case(self.bedside.dosing.typed(), confirmed=False)

    def conceal(self, concealed: bool) -> None:
        """Take the case out of sight or bring it back."""
        self.bedside.conceal(concealed)
        self.strip.setVisible(not concealed)

    def _check_again(self) -> None:
        """Let a second person type the case; the first one's figures are out of sight meanwhile."""
        from desktop.ui.second_check import SecondCheck  # not on the way to the first window

        self.concealed.emit()
        self.conceal(True)
        dialog = SecondCheck(self.bedside.dosing.typed(), self.bedside.window())
        dialog.form.edited.connect(lambda: self.expiry.touch(has_case=True))
        dialog.finished.connect(lambda: self.conceal(False))
        dialog.compared.connect(self.bedside.dosing.show_check)
        # A case that changes or goes meanwhile takes the second entry with it.
        for gone in (self.bedside.touched, self.concealed, self.expiry.asked):
            gone.connect(dialog.reject)
        dialog.open()


def _known(found: Refused | Incomplete | Unconfirmed | Doses, typed: Typed) -> Patient:
    """The patient that rules may look at: nobody while a figure is refused or waits to be confirmed."""
    if isinstance(found, Doses):
        return found.patient
    patient = read_patient(typed) if isinstance(found, Incomplete) else NOBODY
    return NOBODY if isinstance(patient, Refused) or patient.unusual else patient
