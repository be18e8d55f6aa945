"""Searching in the window: typed, listed, chosen by keys or mouse, and opened at its place with the words marked."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionFrame, QTextBrowser
from pytestqt.modeltest import ModelTester

from desktop.content.library import Library
from desktop.domain.search_result import HitKind
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.search_results import ResultsModel, Row, message_words
from desktop.ui.theme import Scheme


def ask(window: MainWindow, query: str) -> None:
    """Type a query into an empty field, as a reader does."""
    window.actions_.search.trigger()
    window.header.search.clear()
    QTest.keyClicks(window.header.search, query)


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.header.search, key)


def rows(window: MainWindow) -> list[Row]:
    model = window.searching.popup.model
    return [row for at in range(model.rowCount()) if (row := model.row(at)) is not None]


def chosen(window: MainWindow) -> Row:
    row = window.searching.popup.row()
    assert row is not None
    return row


def marked(text: QTextBrowser) -> list[str]:
    return [selection.cursor.selectedText() for selection in text.extraSelections()]


def drawer_marks(window: MainWindow) -> list[str]:
    browser = window.drawer.findChild(QTextBrowser)
    assert browser is not None
    return marked(browser)


def test_the_model_of_results_is_sound(library: Library, qtmodeltester: ModelTester) -> None:
    model = ResultsModel()
    model.show_result(library.search("aztreonam kidney"))
    # Watches the model from here on, through every result that follows.
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # the driver has no types
    model.show_result(library.search("vancomycin dose"))
    assert model.rowCount() > 1
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None


def test_results_are_listed_as_they_are_typed_with_the_best_chosen(window: MainWindow) -> None:
    ask(window, "avycaz crcl 25")
    assert window.searching.popup.isVisible()
    assert chosen(window).hit is not None
    assert chosen(window).link == "drug:ceftazidime-avibactam/us-label/03"


def test_the_best_match_comes_first_and_then_every_kind_under_one_heading(library: Library) -> None:
    model = ResultsModel()
    model.show_result(library.search("polymyxin kidney"))
    listed = [row for at in range(model.rowCount()) if (row := model.row(at)) is not None]
    headings = [row.words for row in listed if not row.link]
    assert headings[0] == "Best match"
    assert len(headings) == len(set(headings))
    kinds = [row.hit.kind for row in listed if row.hit is not None][1:]
    assert list(dict.fromkeys(kinds)) == [kind for kind in HitKind if kind in kinds]


def test_up_and_down_go_round_the_results_and_never_onto_a_heading(window: MainWindow) -> None:
    ask(window, "aztreonam")
    to_open = [row for row in rows(window) if row.link]
    seen = []
    for _ in to_open:
        seen.append(chosen(window))
        press(window, Qt.Key.Key_Down)
    assert seen == to_open
    assert chosen(window) == to_open[0]
    press(window, Qt.Key.Key_Up)
    assert chosen(window) == to_open[-1]


def test_a_longer_query_chooses_its_own_best_match_and_not_the_row_of_the_shorter_one(window: MainWindow) -> None:
    ask(window, "avycaz")
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Down)
    QTest.keyClicks(window.header.search, " crcl 25")
    assert chosen(window).link == "drug:ceftazidime-avibactam/us-label/03"


def test_a_dose_row_opens_on_the_page_of_its_drug_at_its_place(window: MainWindow) -> None:
    ask(window, "avycaz crcl 25")
    press(window, Qt.Key.Key_Return)
    assert not window.searching.popup.isVisible()
    assert window.drawer.isVisible()
    words = window.drawer.words()
    assert "US label, creatinine clearance 16 to 30 mL/min." in words.replace("\xa0", " ")
    assert {mark.casefold() for mark in drawer_marks(window)} >= {"creatinine clearance"}


def open_hit(window: MainWindow, query: str, kind: HitKind) -> Row:
    """Search, and open the first hit of a kind with the mouse."""
    ask(window, query)
    at = next(at for at, row in enumerate(rows(window)) if row.hit is not None and row.hit.kind is kind)
    popup = window.searching.popup
    popup.list.scrollTo(popup.model.index(at))
    where = popup.list.visualRect(popup.model.index(at)).center()
    row = popup.model.row(at)
    assert row is not None
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    return row


@pytest.mark.parametrize(
    ("query", "kind", "word"),
    [
        ("VIM IMP ranking", HitKind.STATEMENT, "VIM"),
        ("anaerobes metronidazole", HitKind.PITFALL, "metronidazole"),
    ],
)
def test_what_stands_on_the_page_opens_there_with_the_words_marked(
    window: MainWindow, query: str, kind: HitKind, word: str
) -> None:
    open_hit(window, query, kind)
    assert window.page.verticalScrollBar().value() > 0
    assert word.casefold() in {mark.casefold() for mark in marked(window.page)}


def test_a_hit_in_another_topic_opens_that_topic(window: MainWindow) -> None:
    row = open_hit(window, "lateral flow carba", HitKind.STATEMENT)
    assert row.hit is not None
    assert window.reader.topic.id == row.hit.topic == "testing-for-mbl"
    assert marked(window.page)


def test_a_hit_in_a_folded_layer_is_brought_into_sight(window: MainWindow) -> None:
    window.actions_.bottom_line.setChecked(True)
    row = open_hit(window, "South India cohort 56.9", HitKind.STATEMENT)
    try:
        assert row.hit is not None
        assert row.hit.text[:40] in window.page.toPlainText()
        assert "56.9" in marked(window.page)
    finally:
        window.actions_.bottom_line.setChecked(False)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("can aztreonam be given alone", HitKind.ANSWER),
        ("Falcone 2021", HitKind.REFERENCE),
        ("KPC enzyme aztreonam", HitKind.ENZYME),
        ("carbapenemase", HitKind.TERM),
        ("cefiderocol warning", HitKind.DRUG),
        ("article says aztreonam monotherapy", HitKind.CLAIM),
    ],
)
def test_everything_else_opens_beside_the_page(window: MainWindow, query: str, kind: HitKind) -> None:
    row = open_hit(window, query, kind)
    assert window.drawer.isVisible(), row
    assert window.drawer.words().strip()


def test_every_hit_has_somewhere_to_open(window: MainWindow, library: Library) -> None:
    queries = ("aztreonam", "ndm", "polymyxin deaths", "IDSA", "Falcone", "KPC", "breakpoint", "cefiderocol dose")
    for hit in (hit for query in queries for hit in library.search(query, 40).hits):
        kind, _, place = hit.link.partition(":")
        assert kind == "topic" or window.reader.links.opened_by(hit.link) is not None, hit.link
        if kind == "topic":
            assert place.partition("#")[0] in library.topic_slugs


def test_another_spelling_is_said_above_its_results(window: MainWindow, library: Library) -> None:
    assert message_words(library.search("aztreonm alone")).startswith("Did you mean “aztreonam alone”?")
    assert message_words(library.search("aztreonam alone")) == ""


def test_nothing_found_offers_the_topics(window: MainWindow) -> None:
    ask(window, "vancomycin dose")
    assert rows(window)[0].words == "Topics to look in"
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.reader.topic.id != "ndm"
    window.visit("ndm#recommendation")


def test_escape_closes_the_list_first_and_then_goes_back_to_the_page(window: MainWindow) -> None:
    ask(window, "aztreonam")
    press(window, Qt.Key.Key_Escape)
    assert not window.searching.popup.isVisible()
    assert window.header.search.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.page.hasFocus()


def test_the_list_closes_when_the_reader_goes_elsewhere(window: MainWindow) -> None:
    ask(window, "aztreonam")
    window.page.setFocus()
    assert not window.searching.popup.isVisible()


def test_an_empty_field_lists_nothing(window: MainWindow) -> None:
    ask(window, "a")
    press(window, Qt.Key.Key_Backspace)
    assert not window.searching.popup.isVisible()


def test_the_list_can_be_worked_by_itself(window: MainWindow) -> None:
    ask(window, "falcone")
    popup = window.searching.popup
    popup.list.setFocus()
    assert popup.isVisible()
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert not popup.isVisible()
    ask(window, "falcone")
    popup.list.setFocus()
    QTest.keyClick(popup.list, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert window.header.search.hasFocus()


def test_field_and_list_say_what_they_are(window: MainWindow) -> None:
    ask(window, "avycaz crcl 25")
    popup = window.searching.popup
    assert window.header.search.accessibleName() == "Search, or ask a question"
    assert popup.list.accessibleName() == "Search results"
    spoken = popup.model.data(popup.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert "16 to 30" in str(spoken)
    assert "every 12 hours" in str(spoken)


@pytest.mark.parametrize("size", [(1366, 768), (800, 600)])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_stays_inside_the_window_and_the_field_clear_of_the_buttons(
    window: MainWindow, looks: Looks, size: tuple[int, int], percent: int
) -> None:
    looks.choose_scheme(Scheme.DARK)
    looks.choose_size(percent)
    window.resize(*size)
    ask(window, "cefiderocol resistance")
    popup = window.searching.popup
    assert window.rect().contains(popup.geometry())
    field = window.header.search.geometry()
    others = [button.geometry() for button in window.header.buttons() if button.isVisible()]
    assert others
    assert not [other for other in others if other.intersects(field)]


@pytest.mark.parametrize(
    "hostile", ['"', "*", "NEAR(", "(((", "'; DROP TABLE passage", "🦠", "ازتريونام", "x" * 30_000]
)
def test_hostile_text_in_the_field_is_an_answer_or_none(window: MainWindow, hostile: str) -> None:
    window.actions_.search.trigger()
    window.header.search.setText(hostile)
    assert window.searching.popup.isVisible()
    press(window, Qt.Key.Key_Down)
    window.header.search.clear()


QUESTION = "can i give aztreonam alone for ndm"


def width_of(window: MainWindow, words: str) -> int:
    return window.header.search.fontMetrics().horizontalAdvance(words)


def room_for_words(window: MainWindow) -> int:
    """The width in which a field shows what was typed."""
    field, option = window.header.search, QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    margins = field.textMargins()
    return inside.width() - margins.left() - margins.right()


@pytest.mark.parametrize(
    ("size", "percent", "letters"),
    [
        ((1366, 768), 200, 30),
        ((1366, 768), 150, 30),
        ((800, 600), 100, 30),
        ((800, 600), 150, 30),
        ((800, 600), 200, 22),
    ],
)
def test_a_question_can_be_read_while_it_is_typed_and_the_header_is_whole_again_afterwards(
    window: MainWindow, looks: Looks, qapp: QApplication, size: tuple[int, int], percent: int, letters: int
) -> None:
    looks.choose_size(percent)
    window.resize(*size)
    window.page.setFocus()
    qapp.processEvents()
    before = [(button.text(), button.isVisible()) for button in window.header.buttons()]
    ask(window, QUESTION)
    qapp.processEvents()
    assert room_for_words(window) >= width_of(window, QUESTION[:letters])
    right = max(button.geometry().right() for button in window.header.buttons() if button.isVisible())
    assert right < window.header.width()
    window.header.search.setText("")
    window.page.setFocus()
    qapp.processEvents()
    assert [(button.text(), button.isVisible()) for button in window.header.buttons()] == before


def test_a_question_that_is_left_in_the_field_is_seen_from_its_beginning_beside_the_topics_name(
    window: MainWindow, looks: Looks, qapp: QApplication
) -> None:
    looks.choose_size(200)
    window.resize(800, 600)
    ask(window, QUESTION)
    window.page.setFocus()
    qapp.processEvents()
    topic = next(button for button in window.header.buttons() if button.objectName() == "topic")
    assert window.header.search.cursorPosition() == 0
    assert topic.isVisible()
    assert topic.text().startswith("NDM")
    assert window.reader.topic.title in topic.toolTip()
    assert window.reader.topic.title in topic.accessibleName()
    window.header.search.setText("")


def test_a_question_stays_in_sight_while_the_list_is_worked(window: MainWindow, looks: Looks) -> None:
    looks.choose_size(200)
    window.resize(800, 600)
    ask(window, QUESTION)
    QApplication.processEvents()
    wide = window.header.search.width()
    window.searching.popup.list.setFocus()
    QApplication.processEvents()
    assert window.header.search.width() == wide
    window.page.setFocus()
    QApplication.processEvents()
    assert window.header.search.width() < wide
    window.header.search.setText("")


def test_a_click_takes_the_room_only_once_the_mouse_is_let_go(window: MainWindow, looks: Looks) -> None:
    looks.choose_size(200)
    window.resize(800, 600)
    window.page.setFocus()
    QApplication.processEvents()
    field = window.header.search
    wide = field.width()
    QTest.mousePress(field, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert (field.hasFocus(), field.width()) == (True, wide)
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert field.width() > wide


def test_the_lens_grows_with_the_text(window: MainWindow, looks: Looks) -> None:
    (lens,) = window.header.search.findChildren(QLabel, "lens")
    small = lens.width()
    looks.choose_size(200)
    assert lens.width() == lens.pixmap().deviceIndependentSize().width() == 2 * small
    assert window.header.search.rect().contains(lens.geometry())


@pytest.mark.parametrize("percent", [100, 150, 175, 200])
def test_no_row_of_the_list_runs_into_the_next(
    window: MainWindow, looks: Looks, qapp: QApplication, percent: int
) -> None:
    looks.choose_size(percent)
    ask(window, "can i give aztreonam")
    qapp.processEvents()
    found, model = window.searching.popup.list, window.searching.popup.model
    assert found.verticalScrollBar().isVisible()
    heights = [found.visualRect(model.index(at)).height() for at in range(model.rowCount())]
    assert heights == [found.sizeHintForRow(at) for at in range(model.rowCount())]
