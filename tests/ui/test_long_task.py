"""A long task shows how far it is, can be stopped, and leaves the window alive meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.progress import LongTask


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


class _Work:
    """Ten steps, and what became of them."""

    def __init__(self) -> None:
        self.steps, self.was_left_whole = 0, False

    def __iter__(self) -> Iterator[float]:
        try:
            for self.steps in range(1, 11):
                yield self.steps / 10
        finally:
            self.was_left_whole = True


def test_every_step_is_taken_and_told(qtbot: QtBot, window: QWidget) -> None:
    work = _Work()
    task = LongTask("Importing the pack", iter(work), window)
    told: list[int] = []
    task.dialog.setMinimumDuration(0)
    (bar,) = task.dialog.findChildren(QProgressBar)
    bar.valueChanged.connect(told.append)
    with qtbot.waitSignal(task.done):
        task.start()
    assert told[-10:] == list(range(10, 101, 10))
    assert work.steps == 10


def test_stopping_leaves_nothing_half_done(qtbot: QtBot, window: QWidget) -> None:
    def endless() -> Iterator[float]:
        try:
            while True:
                yield 0.5
        finally:
            left.append(True)

    left: list[bool] = []
    task = LongTask("Importing the pack", endless(), window)
    task.dialog.setMinimumDuration(0)
    task.start()
    qtbot.waitUntil(lambda: task.dialog.isVisible() and task.dialog.value() == 50)
    (stop,) = task.dialog.findChildren(QPushButton)
    with qtbot.waitSignal(task.stopped):
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert left == [True]
    assert not task.dialog.isVisible()


def test_a_step_that_fails_ends_the_task_and_tells(qtbot: QtBot, window: QWidget) -> None:
    def failing() -> Iterator[float]:
        yield 0.1
        raise OSError("the stick was pulled")

    task = LongTask("Importing the pack", failing(), window)
    with qtbot.waitSignal(task.failed) as failed:
        task.start()
    assert str(failed.args[0]) == "the stick was pulled"
    assert not task.dialog.isVisible()


def test_the_window_is_heard_between_two_steps(qtbot: QtBot, window: QWidget) -> None:
    heard: list[str] = []

    def steps() -> Iterator[float]:
        while not heard:
            yield 0.5

    window.destroyed.connect(lambda: None)
    window.windowTitleChanged.connect(heard.append)
    task = LongTask("Importing the pack", steps(), window)
    with qtbot.waitSignal(task.done):
        task.start()
        qtbot.waitUntil(lambda: task.dialog.value() == 50)
        window.setWindowTitle("alive")
    assert heard == ["alive"]
