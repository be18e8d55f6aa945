"""Text on the window, by the look it has in the style sheet."""

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtWidgets import QLabel

from desktop.ui.by_name import choose
from desktop.ui.html_text import escape

# Short words that must never be broken over two lines.
_ONE_LINE = ("field", "unit", "cardTitle", "clearance", "notReviewed", "reviewed", "keys")


def label(words: str, look: str) -> QLabel:
    """A label that wraps instead of being cut, and shows its words as they are; `look` is its name in window.css."""
    made = QLabel(words)
    # Otherwise a word of the content, or one that was typed, could become markup.
    choose(made, textFormat="PlainText")
    made.setObjectName(look)
    made.setWordWrap(look not in _ONE_LINE)
    return made


def linked_label(words: str, names: Sequence[str], look: str) -> QLabel:
    """A label that ends in links, numbered from 0, for mouse and keyboard; no word can become markup here either."""
    links = " · ".join(f'<a href="{at}">{escape(name)}</a>' for at, name in enumerate(names))
    made = label(f"{escape(words)} {links}", look)
    choose(made, textFormat="RichText")
    by_keyboard = QtCore.Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    made.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.LinksAccessibleByMouse | by_keyboard)
    return made
