"""The first page is painted before the bedside is made; it follows at once, and an error in it takes the page away."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desktop.content.opening import OpenContent, open_content
from desktop.packs.choosing import Choice
from desktop.paths import ROOT
from desktop.ui.application import Start
from desktop.ui.fault_window import FaultWindow
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import FailureStrip

# Nothing that the first page shows: an option of a standing that there is not.
DAMAGE = "UPDATE guideline_option SET standing = 'sworn'"
Opening = Callable[[OpenContent], QMainWindow]
UNPAINTED = """
import sys
from desktop.__main__ import main
from desktop.ui import application, guidance_page
application._LONG_PATIENCE_MS = 1
guidance_page.GuidancePage.paintEvent = lambda page, event: None
sys.exit(main([*sys.argv[1:]]))
"""


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Opening:
    """The window over some content, not shown yet."""

    def started(content: OpenContent) -> QMainWindow:
        made = Start(qapp, tmp_path).window(Choice(content))
        assert made is not None
        qtbot.addWidget(made)
        return made

    return started


@pytest.fixture
def begun(start: Opening, content: OpenContent) -> MainWindow:
    """The window as it is before its first page is painted."""
    made = start(content)
    assert isinstance(made, MainWindow)
    return made


@pytest.fixture
def damaged(altered: Callable[[str], OpenContent]) -> OpenContent:
    """Content of which the hash is right, and which cannot be shown whole."""
    return altered(DAMAGE)


def test_the_first_page_is_painted_and_then_the_bedside_is_made(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    start = Start(qapp, tmp_path)
    window = start.proven_window(None)
    assert isinstance(window, MainWindow)
    qtbot.addWidget(window)
    assert window.place.is_empty
    assert window.page.toPlainText()
    start.complete([window])
    assert window.place.isAncestorOf(window.bedside)
    assert window.low.status.isVisible()
    window.close()


def test_a_key_for_the_bedside_makes_it(begun: MainWindow) -> None:
    begun.show()
    begun.actions_.bedside.trigger()
    assert not begun.place.is_empty
    begun.close()


def test_the_search_answers_before_the_bedside_is_made(begun: MainWindow) -> None:
    begun.show()
    QTest.keyClicks(begun.header.search, "aztreonam")
    assert begun.searching.popup.isVisible()
    assert begun.place.is_empty
    begun.close()


def test_a_failure_before_the_bedside_is_made_is_said(begun: MainWindow) -> None:
    begun.show()
    begun.show_failure("W-1")
    strip = begun.findChild(FailureStrip)
    assert strip is not None
    assert "W-1" in strip.words()
    assert begun.place.is_empty
    begun.close()


def test_a_failure_that_was_said_before_the_bedside_was_made_is_taken_back_by_a_new_case_and_not_before(
    begun: MainWindow,
) -> None:
    begun.show()
    begun.show_failure("W-1")
    strip = begun.findChild(FailureStrip)
    assert strip is not None
    begun.place.prepare(lambda desk: desk.turn_off_calculators("Nobody counts here."))
    begun.complete()
    assert strip.isVisible()
    begun.bedside.clear_case()
    assert not strip.isVisible()
    begun.show_failure("W-2")
    assert strip.isVisible()
    assert begun.findChildren(FailureStrip) == [strip]
    begun.close()


@pytest.mark.hazard("H07")
def test_what_cannot_be_shown_whole_is_taken_away_right_after_the_first_page(
    qapp: QApplication, start: Opening, damaged: OpenContent, tmp_path: Path
) -> None:
    window = start(damaged)
    assert isinstance(window, MainWindow)
    window.show()
    shown: list[QMainWindow] = [window]
    Start(qapp, tmp_path).complete(shown)
    assert isinstance(shown[-1], FaultWindow)
    assert shown[-1].isVisible()
    assert not window.isVisible()
    shown[-1].close()


@pytest.mark.hazard("H07")
def test_a_chosen_file_that_cannot_be_shown_whole_gets_no_window_at_all(
    start: Opening, damaged: OpenContent, content_copy: Path
) -> None:
    chosen = open_content(content_copy)
    assert isinstance(chosen, OpenContent)
    assert isinstance(start(chosen), FaultWindow)
    chosen.connection.close()


@pytest.mark.parametrize("leaving", ["--exit-after-paint", "--exit-when-complete"])
def test_a_program_that_leaves_by_itself_says_that_its_first_page_was_not_painted(leaving: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", UNPAINTED, leaving, "--data", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "wardlight: the first page was not painted\n")
