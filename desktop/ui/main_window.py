"""The window: it puts the reader and the bedside side by side, connects the two, and holds nothing else."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop.content.library import Library
from desktop.domain.guidance import Topic
from desktop.notebook.notebook import Notebook
from desktop.ui.actions import Actions
from desktop.ui.desk_place import DeskPlace
from desktop.ui.header import Header
from desktop.ui.help_connections import connect_help
from desktop.ui.keeping import Keeping
from desktop.ui.kept_connections import connect_keeping, connect_session, show_shift_check
from desktop.ui.looks import Looks
from desktop.ui.looks_connections import connect_looks
from desktop.ui.low_frame import LowFrame
from desktop.ui.placing import keep_place, next_pane, restore_place
from desktop.ui.reader import Reader
from desktop.ui.role_choice import connect_role, kept_role
from desktop.ui.search_connections import connect_search
from desktop.ui.searching import Searching
from desktop.ui.session import Session
from desktop.ui.sheet_connections import export_references, print_library_page, sheet_dialog
from desktop.ui.theme import Theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.ui.bedside import Bedside
    from desktop.ui.case_desk import CaseDesk

_NARROW_BELOW_PX = 1000
_FIRST_SIZE, _LEAST_SIZE = (1366, 768), (640, 480)
_COLUMNS = (190, 646, 530)


class MainWindow(QMainWindow):
    """One topic to read, one case to work on; until `complete` was called, no more is made than the first page."""

    def __init__(self, library: Library, slug: str, looks: Looks, notebook: Notebook, *, kiosk: bool = False) -> None:
        super().__init__()
        self._library, self._looks, self._notebook, self._shows_bedside = library, looks, notebook, False
        self.actions_ = Actions(self)
        self.actions_.fill(self.menuBar())
        self.header = Header(self.actions_, library.topic_titles)
        self.reader = Reader(library, slug, kept_role(notebook))
        self.outline, self.page, self.drawer = self.reader.outline, self.reader.page, self.reader.drawer
        self.place = DeskPlace(library)
        self.keeping = Keeping(notebook, library)
        self.session = Session(self, notebook, kiosk=kiosk)
        self.low = LowFrame(library, self.reader.banner)
        self._columns = QSplitter()
        self._compose()
        self.searching = Searching(library, self.header.search)
        self._connect_reader()
        self._connect_actions()
        connect_keeping(self.keeping, self.actions_, self.reader, self)
        connect_session(self.session, self.actions_, self.keeping, self.reader)
        connect_search(self.searching, self.actions_, self.reader, self._show_reading)
        connect_role(self.actions_, self.reader, notebook)
        self._name_topic(self.reader.topic)
        self._show_theme(looks.theme())
        self.place.prepare(self._take_desk)
        self._show_ways(False, False)
        self.page.setFocus()
        self.fills_screen = restore_place(self, notebook)

    def _compose(self) -> None:
        """Header, banner, three columns, status strip."""
        for column in (self.outline, self.reader.pane, self.place):
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
        for strip in (self.header, self.reader.banner, self.keeping.strip):
            layout.addWidget(strip)
        layout.addLayout(self.place.above)
        layout.addLayout(self.session.room)
        layout.addWidget(self._columns, 1)
        layout.addWidget(self.low.status)
        layout.addWidget(self.low)
        self.setCentralWidget(whole)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)

    def _connect_reader(self) -> None:
        """What the reading half reports, and what leads to it."""
        reader, actions = self.reader, self.actions_
        reader.topic_opened.connect(self._name_topic)
        reader.place_changed.connect(self._show_ways)
        reader.drawer_opened.connect(self._show_reading)
        reader.copied.connect(self.low.status.say)
        self.low.asked.connect(lambda html: reader.show_beside(tr("About this page"), html))
        self.header.topic_chosen.connect(reader.visit)
        self.session.ended.connect(self.searching.clear)
        actions.back.triggered.connect(reader.back)
        actions.forward.triggered.connect(reader.forward)
        actions.bottom_line.toggled.connect(self.page.fold_all)
        actions.show_history(reader.places, reader.visit)
        actions.export_references.triggered.connect(lambda: export_references(self._library, reader, self))
        actions.shift_check.triggered.connect(lambda: show_shift_check(self._library, self.session, self._looks, self))
        actions.glossary.triggered.connect(lambda: reader.open("glossary:"))
        connect_help(actions, reader, self._library)
        self.drawer.print_asked.connect(self._print_page)

    def _print_page(self, title: str, html: str) -> None:
        print_library_page(title, html, self._library, self, only_paper=self.session.kiosk)

    @property
    def desk(self) -> "CaseDesk":
        """The bedside half."""
        return self.place.desk

    @property
    def bedside(self) -> "Bedside":
        """What is done at the bed, in tabs."""
        return self.desk.bedside

    def _take_desk(self, desk: "CaseDesk") -> None:
        """Connect the bedside half once it is made, and give it the look of the rest."""
        from desktop.ui.desk_making import connect_desk  # not on the way to the first page

        connect_desk(desk, self)
        desk.bedside.set_theme(self._theme)
        self._arrange()

    def _connect_actions(self) -> None:
        """The looks, and the window's own arrangement."""
        actions, looks = self.actions_, self._looks
        actions.show_pages(self._library.pages, self.reader.open)
        actions.hand_over.triggered.connect(self._hand_over)
        actions.quit.triggered.connect(self.close)
        connect_looks(looks, actions, self.reader)
        actions.second_window.triggered.connect(self._open_second_window)
        actions.bedside.triggered.connect(self._swap_page)
        actions.next_pane.triggered.connect(self._focus_next_pane)
        looks.changed.connect(self._show_theme)
        self.session.ended.connect(looks.put_back)

    def visit(self, place: str) -> None:
        """Go to a place of any topic, such as "ndm#dosing"; the case at the bedside stays."""
        self.reader.visit(place)

    def _show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.header.set_theme(theme)
        self.searching.set_theme(theme)
        self.reader.set_theme(theme)
        if not self.place.is_empty:
            self.bedside.set_theme(theme)
        self.actions_.schemes[self._looks.scheme].setChecked(True)
        self._arrange()

    def _name_topic(self, topic: Topic) -> None:
        """Say everywhere which topic is open, and offer its sections."""
        self.setWindowTitle(tr("Wardlight: {topic}", topic=topic.title))
        self.header.show_topic(topic.title)
        self.actions_.show_sections(topic.sections, self.reader.visit_section)

    def _show_ways(self, back: bool, forward: bool) -> None:
        self.actions_.back.setEnabled(back)
        self.actions_.forward.setEnabled(forward)

    def _show_reading(self) -> None:
        """In a narrow window show the page that the drawer belongs to."""
        self._shows_bedside = False
        self._arrange()

    def _is_narrow(self) -> bool:
        return self.width() < _NARROW_BELOW_PX * self._looks.largest // 100

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
        self.low.arrange(self.size())
        self.header.show_narrow(narrow)
        self.actions_.bedside.setText(tr("&Guidance") if narrow and self._shows_bedside else tr("&Bedside"))
        self.outline.setVisible(not narrow)
        self.reader.pane.setVisible(not (narrow and self._shows_bedside))
        self.place.setVisible(not narrow or self._shows_bedside)

    def _focus_next_pane(self) -> None:
        pane = next_pane([self.outline, self.page, self.drawer, self.bedside], QApplication.focusWidget())
        (self.bedside.focus_case if pane is self.bedside else pane.setFocus)()

    def _hand_over(self) -> None:
        """Show what can be printed or saved; it goes when the case goes."""
        dialog = sheet_dialog(self._library, self.reader.topic, self.desk, self)
        for gone in (self.bedside.touched, self.desk.concealed, self.desk.expiry.asked):
            gone.connect(dialog.reject)
        dialog.open()

    def _open_second_window(self) -> None:
        from desktop.ui.second_window import SecondWindow  # not on the way to the first window

        SecondWindow(self._library, self.reader.topic.id, self._looks, self).show()

    def complete(self) -> None:
        """Make what the first page does not show, and see that the page can be read to its end."""
        self.place.fill()
        self.page.read_on()

    def settle_in(self) -> None:
        """Begin, once everything is there."""
        self.keeping.visit(self.reader.topic.id, self.reader.topic.title)
        self.session.begin()

    def show_failure(self, fault_id: str) -> None:
        """After an error in the program: no dose stays on screen."""
        from desktop.ui.notices import say_failure  # not on the way to the first window

        if not self.place.is_empty:
            self.desk.show_failure(fault_id)
        say_failure(self, fault_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns fitting the width."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, and nothing else."""
        if not self.session.lets_close():
            event.ignore()
            return
        keep_place(self, self._notebook)
        super().closeEvent(event)
