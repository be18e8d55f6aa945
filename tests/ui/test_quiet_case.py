"""A case that is left alone, and a case that is checked by a second person."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.expiry import QUIET_MS, ExpiryNotice
from desktop.ui.main_window import MainWindow
from desktop.ui.second_check import SecondCheck
from tests.ui.bedside_keys import answer_words, line, type_case
from tests.ui.bedside_keys import choose as choose_in


def _notice(qtbot: QtBot) -> ExpiryNotice:
    notice = ExpiryNotice(quiet_ms=20, second_ms=10, counted_from=3)
    qtbot.addWidget(notice)
    return notice


@pytest.mark.hazard("H06")
def test_a_quiet_case_is_asked_about_counted_down_and_expired(qtbot: QtBot) -> None:
    notice = _notice(qtbot)
    with qtbot.waitSignal(notice.expired, timeout=5000):
        notice.touch(has_case=True)
        qtbot.waitUntil(notice.isVisible)
        assert notice.words() == "Still the same patient? The case clears in 3 s."
        qtbot.waitUntil(lambda: "in 1 s" in notice.words())
    assert not notice.isVisible()
    assert not notice.is_waiting


def test_keeping_the_case_begins_to_wait_anew(qtbot: QtBot) -> None:
    notice = ExpiryNotice(quiet_ms=20, second_ms=60_000)
    qtbot.addWidget(notice)
    notice.touch(has_case=True)
    qtbot.waitUntil(notice.isVisible)
    (keep,) = notice.findChildren(QPushButton)
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()
    assert notice.is_waiting


def test_ten_minutes_are_waited() -> None:
    assert QUIET_MS == 600_000


def test_without_a_case_no_timer_runs(window: MainWindow) -> None:
    assert not window.expiry.is_waiting
    QTest.keyClicks(line(window.bedside.dosing, "weight in kg"), "7")
    assert window.expiry.is_waiting
    window.bedside.clear_case()
    assert not window.expiry.is_waiting


def test_a_tick_alone_is_a_case(window: MainWindow) -> None:
    box = window.bedside.pitfalls.findChildren(QCheckBox)[0]
    box.setChecked(True)
    assert window.expiry.is_waiting
    box.setChecked(False)
    assert not window.expiry.is_waiting


@pytest.mark.hazard("H06")
def test_when_nobody_answers_figures_ticks_and_doses_are_gone(window: MainWindow) -> None:
    type_case(window.bedside.dosing)
    window.bedside.pitfalls.findChildren(QCheckBox)[0].setChecked(True)
    window.expiry.expired.emit()
    assert line(window.bedside.dosing, "weight in kg").text() == ""
    assert not window.bedside.has_case()
    assert "937.5 mg" not in answer_words(window.bedside.dosing)


def _second_person(window: MainWindow, **changed: str) -> list[str]:
    """Open the second check, type into it, compare, and return what was seen."""
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SecondCheck)
        seen.append("bedside seen" if window.bedside.isVisible() else "blind")
        type_case(dialog.form, **changed)
        choose_in(dialog.form, "dialysis", "none")
        dialog.compare()
        seen.append(dialog.difference_words())
        if dialog.isVisible():
            cancel = dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Cancel)
            QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, act)
    (button,) = [b for b in window.bedside.dosing.findChildren(QPushButton) if b.text() == "Second check"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return seen


def _stamps(window: MainWindow) -> list[str]:
    labels = window.bedside.dosing.findChildren(QLabel)
    return [label.text() for label in labels if "Second check agreed" in label.text() and label.isVisible()]


@pytest.mark.hazard("H18")
def test_a_second_person_who_agrees_stamps_the_doses_until_the_next_edit(window: MainWindow) -> None:
    type_case(window.bedside.dosing)
    assert _second_person(window) == ["blind", ""]
    (stamp,) = _stamps(window)
    assert stamp.startswith("✓ Second check agreed at ")
    assert window.bedside.isVisible()
    QTest.keyClicks(line(window.bedside.dosing, "weight in kg"), "1")
    assert _stamps(window) == []


@pytest.mark.hazard("H18")
def test_a_difference_is_named_and_blocks_the_stamp(window: MainWindow) -> None:
    type_case(window.bedside.dosing)
    seen = _second_person(window, age_in_the_chosen_unit="76")
    assert "Age: first 67 years, second 76 years." in seen[1]
    assert _stamps(window) == []


def test_without_doses_there_is_nothing_to_check(window: MainWindow) -> None:
    (button,) = [b for b in window.bedside.dosing.findChildren(QPushButton) if b.text() == "Second check"]
    assert not button.isVisible()


def test_the_hazard_log_opens_beside_the_text(window: MainWindow) -> None:
    window.actions_.hazards.trigger()
    assert window.drawer.isVisible()
    words = window.drawer.findChildren(ClosedBrowser)[0].toPlainText()
    assert "H01" in words
    assert "Clinical sign-off: open" in words
