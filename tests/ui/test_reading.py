"""The page, its contents, its citations and the strips around it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QRawFont, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.content.library import Library
from desktop.domain.version_word import version_word
from desktop.paths import RESOURCES
from desktop.ui.check_row import CheckRow
from desktop.ui.closed_browser import CardText, ClosedBrowser
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import TEXT_SIZES, Scheme, load_theme
from tests.ui.bedside_keys import show_bedside, type_case

HOSTILE = ["file:///etc/hostname", "//host/share/x.png", "\\\\host\\share", "http://example.org/x.png", "qrc:/x.png"]


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


@pytest.mark.hazard("H08")
def test_the_banner_says_that_no_clinician_has_reviewed_it(window: MainWindow) -> None:
    assert "Not clinically reviewed" in words_of(window)
    assert "Evidence to 01-Mar-2026" in words_of(window)


def test_the_status_strip_says_for_whom_and_which_content(window: MainWindow, library: Library) -> None:
    assert "For healthcare professionals" in words_of(window)
    assert f"Edition 2026.11, {version_word(library.sha256)} · content verified · offline" in words_of(window)


def test_the_recommendation_is_the_first_thing_on_the_page(window: MainWindow) -> None:
    text = window.page.toPlainText()
    assert text.index("DIRECT RECOMMENDATION") < 200
    assert text.index("aztreonam together with ceftazidime-avibactam") < text.index("First-line therapy")


def test_every_section_of_the_article_is_in_the_contents(window: MainWindow) -> None:
    titles = [window.outline.item(row).text() for row in range(window.outline.count())]
    for wanted in ("Direct recommendation", "First-line therapy", "Mechanism", "Pitfalls", "Dosing", "Alternatives"):
        assert wanted in titles


def test_choosing_a_section_leads_to_it_and_back_leads_back(window: MainWindow) -> None:
    bar = window.page.verticalScrollBar()
    window.outline.setCurrentRow(5)
    assert bar.value() > 0
    assert window.actions_.back.isEnabled()
    window.actions_.back.trigger()
    assert bar.value() < 200
    window.actions_.forward.trigger()
    assert bar.value() > 200


def test_the_contents_follow_the_scroll(window: MainWindow) -> None:
    bar = window.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert window.outline.currentItem().text() in ("References", "Disclaimer")
    bar.setValue(0)
    assert window.outline.currentItem().text() == "Direct recommendation"


def test_a_citation_opens_beside_the_text_and_escape_closes_it(window: MainWindow) -> None:
    window.page.anchorClicked.emit(QUrl("reference:idsa2026"))
    assert window.drawer.isVisible()
    assert window.page.isVisible()
    assert "IDSA 2026" in words_of(window.drawer)
    QTest.keyClick(window.drawer, Qt.Key.Key_Escape)
    assert not window.drawer.isVisible()


def test_every_link_on_the_page_opens_something(window: MainWindow) -> None:
    for link in links_of(window.page.document()):
        window.drawer.hide()
        window.page.anchorClicked.emit(QUrl(link))
        assert window.drawer.isVisible(), link


def links_of(document: QTextDocument) -> Iterator[str]:
    """Every link that opens something; a fold only folds."""
    block = document.begin()
    while block.isValid():
        for run in block.textFormats():
            if run.format.anchorHref() and not run.format.anchorHref().startswith("fold:"):
                yield run.format.anchorHref()
        block = block.next()


def test_a_cell_of_the_matrix_opens_its_reason_from_the_top(window: MainWindow, qapp: QApplication) -> None:
    window.page.anchorClicked.emit(QUrl("effect:oxa-48/meropenem-vaborbactam"))
    qapp.processEvents()
    text = window.drawer.findChildren(ClosedBrowser)[0]
    assert text.toPlainText().startswith("Fails: ")
    assert "little effect on OXA-48-like enzymes" in text.toPlainText()
    assert text.verticalScrollBar().value() == 0


def test_no_word_of_the_matrix_is_broken_at_the_usual_size(window: MainWindow, qapp: QApplication) -> None:
    window.visit("ndm#mechanism")
    qapp.processEvents()
    block, words = window.page.document().begin(), 0
    while block.isValid():
        text, layout = block.text(), block.layout()
        if any(run.format.anchorHref().startswith("effect:") for run in block.textFormats()):
            words += 1
            starts = [layout.lineAt(index).textStart() for index in range(1, layout.lineCount())]
            assert all(text[start - 1] in " -" for start in starts), text
        block = block.next()
    assert words > 40


@pytest.mark.parametrize("address", HOSTILE)
def test_a_page_opens_no_file_and_no_address(window: MainWindow, address: str) -> None:
    loaded = window.page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
    assert isinstance(loaded, QImage)
    assert loaded.width() == 1


def test_a_narrow_window_shows_the_bedside_as_a_page_of_its_own(window: MainWindow) -> None:
    window.resize(800, 600)
    assert window.page.isVisible()
    assert not window.bedside.isVisible()
    window.actions_.bedside.trigger()
    assert window.bedside.isVisible()
    assert not window.page.isVisible()
    window.resize(1366, 768)
    assert window.page.isVisible()
    assert window.bedside.isVisible()


def test_f6_goes_round_the_panes(window: MainWindow) -> None:
    window.outline.setFocus()
    window.actions_.next_pane.trigger()
    assert window.page.hasFocus()
    window.actions_.next_pane.trigger()
    assert window.bedside.isAncestorOf(window.focusWidget())


def test_f6_from_the_pitfalls_leads_to_the_case_that_is_typed_into(window: MainWindow) -> None:
    window.bedside.setCurrentWidget(window.bedside.pitfalls)
    window.page.setFocus()
    window.actions_.next_pane.trigger()
    assert window.bedside.currentWidget() is window.bedside.dosing
    assert isinstance(window.focusWidget(), QLineEdit)
    assert window.focusWidget().isVisible()


def test_the_source_can_be_read_by_keyboard(window: MainWindow) -> None:
    window.page.anchorClicked.emit(QUrl("reference:idsa2026"))
    window.page.setFocus()
    window.actions_.next_pane.trigger()
    assert window.drawer.isAncestorOf(window.focusWidget())


def test_a_pitfall_is_ticked_with_the_left_button_only(window: MainWindow) -> None:
    show_bedside(window)
    window.bedside.setCurrentWidget(window.bedside.pitfalls)
    box = window.bedside.pitfalls.findChildren(QCheckBox)[0]
    words = window.bedside.pitfalls.findChildren(QLabel, "tickWords")[0]
    QTest.mouseClick(words, Qt.MouseButton.RightButton)
    assert not box.isChecked()
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert box.isChecked()


def test_every_control_has_a_name_for_a_screen_reader(window: MainWindow) -> None:
    buttons = [b for b in window.findChildren(QAbstractButton) if not b.objectName().startswith("qt_")]
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert all(box.accessibleName() for box in window.findChildren(QComboBox))
    assert all(line.accessibleName() for line in window.findChildren(QLineEdit))


@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.hazard("H20")
def test_at_every_text_size_no_label_of_the_bedside_is_cut(window: MainWindow, looks: Looks, percent: int) -> None:
    looks.choose_size(percent)
    show_bedside(window)
    QApplication.processEvents()
    shown = [label for label in window.bedside.dosing.findChildren(QLabel) if label.isVisible()]
    assert shown
    assert all(label.width() >= label.sizeHint().width() for label in shown if not label.wordWrap())


@pytest.mark.parametrize("mark", "⊕◯⚠✓▾−×≤≥▲●■·")
def test_the_bundled_fonts_hold_every_mark(window: MainWindow, mark: str) -> None:
    fonts = [QRawFont(str(path), 15) for path in (RESOURCES / "fonts").glob("*.ttf")]
    assert any(font.supportsCharacter(ord(mark)) for font in fonts)


def test_the_colours_and_the_size_are_kept_for_the_next_start(
    looks: Looks, window: MainWindow, qapp: QApplication
) -> None:
    looks.choose_scheme(Scheme.DARK)
    looks.choose_size(150)
    again = Looks(qapp, looks.notebook)
    assert (again.scheme, again.percent) == (Scheme.DARK, 150)


def test_the_colours_follow_the_desktop_while_no_others_are_chosen(looks: Looks, window: MainWindow) -> None:
    looks.choose_scheme(Scheme.SYSTEM)
    desktop, shown = QGuiApplication.styleHints().colorSchemeChanged, list[Scheme]()
    looks.changed.connect(lambda theme: shown.append(theme.scheme))
    desktop.emit(Qt.ColorScheme.Dark)
    desktop.emit(Qt.ColorScheme.Light)
    assert shown == [Scheme.DARK, Scheme.LIGHT]
    looks.choose_scheme(Scheme.CONTRAST)
    desktop.emit(Qt.ColorScheme.Dark)
    desktop.emit(Qt.ColorScheme.Light)
    assert shown == [Scheme.DARK, Scheme.LIGHT, Scheme.CONTRAST]


@pytest.mark.hazard("H13")
def test_aztreonam_alone_is_a_stop_on_the_checklist(window: MainWindow) -> None:
    window.bedside.setCurrentWidget(window.bedside.pitfalls)
    rows = {row.box.accessibleName(): row for row in window.bedside.pitfalls.findChildren(CheckRow)}
    alone = rows["Aztreonam is not being used alone."]
    (why,) = (button for button in alone.findChildren(QPushButton) if button.text() == "Why")
    why.click()
    (details,) = alone.findChildren(CardText)
    assert details.toPlainText().startswith("Aztreonam alone (without avibactam)")
    assert "where this comes from" in details.toPlainText()
    assert any("Stop" in words.text() for words in alone.findChildren(QLabel))


def open_topic(window: MainWindow, title: str) -> None:
    """Choose a topic as a reader does, from the button that names the present one."""
    (button,) = (each for each in window.header.findChildren(QToolButton) if each.menu() is not None)
    (action,) = (action for action in button.menu().actions() if action.text() == title)
    action.trigger()


SERINE, TESTING = "KPC and OXA-48-like producers: what changes", "How to confirm a metallo-beta-lactamase"


@pytest.mark.parametrize("title", [SERINE, TESTING])
def test_another_topic_opens_whole_and_back_leads_back(window: MainWindow, title: str) -> None:
    open_topic(window, title)
    assert window.windowTitle() == f"Wardlight: {title}"
    assert window.page.toPlainText().startswith(title)
    assert "Not clinically reviewed" in words_of(window)
    titles = [window.outline.item(row).text() for row in range(window.outline.count())]
    assert titles[0] == "Direct recommendation"
    assert "The article's claims" not in titles
    window.actions_.back.trigger()
    assert window.windowTitle() == "Wardlight: NDM-producing Enterobacterales"
    window.actions_.forward.trigger()
    assert window.windowTitle() == f"Wardlight: {title}"


@pytest.mark.parametrize("title", [SERINE, TESTING])
def test_every_link_of_another_topic_opens_something(window: MainWindow, title: str) -> None:
    open_topic(window, title)
    for link in list(links_of(window.page.document())):
        window.drawer.hide()
        window.page.anchorClicked.emit(QUrl(link))
        assert window.drawer.isVisible(), link


def test_a_statement_of_another_topic_is_shown_and_leads_there(window: MainWindow) -> None:
    open_topic(window, SERINE)
    window.page.anchorClicked.emit(QUrl("statement:mechanism-identify-enzyme"))
    text = window.drawer.findChildren(ClosedBrowser)[0]
    assert "Identify the carbapenemase before choosing" in text.toPlainText()
    window.drawer.link_opened.emit("topic:ndm#mechanism-identify-enzyme")
    assert window.windowTitle() == "Wardlight: NDM-producing Enterobacterales"
    assert window.page.verticalScrollBar().value() > 0


def test_the_case_stays_when_the_topic_changes(window: MainWindow) -> None:
    type_case(window.bedside.dosing)
    before = window.bedside.dosing.typed()
    window.bedside.setCurrentWidget(window.bedside.pitfalls)
    boxes = len(window.bedside.pitfalls.findChildren(QCheckBox))
    open_topic(window, TESTING)
    assert window.bedside.dosing.typed() == before
    assert len(window.bedside.pitfalls.findChildren(QCheckBox)) == boxes > 0


def test_a_statement_that_corrects_the_article_says_so_and_opens_the_claim(window: MainWindow) -> None:
    assert "corrects the article (C01)" in window.page.toPlainText()
    window.page.anchorClicked.emit(QUrl("claim:C01"))
    text = window.drawer.findChildren(ClosedBrowser)[0].toPlainText()
    assert "C01." in text
    assert "Verdict:" in text
    assert "Read instead:" in text


def test_every_question_opens_an_answer_made_of_statements(window: MainWindow) -> None:
    questions = [link for link in links_of(window.page.document()) if link.startswith("answer:")]
    assert len(questions) >= 40
    for link in questions:
        window.page.anchorClicked.emit(QUrl(link))
        text = window.drawer.findChildren(ClosedBrowser)[0]
        assert len(text.toPlainText()) > 60, link
    window.page.anchorClicked.emit(QUrl("answer:q-aztreonam-alone"))
    text = window.drawer.findChildren(ClosedBrowser)[0]
    assert "Aztreonam alone is not relied on" in text.toPlainText()
    window.page.anchorClicked.emit(QUrl("answer:q-interaction-checker"))
    assert text.toPlainText().startswith("Not covered by this library.")


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_ticked_box_has_a_tick_in_the_paper_of_its_scheme(scheme: str) -> None:
    theme = load_theme(Scheme(scheme), 100)
    (name,) = re.findall(r'url\("([^"]+check-\w+\.svg)"\)', theme.window_css)
    assert theme.colours["surface"] in Path(name).read_text(encoding="utf-8")
