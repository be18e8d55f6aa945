"""The right-hand side: what is done at the bed, in tabs."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QTabWidget

from desktop.charts.marks import SEVERITY_SHAPES, SEVERITY_WORDS
from desktop.domain.case import Assessment
from desktop.domain.guidance import Reference
from desktop.domain.regimen import Finding, Severity
from desktop.ui.dosing_panel import DosingPanel
from desktop.ui.pitfalls_panel import PitfallsPanel
from desktop.ui.regimen_tab import RegimenTab
from desktop.ui.theme import Theme
from desktop.ui.timeline_tab import TimelineTab
from desktop.ui.words import tr

_COUNTED = (Severity.STOP, Severity.CAUTION)


class Bedside(QTabWidget):
    """Dosing, pitfalls, regimen, timeline; `link_opened` carries links, such as `dose:row id`.

    `touched` tells of any edit, `cleared` that the case is gone.
    """

    link_opened = Signal(str)
    touched = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Bedside"))
        self.dosing = DosingPanel()
        self.pitfalls = PitfallsPanel()
        self.addTab(self.dosing, tr("Dosing"))
        self.addTab(self.pitfalls, tr("Pitfalls"))
        self.regimen = RegimenTab()
        self.addTab(self.regimen, tr("Regimen"))
        self.timeline = TimelineTab()
        self.addTab(self.timeline, tr("Timeline"))
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.pitfalls.ticked.connect(self._show_ticked)
        self.pitfalls.ticked.connect(self.touched)
        self.regimen.edited.connect(self.touched)
        self.dosing.case_edited.connect(lambda *_: self.touched.emit())
        self.timeline.edited.connect(self.touched)
        self.dosing.link_opened.connect(self.link_opened)
        self.pitfalls.link_opened.connect(self.link_opened)
        self.regimen.link_opened.connect(self.link_opened)

    def set_theme(self, theme: Theme) -> None:
        """Take the look in every tab."""
        self.dosing.set_theme(theme)
        self.pitfalls.set_theme(theme)
        self.regimen.set_theme(theme)
        self.timeline.set_theme(theme)

    def turn_off_calculators(self, words: str) -> None:
        """Offer no figure, dose or timeline; say why where the doses would be."""
        self.clear_case()
        self.dosing.turn_off(words)
        self.setTabVisible(self.indexOf(self.timeline), False)

    def has_case(self) -> bool:
        """Whether a figure, a choice, a mark or a start of a regimen stands here."""
        empty = (self.dosing.is_empty(), self.regimen.form.is_empty(), self.timeline.is_empty())
        return self.pitfalls.has_ticks() or not all(empty)

    def conceal(self, concealed: bool) -> None:
        """Take every tab out of sight or bring it back, whatever happens to the window meanwhile."""
        pages = self.findChildren(QStackedWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for part in (self.tabBar(), *pages):
            part.setVisible(not concealed)

    def clear_case(self) -> None:
        """Start a new case: figures, choices and marks are gone."""
        self.dosing.clear_case()
        self.regimen.form.clear()
        self.pitfalls.clear_ticks()
        self.timeline.clear_case()
        self.cleared.emit()

    def ask_new_case(self) -> None:
        """Start a new case, once the reader has said so."""
        question = tr("Clear every figure, choice and mark of this case?")
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        if QMessageBox.question(self.window(), tr("New case"), question, yes | no, no) == yes:
            self.clear_case()
            self.focus_case()

    def focus_case(self) -> None:
        """Show the case and put the cursor into its first field."""
        self.setCurrentWidget(self.dosing)
        self.dosing.focus_case()

    def show_assessment(self, assessment: Assessment, references: Mapping[str, Reference]) -> None:
        """Show the assessment of the present case in every tab that reads it."""
        self.regimen.show_assessment(assessment, references)
        self.pitfalls.show_checklist(assessment.checklist)
        self._show_ticked()
        self._show_badge(assessment.findings)

    def show_failure(self, doses: str, findings: str) -> None:
        """Say in place of the doses and of the findings what failed; nothing that was found stays counted."""
        self.dosing.show_failure(doses)
        self.regimen.show_failure(findings)
        at = self.indexOf(self.regimen)
        self.setTabText(at, tr("Regimen"))
        self.setTabToolTip(at, "")

    def _show_badge(self, findings: Sequence[Finding]) -> None:
        """How many stops and cautions there are, beside the name of their tab."""
        at = self.indexOf(self.regimen)
        counts = [(severity, sum(f.severity is severity for f in findings)) for severity in _COUNTED]
        marks = [f"{SEVERITY_SHAPES[severity]} {count}" for severity, count in counts if count]
        self.setTabText(at, "  ".join((tr("Regimen"), *marks)))
        self.setTabToolTip(at, ", ".join(f"{SEVERITY_WORDS[severity]}: {count}" for severity, count in counts))

    def _show_ticked(self) -> None:
        marked, of = len(self.pitfalls.marks()), self.pitfalls.count()
        self.setTabText(
            self.indexOf(self.pitfalls), tr("Pitfalls {marked} of {of}", marked=marked, of=of) if of else tr("Pitfalls")
        )
