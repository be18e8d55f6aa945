"""After an error in the program nothing of the case is handed over before a new case."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.ui.main_window import MainWindow
from desktop.ui.sheet_connections import sheet_dialog
from desktop.ui.sheet_dialog import SheetDialog
from tests.ui.bedside_keys import answer_words, cards, type_case
from tests.ui.test_regimen_tab import NDM, said, tick


def offered(qtbot: QtBot, window: MainWindow, library: Library) -> SheetDialog:
    made = sheet_dialog(library, library.topic("ndm"), window.desk, window)
    qtbot.addWidget(made)
    return made


def why_no_card(dialog: SheetDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if "there is no card of this case" in label.text()]


@pytest.fixture
def failed(window: MainWindow) -> MainWindow:
    """A window with a whole case in which something failed."""
    type_case(window.bedside.dosing)
    tick(window.bedside.regimen, NDM, "drug of the regimen: aztreonam")
    window.show_failure("abc")
    return window


@pytest.mark.hazard("H01")
def test_after_a_failure_no_card_of_the_case_is_offered_and_it_is_said_why(
    qtbot: QtBot, failed: MainWindow, library: Library
) -> None:
    dialog = offered(qtbot, failed, library)
    assert dialog.kind.findText("Bedside card") == -1
    (said,) = why_no_card(dialog)
    assert "error abc" in said


@pytest.mark.hazard("H01")
def test_no_edit_of_the_case_that_failed_brings_its_card_back(
    qtbot: QtBot, failed: MainWindow, library: Library
) -> None:
    type_case(failed.bedside.dosing, weight_in_kg="71")
    assert offered(qtbot, failed, library).kind.findText("Bedside card") == -1


@pytest.mark.hazard("H01")
def test_the_strip_says_no_figure_of_a_case_that_failed_and_none_that_is_typed_afterwards(failed: MainWindow) -> None:
    assert failed.desk.strip.words() == "This case is closed\nSomething failed in it. Start a new case."
    type_case(failed.bedside.dosing, weight_in_kg="71")
    assert "kg" not in failed.desk.strip.words()
    failed.bedside.clear_case()
    type_case(failed.bedside.dosing)
    assert "70 kg" in failed.desk.strip.words()


def test_a_new_case_has_a_card_again(qtbot: QtBot, failed: MainWindow, library: Library) -> None:
    failed.bedside.clear_case()
    type_case(failed.bedside.dosing)
    dialog = offered(qtbot, failed, library)
    assert dialog.kind.currentText() == "Bedside card"
    assert why_no_card(dialog) == []


@pytest.mark.hazard("H01")
def test_a_card_that_is_open_goes_with_a_failure(window: MainWindow) -> None:
    type_case(window.bedside.dosing)
    window.actions_.hand_over.trigger()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, SheetDialog) and one.isVisible()]
    assert dialog.kind.currentText() == "Bedside card"
    window.show_failure("abc")
    assert not dialog.isVisible()


def test_after_a_failure_no_finding_stays_counted(failed: MainWindow) -> None:
    at = failed.bedside.indexOf(failed.bedside.regimen)
    assert failed.bedside.tabText(at) == "Regimen"
    assert failed.bedside.tabToolTip(at) == ""


@pytest.mark.hazard("H01")
def test_nothing_that_is_done_to_a_case_that_failed_brings_a_dose_or_a_finding_back(failed: MainWindow) -> None:
    bedside = failed.bedside
    tick(bedside.regimen, "drug of the regimen: colistin")
    type_case(bedside.dosing, weight_in_kg="72")
    failed.desk.show_available(frozenset({"aztreonam"}))
    assert "so no dose is shown" in answer_words(bedside.dosing)
    assert cards(bedside.dosing) == []
    assert "so nothing is checked" in said(bedside.regimen)
    assert bedside.tabText(bedside.indexOf(bedside.regimen)) == "Regimen"
    assert bedside.timeline.view is None or bedside.timeline.view.planned() is None


def test_a_new_case_is_answered_from_its_first_figure(failed: MainWindow) -> None:
    failed.bedside.clear_case()
    assert "Something failed" not in answer_words(failed.bedside.dosing)
    type_case(failed.bedside.dosing)
    assert len(cards(failed.bedside.dosing)) > 3
    assert "Something failed" not in said(failed.bedside.regimen)
