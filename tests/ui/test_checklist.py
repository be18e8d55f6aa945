"""The checklist goes by phase, relevant lines first; lines are ticked or put aside, and marks end with the case."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QTextBrowser

from desktop.domain.regimen import PHASE_WORDS
from desktop.domain.ticking import Mark
from desktop.ui.check_row import CheckRow
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.pitfalls_panel import PitfallsPanel
from tests.ui.bedside_keys import show_bedside
from tests.ui.test_regimen_tab import AZTREONAM, NDM, tick

ALONE = "Aztreonam is not being used alone."


@pytest.fixture
def panel(window: MainWindow) -> PitfallsPanel:
    show_bedside(window)
    window.bedside.setCurrentWidget(window.bedside.pitfalls)
    return window.bedside.pitfalls


def rows(panel: PitfallsPanel) -> list[CheckRow]:
    """Every line from top to bottom."""
    return sorted(panel.findChildren(CheckRow), key=lambda row: row.y())


def row(panel: PitfallsPanel, check: str) -> CheckRow:
    (found,) = (one for one in rows(panel) if one.box.accessibleName() == check)
    return found


def button(line: CheckRow, words: str) -> QPushButton:
    (found,) = (one for one in line.findChildren(QPushButton) if one.text() == words)
    return found


def words(line: CheckRow) -> str:
    return " ".join(one.text() for one in line.findChildren(QLabel))


def test_every_phase_has_its_heading_and_no_line_is_left_out(window: MainWindow, panel: PitfallsPanel) -> None:
    heads = [head.text() for head in panel.findChildren(QLabel, "cardTitle")]
    assert sorted(heads) == sorted(PHASE_WORDS.values())
    assert len(rows(panel)) == len(window.desk.assessment.checklist) == panel.count()


def test_what_the_case_makes_relevant_comes_first_and_what_it_settles_is_marked(
    window: MainWindow, panel: PitfallsPanel, qapp: QApplication
) -> None:
    tick(window.bedside.regimen, NDM, "drug of the regimen: colistin")
    expected = [item.pitfall.check for item in window.desk.assessment.checklist]
    qapp.processEvents()
    assert [one.box.accessibleName() for one in rows(panel)] == expected
    assert "settled by this case" in words(row(panel, ALONE))
    tick(window.bedside.regimen, AZTREONAM)
    assert "made relevant by this case" in words(row(panel, ALONE))
    assert "open, not said: species" in words(
        row(panel, "The species is known, and is not one that resists polymyxins by nature.")
    )
    assert len(rows(panel)) == panel.count()


def test_a_tick_and_a_reason_count_towards_the_progress(window: MainWindow, panel: PitfallsPanel) -> None:
    row(panel, ALONE).box.setChecked(True)
    aside = row(panel, "Aztreonam is not given in two products at once.")
    button(aside, "Not applicable").click()
    assert window.desk.bedside.pitfalls.marks() == {"aztreonam-alone": Mark()}, "a reason that says nothing counts not"
    QTest.keyClicks(aside.reason, "one product only")
    assert panel.marks() == {"aztreonam-alone": Mark(), "aztreonam-twice": Mark("one product only")}
    assert panel.words() == f"1 ticked, 1 not applicable, of {panel.count()}"
    at = window.bedside.indexOf(panel)
    assert window.bedside.tabText(at) == f"Pitfalls 2 of {panel.count()}"


def test_a_reason_is_taken_back_by_the_same_button(panel: PitfallsPanel) -> None:
    aside = row(panel, ALONE)
    button(aside, "Not applicable").click()
    QTest.keyClicks(aside.reason, "x")
    button(aside, "Not applicable").click()
    assert panel.marks() == {}
    assert aside.reason.text() == ""


def test_marks_stay_while_the_case_changes_and_the_look_too(window: MainWindow, panel: PitfallsPanel) -> None:
    row(panel, ALONE).box.setChecked(True)
    tick(window.bedside.regimen, NDM, AZTREONAM)
    window.actions_.next_scheme.trigger()
    assert panel.marks() == {"aztreonam-alone": Mark()}


@pytest.mark.hazard("H06")
def test_marks_and_reasons_end_with_the_case(window: MainWindow, panel: PitfallsPanel) -> None:
    row(panel, ALONE).box.setChecked(True)
    aside = row(panel, "Aztreonam is not given in two products at once.")
    button(aside, "Not applicable").click()
    QTest.keyClicks(aside.reason, "Smith, bed 4")
    assert window.desk.expiry.is_waiting
    window.bedside.clear_case()
    assert panel.marks() == {}
    aside.reason.undo()
    assert aside.reason.text() == ""
    assert not window.desk.expiry.is_waiting


def test_why_opens_and_closes_and_its_source_opens_beside_the_text(window: MainWindow, panel: PitfallsPanel) -> None:
    line = row(panel, ALONE)
    button(line, "Why").click()
    button(line, "Less").click()
    button(line, "Why").click()
    line.link_opened.emit("pitfall:aztreonam-alone")
    assert window.drawer.isVisible()
    window.bedside.clear_case()
    assert button(line, "Why").isVisible()
    assert not line.findChildren(QTextBrowser)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_box_of_24_pixels_or_more_is_ticked_by_a_click_anywhere_in_it(
    window: MainWindow, panel: PitfallsPanel, looks: Looks, percent: int
) -> None:
    looks.choose_size(percent)
    show_bedside(window)
    QApplication.processEvents()
    box = panel.findChildren(QCheckBox)[0]
    assert min(box.width(), box.height()) >= 24
    corners = [QPoint(x, y) for x in (0, box.width() - 1) for y in (0, box.height() - 1)]
    for corner in corners:
        before = box.isChecked()
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=corner)
        assert box.isChecked() is not before, corner
    assert not box.isChecked()
