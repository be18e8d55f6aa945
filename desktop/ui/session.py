"""From the first page to the last: the first minute, and the readers who follow each other at a kiosk."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout

from desktop.domain.notebook import Setting
from desktop.notebook.notebook import Notebook
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.ui.welcome import Welcome

IDLE_MS = 10 * 60 * 1000
_SEEN = "seen"
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin})


class Session(QObject):
    """Shows the disclaimer when it is due and the tour when asked; at a kiosk `ended` tells that the reader has gone.

    `room` is where the strip finds its place in the window, which is empty until then.
    """

    ended = Signal()

    def __init__(self, window: QMainWindow, notebook: Notebook, *, kiosk: bool) -> None:
        super().__init__(window)
        self._window, self._notebook, self.kiosk = window, notebook, kiosk
        self.room = QVBoxLayout()
        self._welcome: Welcome | None = None
        self._may_close = not kiosk
        self.idle = QTimer(self)
        self.idle.setInterval(IDLE_MS)
        self.idle.timeout.connect(self.end)

    def begin(self) -> None:
        """Show the disclaimer where it was not read yet; at a kiosk to every reader."""
        if self.kiosk:
            self.welcome.show_disclaimer(tour=False)
            self._window.windowHandle().installEventFilter(self)
        elif self._notebook.kept.settings.get(Setting.FIRST_START) != _SEEN:
            self.welcome.show_disclaimer(tour=True)

    @property
    def welcome(self) -> "Welcome":
        """The strip, made when it is first needed."""
        if self._welcome is None:
            from desktop.ui.welcome import Welcome  # not on the way to the first window

            self._welcome = Welcome()
            self._welcome.read.connect(lambda: self._notebook.remember(Setting.FIRST_START, _SEEN))
            self.room.addWidget(self._welcome)
        return self._welcome

    @property
    def folder(self) -> Path | None:
        """The folder in which something is kept for the reader, or None."""
        return self._notebook.folder

    def end(self) -> None:
        """Leave the kiosk to the next reader, who is told for whom this is."""
        self.idle.stop()
        self.ended.emit()
        self.welcome.show_disclaimer(tour=False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count the quiet minutes of a kiosk anew with every touch."""
        if event.type() in _TOUCHES:
            self.idle.start()
        return False

    def lets_close(self) -> bool:
        """Whether the window may close now; at a kiosk staff is asked first, and a yes closes it."""
        if not self._may_close:
            self._ask_staff(self._leave)
        return self._may_close

    def _leave(self) -> None:
        self._may_close = True
        self._window.close()

    def _ask_staff(self, then: Callable[[], None]) -> None:
        from PySide6.QtCore import Qt  # neither is on the way to the first window
        from PySide6.QtWidgets import QMessageBox

        words = tr("For staff: close Wardlight on this machine?")
        box = QMessageBox(QMessageBox.Icon.Question, "Wardlight", words, parent=self._window)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(then)
        box.open()
