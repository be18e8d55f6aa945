"""A second window to read in, beside the first: another topic, or another place of the same one."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.content.library import Library
from desktop.domain.guidance import Topic
from desktop.ui.actions import Actions
from desktop.ui.header import Header
from desktop.ui.looks import Looks
from desktop.ui.looks_connections import connect_looks
from desktop.ui.placing import next_pane
from desktop.ui.reader import Reader
from desktop.ui.search_connections import connect_search
from desktop.ui.searching import Searching
from desktop.ui.shortcuts_html import shortcuts_html
from desktop.ui.theme import Theme
from desktop.ui.words import tr

_FIRST_SIZE = (900, 700)


class SecondWindow(QMainWindow):
    """Only reads: it has no case, so that there is never a doubt about whose doses are shown."""

    def __init__(self, library: Library, slug: str, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = Actions(self)
        self._header = Header(self._actions, library.topic_titles)
        self.reader = Reader(library, slug)
        self._compose()
        reader = self.reader
        self._header.topic_chosen.connect(reader.visit)
        reader.topic_opened.connect(self._name_topic)
        reader.place_changed.connect(self._show_ways)
        for action, act in ((self._actions.back, reader.back), (self._actions.forward, reader.forward)):
            action.triggered.connect(act)
            self.addAction(action)
        actions = self._actions
        self.addActions([actions.search, actions.find, actions.find_next, actions.find_previous])
        self._connect_keys(looks)
        self.searching = Searching(library, self._header.search)
        connect_search(self.searching, actions, reader, lambda: None)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        looks.changed.connect(self._show_theme)
        reader.page.painted.connect(lambda: QTimer.singleShot(0, reader.page, reader.page.read_on))
        self._name_topic(reader.topic)
        self._show_ways(False, False)
        self._show_theme(looks.theme())
        self.resize(*_FIRST_SIZE)

    def _compose(self) -> None:
        self._header.show_reading_only()
        whole = QWidget()
        whole.setObjectName("frame")
        column, halves = QVBoxLayout(whole), QHBoxLayout()
        for layout in (column, halves):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        halves.addWidget(self.reader.outline)
        halves.addWidget(self.reader.pane, 1)
        column.addWidget(self._header)
        column.addWidget(self.reader.banner)
        column.addLayout(halves, 1)
        self.setCentralWidget(whole)

    def _connect_keys(self, looks: Looks) -> None:
        """What is worked by keys as in the first window; here it has no menu."""
        actions, reader = self._actions, self.reader
        connect_looks(looks, actions, reader)
        actions.next_pane.triggered.connect(self._focus_next_pane)
        actions.shortcuts.triggered.connect(lambda: reader.show_beside(tr("Keyboard"), shortcuts_html(self.actions())))
        self.addActions([actions.larger, actions.smaller, actions.usual_size])
        self.addActions([actions.larger_page, actions.smaller_page, actions.usual_page, actions.next_scheme])
        self.addActions([actions.next_pane, actions.shortcuts])

    def _focus_next_pane(self) -> None:
        """Contents, page, source, and round again, whichever are shown."""
        reader = self.reader
        next_pane([reader.outline, reader.page, reader.drawer], self.focusWidget()).setFocus()

    def _show_theme(self, theme: Theme) -> None:
        self._header.set_theme(theme)
        self.searching.set_theme(theme)
        self.reader.set_theme(theme)

    def _name_topic(self, topic: Topic) -> None:
        self.setWindowTitle(tr("Wardlight, second window: {topic}", topic=topic.title))
        self._header.show_topic(topic.title)

    def _show_ways(self, back: bool, forward: bool) -> None:
        self._actions.back.setEnabled(back)
        self._actions.forward.setEnabled(forward)
