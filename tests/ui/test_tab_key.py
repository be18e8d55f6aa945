"""Tab leads through every link of the page and out again, and Shift+Tab back: nobody is caught, no place is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.guidance_page import GuidancePage
from desktop.ui.main_window import MainWindow

_MORE_THAN_ALL = 5_000


def press(key: Qt.Key) -> QWidget:
    """The widget that has the focus once a key was pressed."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    reached = QApplication.focusWidget()
    assert reached is not None
    return reached


def links_of(document: QTextDocument) -> list[tuple[int, int]]:
    """Where every link begins and ends, however many looks it is written in."""
    found: list[tuple[int, int]] = []
    last, block = "", document.begin()
    while block.isValid():
        run = block.begin()
        while not run.atEnd():
            fragment = run.fragment()
            start, link = fragment.position(), fragment.charFormat().anchorHref()
            if link and link == last and found[-1][1] == start:
                found[-1] = found[-1][0], start + fragment.length()
            elif link:
                found.append((start, start + fragment.length()))
            last = link
            run += 1
        block = block.next()
    return found


def walked(page: GuidancePage, key: Qt.Key) -> list[tuple[int, int]]:
    """The links that a key leads through until the focus is somewhere else; each is in sight when it is reached."""
    found = []
    while press(key) is page:
        assert page.viewport().rect().intersects(page.cursorRect())
        cursor = page.textCursor()
        found.append((cursor.selectionStart(), cursor.selectionEnd()))
        assert len(found) < _MORE_THAN_ALL, "no way out"
    return found


def test_tab_leads_through_every_link_and_out_and_back_again(window: MainWindow) -> None:
    page = window.page
    page.be_whole()
    links = links_of(page.document())
    assert len(links) > 500
    page.setFocus()
    there = walked(page, Qt.Key.Key_Tab)
    assert [start for start, _ in there] == [start for start, _ in links]
    assert press(Qt.Key.Key_Backtab) is page
    assert walked(page, Qt.Key.Key_Backtab) == there[::-1]
    assert press(Qt.Key.Key_Tab) is page


@pytest.mark.parametrize("section", ["monitoring", "dosing", "allergy", "claims"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_from_a_place_that_was_gone_to_tab_goes_on_there(window: MainWindow, section: str, key: Qt.Key) -> None:
    page = window.page
    page.setFocus()
    press(Qt.Key.Key_Tab)
    window.visit(f"ndm#{section}")
    there, bar = page.verticalScrollBar().value(), page.verticalScrollBar()
    view = page.viewport().rect()
    top, bottom = (page.cursorForPosition(corner).position() for corner in (view.topLeft(), view.bottomRight()))
    press(key)
    assert top <= page.textCursor().selectionStart() <= bottom + 1
    assert abs(bar.value() - there) < page.viewport().height()


def test_enter_opens_the_link_that_tab_has_reached(window: MainWindow) -> None:
    window.visit("ndm#monitoring")
    window.page.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert window.drawer.isVisible()


def test_tab_goes_once_round_the_window_through_every_pane(window: MainWindow) -> None:
    start = window.header.search
    start.setFocus()
    reached: list[QWidget] = []
    for _ in range(_MORE_THAN_ALL):
        reached.append(press(Qt.Key.Key_Tab))
        if reached[-1] is start:
            break
    assert reached[-1] is start
    for pane in (window.outline, window.page, window.bedside):
        assert not pane.isVisible() or any(one is pane or pane.isAncestorOf(one) for one in reached)
