"""A long task, step by step, with its progress in sight and a way to stop it; the window stays alive between steps."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop.ui.words import tr

# The dialog itself counts no steps: it shows per cent.
_WHOLE = 100
_SEEN_AFTER_MS = 300


class LongTask(QObject):
    """Runs an iterator that yields how much of the task is done, from 0 to 1; one step at a time, in this thread.

    `done` comes after its last step, `stopped` when the reader stops it: the iterator is closed then, and what it
    does in its `finally` is its way of leaving nothing half done. `failed` carries an error of a step.
    """

    done = Signal()
    stopped = Signal()
    failed = Signal(Exception)

    def __init__(self, words: str, steps: Iterator[float], window: QWidget) -> None:
        super().__init__(window)
        self._steps = steps
        self.dialog = QProgressDialog(words, tr("Stop"), 0, _WHOLE, window)
        self.dialog.setWindowTitle("Wardlight")
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        # A short task ends before anybody could read what it was.
        self.dialog.setMinimumDuration(_SEEN_AFTER_MS)
        self.dialog.setAutoClose(False)
        self.dialog.setAutoReset(False)
        self.dialog.canceled.connect(self._stop)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin; the first step is taken when the window has nothing else to do."""
        self.dialog.setValue(0)
        self._timer.start()

    def _step(self) -> None:
        try:
            part = next(self._steps, None)
        except Exception as error:  # whatever a step met, the dialog must not stay
            self._end()
            self.failed.emit(error)
            return
        if part is None:
            self._end()
            self.done.emit()
        else:
            self.dialog.setValue(round(part * _WHOLE))

    def _stop(self) -> None:
        if self._timer.isActive():
            self._end()
            close = getattr(self._steps, "close", None)
            if close is not None:
                close()
            self.stopped.emit()

    def _end(self) -> None:
        self._timer.stop()
        self.dialog.canceled.disconnect(self._stop)
        self.dialog.close()
        self.dialog.deleteLater()
        self.deleteLater()


def work(words: str, steps: Iterator[float], window: QWidget, then: Callable[[], None]) -> LongTask:
    """A long task, begun: the window takes nothing meanwhile, and `then` is called however it ends."""
    focused = window.focusWidget()
    # Before there is a dialog, which would be disabled with the window that it belongs to.
    window.setEnabled(False)
    task = LongTask(words, steps, window)

    def over() -> None:
        window.setEnabled(True)
        if focused is not None:
            focused.setFocus()
        then()

    task.done.connect(over)
    task.stopped.connect(over)
    task.failed.connect(over)
    task.failed.connect(_raise)
    task.start()
    return task


def _raise(error: Exception) -> None:
    """Let an error in a step be reported as any other."""
    raise error
