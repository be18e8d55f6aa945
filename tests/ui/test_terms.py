"""The terms of the page: a dotted line, a meaning on hover, and the drawer by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.ui.glossary_html import glossary_html
from desktop.ui.guidance_page import GuidancePage
from desktop.ui.main_window import MainWindow
from desktop.ui.term_marks import mark_terms

DOTS = QTextCharFormat.UnderlineStyle.DotLine


def _runs(document: QTextDocument) -> dict[str, QTextCharFormat]:
    """Every link of a document with the format of its words."""
    found: dict[str, QTextCharFormat] = {}
    block = document.begin()
    while block.isValid():
        for run in block.textFormats():
            if run.format.anchorHref():
                # A copy: Qt takes the format back with its run.
                found[run.format.anchorHref()] = QTextCharFormat(run.format)
        block = block.next()
    return found


def test_a_term_gets_dots_and_its_meaning_and_other_links_do_not(qapp: object) -> None:
    document = QTextDocument()
    document.setHtml('<p>An <b><a href="term:mbl">MBL</a></b>, see <a href="statement:one">that</a>.</p>')
    mark_terms(document, {"term:mbl": "An enzyme & more."})
    runs = _runs(document)
    assert runs["term:mbl"].underlineStyle() is DOTS
    assert runs["term:mbl"].toolTip() == "<p>An enzyme &amp; more.</p>"
    assert runs["term:mbl"].fontWeight() > runs["statement:one"].fontWeight()
    assert runs["statement:one"].toolTip() == ""
    assert document.toPlainText() == "An MBL, see that."


def test_a_term_of_the_page_opens_its_meaning_in_the_drawer_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.page.setFocus()
    for _ in range(60):
        QTest.keyClick(window.page, Qt.Key.Key_Tab)
        if window.page.textCursor().charFormat().anchorHref() == "term:idsa":
            break
    else:
        pytest.fail("no term was reached")
    with qtbot.waitSignal(window.page.link_opened):
        QTest.keyClick(window.page, Qt.Key.Key_Return)
    assert window.drawer.isVisible()
    assert "Infectious Diseases Society of America" in window.drawer._title.text()


def test_the_page_underlines_its_terms(window: MainWindow) -> None:
    dotted = [link for link, shape in _runs(window.page.document()).items() if shape.underlineStyle() is DOTS]
    assert len(dotted) > 20
    assert all(link.startswith("term:") for link in dotted)


def test_a_page_is_explained_before_it_is_drawn(qapp: object, qtbot: QtBot) -> None:
    page = GuidancePage()
    qtbot.addWidget(page)
    page.explain(lambda: {"term:a": "Meaning."})
    assert page._meanings() == {"term:a": "Meaning."}


def test_the_whole_glossary_names_every_term_with_its_other_names_and_its_source(library: Library) -> None:
    html = glossary_html(library.glossary, library.references, library.drug_slugs)
    for term in library.glossary:
        assert f'<a name="{term.id}">' in html
    assert "Short: CAZ-AVI, CZA" in html
    assert "for searching only; never written in a prescription" in html
    assert 'href="drug:ceftazidime-avibactam"' in html
    assert 'href="drug:meropenem"' not in html
    assert 'href="reference:clsi_m100"' in html
