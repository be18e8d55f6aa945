"""Nothing is read from the database twice: not for a key press, not for a topic that was open before."""

import sqlite3
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.content.opening import OpenContent
from desktop.ui.main_window import MainWindow
from desktop.ui.search_box import SearchBox
from tests.ui.bedside_keys import line, show_bedside, type_case


@pytest.fixture
def statements(content: OpenContent) -> Iterator[list[str]]:
    """What SQLite is asked from now on."""
    asked: list[str] = []
    connection: sqlite3.Connection = content.connection
    connection.set_trace_callback(asked.append)
    yield asked
    connection.set_trace_callback(None)


def test_a_key_press_in_the_dosing_panel_asks_the_database_nothing(
    window: MainWindow, statements: list[str], qapp: QApplication
) -> None:
    show_bedside(window)
    type_case(window.bedside.dosing)
    weight = line(window.bedside.dosing, "weight in kg")
    statements.clear()
    QTest.keyClicks(weight, "5")
    qapp.processEvents()
    assert statements == []


def test_a_topic_that_was_open_before_is_not_read_again(window: MainWindow, statements: list[str]) -> None:
    window.visit("serine-carbapenemases")
    window.visit("ndm")
    statements.clear()
    window.visit("serine-carbapenemases")
    window.visit("ndm")
    assert statements == []


def test_the_text_of_a_page_asks_the_page_for_its_images(window: MainWindow) -> None:
    image = window.page.document().resource(QTextDocument.ResourceType.ImageResource, QUrl("file:///etc/hostname"))
    assert not image.isNull()
    assert image.width() == 1


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for every time that the room in the header is shared."""
    asked, wanted = list[int](), SearchBox.wanted_width

    def counted(box: SearchBox) -> int:
        asked.append(1)
        return wanted(box)

    monkeypatch.setattr(SearchBox, "wanted_width", counted)
    return asked


def test_room_in_the_header_is_shared_once_for_a_question_and_not_for_every_letter(
    window: MainWindow, shared: list[int], qapp: QApplication
) -> None:
    window.page.setFocus()
    window.header.search.setText("")
    qapp.processEvents()
    shared.clear()
    window.actions_.search.trigger()
    QTest.keyClicks(window.header.search, "aztreonam")
    qapp.processEvents()
    assert len(shared) == 1
    window.page.setFocus()
    assert len(shared) == 2
    window.searching.clear()
    assert len(shared) == 3


def test_room_in_the_header_is_shared_once_for_a_new_size_of_the_window(
    window: MainWindow, shared: list[int], qapp: QApplication
) -> None:
    shared.clear()
    window.resize(1200, 700)
    qapp.processEvents()
    assert len(shared) == 1
