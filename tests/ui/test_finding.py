"""Finding words on a page, the places that were visited, the sheet of keys, and the second window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.ui.find_bar import FindBar
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.page_marks import occurrences
from desktop.ui.search_box import SearchBox
from desktop.ui.second_window import SecondWindow
from desktop.ui.theme import Scheme


@pytest.fixture
def bar(window: MainWindow) -> FindBar:
    found = window.reader.pane.find_bar
    window.actions_.find.trigger()
    found.words.setText("")
    return found


def test_words_are_counted_marked_and_stepped_through_round_and_round(window: MainWindow, bar: FindBar) -> None:
    window.page.verticalScrollBar().setValue(0)
    bar.words.setText("polymyxin")
    places = occurrences(window.page.document(), "polymyxin")
    assert len(places) > 10
    assert bar.count_words() == f"1 of {len(places)}"
    assert len(window.page.extraSelections()) == len(places)
    bar.step(-1)
    assert bar.count_words() == f"{len(places)} of {len(places)}"
    assert window.page.verticalScrollBar().value() > 0
    bar.step(1)
    assert bar.count_words() == f"1 of {len(places)}"


def test_the_enter_key_goes_to_the_next_place_and_escape_takes_the_marks_away(window: MainWindow, bar: FindBar) -> None:
    window.page.verticalScrollBar().setValue(0)
    QTest.keyClicks(bar.words, "cefiderocol")
    before = bar.count_words()
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert before.startswith("1 of ")
    assert bar.count_words().startswith("2 of ")
    window.reader.open("reference:idsa2026")
    bar.words.setFocus()
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert window.drawer.isVisible()
    assert window.page.extraSelections() == []
    assert window.page.hasFocus()


@pytest.mark.parametrize("words", ["not a word of it", "x" * 200_000, "(((", "*", "\u202e"])
def test_what_is_not_on_the_page_is_said(bar: FindBar, words: str) -> None:
    bar.words.setText(words)
    assert bar.count_words() == "Not on this page"


def test_nothing_typed_finds_nothing(bar: FindBar) -> None:
    bar.words.setText("   ")
    assert bar.count_words() == ""


def test_a_page_drawn_anew_is_searched_anew(window: MainWindow, bar: FindBar) -> None:
    bar.words.setText("polymyxin")
    whole = bar.count_words()
    window.actions_.bottom_line.setChecked(True)
    folded = bar.count_words()
    window.actions_.bottom_line.setChecked(False)
    assert folded != whole
    assert bar.count_words().endswith(whole.partition(" of ")[2])


def test_the_places_visited_are_listed_with_the_latest_first(window: MainWindow) -> None:
    window.visit("ndm#dosing")
    window.visit("testing-for-mbl#recommendation")
    titles = [title for _, title in window.reader.places()]
    assert titles[0].startswith(window.reader.topic.title)
    assert any(title.endswith(": Dosing") for title in titles)
    assert len(titles) == len(set(titles))


def test_the_sheet_of_keys_names_every_action_that_has_one(window: MainWindow) -> None:
    window.actions_.shortcuts.trigger()
    shown = window.drawer.words()
    for action in window.actions_.all():
        if not action.shortcut().isEmpty():
            assert action.text().replace("&", "").removesuffix("…") in shown


def test_a_second_window_reads_another_topic_and_has_no_case(window: MainWindow, qapp: QApplication) -> None:
    window.actions_.second_window.trigger()
    (second,) = window.findChildren(SecondWindow)
    second.reader.visit("testing-for-mbl")
    assert "second window" in second.windowTitle()
    assert second.reader.topic.id == "testing-for-mbl"
    assert window.reader.topic.id == "ndm"
    assert second.reader.page.toPlainText().startswith(second.reader.topic.title)
    first = window.reader.topic.id
    box = second.findChild(SearchBox)
    assert box is not None
    QTest.keyClicks(box, "polymyxin b dose")
    assert second.searching.popup.isVisible()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not second.searching.popup.isVisible()
    assert window.reader.topic.id == first
    second.close()
    second.deleteLater()
    qapp.processEvents()


def test_a_page_that_is_drawn_anew_keeps_the_marks_of_an_open_bar_and_forgets_those_of_a_closed_one(
    window: MainWindow, looks: Looks
) -> None:
    bar = window.reader.pane.find_bar
    bar.open_bar()
    bar.words.setText("aztreonam")
    marked = len(window.page.extraSelections())
    assert marked
    looks.choose_scheme(Scheme.DARK)
    assert len(window.page.extraSelections()) == marked
    bar.close_bar()
    looks.choose_scheme(Scheme.LIGHT)
    assert window.page.extraSelections() == []
    bar.words.clear()


def test_a_redrawn_page_marks_what_the_open_bar_counts_after_a_search_too(window: MainWindow, library: Library) -> None:
    window.reader.open_hit(library.search("lateral flow carba").hits[0])
    bar = window.reader.pane.find_bar
    bar.open_bar()
    bar.words.setText("polymyxin")
    marked = len(window.page.extraSelections())
    window.page.fold_all(True)
    window.page.fold_all(False)
    assert len(window.page.extraSelections()) == marked > 1
    bar.close_bar()
    bar.words.clear()
