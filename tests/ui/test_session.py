"""The first minute, and a kiosk: nothing of one reader is left for the next, and only staff close it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.domain.notebook import Bookmark, Setting
from desktop.notebook.notebook import Notebook
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.session import IDLE_MS
from desktop.ui.shift_check import ShiftCheck
from tests.notebook.pages import ANCHOR, kept_in
from tests.ui.bedside_keys import type_case


@pytest.fixture
def first(qtbot: QtBot, library: Library, looks: Looks, tmp_path: Path) -> MainWindow:
    """A window that was never open before."""
    made = MainWindow(library, "ndm", looks, kept_in(tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def kiosk(qtbot: QtBot, library: Library, looks: Looks) -> Iterator[MainWindow]:
    made = MainWindow(library, "ndm", looks, Notebook(), kiosk=True)
    made.show()
    qtbot.waitExposed(made)
    made.settle_in()
    yield made
    made.hide()
    made.deleteLater()


def test_the_first_start_shows_the_disclaimer_once_and_takes_no_focus(first: MainWindow, tmp_path: Path) -> None:
    focused = first.focusWidget()
    first.settle_in()
    assert first.session.welcome.isVisible()
    assert first.focusWidget() is focused
    QTest.mouseClick(first.session.welcome.leave, Qt.MouseButton.LeftButton)
    assert kept_in(tmp_path).kept.settings[Setting.FIRST_START] == "seen"
    first.session.begin()
    assert not first.session.welcome.isVisible()


def test_nothing_of_the_first_minute_is_made_before_the_page_is_painted(first: MainWindow) -> None:
    assert first.session.room.count() == 0


def test_the_tour_is_there_again_when_it_is_asked_for(first: MainWindow) -> None:
    first.actions_.tour.trigger()
    assert first.session.welcome.isVisible()
    assert first.session.welcome.further.text() == "Next"


def test_the_place_of_the_window_is_kept(first: MainWindow, tmp_path: Path) -> None:
    first.close()
    assert kept_in(tmp_path).kept.settings[Setting.WINDOW]


def test_every_reader_of_a_kiosk_is_told_for_whom_this_is(kiosk: MainWindow) -> None:
    welcome = kiosk.session.welcome
    assert welcome.isVisible()
    assert not welcome.further.isVisible()
    QTest.mouseClick(welcome.leave, Qt.MouseButton.LeftButton)
    kiosk.session.end()
    assert welcome.isVisible()


def test_a_kiosk_asks_for_no_file(kiosk: MainWindow) -> None:
    for action in kiosk.actions_.not_in_a_kiosk:
        assert not action.isVisible()
        assert not action.isEnabled()
    assert kiosk.actions_.shift_check.isVisible()


@pytest.mark.hazard("H06")
def test_a_kiosk_keeps_nothing_of_the_last_reader(kiosk: MainWindow) -> None:
    type_case(kiosk.bedside.dosing)
    kiosk.keeping.take_up(notebook := Notebook())
    notebook.write_note(ANCHOR, "mine")
    notebook.mark(Bookmark("ndm#dosing", "Dosing"))
    kiosk.reader.open("note:first-line-idsa-2026")
    kiosk.session.idle.timeout.emit()
    assert not kiosk.bedside.has_case()
    assert not kiosk.keeping.kept.notes
    assert not kiosk.keeping.kept.bookmarks
    assert not kiosk.drawer.isVisible()
    assert not [dialog for dialog in kiosk.findChildren(QMessageBox) if dialog.isVisible()]


def test_a_touch_begins_the_quiet_minutes_of_a_kiosk_anew(kiosk: MainWindow) -> None:
    kiosk.session.idle.stop()
    QTest.keyClick(kiosk.windowHandle(), Qt.Key.Key_Down)
    assert kiosk.session.idle.isActive()
    assert kiosk.session.idle.interval() == IDLE_MS == 600_000


def test_only_staff_close_a_kiosk(kiosk: MainWindow) -> None:
    kiosk.actions_.quit.trigger()
    assert kiosk.isVisible()
    (box,) = kiosk.findChildren(QMessageBox)
    QTest.mouseClick(box.button(QMessageBox.StandardButton.No), Qt.MouseButton.LeftButton)
    assert kiosk.isVisible()
    kiosk.close()
    box = kiosk.findChildren(QMessageBox)[-1]
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)
    assert not kiosk.isVisible()


def test_the_shift_check_fits_one_screen_and_prints_its_slip(window: MainWindow, tmp_path: Path) -> None:
    window.actions_.shift_check.trigger()
    (dialog,) = window.findChildren(ShiftCheck)
    words = dialog.text.toPlainText()
    for item in (
        "Date and time",
        "Edition",
        "Version word",
        "SHA-256",
        "Age of the evidence",
        "Disk",
        "Printer",
        "Display",
    ):
        assert item in words
    assert dialog.text.verticalScrollBar().maximum() == 0
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "slip.pdf"))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog.print_slip(printer)
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")
    dialog.close()
