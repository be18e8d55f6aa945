"""Text on the window, by the look it has in the style sheet."""

from PySide6.QtWidgets import QLabel

# Short words that must never be broken over two lines.
_ONE_LINE = ("field", "unit", "cardTitle", "clearance", "notReviewed", "reviewed")


def label(words: str, look: str) -> QLabel:
    """A label that wraps instead of being cut; `look` is its name in window.css."""
    made = QLabel(words)
    made.setObjectName(look)
    made.setWordWrap(look not in _ONE_LINE)
    return made
