"""The dosing tab in the real window."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
)
from pytestqt.qtbot import QtBot

from desktop.content.drugs import UnavailableDrug
from desktop.content.library import Library
from desktop.domain.answering import Doses, answer
from desktop.domain.limits import NOT_COVERED
from desktop.domain.patient import Typed
from desktop.health.log import NAME
from desktop.notebook.notebook import Notebook
from desktop.ui.application import FailureReporter
from desktop.ui.closed_browser import CardText
from desktop.ui.dosing_panel import DosingPanel
from desktop.ui.fault_window import FaultWindow
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import TEXT_SIZES
from tests.ui.bedside_keys import answer_words, cards, choice, choose, line, radio, show_bedside, shown_lines, type_case


@contextmanager
def first_slot(panel: DosingPanel, slot: Callable[[Typed, bool], None]) -> Iterator[None]:
    """Only this slot hears of an edit, so that it sees what the panel did by itself."""
    receiver = panel.window()
    assert isinstance(receiver, MainWindow)
    panel.case_edited.disconnect(receiver.desk.answer_case)
    panel.case_edited.connect(slot)
    yield
    panel.case_edited.disconnect(slot)
    panel.case_edited.connect(receiver.desk.answer_case)


DOSE = "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total)"


@pytest.mark.hazard("H10")
def test_another_weight_that_would_choose_another_row_is_named_above_the_doses_and_in_the_card(
    window: MainWindow,
) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    words = answer_words(panel)
    assert "The weight decides the row. With the actual weight (31.8 mL/min) other rows apply" in words
    assert "With the actual weight (31.8 mL/min)" in cards(panel)[0].toPlainText().replace("\u00a0", " ").replace(
        "\u2060", ""
    )


def test_a_complete_case_shows_the_dose_with_its_row_and_source(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    words = answer_words(panel)
    assert "28.2 mL/min" in words
    assert f"{DOSE}\nevery 12 hours, over 2 hours" in words
    assert "row 16 to 30" in words
    assert "AVYCAZ US label" in words
    assert "67 years, female, 70 kg, 165 cm, creatinine 1.9 mg/dL (168 micromol/L)" in words


@pytest.mark.parametrize(("width", "percent"), [(1366, 100), (800, 100), (1366, 150), (1366, 200)])
@pytest.mark.hazard("H03")
def test_components_and_total_of_a_dose_are_never_on_two_lines(
    window: MainWindow, looks: Looks, width: int, percent: int
) -> None:
    window.resize(width, 768)
    looks.choose_size(percent)
    show_bedside(window)
    type_case(window.bedside.dosing)
    QApplication.processEvents()
    shown = [line for card in cards(window.bedside.dosing) for line in shown_lines(card) if "in total)" in line]
    assert shown
    assert [line for line in shown if "and avibactam" not in line] == []


def test_an_empty_case_says_what_to_type_next(window: MainWindow) -> None:
    assert "Type the age, the sex, the weight and the creatinine to see doses." in answer_words(window.bedside.dosing)


@pytest.mark.parametrize(
    "name", ["age in the chosen unit", "weight in kg", "height in cm", "creatinine in the chosen unit"]
)
@pytest.mark.hazard("H01")
def test_editing_any_line_clears_the_dose_before_anything_else(window: MainWindow, name: str) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    seen: list[str] = []

    def note(_typed: Typed, _confirmed: bool) -> None:
        seen.append(answer_words(panel))

    with first_slot(panel, note):
        QTest.keyClick(line(panel, name), Qt.Key.Key_Backspace)
    assert seen == [""]


@pytest.mark.parametrize(
    ("name", "words"), [("dialysis", "haemodialysis"), ("weight used", "ideal"), ("creatinine unit", "unit?")]
)
@pytest.mark.hazard("H01")
def test_changing_any_choice_clears_the_dose_before_anything_else(window: MainWindow, name: str, words: str) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    seen: list[str] = []
    with first_slot(panel, lambda _typed, _confirmed: seen.append(answer_words(panel))):
        choose(panel, name, words)
    assert seen == [""]


@pytest.mark.hazard("H14")
def test_the_wheel_never_changes_a_choice(window: MainWindow) -> None:
    panel = window.bedside.dosing
    for box in panel.findChildren(QComboBox):
        before = box.currentIndex()
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, wheel)
        assert box.currentIndex() == before


@pytest.mark.parametrize("typed", ["1,9", "1 9", "1e2", "nan", "-1.9", "１.9", "١", "1.9mg", "1.9\u200b", "9" * 400])
def test_a_creatinine_that_cannot_be_read_is_refused_and_stays_as_typed(window: MainWindow, typed: str) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    field = line(panel, "creatinine in the chosen unit")
    field.setText(typed)
    assert "mL/min" not in answer_words(panel)
    assert "Correct the marked field" in answer_words(panel)
    assert field.text() == typed
    assert field.property("wrong") is True


@pytest.mark.hazard("H02")
def test_a_creatinine_in_the_other_unit_is_refused(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    choose(panel, "creatinine unit", "micromol/L")
    assert "Correct the marked field" in answer_words(panel)
    assert "looks like the other unit" in panel.fault_words()


@pytest.mark.hazard("H09")
def test_pasted_lines_are_never_joined_into_a_number(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    field = line(panel, "weight in kg")
    field.clear()
    QApplication.clipboard().setText("70\n80")
    field.paste()
    assert "mL/min" not in answer_words(panel)


@pytest.mark.hazard("H18")
def test_an_unusual_weight_is_confirmed_before_a_dose_is_shown(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    field = line(panel, "weight in kg")
    field.clear()
    QTest.keyClicks(field, "250")
    assert "Unusual: weight 250 kg" in answer_words(panel)
    (button,) = [b for b in panel.answer.findChildren(QPushButton) if b.isVisibleTo(panel)]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "mL/min" in answer_words(panel)
    QTest.keyClicks(line(panel, "height in cm"), ".5")
    assert "Unusual: weight 250 kg" in answer_words(panel)


def test_a_refusal_close_to_an_edge_names_the_row_beyond_it(window: MainWindow) -> None:
    panel = window.bedside.dosing
    QTest.keyClicks(line(panel, "clearance in mL/min"), "49.999")
    words = answer_words(panel).replace("\u00a0", " ").replace("\u2060", "")
    assert "49.999 mL/min" in words
    nearest = "Close to the edge at 50 mL/min: the nearest row in which this source gives a dose is"
    assert f'{nearest} "normal renal function" (more than 50 mL/min). It does not apply here.' in words


def test_a_computed_clearance_beyond_belief_shows_no_dose(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    field = line(panel, "creatinine in the chosen unit")
    field.setText("0.2")
    assert "Unusual" in answer_words(panel)
    line(panel, "weight in kg").setText("110")
    assert "Correct the marked field" in answer_words(panel)
    assert "is above what can be used here (300 mL/min)" in panel.fault_words()
    assert field.property("wrong") is True


@pytest.mark.hazard("H18")
def test_on_dialysis_a_computed_clearance_beyond_belief_is_shown_beside_the_doses(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    choose(panel, "dialysis", "haemodialysis")
    line(panel, "height in cm").setText("")
    line(panel, "creatinine in the chosen unit").setText("0.4")
    line(panel, "age in the chosen unit").setText("20")
    line(panel, "weight in kg").setText("85")
    assert "Unusual: creatinine clearance 301.042 mL/min by the actual weight" in answer_words(panel)
    assert "every 24 or 48 hours" not in answer_words(panel)
    (button,) = [b for b in panel.answer.findChildren(QPushButton) if b.isVisibleTo(panel)]
    button.click()
    assert "is implausible: check the creatinine with its unit, and the weight. It chooses no" in answer_words(panel)
    assert "No creatinine clearance used" in answer_words(panel)
    assert "every 24 or 48 hours" in answer_words(panel)
    choose(panel, "dialysis", "none")
    assert "Correct the marked field" in answer_words(panel)
    assert "every 24 or 48 hours" not in answer_words(panel)


@pytest.mark.hazard("H12")
def test_on_continuous_renal_replacement_no_row_is_borrowed(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    choose(panel, "dialysis", "continuous (CRRT)")
    (card,) = [card for card in panel.findChildren(CardText) if card.accessibleName() == "ceftazidime-avibactam"]
    words = card.toPlainText()
    assert words.count("No dose.") == 3
    assert "every" not in words


def answer_the_question(button: QMessageBox.StandardButton) -> None:
    """Press a button of the question once it is there; the safe one must be the default."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.No)
        box.button(button).click()

    QTimer.singleShot(50, press)


@pytest.mark.hazard("H06")
def test_a_new_case_asks_first_and_then_clears_everything(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    answer_the_question(QMessageBox.StandardButton.No)
    window.actions_.new_case.trigger()
    assert line(panel, "weight in kg").text() == "70"
    answer_the_question(QMessageBox.StandardButton.Yes)
    window.actions_.new_case.trigger()
    assert [field.text() for field in panel.findChildren(QLineEdit)] == [""] * 6
    assert not radio(panel, "Female").isChecked()
    assert choice(panel, "creatinine unit").currentText() == "unit?"
    assert "Type the age" in answer_words(panel)


@pytest.mark.hazard("H06", "H21")
def test_the_last_patient_cannot_be_brought_back_by_undoing(window: MainWindow) -> None:
    field = line(window.bedside.dosing, "weight in kg")
    type_case(window.bedside.dosing)
    window.bedside.clear_case()
    field.undo()
    assert field.text() == ""


@pytest.mark.hazard("H01")
def test_a_screen_reader_that_types_clears_the_dose_too(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    reader = QAccessible.queryAccessibleInterface(line(panel, "weight in kg"))
    reader.setText(QAccessible.Text.Value, "140")
    assert "28.2 mL/min" not in answer_words(panel)
    assert "140 kg" in answer_words(panel)


@pytest.mark.parametrize(
    ("crcl", "row"), [("30.001", "row 31 to 50"), ("30", "row 16 to 30"), ("49.999", "row 31 to 50")]
)
@pytest.mark.hazard("H04")
def test_a_clearance_beside_an_edge_is_shown_on_its_own_side(window: MainWindow, crcl: str, row: str) -> None:
    panel = window.bedside.dosing
    QTest.keyClicks(line(panel, "clearance in mL/min"), crcl)
    assert f"{crcl} mL/min" in answer_words(panel)
    assert row in answer_words(panel)


def open_the_dose(window: MainWindow) -> None:
    type_case(window.bedside.dosing)
    (first, *_) = cards(window.bedside.dosing)
    first.anchorClicked.emit(QUrl("dose:ceftazidime-avibactam/us-label/03"))
    assert window.drawer.isVisible()


@pytest.mark.hazard("H01")
def test_an_edit_closes_the_source_of_the_last_dose(window: MainWindow) -> None:
    open_the_dose(window)
    choose(window.bedside.dosing, "dialysis", "continuous (CRRT)")
    assert not window.drawer.isVisible()


@pytest.mark.hazard("H01")
def test_an_error_in_a_slot_leaves_no_dose_on_screen_even_without_standard_error(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_the_dose(window)
    monkeypatch.setattr(sys, "stderr", None)
    FailureReporter(window)(ValueError, ValueError("70 kg"), None)
    words = answer_words(window.bedside.dosing)
    assert "Something failed" in words
    assert "70 kg" not in words
    assert DOSE not in words
    assert not window.drawer.isVisible()


class Broken(MainWindow):
    """A window that cannot even say that something failed."""

    def show_failure(self, fault_id: str) -> None:
        raise ValueError(f"70 kg {fault_id}")


@pytest.mark.hazard("H01")
def test_a_window_that_cannot_show_an_error_gives_way_to_one_that_can_and_no_figure_is_told(
    library: Library, looks: Looks, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Broken(library, "ndm", looks, Notebook())
    dialog = QDialog(broken)
    for one in (broken, dialog):
        one.show()
    report = FailureReporter(broken, tmp_path)
    report(ValueError, ValueError("80 kg"), None)
    assert report.has_failed
    assert not broken.isVisible()
    assert not dialog.isVisible()
    assert isinstance(report.window, FaultWindow)
    assert report.window.isVisible()
    told = capsys.readouterr().err
    assert told.count("wardlight: error ") == 2
    assert " kg" not in told + (tmp_path / "log" / NAME).read_text(encoding="utf-8")
    for made in (broken, report.window):
        made.close()
        made.deleteLater()


def test_a_drug_that_cannot_be_read_says_so_in_its_place(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    assessment = answer(panel.typed(), (), confirmed=True)
    panel.show_answer(assessment, {}, (UnavailableDrug("aztreonam", "The rows are damaged."),))
    assert "aztreonam: not available. The rows are damaged." in answer_words(panel)


@pytest.mark.hazard("H05")
def test_on_haemodialysis_the_clearance_is_not_the_headline(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    choose(panel, "dialysis", "haemodialysis")
    assert "Dialysis decides the row" in answer_words(panel)
    assert "every 24 or 48 hours" in answer_words(panel)


@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.parametrize("width", [640, 800, 1000, 1366])
@pytest.mark.hazard("H20")
def test_nothing_of_the_bedside_lies_beyond_its_right_edge(
    window: MainWindow, looks: Looks, width: int, percent: int
) -> None:
    window.resize(width, 768)
    looks.choose_size(percent)
    show_bedside(window)
    type_case(window.bedside.dosing)
    QApplication.processEvents()
    assert window.bedside.dosing.horizontalScrollBar().maximum() == 0
    assert "Not clinically reviewed" in [label.text()[2:] for label in window.findChildren(QLabel) if label.isVisible()]


@pytest.mark.hazard("H21")
def test_the_window_title_says_nothing_about_the_patient(window: MainWindow) -> None:
    type_case(window.bedside.dosing)
    assert window.windowTitle() == "Wardlight: NDM-producing Enterobacterales"


def test_an_infant_without_a_filtration_is_shown_the_row_with_the_doubt_beside_it(window: MainWindow) -> None:
    panel = window.bedside.dosing
    choose(panel, "age unit", "months")
    QTest.keyClicks(line(panel, "age in the chosen unit"), "4")
    QTest.keyClicks(line(panel, "weight in kg"), "6.2")
    (card,) = [card for card in panel.findChildren(CardText) if card.accessibleName() == "ceftazidime-avibactam"]
    words = card.toPlainText().replace("\u00a0", " ")
    assert "ceftazidime 248 mg and avibactam 62 mg (310 mg in total)" in words
    assert words.count("The kidney function was not given") == 2


def test_an_effluent_rate_is_asked_for_in_continuous_therapy_only(window: MainWindow) -> None:
    show_bedside(window)
    panel = window.bedside.dosing
    assert not line(panel, "effluent in L per hour").isVisible()
    choose(panel, "dialysis", "continuous (CRRT)")
    field = line(panel, "effluent in L per hour")
    assert field.isVisible()
    QTest.keyClicks(field, "2.1")
    (card,) = [card for card in panel.findChildren(CardText) if card.accessibleName() == "cefiderocol"]
    assert "cefiderocol 2 g" in card.toPlainText().replace("\u00a0", " ")
    choose(panel, "dialysis", "none")
    assert field.isVisible(), "what was typed must never be hidden"
    assert "effluent rate belongs to continuous" in panel.fault_words()


def test_a_therapy_that_no_source_covers_shows_no_dose_and_says_what_to_do(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    choose(panel, "dialysis", "peritoneal, other")
    assert "peritoneal dialysis, slow extended dialysis (SLED) or ECMO" in panel.fault_words()
    assert answer_words(panel) == "No dose is shown."


def test_below_the_doses_stands_what_they_are_not_for(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    assert NOT_COVERED in answer_words(panel)


def test_the_name_of_a_drug_above_the_cards_brings_up_its_card(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.bedside.dosing
    show_bedside(window)
    type_case(panel)
    qtbot.waitUntil(lambda: panel.verticalScrollBar().maximum() > 3000)
    (names,) = [found for found in panel.answer.findChildren(QLabel) if "Doses below" in found.text()]
    assert names.textFormat() is Qt.TextFormat.RichText
    names.linkActivated.emit("3")
    (card,) = [card for card in cards(panel) if card.accessibleName() == "cefiderocol"]
    assert 0 <= card.mapTo(panel.viewport(), QPoint(0, 0)).y() < 40


def test_every_warning_stands_in_one_box_each_with_its_mark(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    (box,) = [checkbox for checkbox in panel.findChildren(QCheckBox) if "not steady" in checkbox.text()]
    box.setChecked(True)
    (notice,) = [frame for frame in panel.answer.findChildren(QFrame) if frame.objectName() == "notice"]
    lines = [found.text() for found in notice.findChildren(QLabel)]
    assert len(lines) == 3
    assert all(line.startswith("⚠ ") for line in lines)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [1366, 800])
def test_the_longest_creatinine_is_never_cut(window: MainWindow, looks: Looks, width: int, percent: int) -> None:
    window.resize(width, 768)
    looks.choose_size(percent)
    show_bedside(window)
    field = line(window.bedside.dosing, "creatinine in the chosen unit")
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    assert inside.width() >= field.fontMetrics().horizontalAdvance("1768.5")


def test_after_an_error_in_the_middle_of_an_answer_what_is_said_next_stands_in_its_place(
    window: MainWindow, library: Library, qapp: QApplication
) -> None:
    show_bedside(window)
    panel = window.bedside.dosing
    doses = answer(Typed(clearance="40"), library.rulebook.drugs, confirmed=True)
    assert isinstance(doses, Doses)
    with pytest.raises(KeyError):
        panel.answer.show_assessment(doses, {}, ())
    qapp.processEvents()
    assert [one.text() for one in panel.answer.findChildren(QLabel) if one.isVisible()] == []
    panel.answer.show_message("Type the age.")
    qapp.processEvents()
    (said,) = [one for one in panel.answer.findChildren(QLabel) if one.isVisible()]
    assert said.text() == "Type the age."
    assert panel.answer.rect().contains(said.geometry())
