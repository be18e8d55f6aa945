"""Finding words on the page that is shown: a bar under it, with how many there are."""

from PySide6 import QtGui
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from desktop.ui.escape import took_escape
from desktop.ui.guidance_page import GuidancePage
from desktop.ui.labels import label
from desktop.ui.page_marks import PageMarks, occurrences
from desktop.ui.words import tr


class FindBar(QFrame):
    """Hidden until it is asked for; marks every place on its page and steps through them. `counted` tells how many."""

    counted = Signal(int)

    def __init__(self, page: GuidancePage, marks: PageMarks) -> None:
        super().__init__()
        self.setObjectName("find")
        self._page, self._marks = page, marks
        self._found: list[QtGui.QTextCursor] = []
        self._here = 0
        self.words = QLineEdit()
        self.words.setAccessibleName(tr("Find on this page"))
        self.words.setPlaceholderText(tr("Find on this page"))
        self.words.textChanged.connect(self._search)
        self.words.returnPressed.connect(lambda: self.step(1))
        self._count = label("", "words")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 6, 16, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self._count)
        for words, tip, act in (
            (tr("Previous"), tr("The place before (Shift+F3)"), lambda: self.step(-1)),
            (tr("Next"), tr("The next place (F3)"), lambda: self.step(1)),
            (tr("Close"), tr("Close (Esc)"), self.close_bar),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(act)
            row.addWidget(button)
        page.drawn.connect(self._search_again)
        self.hide()

    def open_bar(self) -> None:
        """Ask for the words; those of the last time are chosen, to be typed over."""
        self.show()
        self.words.selectAll()
        self.words.setFocus()
        self._search()

    def close_bar(self) -> None:
        """Take the marks away and go back to the page."""
        self.hide()
        self._marks.show(())
        self._page.setFocus()

    def forget(self) -> None:
        """Close, and leave no word to be seen or brought back."""
        # Not clear(): that could be undone.
        self.words.setText("")
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Keep the Escape key for the bar while it is typed into."""
        return took_escape(event, self.close_bar) or super().event(event)

    def _search_again(self) -> None:
        """The page was drawn anew, so that every old place is void."""
        if self.isHidden():
            self._found = []
            self._marks.show(())
        else:
            self._search()

    def _search(self) -> None:
        self._page.be_whole()
        self._found = occurrences(self._page.document(), self.words.text())
        top = self._page.cursorForPosition(self._page.viewport().rect().topLeft()).position()
        after = (at for at, place in enumerate(self._found) if place.selectionStart() >= top)
        self._here = next(after, 0)
        self._show()

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1), round and round."""
        if self._found:
            self._here = (self._here + by) % len(self._found)
            self._show()

    def _show(self) -> None:
        self._count.setText(self._counted_words())
        self._marks.show(self._found, self._here if self._found else None)
        if self._found:
            place = QtGui.QTextCursor(self._found[self._here])
            place.clearSelection()
            self._page.setTextCursor(place)
            self._page.ensureCursorVisible()
        self.counted.emit(len(self._found))

    def _counted_words(self) -> str:
        if self._found:
            return tr("{here} of {all}", here=self._here + 1, all=len(self._found))
        return tr("Not on this page") if self.words.text().strip() else ""

    def count_words(self) -> str:
        """What is said about the count, for whoever reads the window aloud or tests it."""
        return self._count.text()
