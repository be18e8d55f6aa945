"""The size of a dialog by what it says, at any text size, within the window behind it."""

from PySide6.QtWidgets import QDialog, QWidget

_LINE = 72


def fit(dialog: QDialog, window: QWidget) -> None:
    """Make a dialog wide enough for a line of text and as tall as its layout needs; it never shrinks."""
    layout = dialog.layout()
    assert layout is not None
    dialog.ensurePolished()
    wide = min(max(dialog.width(), _LINE * dialog.fontMetrics().averageCharWidth()), window.width())
    tall = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    dialog.resize(wide, min(max(dialog.height(), tall), window.height()))
