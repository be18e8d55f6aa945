"""The window: it connects the page, the bedside and the drawer, and holds nothing else."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QMessageBox, QSplitter, QVBoxLayout, QWidget

from desktop.content.library import Library
from desktop.domain.case import Assessment, answer
from desktop.domain.drugs import Drug
from desktop.domain.patient import Typed
from desktop.ui.about import about_html, hazard_log_html
from desktop.ui.actions import Actions
from desktop.ui.bedside import Bedside
from desktop.ui.drawer import Drawer
from desktop.ui.expiry import ExpiryNotice
from desktop.ui.frame import Banner, StatusStrip
from desktop.ui.guidance_page import GuidancePage
from desktop.ui.header import Header
from desktop.ui.history import History
from desktop.ui.links import Links
from desktop.ui.looks import Looks
from desktop.ui.outline import Outline
from desktop.ui.page_html import page_content, page_html
from desktop.ui.placing import keep_place, restore_place
from desktop.ui.theme import Theme

_NARROW_BELOW_PX = 1000
_FIRST_SIZE = (1366, 768)
_COLUMNS = (190, 646, 530)
_LEAST_SIZE = (640, 480)


class MainWindow(QMainWindow):
    """One topic to read, one case to work on."""

    def __init__(self, library: Library, slug: str, looks: Looks, settings: QSettings) -> None:
        super().__init__()
        self._library, self._looks, self._settings = library, looks, settings
        self._content = page_content(library, slug)
        drugs = [library.drug(key) for key in library.drug_slugs]
        self._available = tuple(drug for drug in drugs if isinstance(drug, Drug))
        self._unavailable = tuple(drug for drug in drugs if not isinstance(drug, Drug))
        self._links = Links(self._content, {drug.slug: drug for drug in self._available})
        sections = self._content.topic.sections
        self._history = History(sections[0].id)
        self._shows_bedside = False
        self.actions_ = Actions(self)
        self.header = Header(self.actions_, self._content.topic.title)
        self.outline, self.page, self.bedside, self.drawer = Outline(), GuidancePage(), Bedside(), Drawer()
        self.expiry = ExpiryNotice()
        self._reading = self._reading_pane()
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._compose()
        self._connect()
        self.outline.show_sections(sections)
        self.bedside.pitfalls.show_pitfalls(self._content.pitfalls)
        self._show_theme(looks.theme())
        self._restore()

    def _reading_pane(self) -> QFrame:
        """The page, with the drawer below."""
        pane = QFrame()
        pane.setObjectName("reading")
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.page)
        parts.addWidget(self.drawer)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts, 1)
        return pane

    def _compose(self) -> None:
        """Header, banner, three columns, status strip."""
        for column in (self.outline, self._reading, self.bedside):
            self._columns.addWidget(column)
        self._columns.setChildrenCollapsible(False)
        self._columns.setStretchFactor(1, 1)
        self._columns.setHandleWidth(1)
        self._columns.setSizes(list(_COLUMNS))
        whole = QWidget()
        whole.setObjectName("frame")
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(Banner(self._content.topic, self._library.edition))
        layout.addWidget(self.expiry)
        layout.addWidget(self._columns, 1)
        layout.addWidget(StatusStrip(self._library.edition, self._library.source))
        self.setCentralWidget(whole)
        self.setWindowTitle(f"Wardlight: {self._content.topic.title}")
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)

    def _connect(self) -> None:
        """Every signal and the one place it leads to."""
        actions, looks = self.actions_, self._looks
        actions.fill(self.menuBar(), self._content.topic.sections, self._visit)
        actions.new_case.triggered.connect(self._ask_new_case)
        actions.quit.triggered.connect(self.close)
        actions.back.triggered.connect(lambda: self._go_to(self._history.back()))
        actions.forward.triggered.connect(lambda: self._go_to(self._history.forward()))
        actions.larger.triggered.connect(lambda: looks.step_size(1))
        actions.smaller.triggered.connect(lambda: looks.step_size(-1))
        actions.usual_size.triggered.connect(lambda: looks.choose_size(100))
        actions.next_scheme.triggered.connect(looks.next_scheme)
        for scheme, action in actions.schemes.items():
            action.triggered.connect(lambda _checked, chosen=scheme: looks.choose_scheme(chosen))
        actions.bedside.triggered.connect(self._swap_page)
        actions.next_pane.triggered.connect(self._focus_next_pane)
        actions.about.triggered.connect(lambda: self._show("About Wardlight", about_html(self._library)))
        actions.hazards.triggered.connect(lambda: self._show("Hazard log", hazard_log_html()))
        looks.changed.connect(self._show_theme)
        self.outline.section_chosen.connect(self._visit)
        self.page.section_reached.connect(self.outline.mark)
        self.page.anchorClicked.connect(lambda url: self._open(url.toString()))
        self.drawer.link_opened.connect(self._open)
        self.bedside.link_opened.connect(self._open)
        self.bedside.dosing.case_edited.connect(self.answer_case)
        self.bedside.dosing.new_case.connect(self._ask_new_case)
        self.bedside.dosing.second_check.connect(self._check_again)
        self.bedside.touched.connect(lambda: self.expiry.touch(has_case=self.bedside.has_case()))
        self.expiry.expired.connect(self.bedside.clear_case)

    def answer_case(self, typed: Typed, confirmed: bool) -> None:
        """Answer the case as it stands in the fields."""
        self._forget_answers()
        found = answer(typed, self._available, confirmed=confirmed)
        if isinstance(found, Assessment):
            self._links.answers = found.answers
            self.bedside.timeline.show_answers(found.answers)
        self.bedside.dosing.show_answer(found, self._content.references, self._unavailable)

    def _forget_answers(self) -> None:
        self._links.answers = ()
        self.drawer.forget_case()
        self.bedside.timeline.show_answers(())

    def _show_theme(self, theme: Theme) -> None:
        self.header.set_theme(theme)
        self.outline.fit()
        self.drawer.set_theme(theme)
        sections = tuple(section.id for section in self._content.topic.sections)
        self.page.show_page(page_html(self._content), theme, sections)
        self.bedside.set_theme(theme)
        self.actions_.schemes[self._looks.scheme].setChecked(True)
        self._arrange()

    def _visit(self, place: str) -> None:
        self._history.visit(place)
        self._go_to(place)

    def _go_to(self, place: str) -> None:
        self.page.go_to(place)
        self.actions_.back.setEnabled(self._history.can_go_back)
        self.actions_.forward.setEnabled(self._history.can_go_forward)

    def _open(self, link: str) -> None:
        opened = self._links.opened_by(link)
        if opened is not None:
            self._show(opened.title, opened.html, of_case=link.startswith("dose:"))

    def _show(self, title: str, html: str, *, of_case: bool = False) -> None:
        """Open the drawer, and in a narrow window the page that it belongs to."""
        self._shows_bedside = False
        self._arrange()
        self.drawer.open(title, html, of_case=of_case)

    def _ask_new_case(self) -> None:
        question = "Clear every figure and tick of this case?"
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        if QMessageBox.question(self, "New case", question, yes | no, no) == yes:
            self.bedside.clear_case()
            self.bedside.focus_case()

    def _check_again(self) -> None:
        """Let a second person type the case; the first one's figures are out of sight meanwhile."""
        from desktop.ui.second_check import SecondCheck  # not on the way to the first window

        self.drawer.forget_case()
        self.bedside.conceal(True)
        dialog = SecondCheck(self.bedside.dosing.typed(), self)
        dialog.form.edited.connect(lambda: self.expiry.touch(has_case=True))
        dialog.finished.connect(lambda: self.bedside.conceal(False))
        dialog.compared.connect(self.bedside.dosing.show_check)
        # A case that changes or goes meanwhile takes the second entry with it.
        self.bedside.touched.connect(dialog.reject)
        self.expiry.asked.connect(dialog.reject)
        dialog.open()

    def _is_narrow(self) -> bool:
        return self.width() < _NARROW_BELOW_PX * self._looks.percent // 100

    def _swap_page(self) -> None:
        """In a narrow window show the other page; in a wide one go to the case."""
        if self._is_narrow():
            self._shows_bedside = not self._shows_bedside
            self._arrange()
        else:
            self.bedside.focus_case()

    def _arrange(self) -> None:
        """Everything side by side, or one page at a time where there is no room."""
        narrow = self._is_narrow()
        self._shows_bedside = self._shows_bedside and narrow
        self.header.show_narrow(narrow)
        self.actions_.bedside.setText("&Guidance" if narrow and self._shows_bedside else "&Bedside")
        self.outline.setVisible(not narrow)
        self._reading.setVisible(not (narrow and self._shows_bedside))
        self.bedside.setVisible(not narrow or self._shows_bedside)

    def _focus_next_pane(self) -> None:
        """Contents, page, source, bedside, and round again, whichever are shown."""
        panes = [pane for pane in (self.outline, self.page, self.drawer, self.bedside) if pane.isVisible()]
        focused = QApplication.focusWidget()
        inside = [i for i, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused))]
        pane = panes[((inside[0] if inside else -1) + 1) % len(panes)]
        if pane is self.bedside:
            self.bedside.focus_case()
        else:
            pane.setFocus()

    def show_failure(self, fault_id: str) -> None:
        """After an error in the program: no dose stays on screen."""
        self._forget_answers()
        self.bedside.dosing.show_failure(
            f"Something failed (error {fault_id}), so no dose is shown. Start a new case. "
            "If it fails again, use the label and report this number."
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns fitting the width."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, and nothing else."""
        keep_place(self, self._settings)
        super().closeEvent(event)

    def _restore(self) -> None:
        self.actions_.back.setEnabled(False)
        self.actions_.forward.setEnabled(False)
        self.page.setFocus()
        restore_place(self, self._settings)
