"""What is handed over is seen first, then printed or saved; it goes with the case."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.domain.case import Assessment, Case, assess
from desktop.domain.patient import Dialysis, Patient
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.sheet_connections import sheet_dialog
from desktop.ui.sheet_dialog import SheetDialog
from desktop.ui.theme import Scheme
from tests.sheets.reading import Pdf, bare


@pytest.fixture
def assessment(library: Library) -> Assessment:
    one = Case(
        patient=Patient(dialysis=Dialysis.HAEMODIALYSIS),
        enzymes=frozenset({"ndm"}),
        drugs=frozenset({"ceftazidime-avibactam"}),
    )
    return assess(one, library.rulebook, None)


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, library: Library, assessment: Assessment) -> SheetDialog:
    made = sheet_dialog(library, library.topic("ndm"), assessment, window)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_card_comes_first_where_there_is_a_case(dialog: SheetDialog) -> None:
    assert dialog.kind.currentText() == "Bedside card"
    assert not dialog.page.pixmap().isNull()
    assert dialog.counted.text().startswith("Page 1 of ")


def test_without_a_case_there_is_no_card(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    made = sheet_dialog(library, library.topic("ndm"), None, window)
    qtbot.addWidget(made)
    assert made.kind.findText("Bedside card") == -1


def test_pages_are_turned_from_the_first_to_the_last(dialog: SheetDialog) -> None:
    dialog.kind.setCurrentText("Sources")
    count = int(dialog.counted.text().split()[-1])
    assert count > 3
    assert not dialog.before.isEnabled()
    for _ in range(count - 1):
        dialog.after.click()
    assert dialog.counted.text() == f"Page {count} of {count}"
    assert not dialog.after.isEnabled()


@pytest.mark.parametrize("ending", [".pdf", ".html", ".txt"])
def test_a_sheet_is_saved_in_the_form_of_its_ending(dialog: SheetDialog, tmp_path: Path, ending: str) -> None:
    dialog.save(tmp_path / f"card{ending}")
    assert (tmp_path / f"card{ending}").stat().st_size > 500
    assert dialog.said.text() == f"Saved as card{ending}."


def test_a_place_that_cannot_be_written_is_said(dialog: SheetDialog, tmp_path: Path) -> None:
    dialog.save(tmp_path / "not there" / "card.pdf")
    assert dialog.said.text().startswith("Not saved")
    dialog.save(tmp_path / "card.docx")
    assert "let the name end in" in dialog.said.text()
    assert list(tmp_path.iterdir()) == []


def test_what_is_printed_is_light_and_whole_in_the_dark_too(dialog: SheetDialog, tmp_path: Path, looks: Looks) -> None:
    looks.choose_scheme(Scheme.DARK)
    place = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(place))
    dialog.print_on(printer)
    printed = Pdf(place)
    assert printed.drawn[0].has_white_edge(8)
    assert bare("Uncontrolled when printed") in bare(printed.pages[0])


def test_an_edit_of_the_case_closes_what_shows_it(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.hand_over.trigger()
    (shown,) = (made for made in window.findChildren(SheetDialog) if made.isVisible())
    with qtbot.waitSignal(shown.finished):
        window.bedside.touched.emit()
