"""The drawer under the page: a source opened beside the text that cites it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.ui.codes import DrawerText
from desktop.ui.labels import label
from desktop.ui.page_marks import PageMarks, found_at
from desktop.ui.theme import Theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.domain.search_result import Sought


class Drawer(QFrame):
    """Shows one source at a time; closed with Escape or its button. `print_asked` carries a page: title and HTML."""

    link_opened = Signal(str)
    print_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drawer")
        self._title = label("", "drawerTitle")
        self.text = DrawerText()
        self.text.setAccessibleName(tr("Source"))
        self._marks = PageMarks(self.text)
        self._of_case, self._place = False, ""
        self.setFocusProxy(self.text)
        self.text.anchorClicked.connect(lambda url: self.link_opened.emit(url.toString()))
        self._page: tuple[str, str] | None = None
        self.print_button = QPushButton(tr("&Print…"))
        self.print_button.setToolTip(tr("Print this page"))
        self.print_button.clicked.connect(self._ask_print)
        close = QPushButton(tr("Close"))
        close.setToolTip(tr("Close the source (Esc)"))
        close.clicked.connect(self.hide)
        QShortcut(QKeySequence("Esc"), self, self.hide)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.print_button)
        head.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 10, 16, 10)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the look; an open source is closed, as its text was drawn in the old one."""
        self.hide()
        self.text.set_theme(theme)
        self._marks.set_theme(theme)

    def _ask_print(self) -> None:
        if self._page is not None:
            self.print_asked.emit(*self._page)

    def open(self, title: str, html: str, *, place: str = "", of_case: bool = False, printable: bool = False) -> None:
        """Show a source from one of its places; `of_case` where it tells of the doses of the present case.

        A page of the library is `printable`, such as the slip for reporting an error.
        """
        self._page = (title, html) if printable else None
        self.print_button.setVisible(printable)
        self._of_case = of_case
        self._title.setText(title)
        # Shown first: laid out before it has its size, the text would stay scrolled below its first line.
        self.show()
        self.text.setHtml(html)
        self.text.verticalScrollBar().setValue(0)
        self.text.scrollToAnchor(place)
        self._place = place

    def mark(self, sought: "Sought") -> None:
        """Mark what was sought, from the place on that was opened."""
        self._marks.show(found_at(self.text.document(), self._place, sought))

    def say(self, words: str) -> None:
        """Say something in place of the title, such as what was copied; the source stays."""
        self._title.setText(words)

    def words(self) -> str:
        """What is shown, for whoever reads the window aloud or tests it."""
        return self.text.toPlainText()

    def forget_case(self) -> None:
        """Close what tells of a case that has changed."""
        if self._of_case:
            self._of_case = False
            self.hide()
            self.text.clear()
