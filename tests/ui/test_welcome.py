"""The first minute blocks nothing: the disclaimer is read once, the tour has three steps and can be left at any."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.welcome import DISCLAIMER, STEPS, Welcome


@pytest.fixture
def welcome(qtbot: QtBot) -> Welcome:
    made = Welcome()
    qtbot.addWidget(made)
    return made


def _said(welcome: Welcome) -> str:
    return "\n".join(label.text() for label in welcome.findChildren(QLabel))


def test_the_disclaimer_says_for_whom_this_is_and_that_it_does_not_prescribe(welcome: Welcome) -> None:
    welcome.show_disclaimer(tour=True)
    assert DISCLAIMER in _said(welcome)
    assert "healthcare professionals" in DISCLAIMER
    assert "options, not orders" in DISCLAIMER


def test_reading_it_is_told_and_leaves(qtbot: QtBot, welcome: Welcome) -> None:
    welcome.show_disclaimer(tour=True)
    with qtbot.waitSignals([welcome.read, welcome.finished]):
        QTest.mouseClick(welcome.leave, Qt.MouseButton.LeftButton)
    assert not welcome.isVisible()


def test_the_tour_has_three_steps_and_then_leaves(qtbot: QtBot, welcome: Welcome) -> None:
    welcome.show_disclaimer(tour=True)
    with qtbot.waitSignal(welcome.read):
        QTest.keyClick(welcome.further, Qt.Key.Key_Space)
    seen = [_said(welcome)]
    while welcome.further.isVisible():
        QTest.keyClick(welcome.further, Qt.Key.Key_Space)
        seen.append(_said(welcome))
    assert [words.splitlines()[0] for words in seen] == ["1 of 3: Read", "2 of 3: Work on a case", "3 of 3: Keep"]
    assert all(STEPS[number][1] in words for number, words in enumerate(seen))
    with qtbot.waitSignal(welcome.finished):
        QTest.keyClick(welcome.leave, Qt.Key.Key_Space)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_any_step_can_be_skipped_with_escape(qtbot: QtBot, welcome: Welcome, step: int) -> None:
    welcome.show_tour()
    for _ in range(step):
        welcome.further.click()
    welcome.leave.setFocus()
    with qtbot.waitSignal(welcome.finished), qtbot.assertNotEmitted(welcome.read):
        QTest.keyClick(welcome.leave, Qt.Key.Key_Escape)
    assert not welcome.isVisible()


def test_without_a_tour_none_is_offered(welcome: Welcome) -> None:
    welcome.show_disclaimer(tour=False)
    assert not welcome.further.isVisible()
    assert welcome.leave.isVisible()
