"""The right-hand side: what is done at the bed, in tabs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QTabWidget

from desktop.ui.dosing_panel import DosingPanel
from desktop.ui.pitfalls_panel import PitfallsPanel
from desktop.ui.theme import Theme
from desktop.ui.timeline_tab import TimelineTab


class Bedside(QTabWidget):
    """Dosing, pitfalls, timeline; `link_opened` carries `dose:row id` or `pitfall:id`; `touched` tells of an edit."""

    link_opened = Signal(str)
    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dosing = DosingPanel()
        self.pitfalls = PitfallsPanel()
        self.addTab(self.dosing, "Dosing")
        self.addTab(self.pitfalls, "Pitfalls")
        self.timeline = TimelineTab()
        self.addTab(self.timeline, "Timeline")
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.pitfalls.ticked.connect(self._show_ticked)
        self.pitfalls.ticked.connect(lambda *_: self.touched.emit())
        self.dosing.case_edited.connect(lambda *_: self.touched.emit())
        self.timeline.edited.connect(self.touched)
        self.dosing.link_opened.connect(self.link_opened)
        self.pitfalls.link_opened.connect(self.link_opened)

    def set_theme(self, theme: Theme) -> None:
        """Take the look in every tab."""
        self.dosing.set_theme(theme)
        self.pitfalls.set_theme(theme)
        self.timeline.set_theme(theme)

    def has_case(self) -> bool:
        """Whether a figure, a tick or a start of a regimen stands here."""
        return self.pitfalls.has_ticks() or not self.dosing.is_empty() or not self.timeline.is_empty()

    def conceal(self, concealed: bool) -> None:
        """Take every tab out of sight or bring it back, whatever happens to the window meanwhile."""
        pages = self.findChildren(QStackedWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for part in (self.tabBar(), *pages):
            part.setVisible(not concealed)

    def clear_case(self) -> None:
        """Start a new case: figures and ticks are gone."""
        self.dosing.clear_case()
        self.pitfalls.clear_ticks()
        self.timeline.clear_case()

    def ask_new_case(self) -> None:
        """Start a new case, once the reader has said so."""
        question = "Clear every figure and tick of this case?"
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        if QMessageBox.question(self.window(), "New case", question, yes | no, no) == yes:
            self.clear_case()
            self.focus_case()

    def focus_case(self) -> None:
        """Show the case and put the cursor into its first field."""
        self.setCurrentWidget(self.dosing)
        self.dosing.focus_case()

    def _show_ticked(self, ticked: int, of: int) -> None:
        self.setTabText(self.indexOf(self.pitfalls), f"Pitfalls {ticked} of {of}")
