"""The first minute, and a kiosk: nothing of one reader is left for the next, and only staff close it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.domain.notebook import Bookmark, Setting
from desktop.domain.version_word import version_word
from desktop.notebook.notebook import Notebook
from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.copying import copy
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.printing import send, writes_file
from desktop.ui.session import IDLE_MS, Session
from desktop.ui.shift_check import ShiftCheck
from desktop.ui.theme import Scheme
from tests.notebook.pages import ANCHOR, kept_in
from tests.ui.bedside_keys import type_case

Started = tuple[QMainWindow, Session]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Callable[..., Started]]:
    """A window with nothing in it but a field, and its session."""
    made: list[QMainWindow] = []

    def started(notebook: Notebook, *, kiosk: bool = False) -> Started:
        window = _Closing()
        window.session = Session(window, notebook, kiosk=kiosk)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addLayout(window.session.room)
        column.addWidget(QLineEdit())
        window.setCentralWidget(inside)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window, window.session

    yield started
    for window in made:
        window.hide()
        window.deleteLater()


class _Closing(QMainWindow):
    """Asks its session before it closes, as the real window does."""

    session: Session

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open while the session says so."""
        event.setAccepted(self.session.lets_close())


def test_the_first_start_shows_the_disclaimer_once_and_takes_no_focus(
    start: Callable[..., Started], tmp_path: Path
) -> None:
    window, session = start(kept_in(tmp_path))
    assert session.room.count() == 0, "nothing of it is made before the page is painted"
    focused = window.focusWidget()
    session.begin()
    assert session.welcome.isVisible()
    assert window.focusWidget() is focused
    QTest.mouseClick(session.welcome.leave, Qt.MouseButton.LeftButton)
    assert kept_in(tmp_path).kept.settings[Setting.FIRST_START] == "seen"
    _, again = start(kept_in(tmp_path))
    again.begin()
    assert again.room.count() == 0


def test_every_reader_of_a_kiosk_is_told_for_whom_this_is(start: Callable[..., Started]) -> None:
    _, session = start(Notebook(), kiosk=True)
    session.begin()
    assert session.welcome.isVisible()
    assert not session.welcome.further.isVisible()
    QTest.mouseClick(session.welcome.leave, Qt.MouseButton.LeftButton)
    assert not session.welcome.isVisible()
    session.end()
    assert session.welcome.isVisible()


def test_a_touch_begins_the_quiet_minutes_of_a_kiosk_anew(qtbot: QtBot, start: Callable[..., Started]) -> None:
    window, session = start(Notebook(), kiosk=True)
    session.begin()
    assert not session.idle.isActive()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert session.idle.isActive()
    assert session.idle.interval() == IDLE_MS == 600_000
    with qtbot.waitSignal(session.ended):
        session.idle.timeout.emit()
    assert not session.idle.isActive()


def test_only_staff_close_a_kiosk(start: Callable[..., Started]) -> None:
    window, _ = start(Notebook(), kiosk=True)
    for answer, is_open in ((QMessageBox.StandardButton.No, True), (QMessageBox.StandardButton.Yes, False)):
        window.close()
        assert window.isVisible()
        box = window.findChildren(QMessageBox)[-1]
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.No)
        QTest.mouseClick(box.button(answer), Qt.MouseButton.LeftButton)
        assert window.isVisible() is is_open


def test_any_other_window_closes_at_once(start: Callable[..., Started], tmp_path: Path) -> None:
    window, _ = start(kept_in(tmp_path))
    window.close()
    assert not window.isVisible()


@pytest.fixture
def kiosk(qtbot: QtBot, library: Library, looks: Looks) -> Iterator[MainWindow]:
    """The real window, as a kiosk."""
    made = MainWindow(library, "ndm", looks, Notebook(), kiosk=True)
    made.show()
    qtbot.waitExposed(made)
    made.settle_in()
    yield made
    made.hide()
    made.deleteLater()


@pytest.mark.hazard("H06")
def test_a_kiosk_keeps_nothing_of_the_last_reader_and_asks_for_no_file(kiosk: MainWindow) -> None:
    assert kiosk.actions_.shift_check.isVisible()
    assert not [action for action in kiosk.actions_.not_in_a_kiosk if action.isVisible() or action.isEnabled()]
    type_case(kiosk.bedside.dosing)
    kiosk.keeping.take_up(notebook := Notebook())
    notebook.write_note(ANCHOR, "mine")
    notebook.mark(Bookmark("ndm#dosing", "Dosing"))
    kiosk.visit("ndm#dosing")
    kiosk.reader.open("note:first-line-idsa-2026")
    kiosk.session.idle.timeout.emit()
    assert not kiosk.bedside.has_case()
    assert not kiosk.keeping.kept.notes
    assert not kiosk.keeping.kept.bookmarks
    assert not kiosk.drawer.isVisible()
    assert kiosk.session.welcome.isVisible()


@pytest.mark.hazard("H06")
def test_a_kiosk_forgets_where_the_last_reader_was_and_what_was_sought_and_copied(kiosk: MainWindow) -> None:
    kiosk.visit("ndm#dosing")
    kiosk.visit("serine-carbapenemases")
    kiosk.visit("ndm#allergy")
    kiosk.actions_.find.trigger()
    fields = kiosk.reader.pane.find_bar.words, kiosk.header.search
    for field in fields:
        QTest.keyClicks(field, "colistin")
    copy("words of the last reader")
    kiosk.session.idle.timeout.emit()
    assert [place for place, _ in kiosk.reader.places()] == ["ndm#recommendation"]
    assert not kiosk.actions_.back.isEnabled()
    assert not kiosk.actions_.forward.isEnabled()
    assert not kiosk.reader.pane.find_bar.isVisible()
    for field in fields:
        assert field.text() == ""
        field.undo()
        assert field.text() == ""
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.hazard("H06")
def test_a_kiosk_shows_the_next_reader_the_colours_sizes_and_order_of_a_first_start(
    kiosk: MainWindow, looks: Looks
) -> None:
    actions = kiosk.actions_
    for action in (actions.schemes[Scheme.DARK], actions.larger, actions.larger_page, actions.roles["nurse"]):
        action.trigger()
    actions.bottom_line.setChecked(True)
    kiosk.session.idle.timeout.emit()
    assert (looks.scheme, looks.percent, looks.of_page) == (Scheme.SYSTEM, 100, 100)
    assert actions.schemes[Scheme.SYSTEM].isChecked()
    assert actions.roles[None].isChecked()
    assert not actions.bottom_line.isChecked()


class Machine:
    """A machine with one printer."""

    def __init__(self, printer: str) -> None:
        self._printer = printer

    def availablePrinterNames(self) -> list[str]:  # noqa: N802, Qt's own name
        return [self._printer]


def _print_at(window: MainWindow, what: str) -> QDialog:
    """What comes of asking for paper."""
    before = set(window.findChildren(QDialog))
    if what == "page":
        window.reader.open("page:report-an-error")
        window.drawer.print_button.click()
        (asked,) = set(window.findChildren(QDialog)) - before
        return asked
    window.actions_.shift_check.trigger()
    (check,) = window.findChildren(ShiftCheck)
    (button,) = [one for one in check.findChildren(QPushButton) if "slip" in one.text()]
    button.click()
    return check.findChildren(QDialog)[-1]


def _entries(dialog: QDialog) -> list[str]:
    """What the choices of a dialog offer."""
    return [entry for box in dialog.findChildren(QComboBox) for entry in map(box.itemText, range(box.count()))]


@pytest.mark.hazard("H06")
@pytest.mark.parametrize("what", ["page", "slip"])
def test_a_kiosk_offers_no_file_to_print_to(kiosk: MainWindow, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.ui.printing.QPrinterInfo", Machine("Ward 3"))
    asked = _print_at(kiosk, what)
    assert isinstance(asked, QPrintDialog)
    assert not asked.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    assert not [entry for entry in _entries(asked) if "File" in entry]


@pytest.mark.hazard("H06")
@pytest.mark.parametrize("what", ["page", "slip"])
@pytest.mark.parametrize("only", ["Microsoft_Print_to_PDF", "CUPS-PDF"])
def test_a_kiosk_with_no_printer_for_paper_says_so(
    kiosk: MainWindow, what: str, only: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.printing.QPrinterInfo", Machine(only))
    asked = _print_at(kiosk, what)
    assert isinstance(asked, QMessageBox)
    assert "a kiosk prints nothing into a file" in asked.text()


@pytest.mark.hazard("H06")
@pytest.mark.parametrize("form", [QPrinter.OutputFormat.PdfFormat, QPrinter.OutputFormat.NativeFormat])
def test_a_kiosk_refuses_a_printer_that_writes_a_file_however_it_was_chosen(
    kiosk: MainWindow, tmp_path: Path, form: QPrinter.OutputFormat
) -> None:
    printer, printed = QPrinter(), list[QPrinter]()
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    printer.setOutputFormat(form)
    send(printer, printed.append, kiosk, only_paper=True)
    assert not printed
    assert not list(tmp_path.iterdir())
    assert "this printer writes a file" in kiosk.findChildren(QMessageBox)[-1].text()
    send(printer, printed.append, kiosk, only_paper=False)
    assert printed == [printer]


@pytest.mark.parametrize(
    ("name", "is_file"),
    [
        ("Microsoft XPS Document Writer", True),
        ("PDF", True),
        ("Save as PDF", True),
        ("Pdfield ward", True),
        ("HP", False),
    ],
)
def test_printers_that_write_a_file_are_known_by_their_names(name: str, is_file: bool) -> None:
    assert writes_file(name) is is_file


def test_elsewhere_a_page_may_be_printed_to_a_file(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.ui.printing.QPrinterInfo", Machine("PDF"))
    asked = _print_at(window, "page")
    assert isinstance(asked, QPrintDialog)
    assert asked.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    assert [entry for entry in _entries(asked) if "File" in entry]
    asked.reject()


def test_the_tour_is_there_when_it_is_asked_for(window: MainWindow) -> None:
    window.actions_.tour.trigger()
    assert window.session.welcome.isVisible()
    assert window.session.welcome.further.text() == "Next"
    QTest.mouseClick(window.session.welcome.leave, Qt.MouseButton.LeftButton)
    assert not window.session.welcome.isVisible()


def test_the_shift_check_fits_one_screen_and_prints_its_slip(window: MainWindow, tmp_path: Path) -> None:
    window.actions_.shift_check.trigger()
    (dialog,) = window.findChildren(ShiftCheck)
    words = dialog.text.toPlainText()
    for item in ("Date and time", "Edition", "Version word", "SHA-256", "Age of the evidence", "Disk", "Printer"):
        assert item in words
    assert dialog.text.verticalScrollBar().maximum() == 0
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "slip.pdf"))
    dialog.print_slip(printer)
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")
    dialog.close()


def test_the_version_word_is_on_screen_so_that_two_people_can_compare(window: MainWindow, library: Library) -> None:
    word = version_word(library.sha256)
    assert len([label for label in window.findChildren(QLabel) if word in label.text()]) == 1
    window.actions_.about.trigger()
    (text,) = window.drawer.findChildren(ClosedBrowser)
    assert f"Version word: {word};" in text.toPlainText()
