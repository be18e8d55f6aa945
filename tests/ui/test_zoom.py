"""The size of what is read changes apart from the size of the window, and both are kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.notebook import Setting
from desktop.notebook.notebook import open_notebook
from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Scheme, load_theme
from tests.ui.bedside_keys import cards, type_case


def turn_wheel(text: ClosedBrowser, by: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        text.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(text.viewport(), event)


def largest(text: ClosedBrowser) -> int:
    """The pixels of the largest letters of a text."""
    sizes, block = [], text.document().begin()
    while block.isValid():
        sizes += [run.format.font().pixelSize() for run in block.textFormats()]
        block = block.next()
    return max(sizes)


def test_larger_page_text_changes_page_and_cards_and_not_the_window(window: MainWindow, looks: Looks) -> None:
    type_case(window.bedside.dosing)
    (field, *_) = window.findChildren(QLabel, "field")
    words, page, card = field.font().pixelSize(), largest(window.page), largest(cards(window.bedside.dosing)[0])
    window.actions_.larger_page.trigger()
    assert looks.of_page == 125
    assert largest(window.page) == page * 125 // 100
    assert largest(cards(window.bedside.dosing)[0]) == card * 125 // 100
    assert field.font().pixelSize() == words
    window.actions_.usual_page.trigger()
    assert largest(window.page) == page


def test_the_wheel_with_ctrl_changes_what_is_read_and_without_it_scrolls(window: MainWindow, looks: Looks) -> None:
    turn_wheel(window.page, 120, Qt.KeyboardModifier.ControlModifier)
    assert looks.of_page == 125
    turn_wheel(window.page, -120, Qt.KeyboardModifier.ControlModifier)
    assert looks.of_page == 100
    turn_wheel(window.page, -120, Qt.KeyboardModifier.NoModifier)
    assert (looks.of_page, window.page.verticalScrollBar().value() > 0) == (100, True)


def test_the_page_is_never_larger_than_lines_of_doses_have_room_for(window: MainWindow, looks: Looks) -> None:
    looks.choose_size(200)
    window.actions_.larger_page.trigger()
    assert looks.of_page == 100
    window.actions_.smaller_page.trigger()
    assert (looks.of_page, looks.theme().page_percent) == (75, 150)


def test_large_page_text_shows_one_half_at_a_time(window: MainWindow, looks: Looks) -> None:
    looks.choose_page(200)
    assert window.page.isVisible()
    assert not window.bedside.isVisible()


@pytest.mark.parametrize(("size", "of_page"), [("150", "75"), ("100", "175")])
def test_both_sizes_are_kept(qapp: QApplication, tmp_path: Path, size: str, of_page: str) -> None:
    notebook = open_notebook(tmp_path)
    notebook.remember(Setting.INTERFACE_SIZE, size)
    notebook.remember(Setting.TEXT_SIZE, of_page)
    again = Looks(qapp, open_notebook(tmp_path))
    assert (str(again.percent), str(again.of_page)) == (size, of_page)


def test_only_the_sheet_of_what_is_read_takes_its_size() -> None:
    usual, larger = load_theme(Scheme.LIGHT, 100), load_theme(Scheme.LIGHT, 100, 150)
    assert usual.window_css == larger.window_css
    assert "font-size: 22px" in larger.document_css
    assert "font-size: 15px" in usual.document_css


def test_the_reader_stays_in_the_place_when_the_text_was_larger_and_is_again_as_usual(
    window: MainWindow, looks: Looks, qapp: QApplication
) -> None:
    reached: list[str] = []
    window.reader.place_reached.connect(reached.append)
    looks.choose_size(200)
    looks.choose_size(100)
    window.visit("ndm#recommendation")
    qapp.processEvents()
    window.reader.place_reached.disconnect(reached.append)
    assert reached[-1] == "ndm#recommendation"
    assert window.page.verticalScrollBar().value() < window.page.viewport().height()
