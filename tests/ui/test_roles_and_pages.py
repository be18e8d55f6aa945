"""Who reads, what the Help menu opens, and what stands above the page about its age."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from desktop.content.library import Library
from desktop.domain.notebook import Setting
from desktop.notebook.notebook import open_notebook
from desktop.ui import frame
from desktop.ui.frame import Banner
from desktop.ui.looks import Looks
from desktop.ui.low_frame import LowFrame
from desktop.ui.main_window import MainWindow
from desktop.ui.role_choice import kept_role


@pytest.fixture
def everyone(window: MainWindow) -> Iterator[MainWindow]:
    """The window, read by everyone again afterwards."""
    yield window
    window.actions_.roles[None].trigger()


def test_a_role_arranges_the_page_and_says_so(everyone: MainWindow) -> None:
    assert "Arranged for" not in everyone.page.toPlainText()
    everyone.actions_.roles["nurse"].trigger()
    text = everyone.page.toPlainText()
    assert "Arranged for nurses. Doses, warnings and findings are the same for every reader." in text
    assert "IN PLAIN WORDS" in text
    everyone.visit("testing-for-mbl#recommendation")
    assert "Arranged for nurses." in everyone.page.toPlainText()


def test_a_case_at_the_bedside_stays_when_the_role_changes(everyone: MainWindow) -> None:
    before = everyone.bedside.dosing.typed()
    everyone.actions_.roles["student"].trigger()
    assert everyone.bedside.dosing.typed() == before


def test_the_role_is_kept_and_nonsense_is_everyone(tmp_path: Path) -> None:
    notebook = open_notebook(tmp_path)
    assert kept_role(notebook) is None
    notebook.remember(Setting.ROLE, "nurse")
    assert kept_role(open_notebook(tmp_path)) == "nurse"
    notebook.remember(Setting.ROLE, "patient")
    assert kept_role(notebook) is None


def test_a_chosen_role_is_remembered(everyone: MainWindow) -> None:
    everyone.actions_.roles["pharmacist"].trigger()
    assert everyone._notebook.kept.settings[Setting.ROLE] == "pharmacist"


def _help(window: MainWindow) -> dict[str, QAction]:
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "&Help")
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


@pytest.mark.parametrize(
    "title",
    [
        "Glossary",
        "Intended use",
        "Disclaimer",
        "Editorial policy",
        "Conflicts of interest",
        "Content licence",
        "How to report an error",
    ],
)
def test_the_help_menu_opens_every_page_beside_the_text(window: MainWindow, title: str) -> None:
    _help(window)[title].trigger()
    assert window.drawer.isVisible()
    assert window.drawer._title.text() == title
    assert len(window.drawer.text.toPlainText()) > 100


def test_the_strip_says_the_step_the_evidence_and_the_review(
    window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "today", lambda: "2026-11-26")
    banner = Banner(library.edition)
    banner.show_topic(library.topic("ndm"))
    assert banner._review.text() == "⚠ Not clinically reviewed"
    assert banner._step.text() == "Submitted, step 1 of 3"
    assert "Evidence to 01-Mar-2026, 8 months ago · Review by" in banner._evidence.text()
    assert banner._due.isHidden()


@pytest.mark.parametrize(("day", "words"), [("2030-01-01", "OVERDUE"), ("1990-01-01", "clock of this machine")])
def test_overdue_content_and_a_wrong_clock_are_said_loudly(
    library: Library, monkeypatch: pytest.MonkeyPatch, qapp: object, day: str, words: str
) -> None:
    monkeypatch.setattr(frame, "today", lambda: day)
    banner = Banner(library.edition)
    banner.show_topic(library.topic("ndm"))
    assert words in banner._due.text()
    assert not banner._due.isHidden()
    assert "Evidence to 01-Mar-2026" in banner._evidence.text()


@pytest.mark.parametrize("day", ["2030-01-01", "1990-01-01"])
def test_no_word_of_the_strip_is_cut_in_a_low_window_with_large_text(
    window: MainWindow,
    looks: Looks,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    day: str,
) -> None:
    monkeypatch.setattr(frame, "today", lambda: day)
    banner = window.reader.banner
    banner.show_topic(library.topic("ndm"))
    looks.choose_size(200)
    qapp.processEvents()
    window.resize(800, 600)
    qapp.processEvents()
    (folded,) = window.findChildren(LowFrame)
    try:
        assert window.height() == 600
        assert banner._due.text() in folded._words.text()
        assert folded._words.height() >= folded._words.heightForWidth(folded._words.width())
        window.resize(800, 760)
        qapp.processEvents()
        assert folded.isHidden()
        for part in (banner._review, banner._step, banner._evidence, banner._due):
            assert part.height() >= part.heightForWidth(part.width()), part.text()
    finally:
        monkeypatch.undo()
        banner.show_topic(library.topic("ndm"))


def test_a_signed_review_is_said_with_its_name(library: Library, qapp: object) -> None:
    topic = library.topic("ndm")
    signed = replace(topic.review, status="approved", reviewers=("A. Name",))
    banner = Banner(library.edition)
    banner.show_topic(replace(topic, review=signed))
    assert banner._review.text() == "✓ Reviewed by A. Name"
    assert banner._step.text() == "Approved, step 3 of 3"
