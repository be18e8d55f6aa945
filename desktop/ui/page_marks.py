"""Marks over a shown text, such as what was searched for; painted above it, so that the text stays as compiled."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtGui, QtWidgets

from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor, QTextDocument
    from PySide6.QtWidgets import QTextBrowser, QTextEdit

    from desktop.domain.search_result import Sought


class PageMarks:
    """Marks on one text: every place that was found, and the one among them where the reader is."""

    def __init__(self, text: "QTextBrowser") -> None:
        self._text = text
        self._theme: Theme | None = None
        self._found: Sequence[QTextCursor] = ()
        self._here: int | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        self._paint()

    def show(self, found: "Sequence[QTextCursor]", here: int | None = None) -> None:
        """Mark these places, and one of them more; none takes every mark away."""
        self._found, self._here = found, here
        self._paint()

    def _paint(self) -> None:
        if self._theme is None:
            return
        self._text.setExtraSelections([self._selection(at, cursor) for at, cursor in enumerate(self._found)])

    def _selection(self, at: int, cursor: "QTextCursor") -> "QTextEdit.ExtraSelection":
        assert self._theme is not None
        marked, look = QtWidgets.QTextEdit.ExtraSelection(), QtGui.QTextCharFormat()
        paper, ink = ("accent", "surface") if at == self._here else ("caution-soft", "caution")
        look.setBackground(QtGui.QColor(self._theme.colours[paper]))
        look.setForeground(QtGui.QColor(self._theme.colours[ink]))
        # Not by colour alone.
        look.setFontUnderline(True)
        marked.cursor, marked.format = cursor, look
        return marked


def found_at(document: "QTextDocument", place: str, sought: "Sought", length: int = 0) -> "list[QTextCursor]":
    """Where what is sought stands after a place in the text; no farther than `length`, if that is given."""
    from desktop.domain.search_result import highlights  # not on the way to the first window

    start = anchor_position(document, place) if place else 0
    if start is None:
        return []
    text = document.toPlainText()[start:]
    return [_span(document, start + first, start + last) for first, last in highlights(text[: length or None], sought)]


def _span(document: "QTextDocument", first: int, last: int) -> "QTextCursor":
    cursor = QtGui.QTextCursor(document)
    cursor.setPosition(first)
    cursor.setPosition(last, QtGui.QTextCursor.MoveMode.KeepAnchor)
    return cursor


def anchor_position(document: "QTextDocument", name: str) -> int | None:
    """Where in the text an anchor stands; None where there is none of that name."""
    block = document.begin()
    while block.isValid():
        for run in block.textFormats():
            if name in run.format.anchorNames():
                return block.position() + run.start
        block = block.next()
    return None


def occurrences(document: "QTextDocument", words: str) -> "list[QTextCursor]":
    """Every place where the words stand, in the order of reading, whatever their case; none for no words."""
    found: list[QTextCursor] = []
    if not words.strip():
        return found
    at = document.find(words)
    while not at.isNull():
        found.append(at)
        at = document.find(words, at)
    return found
