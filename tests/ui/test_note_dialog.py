"""The words of a note stay until they are kept; what could point to a patient is said and forbids nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.note_dialog import NoteDialog
from tests.notebook.pages import ANCHOR


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def _dialog(parent: QWidget, text: str = "", *, is_new: bool = True) -> NoteDialog:
    made = NoteDialog(ANCHOR, text, parent, is_new=is_new)
    made.open()
    made.activateWindow()
    return made


def _button(dialog: QWidget, words: str) -> QPushButton:
    (found,) = [button for button in dialog.findChildren(QPushButton) if words in button.text().replace("&", "")]
    return found


def _answer(dialog: NoteDialog, answer: QMessageBox.StandardButton) -> None:
    (box,) = dialog.findChildren(QMessageBox)
    QTest.mouseClick(box.button(answer), Qt.MouseButton.LeftButton)


def test_the_statement_is_named_above_the_words(parent: QWidget) -> None:
    dialog = _dialog(parent)
    said = [child.text() for child in dialog.findChildren(QWidget) if hasattr(child, "text") and callable(child.text)]
    assert ANCHOR.title in said
    assert ANCHOR.excerpt in said


def test_a_note_without_words_cannot_be_saved(qtbot: QtBot, parent: QWidget) -> None:
    dialog = _dialog(parent)
    assert not dialog.save.isEnabled()
    dialog.words.setPlainText("  \n")
    assert not dialog.save.isEnabled()
    with qtbot.assertNotEmitted(dialog.saved, wait=20):
        QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("how", ["button", "keys"])
def test_saving_hands_the_words_over_and_stays_until_they_are_kept(qtbot: QtBot, parent: QWidget, how: str) -> None:
    dialog = _dialog(parent)
    qtbot.waitUntil(dialog.words.hasFocus)
    QTest.keyClicks(dialog.words, "Ask the pharmacy")
    with qtbot.waitSignal(dialog.saved) as saved:
        if how == "button":
            QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved.args == ["Ask the pharmacy"]
    assert dialog.isVisible()


def test_words_that_could_not_be_kept_are_still_there_and_the_reason_is_said(parent: QWidget) -> None:
    dialog = _dialog(parent, "Ask the pharmacy")
    dialog.show_fault("This was not kept: the disk is full.")
    assert dialog.isVisible()
    assert dialog.fault.isVisible()
    assert "the disk is full. Your words are still here" in dialog.fault.words()
    assert dialog.words.toPlainText() == "Ask the pharmacy"


def test_what_could_point_to_a_patient_is_said_while_typing_and_can_be_saved(qtbot: QtBot, parent: QWidget) -> None:
    dialog = _dialog(parent)
    QTest.keyClicks(dialog.words, "For MRN 12345")
    assert dialog.warning.isVisible()
    assert "“MRN 12345” (a record number)" in dialog.warning.words()
    with qtbot.waitSignal(dialog.saved):
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    dialog.words.setPlainText("For everybody")
    assert not dialog.warning.isVisible()


def test_leaving_with_unsaved_words_asks_first(parent: QWidget) -> None:
    dialog = _dialog(parent)
    QTest.keyClicks(dialog.words, "Ask")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    _answer(dialog, QMessageBox.StandardButton.No)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    box = dialog.findChildren(QMessageBox)[-1]
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_leaving_without_a_change_asks_nothing(parent: QWidget) -> None:
    dialog = _dialog(parent, "as before", is_new=False)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_deleting_asks_first_and_is_offered_for_a_note_that_exists(qtbot: QtBot, parent: QWidget) -> None:
    assert not [button for button in _dialog(parent).findChildren(QPushButton) if "Delete" in button.text()]
    dialog = _dialog(parent, "old", is_new=False)
    QTest.mouseClick(_button(dialog, "Delete note"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.deleted):
        _answer(dialog, QMessageBox.StandardButton.Yes)


def test_the_tab_key_leaves_the_words(parent: QWidget) -> None:
    dialog = _dialog(parent, "x")
    assert dialog.words.tabChangesFocus()
    assert dialog.findChildren(QDialogButtonBox)
