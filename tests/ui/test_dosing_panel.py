"""The dosing tab in the real window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.patient import Typed
from desktop.ui.dosing_panel import DosingPanel
from desktop.ui.main_window import MainWindow
from tests.ui.bedside_keys import answer_words, choice, choose, line, radio, type_case


@contextmanager
def first_slot(panel: DosingPanel, slot: Callable[[Typed, bool], None]) -> Iterator[None]:
    """Only this slot hears of an edit, so that it sees what the panel did by itself."""
    receiver = panel.window()
    assert isinstance(receiver, MainWindow)
    panel.case_edited.disconnect(receiver.answer_case)
    panel.case_edited.connect(slot)
    yield
    panel.case_edited.disconnect(slot)
    panel.case_edited.connect(receiver.answer_case)


DOSE = "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 12 hours, over 2 hours"


def test_a_complete_case_shows_the_dose_as_one_line_with_its_row_and_source(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    words = answer_words(panel)
    assert "28.2 mL/min" in words
    assert DOSE in words
    assert "row 16 to 30" in words
    assert "AVYCAZ US label" in words


def test_an_empty_case_says_what_to_type_next(window: MainWindow) -> None:
    assert "Type the age, the sex, the weight and the creatinine to see doses." in answer_words(window.bedside.dosing)


@pytest.mark.parametrize("name", ["age in years", "weight in kg", "height in cm", "creatinine in the chosen unit"])
def test_editing_any_line_clears_the_dose_before_anything_else(window: MainWindow, qtbot: QtBot, name: str) -> None:
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
def test_changing_any_choice_clears_the_dose_before_anything_else(window: MainWindow, name: str, words: str) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    seen: list[str] = []
    with first_slot(panel, lambda _typed, _confirmed: seen.append(answer_words(panel))):
        choose(panel, name, words)
    assert seen == [""]


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
    field.clear()
    QTest.keyClicks(field, "x")
    field.setText(typed)
    field.textEdited.emit(typed)
    assert "mL/min" not in answer_words(panel)
    assert "Correct the marked field" in answer_words(panel)
    assert field.text() == typed
    assert field.property("wrong") is True


def test_a_creatinine_in_the_other_unit_is_refused(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    choose(panel, "creatinine unit", "micromol/L")
    assert "Correct the marked field" in answer_words(panel)
    assert "looks like the other unit" in panel.fault_words()


def test_pasted_lines_are_never_joined_into_a_number(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    field = line(panel, "weight in kg")
    field.clear()
    QApplication.clipboard().setText("70\n80")
    field.paste()
    field.textEdited.emit(field.text())
    assert "mL/min" not in answer_words(panel)


def test_an_unusual_weight_is_confirmed_before_a_dose_is_shown(window: MainWindow, qtbot: QtBot) -> None:
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


def test_on_continuous_renal_replacement_no_row_is_borrowed(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    choose(panel, "dialysis", "continuous (CRRT)")
    words = answer_words(panel)
    assert "No dose." in words
    assert "every 12 hours" not in words


def test_a_new_case_asks_first_and_then_clears_everything(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    window.bedside.clear_case()
    assert all(field.text() == "" for field in panel.findChildren(QLineEdit))
    assert not radio(panel, "Female").isChecked()
    assert choice(panel, "creatinine unit").currentText() == "unit?"
    assert "Type the age" in answer_words(panel)


def test_an_error_in_the_program_leaves_no_dose_on_screen(window: MainWindow) -> None:
    panel = window.bedside.dosing
    type_case(panel)
    window.show_failure("1a2b3c4d")
    words = answer_words(panel)
    assert "1a2b3c4d" in words
    assert DOSE not in words


def test_the_window_title_says_nothing_about_the_patient(window: MainWindow) -> None:
    type_case(window.bedside.dosing)
    assert window.windowTitle() == "Wardlight: NDM-producing Enterobacterales"
