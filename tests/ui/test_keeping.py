"""What a reader marks and notes is kept, found again and carried away; what is gone from the library is listed."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain.notebook import Anchor, Bookmark
from desktop.notebook.notebook import Notebook
from desktop.ui.available_dialog import AvailableDialog
from desktop.ui.carrying import ask_export, ask_import, bring_back, export
from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.main_window import MainWindow
from desktop.ui.note_dialog import NoteDialog
from tests.notebook.pages import file_in, kept_in
from tests.ui.test_reading import links_of

FIRST = "first-line-idsa-2026"
GONE = Anchor("gone-statement", "ndm", "NDM: Alternatives", "The old statement said", "2025.01")


@pytest.fixture
def notebook(window: MainWindow, tmp_path: Path) -> Iterator[Notebook]:
    """A notebook on the disk that the window works with for the length of a test."""
    made = kept_in(tmp_path)
    window.keeping.take_up(made)
    window.keeping.strip.hide()
    yield made
    window.keeping.take_up(Notebook())


def _drawer_words(window: MainWindow) -> str:
    (text,) = window.drawer.findChildren(ClosedBrowser)
    return text.toPlainText()


def _drawer_links(window: MainWindow) -> list[str]:
    (text,) = window.drawer.findChildren(ClosedBrowser)
    return list(links_of(text.document()))


def _follow(window: MainWindow, beginning: str) -> None:
    (text,) = window.drawer.findChildren(ClosedBrowser)
    link = next(link for link in _drawer_links(window) if link.startswith(beginning))
    text.anchorClicked.emit(QUrl(link))


def _dialog(window: MainWindow) -> NoteDialog:
    return next(one for one in window.findChildren(NoteDialog) if one.isVisible())


def _star(window: MainWindow) -> QToolButton:
    buttons = window.header.findChildren(QToolButton)
    return next(one for one in buttons if one.defaultAction() is window.actions_.bookmark)


def test_the_star_marks_the_section_that_is_read_and_follows_the_reader(window: MainWindow, notebook: Notebook) -> None:
    star = _star(window)
    assert star.isVisible()
    assert not star.isChecked()
    QTest.mouseClick(star, Qt.MouseButton.LeftButton)
    assert [bookmark.place for bookmark in notebook.kept.bookmarks] == ["ndm#recommendation"]
    window.visit("ndm#dosing")
    assert not star.isChecked()
    window.visit("ndm#recommendation")
    assert star.isChecked()
    QTest.mouseClick(star, Qt.MouseButton.LeftButton)
    assert not star.isChecked()
    assert notebook.kept.bookmarks == ()


def test_the_keys_mark_too(qtbot: QtBot, window: MainWindow, notebook: Notebook) -> None:
    qtbot.waitActive(window)
    QTest.keyClick(window.page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert notebook.kept.is_marked("ndm#recommendation")


def test_a_mark_that_cannot_be_kept_is_told_and_the_star_stays_empty(
    window: MainWindow, notebook: Notebook, tmp_path: Path
) -> None:
    notebook.mark(Bookmark("ndm#dosing", "Dosing"))
    other = sqlite3.connect(file_in(tmp_path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    window.actions_.bookmark.trigger()
    other.close()
    assert not _star(window).isChecked()
    assert window.keeping.strip.isVisible()
    assert "another program holds it" in window.keeping.strip.words()


def test_the_notebook_lists_what_is_kept_and_leads_there(window: MainWindow, notebook: Notebook) -> None:
    window.visit("ndm#dosing")
    window.actions_.bookmark.trigger()
    window.visit("ndm#recommendation")
    window.actions_.notebook.trigger()
    assert "NDM-producing Enterobacterales: Dosing" in _drawer_words(window)
    assert str(notebook.where) in _drawer_words(window)
    _follow(window, "topic:ndm#dosing")
    assert _star(window).isChecked()
    _follow(window, "unmark:ndm#dosing")
    assert not _star(window).isChecked()
    assert "None yet. Mark the section" in _drawer_words(window), "the list is shown anew"


def test_the_keyboard_goes_into_the_list(qtbot: QtBot, window: MainWindow, notebook: Notebook) -> None:
    qtbot.waitActive(window)
    QTest.keyClick(window.page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (text,) = window.drawer.findChildren(ClosedBrowser)
    assert text.hasFocus()
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def test_a_note_is_written_under_where_a_statement_comes_from_and_stands_there(
    window: MainWindow, notebook: Notebook
) -> None:
    window.reader.open(f"statement:{FIRST}")
    _follow(window, "note:")
    dialog = _dialog(window)
    QTest.keyClicks(dialog.words, "Our pharmacy has it <b>today</b>.")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    (note,) = notebook.kept.notes
    assert (note.anchor.statement, note.anchor.topic, note.anchor.edition) == (FIRST, "ndm", "2026.11")
    assert _drawer_words(window).startswith("Our pharmacy has it <b>today</b>.")


def test_a_note_that_was_not_kept_stays_in_its_dialog(window: MainWindow, notebook: Notebook, tmp_path: Path) -> None:
    notebook.mark(Bookmark("ndm#dosing", "Dosing"))
    window.reader.open(f"note:{FIRST}")
    dialog = _dialog(window)
    QTest.keyClicks(dialog.words, "Ask")
    other = sqlite3.connect(file_in(tmp_path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "another program holds it" in dialog.fault.words()
    other.close()
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert [note.text for note in kept_in(tmp_path).kept.notes] == ["Ask"]


def test_a_note_whose_statement_is_gone_is_listed_apart_and_can_be_deleted(
    qtbot: QtBot, window: MainWindow, notebook: Notebook
) -> None:
    notebook.write_note(GONE, "still wanted")
    notebook.mark(Bookmark("old#place", "An old place"))
    window.actions_.notebook.trigger()
    words = _drawer_words(window)
    _, _, gone = words.partition("Notes whose statement is gone")
    assert "The old statement said" in gone
    assert "still wanted" in gone
    assert "no longer in this library" in gone
    assert "An old place (no longer in this library)" in words
    _follow(window, "note:gone-statement/")
    dialog = _dialog(window)
    dialog.deleted.emit()
    assert not dialog.isVisible()
    assert notebook.kept.notes == ()
    assert "statement is gone" not in _drawer_words(window)


def test_a_note_on_a_statement_that_was_reworded_says_so(window: MainWindow, notebook: Notebook) -> None:
    notebook.write_note(Anchor(FIRST, "ndm", "NDM: First-line", "It used to say", "2025.01"), "see page 3")
    window.actions_.notebook.trigger()
    assert "edition 2025.01 · the statement was reworded since" in _drawer_words(window)


def test_a_statement_can_be_bookmarked(window: MainWindow, notebook: Notebook) -> None:
    window.reader.open(f"statement:{FIRST}")
    _follow(window, "mark:")
    assert notebook.kept.bookmarks[0].place == f"ndm#{FIRST}"
    assert any(link.startswith("unmark:") for link in _drawer_links(window))


def test_another_topic_becomes_recent(window: MainWindow, notebook: Notebook) -> None:
    window.visit("testing-for-mbl#recommendation")
    assert [topic.place for topic in notebook.kept.recent] == ["testing-for-mbl"]
    window.actions_.notebook.trigger()
    assert "topic:testing-for-mbl" in _drawer_links(window)


def test_the_drugs_of_this_place_are_ticked_kept_and_told(qtbot: QtBot, window: MainWindow, notebook: Notebook) -> None:
    window.actions_.available.trigger()
    dialog = next(one for one in window.findChildren(AvailableDialog) if one.isVisible())
    assert not any(box.isChecked() for box in dialog.boxes.values())
    dialog.boxes["aztreonam"].setChecked(True)
    with qtbot.waitSignal(window.keeping.available_changed) as told:
        _press(dialog, "Save")
    assert told.args == [frozenset({"aztreonam"})]
    assert notebook.kept.available == frozenset({"aztreonam"})
    window.actions_.available.trigger()
    dialog = next(one for one in window.findChildren(AvailableDialog) if one.isVisible())
    assert dialog.boxes["aztreonam"].isChecked()
    with qtbot.waitSignal(window.keeping.available_changed) as told:
        _press(dialog, "Not said")
    assert told.args == [None]


def _press(dialog: AvailableDialog, words: str) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_notebook_is_carried_away_and_brought_back(window: MainWindow, notebook: Notebook, tmp_path: Path) -> None:
    notebook.write_note(GONE, "still wanted")
    export(window.keeping, tmp_path / "mine.json")
    assert "mine.json" in window.keeping.strip.words()
    (tmp_path / "other").mkdir()
    other = kept_in(tmp_path / "other")
    window.keeping.take_up(other)
    bring_back(window.keeping, tmp_path / "mine.json")
    assert [note.text for note in other.kept.notes] == ["still wanted"]
    assert "1 new note" in window.keeping.strip.words()
    export(window.keeping, tmp_path / "mine.md")
    assert "### NDM: Alternatives" in (tmp_path / "mine.md").read_text(encoding="utf-8")


def test_what_cannot_be_brought_back_is_told(window: MainWindow, notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")
    bring_back(window.keeping, tmp_path / "other.json")
    assert window.keeping.strip.words().startswith("⚠ Nothing was imported.")
    export(window.keeping, tmp_path / "no" / "folder.json")
    assert "was not written" in window.keeping.strip.words()


def test_the_dialogs_ask_for_files_of_the_right_endings(window: MainWindow, notebook: Notebook) -> None:
    saving, opening = ask_export(window.keeping, window), ask_import(window.keeping, window)
    assert saving.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert saving.defaultSuffix() == "json"
    saving.filterSelected.emit(saving.nameFilters()[1])
    assert saving.defaultSuffix() == "md"
    assert opening.fileMode() == QFileDialog.FileMode.ExistingFile
    saving.reject()
    opening.reject()
