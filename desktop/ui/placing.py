"""Where the window stands on the screen: kept at the end, restored at the start."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QMainWindow

_GEOMETRY = "geometry"
_TITLE_BAR_PX = 48


def keep_place(window: QMainWindow, settings: QSettings) -> None:
    """Remember the window's place, and nothing else."""
    settings.setValue(_GEOMETRY, window.saveGeometry())


def restore_place(window: QMainWindow, settings: QSettings) -> None:
    """Put the window where it was, or fill a screen that has no more room than its first size."""
    geometry = settings.value(_GEOMETRY)
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    elif _fills_the_screen(window):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _fills_the_screen(window: QMainWindow) -> bool:
    """Whether the first size, with room for a title bar, is more than the screen has."""
    room, wanted = window.screen().availableSize(), window.size()
    return wanted.width() >= room.width() or wanted.height() + _TITLE_BAR_PX >= room.height()
