"""In a low window with large text the page keeps most of the height, and no word of the frame is out of reach."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.looks import Looks
from desktop.ui.low_frame import LowFrame
from desktop.ui.main_window import MainWindow
from tests.ui.bedside_keys import show_bedside, type_case

LOW, USUAL = (800, 600), (1366, 768)


def low(window: MainWindow) -> LowFrame:
    (found,) = window.findChildren(LowFrame)
    return found


def arranged(window: MainWindow, looks: Looks, qapp: QApplication, size: tuple[int, int], percent: int) -> None:
    looks.choose_size(percent)
    window.resize(*size)
    qapp.processEvents()


def shown_words(*parts: QWidget) -> str:
    """The words of the frame that are on screen."""
    labels = [label for part in parts for label in part.findChildren(QLabel)]
    return "\n".join(label.text() for label in labels if label.isVisible())


def frame_words(window: MainWindow) -> str:
    return shown_words(window.reader.banner, low(window).status, low(window))


def test_the_page_has_more_than_half_of_a_low_window(window: MainWindow, looks: Looks, qapp: QApplication) -> None:
    # A button that is in focus while the size changes would stay larger by its ring.
    window.page.setFocus()
    arranged(window, looks, qapp, LOW, 200)
    assert window.height() == 600
    assert window.page.viewport().height() > 300
    show_bedside(window)
    window.bedside.focus_case()
    type_case(window.bedside.dosing)
    qapp.processEvents()
    assert window.bedside.height() > 300
    # What is below the names of the tabs.
    assert window.bedside.currentWidget().height() > 240


@pytest.mark.hazard("H08")
def test_a_low_window_says_that_nobody_reviewed_it_and_shows_the_rest_at_a_press(
    window: MainWindow, looks: Looks, qapp: QApplication
) -> None:
    whole = frame_words(window)
    arranged(window, looks, qapp, LOW, 200)
    assert frame_words(window) == "⚠ Not clinically reviewed · options, not orders"
    low(window).more.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(low(window).more, Qt.Key.Key_Space)
    qapp.processEvents()
    assert window.drawer.isVisible()
    assert [line for line in whole.splitlines() if line not in window.drawer.words()] == []
    assert "Evidence to" in whole
    assert "Not checked: most interactions" in whole


def test_the_button_is_reached_with_the_tab_key(window: MainWindow, looks: Looks, qapp: QApplication) -> None:
    arranged(window, looks, qapp, LOW, 200)
    window.activateWindow()
    window.header.search.setFocus()
    met = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Backtab)
        met.append(QApplication.focusWidget())
    assert low(window).more in met
    assert low(window).more.accessibleName() == "About this page"


@pytest.mark.parametrize(("size", "percent"), [(USUAL, 100), (USUAL, 200), (LOW, 100), (LOW, 150)])
def test_a_window_that_is_high_enough_keeps_every_line(
    window: MainWindow, looks: Looks, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    arranged(window, looks, qapp, size, percent)
    assert not low(window).isVisible()
    assert "Evidence to" in frame_words(window)
    assert "Not checked: most interactions" in frame_words(window)


def test_a_low_window_keeps_all_of_the_case_in_sight_in_one_paragraph(
    window: MainWindow, looks: Looks, qapp: QApplication
) -> None:
    arranged(window, looks, qapp, LOW, 200)
    show_bedside(window)
    type_case(window.bedside.dosing)
    whole = "67 years · female · 70 kg · 165 cm · creatinine 1.9 mg/dL (168 micromol/L)"
    assert shown_words(window.desk.strip) == whole
    arranged(window, looks, qapp, USUAL, 100)
    assert shown_words(window.desk.strip) == "\n".join(whole.rsplit(" · ", 1))


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_word_of_the_header_but_the_topics_name_is_cut_and_looks_give_way_to_words(
    window: MainWindow, looks: Looks, qapp: QApplication, percent: int
) -> None:
    looks_buttons = [button for button in window.header.buttons() if button.defaultAction() in _looks_actions(window)]
    arranged(window, looks, qapp, LOW, percent)
    assert {button.isVisible() for button in looks_buttons} == {percent == 100}
    for button in window.header.buttons():
        if button.isVisible() and button.objectName() != "topic":
            assert button.width() >= button.sizeHint().width()
    search = window.header.search
    words = search.fontMetrics().horizontalAdvance(search.placeholderText())
    assert words < search.width() - search.height()
    arranged(window, looks, qapp, USUAL, 100)
    assert {button.isVisible() for button in looks_buttons} == {True}


def _looks_actions(window: MainWindow) -> tuple[QAction, QAction]:
    return window.actions_.larger, window.actions_.next_scheme


def test_what_is_told_for_a_moment_is_seen_in_a_low_window_too(
    window: MainWindow, looks: Looks, qapp: QApplication, qtbot: QtBot
) -> None:
    arranged(window, looks, qapp, LOW, 200)
    (moment,) = low(window).status.findChildren(QTimer)
    usual = moment.interval()
    moment.setInterval(1)
    with qtbot.waitSignals([low(window).status.said] * 2):
        low(window).status.say("Copied with its source.")
        assert shown_words(low(window)) == "Copied with its source."
    moment.setInterval(usual)
    assert "Not clinically reviewed" in shown_words(low(window))
