"""The real window over the real content: one for all tests, put back before each."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.content.digest import file_digest
from desktop.content.library import Library
from desktop.content.opening import OpenContent, open_content, open_known
from desktop.notebook.notebook import open_notebook
from desktop.ui.looks import Looks, load_fonts
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import FailureStrip
from desktop.ui.theme import Scheme, load_theme


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    # A test that closes the only window in sight must not end the application for those after it.
    qapp.setQuitOnLastWindowClosed(False)
    return qapp


@pytest.fixture(scope="session")
def content() -> OpenContent:
    """The content that the window shows."""
    opened = open_content()
    assert isinstance(opened, OpenContent), opened
    return opened


@pytest.fixture(scope="session")
def shown(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, content: OpenContent
) -> Iterator[tuple[MainWindow, Looks]]:
    qapp.setStyle("Fusion")
    load_fonts(qapp)
    notebook = open_notebook(Path(tmp_path_factory.mktemp("notebook")))
    looks = Looks(qapp, notebook)
    made = MainWindow(Library(content), "ndm", looks, notebook)
    made.show()
    made.complete()
    made.page.be_whole()
    yield made, looks
    made.close()


@pytest.fixture
def altered(content_copy: Path) -> Iterator[Callable[[str], OpenContent]]:
    """Makes content that one statement of SQL changed, and of which the hash is right all the same."""
    made: list[OpenContent] = []

    def alter(sql: str) -> OpenContent:
        with closing(sqlite3.connect(content_copy)) as database:
            database.execute(sql)
            database.commit()
        opened = open_known(content_copy, file_digest(content_copy), "bundled", "")
        assert isinstance(opened, OpenContent)
        made.append(opened)
        return opened

    yield alter
    for opened in made:
        opened.connection.close()


@pytest.fixture
def looks(shown: tuple[MainWindow, Looks]) -> Looks:
    return shown[1]


@pytest.fixture
def window(shown: tuple[MainWindow, Looks], qapp: QApplication) -> MainWindow:
    made, looks = shown
    # Windows of earlier tests that wait for their end still hear keys.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    made.show()
    _put_back_looks(made, looks, qapp)
    _put_back_contents(made)
    qapp.processEvents()
    _put_back_place(made)
    made.activateWindow()
    qapp.processEvents()
    return made


def _put_back_looks(made: MainWindow, looks: Looks, qapp: QApplication) -> None:
    made.resize(1366, 768)
    # The style sheet belongs to the application: other windows change it too.
    is_first = qapp.styleSheet() == load_theme(Scheme.LIGHT, 100).window_css
    if not is_first or (looks.scheme, looks.percent, looks.of_page) != (Scheme.LIGHT, 100, 100):
        looks.choose_scheme(Scheme.LIGHT)
        looks.choose_size(100)
        looks.choose_page(100)


def _put_back_contents(made: MainWindow) -> None:
    """Take back what earlier tests opened, typed and searched."""
    made.drawer.hide()
    made.keeping.strip.hide()
    for strip in made.findChildren(FailureStrip):
        strip.hide()
    made.searching.clear()
    made.reader.pane.find_bar.forget()
    made.bedside.setCurrentIndex(0)
    made.bedside.clear_case()
    made.desk.show_available(None)


def _put_back_place(made: MainWindow) -> None:
    """Go to the place where every test begins, on a page that is read and laid out to its end."""
    made.page.be_whole()
    made.page.document().size()
    made.visit("ndm#recommendation")
    assert made.outline.currentItem().text() == "Direct recommendation"
