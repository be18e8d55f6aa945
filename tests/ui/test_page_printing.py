"""The slip for reporting an error, and every other page of the library, can be put on paper."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.ui.drawer import Drawer
from desktop.ui.main_window import MainWindow
from desktop.ui.page_printing import print_page
from tests.sheets.reading import Pdf, bare


def test_a_page_offers_to_be_printed_and_a_source_does_not(window: MainWindow) -> None:
    window.reader.open("page:report-an-error")
    assert not window.drawer.print_button.isHidden()
    window.reader.open("reference:idsa2026")
    assert window.drawer.print_button.isHidden()


def test_the_button_asks_for_the_page_that_is_shown(qtbot: QtBot) -> None:
    drawer = Drawer()
    qtbot.addWidget(drawer)
    drawer.open("A slip", "<p>Write here.</p>", printable=True)
    with qtbot.waitSignal(drawer.print_asked) as asked:
        drawer.print_button.click()
    assert asked.args == ["A slip", "<p>Write here.</p>"]


def test_the_slip_is_printed_with_its_stamp(library: Library, tmp_path: Path) -> None:
    page = next(page for page in library.pages if page.id == "report-an-error")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "slip.pdf"))
    print_page(page.title, page.html, library, printer)
    printed = bare(Pdf(tmp_path / "slip.pdf").pages[0])
    assert bare(page.title) in printed
    assert bare("Not clinically reviewed") in printed
    assert bare("Uncontrolled when printed") in printed
