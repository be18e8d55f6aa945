"""The window: it connects the page, the bedside and the drawer, and holds nothing else."""

from functools import partial

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop.content.library import Library
from desktop.domain.answering import Doses, answer
from desktop.domain.drugs import Drug
from desktop.domain.patient import Typed
from desktop.ui.about import about_html, hazard_log_html
from desktop.ui.actions import Actions
from desktop.ui.bedside import Bedside
from desktop.ui.expiry import ExpiryNotice
from desktop.ui.frame import Banner, StatusStrip
from desktop.ui.header import Header
from desktop.ui.history import History, place_in
from desktop.ui.links import TOPIC_LINK, Links
from desktop.ui.looks import Looks
from desktop.ui.outline import Outline
from desktop.ui.page_html import page_content, page_html
from desktop.ui.placing import keep_place, next_pane, restore_place
from desktop.ui.reading_pane import ReadingPane
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
        self._links = Links(self._content, {drug.slug: drug for drug in self._available}, library)
        self._history = History(place_in(slug, self._content.topic.sections[0].id))
        self._shows_bedside = False
        self.actions_ = Actions(self)
        self.header = Header(self.actions_, library.topic_titles)
        self.outline, self.bedside, self._reading = Outline(), Bedside(), ReadingPane()
        self.page, self.drawer = self._reading.page, self._reading.drawer
        self._banner = Banner(library.edition)
        self.expiry = ExpiryNotice()
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._compose()
        self._connect()
        self._name_topic()
        self.bedside.pitfalls.show_pitfalls([p for key in library.topic_slugs for p in library.pitfalls(key)])
        self._show_theme(looks.theme())
        self._restore()

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
        layout.addWidget(self._banner)
        layout.addWidget(self.expiry)
        layout.addWidget(self._columns, 1)
        layout.addWidget(StatusStrip(self._library.edition, self._library.source))
        self.setCentralWidget(whole)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)

    def _connect(self) -> None:
        """Every signal and the one place it leads to."""
        actions, looks = self.actions_, self._looks
        actions.fill(self.menuBar())
        actions.new_case.triggered.connect(self.bedside.ask_new_case)
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
        self.header.topic_chosen.connect(self.visit)
        self.outline.section_chosen.connect(self._visit_section)
        self.page.section_reached.connect(self.outline.mark)
        self.page.link_opened.connect(self._open)
        actions.bottom_line.toggled.connect(self.page.fold_all)
        self.drawer.link_opened.connect(self._open)
        self.bedside.link_opened.connect(self._open)
        self.bedside.dosing.case_edited.connect(self.answer_case)
        self.bedside.dosing.new_case.connect(self.bedside.ask_new_case)
        self.bedside.dosing.second_check.connect(self._check_again)
        self.bedside.touched.connect(lambda: self.expiry.touch(has_case=self.bedside.has_case()))
        self.expiry.expired.connect(self.bedside.clear_case)

    def answer_case(self, typed: Typed, confirmed: bool) -> None:
        """Answer the case as it stands in the fields."""
        self._forget_answers()
        found = answer(typed, self._available, confirmed=confirmed)
        if isinstance(found, Doses):
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
        self._show_page()
        self.bedside.set_theme(theme)
        self.actions_.schemes[self._looks.scheme].setChecked(True)
        self._arrange()

    def _show_page(self) -> None:
        sections = tuple(section.id for section in self._content.topic.sections)
        self.page.show_page(partial(page_html, self._content), self._looks.theme(), sections)

    def _name_topic(self) -> None:
        """Say everywhere which topic is open, and offer its sections."""
        topic = self._content.topic
        self.setWindowTitle(f"Wardlight: {topic.title}")
        self.header.show_topic(topic.title)
        self._banner.show_topic(topic)
        self.outline.show_sections(topic.sections)
        self.outline.fit()
        self.actions_.show_sections(topic.sections, self._visit_section)

    def _visit_section(self, section: str) -> None:
        self.visit(place_in(self._content.topic.id, section))

    def visit(self, place: str) -> None:
        """Go to a place of any topic, such as "ndm#dosing"; the case at the bedside stays."""
        self._history.visit(place)
        self._go_to(place)

    def _go_to(self, place: str) -> None:
        slug, _, section = place.partition("#")
        if slug != self._content.topic.id:
            self._content = self._links.content = page_content(self._library, slug)
            self.drawer.hide()
            self._name_topic()
            self._show_page()
        self.page.go_to(section or self._content.topic.sections[0].id)
        self.actions_.back.setEnabled(self._history.can_go_back)
        self.actions_.forward.setEnabled(self._history.can_go_forward)

    def _open(self, link: str) -> None:
        if link.startswith(TOPIC_LINK):
            self.visit(link.removeprefix(TOPIC_LINK))
            return
        if opened := self._links.opened_by(link):
            self._show(opened.title, opened.html, of_case=link.startswith("dose:"))

    def _show(self, title: str, html: str, *, of_case: bool = False) -> None:
        """Open the drawer, and in a narrow window the page that it belongs to."""
        self._shows_bedside = False
        self._arrange()
        self.drawer.open(title, html, of_case=of_case)

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
        pane = next_pane([self.outline, self.page, self.drawer, self.bedside], QApplication.focusWidget())
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
