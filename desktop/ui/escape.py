"""The Escape key, kept by the part of the window that it is pressed in."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


def took_escape(event: QEvent, act: Callable[[], object]) -> bool:
    """Whether an event was the Escape key, then acted on and kept: something else would be closed otherwise."""
    if not isinstance(event, QKeyEvent) or event.key() != QtCore.Qt.Key.Key_Escape:
        return False
    if event.type() is QEvent.Type.KeyPress:
        act()
    event.accept()
    return True
