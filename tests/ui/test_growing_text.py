"""A long page is shown before all of it is read, and ends as the very page that is read whole."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.ui.growing_text import GrowingText
from desktop.ui.guidance_page import GuidancePage
from desktop.ui.main_window import MainWindow
from desktop.ui.page_content import PageContent
from desktop.ui.page_html import drawn_page, page_pieces
from desktop.ui.room import WIDEST
from desktop.ui.term_marks import mark_terms
from desktop.ui.theme import Scheme, load_theme

FIRST, OTHER = "ndm", "serine-carbapenemases"
_MEANINGS = {"term:mbl": "what it means"}


def _empty() -> QTextDocument:
    document = QTextDocument()
    document.setDefaultStyleSheet(load_theme(Scheme.LIGHT, 100).document_css)
    return document


def _paragraphs(document: QTextDocument) -> list[tuple[str, object, object]]:
    """Every paragraph that says something, with its format and those of its words."""
    block, found = document.begin(), list[QTextBlock]()
    while block.isValid():
        found.append(block)
        block = block.next()
    return [
        (one.text(), one.blockFormat().properties(), [run.format.properties() for run in one.textFormats()])
        for one in found
        if one.text()
    ]


@pytest.mark.parametrize("slug", [FIRST, OTHER, "testing-for-mbl"])
def test_a_page_that_grew_is_the_page_that_is_read_whole(library: Library, slug: str) -> None:
    content = PageContent(library, slug)
    pieces = list(page_pieces(content, lambda _layer: False, WIDEST))
    whole, grown = _empty(), _empty()
    whole.setHtml("".join(pieces))
    mark_terms(whole, _MEANINGS)
    text = GrowingText(grown, iter(pieces), [section.id for section in content.topic.sections])
    assert not text.is_whole
    text.mark(_MEANINGS)
    text.grow_whole(_MEANINGS)
    assert text.is_whole
    assert _paragraphs(grown) == _paragraphs(whole)


def test_a_section_is_known_once_it_was_read(library: Library) -> None:
    content = PageContent(library, FIRST)
    sections = [section.id for section in content.topic.sections]
    text = GrowingText(_empty(), page_pieces(content, lambda _layer: False, WIDEST), sections)
    assert text.section_at(10_000) != sections[-1]
    text.grow_whole({})
    assert text.section_at(0) == sections[0]
    assert text.section_at(10_000) == sections[-1]


def _underlined(document: QTextDocument) -> list[str]:
    """Every run of words with a dotted line, in order."""
    block, found = document.begin(), list[str]()
    while block.isValid():
        dotted = QTextCharFormat.UnderlineStyle.DotLine
        runs = [run for run in block.textFormats() if run.format.underlineStyle() is dotted]
        found += [block.text()[run.start : run.start + run.length] for run in runs]
        block = block.next()
    return found


@pytest.mark.parametrize("slug", [FIRST, OTHER, "testing-for-mbl"])
def test_a_page_that_is_asked_for_its_sections_while_it_grows_knows_all_of_them_and_all_its_terms(
    library: Library, slug: str
) -> None:
    content = PageContent(library, slug)
    sections = [section.id for section in content.topic.sections]
    # As long as what is read at once, and empty at its end.
    pieces = [*page_pieces(content, lambda _layer: False, WIDEST), f"<p>{'word ' * 3_000}</p><p></p>"]
    pieces.append('<p><a href="term:mbl">MBL</a> begins a piece</p>')
    whole, grown = GrowingText(_empty(), iter(pieces), sections), GrowingText(_empty(), iter(pieces), sections)
    whole.grow_whole({})
    whole.mark({})
    grown.mark({})
    while not grown.is_whole:
        grown.section_at(0)
        grown.grow({})
    blocks = range(grown.document.blockCount())
    assert [grown.section_at(block) for block in blocks] == [whole.section_at(block) for block in blocks]
    assert {grown.section_at(block) for block in blocks} == set(sections)
    assert _underlined(grown.document) == _underlined(whole.document)
    assert _underlined(grown.document)[-1:] == ["MBL"]


def test_a_topic_is_painted_before_its_end_is_read_and_then_read_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.visit(OTHER)
    window.visit(FIRST)
    QApplication.sendPostedEvents()
    end = window.reader.topic.sections[-1].title
    assert end not in window.page.toPlainText()
    qtbot.waitUntil(lambda: end in window.page.toPlainText())


@pytest.mark.parametrize("section", ["guidelines", "first-line", "pitfalls"])
def test_a_section_of_another_topic_is_brought_to_the_top(window: MainWindow, qapp: QApplication, section: str) -> None:
    window.visit(OTHER)
    window.visit(f"{FIRST}#{section}")
    place = window.page.verticalScrollBar().value()
    reached: list[str] = []
    window.page.section_reached.connect(reached.append)
    qapp.processEvents()
    window.page.go_to(section)
    assert window.page.verticalScrollBar().value() == place > 0
    window.page.verticalScrollBar().setValue(place + 1)
    assert reached[-1] == section


@pytest.mark.parametrize("section", ["references", "disclaimer"])
def test_a_place_far_down_is_gone_to_at_once(window: MainWindow, section: str) -> None:
    window.visit(OTHER)
    window.visit(f"{FIRST}#{section}")
    assert window.page.verticalScrollBar().value() > 0
    assert window.page.toPlainText().count(window.reader.topic.sections[-1].title) == 1


def test_words_are_counted_on_the_whole_page(window: MainWindow) -> None:
    window.visit(OTHER)
    window.visit(FIRST)
    whole = window.page.document()
    window.reader.pane.find_bar.words.setText("disclaimer")
    window.reader.pane.find_bar.open_bar()
    assert whole is window.page.document()
    words = window.reader.pane.find_bar.count_words()
    window.reader.pane.find_bar.close_bar()
    assert words.startswith(("1 of", "2 of"))


def _steps_after(redraws: int, page: GuidancePage, end: str, qtbot: QtBot) -> int:
    """How often a page that was drawn so often is read on, or has its terms underlined, until it comes to rest."""
    steps = list[int]()

    def meanings() -> dict[str, str]:
        steps.append(1)
        return {}

    page.explain(meanings)
    for number in range(redraws):
        page.fold_all(number % 2 == 0)
    assert end not in page.toPlainText()
    qtbot.waitUntil(lambda: end in page.toPlainText())
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in page.findChildren(QTimer)))
    QTest.qWait(50)
    return len(steps)


def test_a_page_that_is_drawn_often_is_read_on_no_more_than_one_that_is_drawn_once(
    library: Library, qtbot: QtBot
) -> None:
    content, page = PageContent(library, FIRST), GuidancePage()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show_page(drawn_page(content), load_theme(Scheme.LIGHT, 100), (FIRST,))
    page.show()
    page.read_on()
    end = content.topic.sections[-1].title
    once = _steps_after(1, page, end, qtbot)
    # Whatever is drawn has the terms of its first part underlined at once.
    assert _steps_after(7, page, end, qtbot) == once + 6 > 8


def test_a_page_left_before_its_end_was_read_is_not_read_on(window: MainWindow) -> None:
    window.visit(OTHER)
    window.visit(FIRST)
    window.visit(OTHER)
    QTest.qWait(50)
    assert "Disclaimer" not in window.page.toPlainText()
