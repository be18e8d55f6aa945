"""Where the window stands on the screen, and which of its panes comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.domain.notebook import Setting
from desktop.notebook.notebook import Notebook

_TITLE_BAR_PX = 48


def keep_place(window: QMainWindow, notebook: Notebook) -> None:
    """Remember the window's place, and nothing else."""
    notebook.remember(Setting.WINDOW, window.saveGeometry().toBase64().toStdString())


def restore_place(window: QMainWindow, notebook: Notebook) -> bool:
    """Whether the window, put where it was, is new and must fill a screen that has no more room than its first size."""
    kept = QByteArray.fromBase64(notebook.kept.settings.get(Setting.WINDOW, "").encode())
    return not window.restoreGeometry(kept) and _fills_the_screen(window)


def next_pane(panes: Sequence[QWidget], focused: QWidget | None) -> QWidget:
    """The pane after the one that holds the focus, of those that are shown; the first where none does."""
    shown = [pane for pane in panes if pane.isVisible()]
    inside = [at for at, pane in enumerate(shown) if focused and (pane is focused or pane.isAncestorOf(focused))]
    return shown[((inside[0] if inside else -1) + 1) % len(shown)]


def _fills_the_screen(window: QMainWindow) -> bool:
    """Whether the first size, with room for a title bar, is more than the screen has."""
    room, wanted = window.screen().availableSize(), window.size()
    return wanted.width() >= room.width() or wanted.height() + _TITLE_BAR_PX >= room.height()
