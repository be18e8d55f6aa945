"""Searching as it is typed: the field, the list under it, and what is chosen from it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.ui.announcing import announce, is_heard
from desktop.ui.search_box import SearchBox
from desktop.ui.theme import Theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.domain.search_result import SearchResult
    from desktop.ui.results_popup import ResultsPopup
    from desktop.ui.search_results import Row


class Searching(QObject):
    """Searches the library for every text in the field; `chosen` carries the row to open, `left` that nothing was."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, library: Library, box: SearchBox) -> None:
        super().__init__(box)
        self._library, self._box = library, box
        self._theme: Theme | None = None
        self._popup: ResultsPopup | None = None
        box.asked.connect(self._search)
        box.moved.connect(self._move)
        box.entered.connect(self._enter)
        box.left.connect(self._leave)
        box.resized.connect(self._refit)
        box.unfocused.connect(self._follow_focus)

    @property
    def popup(self) -> "ResultsPopup":
        """The list, made when it is first needed."""
        if self._popup is None:
            from desktop.ui.results_popup import ResultsPopup  # not on the way to the first window

            self._popup = ResultsPopup(self._box.window())
            self._popup.chosen.connect(self._open)
            self._popup.left.connect(self._return)
            self._popup.list.unfocused.connect(self._follow_focus)
            if self._theme is not None:
                self._popup.set_theme(self._theme)
        return self._popup

    def set_theme(self, theme: Theme) -> None:
        """Take the look."""
        self._theme = theme
        if self._popup is not None:
            self._popup.set_theme(theme)

    def clear(self) -> None:
        """Forget what was asked: the reader has gone."""
        # Not clear(): that could be undone, and the words of the last reader would be back.
        self._box.setText("")

    def ask(self) -> None:
        """Go to the field, with what was asked before ready to be typed over."""
        self._box.setFocus()
        self._box.selectAll()
        self._search(self._box.text())

    def _search(self, text: str) -> None:
        if not text.strip():
            if self._popup is not None:
                self._popup.forget()
            return
        result = self._library.search(text)
        self.popup.show_result(result, self._box)
        self._announce(result)

    def _announce(self, result: "SearchResult") -> None:
        """Tell a screen reader how many results there are: the list opens without the focus."""
        if is_heard():
            from desktop.ui.search_results import message_words

            words = message_words(result) or _counted(result)
            announce(self._box, words)

    def _move(self, by: int) -> None:
        if self.popup.isVisible():
            self.popup.step(by)
        else:
            self._search(self._box.text())

    def _enter(self) -> None:
        if self.popup.isVisible():
            self.popup.open_chosen()
        else:
            self._search(self._box.text())

    def _open(self, row: "Row") -> None:
        self.popup.hide()
        self.chosen.emit(row)

    def _leave(self) -> None:
        """Close the list; where it is closed already, go back to the page."""
        if self.popup.isVisible():
            self.popup.hide()
        else:
            self.left.emit()

    def _return(self) -> None:
        self.popup.hide()
        self._box.setFocus()

    def _refit(self) -> None:
        if self._popup is not None and self._popup.isVisible():
            self._popup.fit(self._box)

    def _follow_focus(self) -> None:
        """Close the list once the reader is elsewhere in the window, and let the field give back its room."""
        now = QApplication.focusWidget()
        if now is None or now is self._box or (self._popup is not None and self._popup.isAncestorOf(now)):
            return
        self._box.be_used(False)
        if self._popup is not None:
            self._popup.hide()


def _counted(result: "SearchResult") -> str:
    return tr("{count} results. Best: {title}", count=len(result.hits), title=result.hits[0].title)
