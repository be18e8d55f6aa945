"""A case that is left alone, and the hazard log."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.expiry import QUIET_MS, ExpiryNotice
from desktop.ui.main_window import MainWindow
from tests.ui.bedside_keys import answer_words, cards, line, show_bedside, type_case


def _notice(qtbot: QtBot) -> ExpiryNotice:
    # Each word stays long enough for a busy machine to look at it.
    notice = ExpiryNotice(quiet_ms=20, second_ms=500, counted_from=3)
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
    assert not window.desk.expiry.is_waiting
    QTest.keyClicks(line(window.bedside.dosing, "weight in kg"), "7")
    assert window.desk.expiry.is_waiting
    window.bedside.clear_case()
    assert not window.desk.expiry.is_waiting


def test_a_tick_alone_is_a_case(window: MainWindow) -> None:
    show_bedside(window)
    window.bedside.setCurrentWidget(window.bedside.pitfalls)
    box = window.bedside.pitfalls.findChildren(QCheckBox)[0]
    box.setChecked(True)
    assert window.desk.expiry.is_waiting
    box.setChecked(False)
    assert not window.desk.expiry.is_waiting


@pytest.mark.hazard("H06")
def test_when_nobody_answers_figures_ticks_doses_and_their_source_are_gone(window: MainWindow) -> None:
    show_bedside(window)
    type_case(window.bedside.dosing)
    window.bedside.setCurrentWidget(window.bedside.pitfalls)
    window.bedside.pitfalls.findChildren(QCheckBox)[0].setChecked(True)
    cards(window.bedside.dosing)[0].anchorClicked.emit(QUrl("dose:ceftazidime-avibactam/us-label/03"))
    assert window.drawer.isVisible()
    window.page.setFocus()
    window.desk.expiry.expired.emit()
    assert line(window.bedside.dosing, "weight in kg").text() == ""
    assert not window.bedside.has_case()
    assert "937.5 mg" not in answer_words(window.bedside.dosing)
    assert not window.drawer.isVisible()
    assert not window.desk.expiry.is_waiting
    assert window.focusWidget() is window.page, "whoever reads on must not find themselves typing into a new case"


@pytest.mark.hazard("H06")
def test_a_start_typed_into_the_timeline_is_a_case_and_an_edit(window: MainWindow) -> None:
    show_bedside(window)
    window.bedside.setCurrentWidget(window.bedside.timeline)
    view = window.bedside.timeline.view
    assert view is not None
    with _edit_is_heard(window):
        view.start.setText("08:00")
    assert window.desk.expiry.is_waiting
    window.desk.expiry.expired.emit()
    assert view.start.text() == ""
    assert not window.desk.expiry.is_waiting


@contextmanager
def _edit_is_heard(window: MainWindow) -> Iterator[None]:
    heard: list[bool] = []
    connection = window.bedside.touched.connect(lambda: heard.append(True))
    yield
    window.bedside.touched.disconnect(connection)
    assert heard


def test_an_edit_answers_the_question_too(qtbot: QtBot) -> None:
    notice = ExpiryNotice(quiet_ms=20, second_ms=60_000)
    qtbot.addWidget(notice)
    with qtbot.waitSignal(notice.asked, timeout=5000):
        notice.touch(has_case=True)
    notice.touch(has_case=True)
    assert not notice.isVisible()
    assert notice.is_waiting


def test_the_hazard_log_opens_beside_the_text(window: MainWindow) -> None:
    window.actions_.hazards.trigger()
    assert window.drawer.isVisible()
    words = window.drawer.findChildren(ClosedBrowser)[0].toPlainText()
    assert "H01" in words
    assert "Clinical sign-off: open" in words


@pytest.mark.parametrize("page", ["hazards", "about"])
def test_help_is_seen_where_the_bedside_is_a_page_of_its_own(window: MainWindow, page: str) -> None:
    window.resize(800, 600)
    show_bedside(window)
    getattr(window.actions_, page).trigger()
    assert window.drawer.isVisible()
