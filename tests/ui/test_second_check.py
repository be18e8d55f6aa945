"""A case that a second person types again, blind."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from desktop.ui.closed_browser import CardText
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.second_check import SecondCheck
from desktop.ui.theme import TEXT_SIZES
from tests.ui.bedside_keys import cards, choose, line, radio, show_bedside, type_case


@pytest.fixture
def second(window: MainWindow) -> Iterator[SecondCheck]:
    """The dialog, opened for the contract's own example, with nothing typed into it."""
    type_case(window.bedside.dosing)
    yield _opened(window)
    for dialog in window.findChildren(SecondCheck):
        dialog.reject()
    window.bedside.clear_case()


def _opened(window: MainWindow) -> SecondCheck:
    show_bedside(window)
    QTest.mouseClick(_check_button(window), Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SecondCheck)
    return dialog


def _check_button(window: MainWindow) -> QPushButton:
    (button,) = [b for b in window.bedside.dosing.findChildren(QPushButton) if b.text() == "Second check"]
    return button


def _said(window: MainWindow) -> str:
    labels = window.bedside.dosing.answer.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible() and "econd" in label.text())


def _figures_in_sight(window: MainWindow) -> list[QWidget]:
    kinds = (*window.bedside.findChildren(QLineEdit), *window.bedside.findChildren(CardText))
    return [widget for widget in (*kinds, window.drawer) if widget.isVisible()]


@pytest.mark.hazard("H18")
def test_a_second_person_who_agrees_stamps_the_doses_until_the_next_edit(
    window: MainWindow, second: SecondCheck
) -> None:
    type_case(second.form, weight_in_kg="70.0")
    second.compare()
    stamp, time = _said(window).split(", ")
    assert stamp == "✓ Second check agreed"
    assert (len(time), time[2]) == (5, ":")
    QTest.keyClicks(line(window.bedside.dosing, "weight in kg"), "1")
    assert _said(window) == ""


@pytest.mark.hazard("H18")
def test_a_difference_is_named_blocks_the_stamp_and_is_not_corrected_in_sight_of_it(
    window: MainWindow, second: SecondCheck
) -> None:
    type_case(second.form, age_in_the_chosen_unit="76")
    second.compare()
    assert "nothing is stamped" in _said(window)
    assert "Age: first 67 years, second 76 years." in _said(window)
    assert "agreed" not in _said(window)
    again = _opened(window)
    assert again.form.is_empty()
    type_case(again.form)
    again.compare()
    assert "✓ Second check agreed" in _said(window)
    assert "76 years" not in _said(window)


@pytest.mark.hazard("H19")
def test_nothing_of_the_first_entry_is_in_sight_whatever_happens_to_the_window(
    window: MainWindow, looks: Looks
) -> None:
    type_case(window.bedside.dosing)
    cards(window.bedside.dosing)[0].anchorClicked.emit(QUrl("dose:ceftazidime-avibactam/us-label/03"))
    dialog = _opened(window)
    assert _figures_in_sight(window) == []
    for width in (800, 1366):
        window.resize(width, 600)
        show_bedside(window)
        assert _figures_in_sight(window) == []
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "67" not in said
    assert dialog.form.is_empty()
    dialog.reject()
    assert line(window.bedside.dosing, "weight in kg").isVisible()


@pytest.mark.hazard("H19")
def test_a_case_that_expires_meanwhile_gets_no_stamp(window: MainWindow, second: SecondCheck) -> None:
    type_case(second.form)
    window.desk.expiry.expired.emit()
    assert not second.isVisible()
    second.compare()
    assert _said(window) == ""


@pytest.mark.hazard("H19")
def test_a_failure_meanwhile_leaves_nothing_to_stamp(window: MainWindow, second: SecondCheck) -> None:
    type_case(second.form)
    window.show_failure("12345678")
    second.compare()
    assert "Second check" not in _said(window)
    assert not _check_button(window).isVisible()


def test_the_question_about_a_quiet_case_takes_the_second_entry_away(window: MainWindow, second: SecondCheck) -> None:
    window.desk.expiry.asked.emit()
    assert not second.isVisible()
    assert line(window.bedside.dosing, "weight in kg").isVisible()


def test_typing_a_second_entry_keeps_the_case_from_expiring(window: MainWindow, second: SecondCheck) -> None:
    window.desk.expiry.touch(has_case=False)
    QTest.keyClicks(line(second.form, "weight in kg"), "7")
    assert window.desk.expiry.is_waiting


@pytest.mark.hazard("H21")
def test_the_second_entry_is_gone_with_its_dialog(window: MainWindow, second: SecondCheck) -> None:
    type_case(second.form)
    second.reject()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    assert window.findChildren(SecondCheck) == []


def test_a_second_entry_that_cannot_be_read_is_marked_and_compared_with_nothing(
    window: MainWindow, second: SecondCheck
) -> None:
    type_case(second.form, weight_in_kg="7o")
    second.compare()
    assert second.isVisible()
    assert "is not a plain number" in second.form.fault_words()
    assert line(second.form, "weight in kg").property("wrong") is True
    assert _said(window) == ""


def test_the_enter_key_ends_no_entry_that_is_half_typed(window: MainWindow, second: SecondCheck) -> None:
    QTest.keyClicks(line(second.form, "age in the chosen unit"), "67")
    QTest.keyClick(line(second.form, "age in the chosen unit"), Qt.Key.Key_Return)
    assert second.isVisible()
    assert second.form.typed().age == "67"


def test_a_change_of_colours_ends_the_check_and_leaves_no_doubtful_stamp(
    window: MainWindow, looks: Looks, second: SecondCheck
) -> None:
    looks.choose_size(125)
    assert not second.isVisible()
    assert line(window.bedside.dosing, "weight in kg").isVisible()


def test_without_doses_there_is_nothing_to_check(window: MainWindow) -> None:
    show_bedside(window)
    assert not _check_button(window).isVisible()
    type_case(window.bedside.dosing)
    assert _check_button(window).isVisible()
    QTest.keyClicks(line(window.bedside.dosing, "weight in kg"), "x")
    assert not _check_button(window).isVisible()


def test_an_answer_of_refusals_alone_has_nothing_to_stamp(window: MainWindow) -> None:
    panel = window.bedside.dosing
    choose(panel, "age unit", "months")
    QTest.keyClicks(line(panel, "age in the chosen unit"), "0")
    choose(panel, "dialysis", "haemodialysis")
    radio(panel, "Male").setChecked(True)
    assert cards(panel)
    assert not _check_button(window).isVisible()


@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.hazard("H20")
def test_every_field_of_the_second_entry_can_be_reached_at_every_text_size(
    window: MainWindow, looks: Looks, percent: int
) -> None:
    looks.choose_size(percent)
    type_case(window.bedside.dosing)
    dialog = _opened(window)
    dialog.resize(640, 480)
    QApplication.processEvents()
    shown = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert all(label.width() >= label.sizeHint().width() for label in shown if not label.wordWrap())
    assert dialog.form.height() >= dialog.form.minimumSizeHint().height()
    assert dialog.form.minimumSizeHint().width() <= dialog.form.width()
    dialog.reject()
