"""The terms of a shown page: a quiet dotted line under each, and its meaning on hover."""

from collections.abc import Mapping

from PySide6 import QtGui

from desktop.ui.fragments import TERM_LINK
from desktop.ui.html_text import escape


def mark_terms(document: "QtGui.QTextDocument", meanings: Mapping[str, str], since: int = 0) -> None:
    """Underline every term from a paragraph on and give it its meaning; Qt's style sheets know no dotted line."""
    cursor = QtGui.QTextCursor(document)
    cursor.beginEditBlock()
    for start, length, link in _terms(document, since):
        dotted = QtGui.QTextCharFormat()
        dotted.setUnderlineStyle(QtGui.QTextCharFormat.UnderlineStyle.DotLine)
        # As rich text, which a tool tip wraps.
        dotted.setToolTip(f"<p>{escape(meanings.get(link, ''))}</p>")
        cursor.setPosition(start)
        cursor.setPosition(start + length, QtGui.QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(dotted)
    cursor.endEditBlock()


def _terms(document: "QtGui.QTextDocument", since: int) -> list[tuple[int, int, str]]:
    """Where each term stands, how long it is, and its link; all found before any is changed."""
    found = []
    block = document.findBlockByNumber(since)
    while block.isValid():
        for run in block.textFormats():
            link = run.format.anchorHref()
            if link.startswith(TERM_LINK):
                found.append((block.position() + run.start, run.length, link))
        block = block.next()
    return found
