"""What is handed over is seen first, then printed or saved; it goes with the case."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.progress import LongTask
from desktop.ui.sheet_connections import sheet_dialog
from desktop.ui.sheet_dialog import SheetDialog
from desktop.ui.theme import Scheme
from tests.sheets.reading import Pdf, bare
from tests.sheets.scanning import scanned
from tests.ui.bedside_keys import line, show_bedside, type_case


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, library: Library) -> SheetDialog:
    type_case(window.bedside.dosing)
    for box in window.bedside.regimen.findChildren(QCheckBox):
        if box.text() in ("NDM", "ceftazidime-avibactam"):
            box.setChecked(True)
    return _opened(qtbot, window, library)


def _opened(qtbot: QtBot, window: MainWindow, library: Library) -> SheetDialog:
    made = sheet_dialog(library, library.topic("ndm"), window.desk, window)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_card_comes_first_where_there_is_a_case(dialog: SheetDialog) -> None:
    assert dialog.kind.currentText() == "Bedside card"
    assert not dialog.page.pixmap().isNull()
    assert dialog.counted.text().startswith("Page 1 of ")


def test_without_a_case_there_is_no_card(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    made = _opened(qtbot, window, library)
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


class NoPrinter:
    """A machine on which no printer is set up."""

    @staticmethod
    def availablePrinterNames() -> list[str]:  # noqa: N802, Qt's own name
        return []


def test_without_a_printer_the_way_by_a_file_is_said(dialog: SheetDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.ui.sheet_dialog.QPrinterInfo", NoPrinter)
    dialog.print_button.click()
    assert "No printer is set up" in dialog.said.text()
    assert "PDF" in dialog.said.text()


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


def _shown_by(dialog: SheetDialog) -> str:
    """What is said about the code."""
    return " ".join(words.text() for words in dialog.code.findChildren(QLabel) if words.isVisibleTo(dialog))


def test_a_code_that_does_not_fit_is_made_to_fit_by_leaving_parts_out(
    window: MainWindow, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    type_case(window.bedside.dosing)
    for box in window.bedside.regimen.findChildren(QCheckBox):
        if box.accessibleName().startswith("drug of the regimen"):
            box.setChecked(True)
    dialog = _opened(qtbot, window, library)
    assert "too long for one, and it is not cut. Leave out a part." in _shown_by(dialog)
    boxes = {box.text(): box for box in dialog.code.findChildren(QCheckBox)}
    assert all(box.isChecked() for box in boxes.values())
    for part in boxes.keys() - {"findings", "doses of aztreonam"}:
        boxes[part].setChecked(False)
    assert "too long" not in _shown_by(dialog)
    dialog.save(tmp_path / "card.pdf")
    (text,) = scanned(tmp_path / "card.pdf", 300)
    left_out = text[text.index("LEFT OUT") :]
    assert "doses of colistin" in left_out
    assert "doses of aztreonam," not in left_out


def test_the_dialog_fits_a_small_screen_in_large_letters(
    window: MainWindow, library: Library, qtbot: QtBot, looks: Looks
) -> None:
    looks.choose_size(200)
    type_case(window.bedside.dosing)
    for box in window.bedside.regimen.findChildren(QCheckBox):
        if box.accessibleName().startswith("drug of the regimen"):
            box.setChecked(True)
    dialog = _opened(qtbot, window, library)
    assert dialog.minimumSizeHint().width() <= 800
    assert dialog.minimumSizeHint().height() <= 600


def _stop(task: LongTask, qtbot: QtBot) -> None:
    task.dialog.setMinimumDuration(0)
    qtbot.waitUntil(lambda: task.dialog.isVisible() and task.dialog.value() > 0, timeout=60_000)
    (button,) = task.dialog.findChildren(QPushButton)
    with qtbot.waitSignal(task.stopped):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _choose_folder(dialog: SheetDialog, qtbot: QtBot) -> None:
    dialog.kind.setCurrentText("Downtime folder")
    with qtbot.waitSignal(_task(dialog).done, timeout=60_000):
        pass


def _task(dialog: SheetDialog) -> LongTask:
    return dialog.findChildren(LongTask)[-1]


def test_the_downtime_folder_shows_how_far_it_is_and_stopped_leaves_the_sheet_before_it(
    dialog: SheetDialog, qtbot: QtBot
) -> None:
    before = dialog.counted.text()
    dialog.kind.setCurrentText("Downtime folder")
    assert not dialog.kind.isEnabled(), "nothing else is begun meanwhile"
    _stop(_task(dialog), qtbot)
    assert (dialog.kind.currentText(), dialog.counted.text()) == ("Bedside card", before)
    assert dialog.kind.isEnabled()
    _choose_folder(dialog, qtbot)
    assert dialog.kind.currentText() == "Downtime folder"
    assert int(dialog.counted.text().split()[-1]) > 50


def test_a_downtime_folder_that_is_stopped_while_it_is_written_leaves_no_file(
    dialog: SheetDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose_folder(dialog, qtbot)
    dialog.save(tmp_path / "folder.pdf")
    _stop(_task(dialog), qtbot)
    assert not list(tmp_path.iterdir())
    dialog.save(tmp_path / "folder.pdf")
    with qtbot.waitSignal(_task(dialog).done, timeout=60_000):
        pass
    assert len(Pdf(tmp_path / "folder.pdf").pages) == int(dialog.counted.text().split()[-1])
    assert dialog.said.text() == "Saved as folder.pdf."


def test_a_downtime_folder_is_laid_out_anew_for_another_paper_or_stays_as_it_was(
    dialog: SheetDialog, qtbot: QtBot
) -> None:
    _choose_folder(dialog, qtbot)
    before = dialog.counted.text()
    dialog.paper.setCurrentText("A5")
    _stop(_task(dialog), qtbot)
    assert (dialog.paper.currentText(), dialog.counted.text()) == ("A4", before)


def test_only_a_card_asks_what_its_code_holds(dialog: SheetDialog) -> None:
    assert dialog.code.isVisibleTo(dialog)
    dialog.kind.setCurrentText("Sources")
    assert not dialog.code.isVisibleTo(dialog)


def test_an_edit_of_the_case_closes_what_shows_it(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.hand_over.trigger()
    (shown,) = (made for made in window.findChildren(SheetDialog) if made.isVisible())
    with qtbot.waitSignal(shown.finished):
        window.bedside.touched.emit()


def test_the_card_carries_the_second_check_the_ticks_and_the_times(
    window: MainWindow, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    show_bedside(window)
    type_case(window.bedside.dosing)
    for box in window.bedside.regimen.findChildren(QCheckBox):
        if box.text() in ("NDM", "aztreonam-avibactam"):
            box.setChecked(True)
    window.bedside.dosing.show_check((), "08:15")
    window.bedside.setCurrentWidget(window.bedside.timeline)
    view = window.bedside.timeline.view
    assert view is not None
    (choice,) = (box for box in view.findChildren(QComboBox) if box.accessibleName() == "dose of aztreonam-avibactam")
    choice.setCurrentIndex(1)
    view.start.setText("09:30")
    window.bedside.setCurrentWidget(window.bedside.pitfalls)
    first = window.bedside.pitfalls.findChildren(QCheckBox)[0]
    first.setChecked(True)
    dialog = _opened(qtbot, window, library)
    dialog.save(tmp_path / "card.txt")
    said = (tmp_path / "card.txt").read_text(encoding="utf-8")
    assert "Second check agreed, 08:15" in said
    assert "09:30" in said
    assert len(window.bedside.pitfalls.marks()) == 1


def test_an_edit_takes_the_stamp_of_the_second_check_off_the_card(
    window: MainWindow, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    type_case(window.bedside.dosing)
    window.bedside.dosing.show_check((), "08:15")
    QTest.keyClicks(line(window.bedside.dosing, "weight in kg"), "1")
    dialog = _opened(qtbot, window, library)
    dialog.save(tmp_path / "card.txt")
    assert "Second check agreed" not in (tmp_path / "card.txt").read_text(encoding="utf-8")
