"""The second window is worked by the keys of the first, and offers nothing that it does not keep."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.second_window import SecondWindow

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def second(window: MainWindow) -> Iterator[SecondWindow]:
    window.actions_.second_window.trigger()
    (made,) = window.findChildren(SecondWindow)
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.reader.page.setFocus()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()


def press(second: SecondWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or second, key, modifier)


def test_next_pane_goes_round_contents_page_and_source(second: SecondWindow) -> None:
    reader = second.reader
    met = []
    for _ in range(2):
        press(second, Qt.Key.Key_F6)
        met.append(second.focusWidget())
    assert met == [reader.outline, reader.page]
    reader.open("study:study-falcone-2021")
    for _ in range(2):
        press(second, Qt.Key.Key_F6)
        met.append(second.focusWidget())
    assert met[2:] == [reader.drawer.text, reader.outline]


def test_the_sheet_of_keys_names_those_that_work_in_this_window(second: SecondWindow) -> None:
    press(second, Qt.Key.Key_F1)
    words = second.reader.drawer.words()
    assert second.reader.drawer.isVisible()
    for keys in ("F6", "F1", "Ctrl+K", "Ctrl++", "Alt+0"):
        assert keys in words.splitlines(), keys
    assert "Ctrl+D" not in words
    assert "Ctrl+N" not in words.splitlines()


def test_sizes_are_changed_by_keys_as_in_the_first_window(second: SecondWindow, looks: Looks) -> None:
    press(second, Qt.Key.Key_Plus, CTRL)
    assert looks.percent == 125
    press(second, Qt.Key.Key_Plus, CTRL)
    press(second, Qt.Key.Key_Minus, CTRL)
    assert looks.percent == 125
    press(second, Qt.Key.Key_0, CTRL)
    assert looks.percent == 100
    press(second, Qt.Key.Key_Plus, ALT)
    assert (looks.of_page, looks.percent) == (125, 100)
    press(second, Qt.Key.Key_Minus, ALT)
    press(second, Qt.Key.Key_Minus, ALT)
    assert looks.of_page == 75
    press(second, Qt.Key.Key_0, ALT)
    assert looks.of_page == 100


def test_no_star_is_offered_where_no_bookmark_is_kept(window: MainWindow, second: SecondWindow) -> None:
    before = window.keeping.kept.bookmarks
    press(second, Qt.Key.Key_D, CTRL)
    stars = [one for one in second.findChildren(QToolButton) if one.isCheckable()]
    assert stars
    assert not any(star.isVisible() or star.isChecked() for star in stars)
    assert window.keeping.kept.bookmarks == before
