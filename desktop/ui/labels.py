"""Text on the window, by the look it has in the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

# Short words that must never be broken over two lines.
_ONE_LINE = ("field", "unit", "cardTitle", "clearance", "notReviewed", "reviewed", "keys")


def label(words: str, look: str) -> QLabel:
    """A label that wraps instead of being cut, and shows its words as they are; `look` is its name in window.css."""
    made = QLabel(words)
    # Otherwise a word of the content, or one that was typed, could become markup.
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(look)
    made.setWordWrap(look not in _ONE_LINE)
    return made
