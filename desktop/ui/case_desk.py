"""The bedside half of the window: the case as typed, answered and shown, and cleared when it is over."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.content.drugs import UnavailableDrug
from desktop.domain.answering import Doses, answer
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.drugs import Drug
from desktop.domain.guidance import Reference
from desktop.domain.patient import Typed
from desktop.domain.regimen import Pitfall
from desktop.ui.bedside import Bedside
from desktop.ui.expiry import ExpiryNotice


class CaseDesk(QObject):
    """Answers the case and shows it in every tab; knows nothing of the page.

    `answered` carries the doses on screen, none when they are gone; `concealed` tells that no source of the case may
    stay open.
    """

    answered = Signal(tuple)
    concealed = Signal()

    def __init__(
        self,
        drugs: tuple[Drug, ...],
        unavailable: tuple[UnavailableDrug, ...],
        pitfalls: Sequence[Pitfall],
        references: Mapping[str, Reference],
    ) -> None:
        super().__init__()
        self._drugs, self._unavailable, self._references = drugs, unavailable, references
        self.bedside, self.expiry = Bedside(), ExpiryNotice()
        self.bedside.pitfalls.show_pitfalls(pitfalls)
        self.bedside.dosing.case_edited.connect(self.answer_case)
        self.bedside.dosing.new_case.connect(self.bedside.ask_new_case)
        self.bedside.dosing.second_check.connect(self._check_again)
        self.bedside.touched.connect(lambda: self.expiry.touch(has_case=self.bedside.has_case()))
        self.expiry.expired.connect(self.bedside.clear_case)

    def answer_case(self, typed: Typed, confirmed: bool) -> None:
        """Answer the case as it stands in the fields."""
        self._forget_answers()
        found = answer(typed, self._drugs, confirmed=confirmed)
        if isinstance(found, Doses):
            self._show_answers(found.answers)
        self.bedside.dosing.show_answer(found, self._references, self._unavailable)

    def _forget_answers(self) -> None:
        self.concealed.emit()
        self._show_answers(())

    def _show_answers(self, answers: tuple[Dose | Withheld, ...]) -> None:
        self.answered.emit(answers)
        self.bedside.timeline.show_answers(answers)

    def show_failure(self, fault_id: str) -> None:
        """After an error in the program: no dose stays on screen."""
        self._forget_answers()
        self.bedside.dosing.show_failure(
            f"Something failed (error {fault_id}), so no dose is shown. Start a new case. "
            "If it fails again, use the label and report this number."
        )

    def _check_again(self) -> None:
        """Let a second person type the case; the first one's figures are out of sight meanwhile."""
        from desktop.ui.second_check import SecondCheck  # not on the way to the first window

        self.concealed.emit()
        self.bedside.conceal(True)
        dialog = SecondCheck(self.bedside.dosing.typed(), self.bedside.window())
        dialog.form.edited.connect(lambda: self.expiry.touch(has_case=True))
        dialog.finished.connect(lambda: self.bedside.conceal(False))
        dialog.compared.connect(self.bedside.dosing.show_check)
        # A case that changes or goes meanwhile takes the second entry with it.
        self.bedside.touched.connect(dialog.reject)
        self.expiry.asked.connect(dialog.reject)
        dialog.open()
