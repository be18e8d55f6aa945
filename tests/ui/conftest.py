"""The real window over the real content: one for all tests, put back before each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.content.opening import OpenContent, open_content
from desktop.notebook.notebook import open_notebook
from desktop.ui.application import load_fonts
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import FailureStrip
from desktop.ui.theme import Scheme


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
def looks(shown: tuple[MainWindow, Looks]) -> Looks:
    return shown[1]


@pytest.fixture
def window(shown: tuple[MainWindow, Looks], qapp: QApplication) -> MainWindow:
    made, looks = shown
    made.show()
    made.resize(1366, 768)
    if (looks.scheme, looks.percent, looks.of_page) != (Scheme.LIGHT, 100, 100):
        looks.choose_scheme(Scheme.LIGHT)
        looks.choose_size(100)
        looks.choose_page(100)
    made.drawer.hide()
    made.keeping.strip.hide()
    for strip in made.findChildren(FailureStrip):
        strip.hide()
    made.visit("ndm#recommendation")
    made.bedside.setCurrentIndex(0)
    made.activateWindow()
    made.bedside.clear_case()
    qapp.processEvents()
    return made
