"""Choosing enzymes and drugs shows findings at once, says what was not checked, and ends with the case."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from desktop.domain.case import Case
from desktop.ui.closed_browser import CardText
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.regimen_tab import RegimenTab
from desktop.ui.theme import Scheme
from tests.ui.bedside_keys import choice, choose, line, show_bedside, type_case


@pytest.fixture
def tab(window: MainWindow) -> Iterator[RegimenTab]:
    show_bedside(window)
    window.bedside.setCurrentWidget(window.bedside.regimen)
    yield window.bedside.regimen
    window.desk.show_available(None)


def box(panel: QWidget, name: str) -> QCheckBox:
    (found,) = (one for one in panel.findChildren(QCheckBox) if one.accessibleName() == name)
    return found


def tick(panel: QWidget, *names: str) -> None:
    for name in names:
        box(panel, name).setChecked(True)


NDM, AZTREONAM, COLISTIN = "enzyme found: NDM", "drug of the regimen: aztreonam", "drug of the regimen: colistin"


def said(tab: RegimenTab) -> str:
    """Everything that the tab shows, without what is folded away."""
    shown = [text.toPlainText() for text in tab.findChildren(CardText) if text.isVisibleTo(tab)]
    shown += [words.text() for words in tab.findChildren(QLabel) if words.isVisibleTo(tab)]
    return " ".join("\n".join(shown).split())


@pytest.mark.hazard("H13")
def test_an_inactive_regimen_is_stopped_as_soon_as_it_is_chosen(window: MainWindow, tab: RegimenTab) -> None:
    assert "Choose the enzymes found and the drugs of the regimen to see findings." in said(tab)
    tick(tab, NDM, AZTREONAM)
    words = said(tab)
    assert "■ Stop · Aztreonam alone (without avibactam)" in words
    assert "Because of: aztreonam; enzyme NDM" in words
    assert "What to do. Consider aztreonam-avibactam" in words
    assert "IDSA 2026 · secondary source · copy with citation" in words
    box(tab, AZTREONAM).setChecked(False)
    assert "Stop ·" not in said(tab)


def test_the_name_of_the_tab_counts_stops_and_cautions(window: MainWindow, tab: RegimenTab) -> None:
    at = window.bedside.indexOf(tab)
    assert window.bedside.tabText(at) == "Regimen"
    tick(tab, NDM, AZTREONAM, COLISTIN)
    assert window.bedside.tabText(at) == "Regimen  ■ 1  ▲ 1"
    assert window.bedside.tabToolTip(at) == "Stop: 1, Caution: 1"


@pytest.mark.parametrize("percent", [100, 200])
def test_how_much_was_checked_is_never_cut_on_a_small_screen(
    window: MainWindow, tab: RegimenTab, looks: Looks, qapp: QApplication, percent: int
) -> None:
    looks.choose_size(percent)
    window.resize(800, 600)
    show_bedside(window)
    tick(tab, NDM, COLISTIN)
    qapp.processEvents()
    (words,) = (one for one in tab.findChildren(QLabel) if one.text() == tab.coverage())
    assert words.text().startswith("Checked: ")
    assert "Not checked: " in words.text()
    assert words.height() >= words.heightForWidth(words.width())


@pytest.mark.hazard("H22")
def test_what_was_not_checked_is_in_sight_with_what_is_missing(tab: RegimenTab) -> None:
    tick(tab, NDM, COLISTIN)
    assert "Not said: " in tab.coverage()
    assert "species" in tab.coverage()
    choose(tab, "species", "Klebsiella")
    assert "species" not in tab.coverage()
    (which,) = (button for button in tab.findChildren(QPushButton) if button.text() == "Which")
    which.click()
    assert "No rule asks about:" in said(tab)
    assert "A polymyxin for a species that resists it by nature" in said(tab)
    which.click()


@pytest.mark.hazard("H22")
def test_a_regimen_without_a_finding_of_weight_is_not_called_right(tab: RegimenTab) -> None:
    tick(tab, NDM, "drug of the regimen: aztreonam-avibactam")
    assert "No stop and no caution among the rules that were checked. That is not an approval." in said(tab)


def test_the_kidneys_typed_under_dosing_reach_the_findings(window: MainWindow, tab: RegimenTab) -> None:
    tick(tab, NDM, AZTREONAM, "drug of the regimen: ceftazidime-avibactam")
    assert "the intervals part" not in said(tab)
    type_case(window.bedside.dosing)
    assert "the intervals part" in said(tab)


@pytest.mark.hazard("H18")
def test_a_figure_that_waits_to_be_confirmed_sets_no_rule_off(window: MainWindow, tab: RegimenTab) -> None:
    tick(tab, "drug of the regimen: cefiderocol")
    QTest.keyClicks(line(window.bedside.dosing, "clearance in mL/min"), "250")
    assert "every 6 hours" not in said(tab)
    assert "creatinine clearance" in tab.coverage()
    (yes,) = (b for b in window.bedside.dosing.findChildren(QPushButton) if b.text() == "Yes, it is right")
    yes.click()
    assert "needs every 6 hours" in said(tab)


def test_options_stay_with_the_reason_when_they_cannot_be_had(window: MainWindow, tab: RegimenTab) -> None:
    tick(tab, NDM)
    assert "aztreonam-avibactam: preferred IDSA 2026, 30-Jul-2026: suggested, not graded" in said(tab)
    window.desk.show_available(frozenset({"cefiderocol"}))
    words = said(tab)
    assert "aztreonam-avibactam: preferred ✕ Not marked as available here: aztreonam-avibactam." in words
    assert "cefiderocol: preferred Available here." in words
    assert "Options for a clinician to weigh, not orders." in words


def test_what_this_place_has_is_reported_and_taken_without_an_echo(window: MainWindow, tab: RegimenTab) -> None:
    heard: list[frozenset[str] | None] = []
    window.desk.available_edited.connect(heard.append)
    window.desk.show_available(frozenset({"colistin"}))
    assert heard == []
    tick(tab, "available here: cefiderocol")
    assert heard == [frozenset({"colistin", "cefiderocol"})]
    box(tab, "available here: cefiderocol").setChecked(False)
    box(tab, "available here: colistin").setChecked(False)
    assert heard[-1] is None
    window.desk.available_edited.disconnect(heard.append)


def test_what_this_place_has_is_kept_in_the_notebook_and_read_from_it(window: MainWindow, tab: RegimenTab) -> None:
    tick(tab, NDM, "available here: cefiderocol")
    assert window.keeping.kept.available == frozenset({"cefiderocol"})
    window.keeping.take_available(None)
    window.keeping.available_changed.emit(frozenset({"colistin"}))
    assert tab.available.ticked() == {"colistin"}
    assert "Not marked as available here: cefiderocol." in said(tab)
    window.keeping.available_changed.emit(None)
    assert "Not marked as available here" not in said(tab)


@pytest.mark.hazard("H06")
def test_a_new_case_forgets_every_choice_but_not_what_the_place_has(window: MainWindow, tab: RegimenTab) -> None:
    window.desk.show_available(frozenset({"colistin"}))
    tick(tab, NDM, AZTREONAM, "allergy: ceftazidime")
    choose(tab, "site of infection", "blood")
    assert window.bedside.has_case()
    window.bedside.clear_case()
    assert tab.form.chosen() == Case()
    assert not window.bedside.has_case()
    assert "Stop ·" not in said(tab)
    assert window.desk.strip.words().startswith("No case yet")
    assert tab.available.ticked() == {"colistin"}


def test_the_strip_says_what_the_case_is_whichever_tab_is_open(window: MainWindow, tab: RegimenTab) -> None:
    type_case(window.bedside.dosing)
    tick(tab, NDM)
    choose(tab, "site of infection", "blood")
    assert window.desk.strip.words() == (
        "67 years · female · 70 kg · 165 cm\ncreatinine 1.9 mg/dL (168 micromol/L) · NDM · blood"
    )


def test_a_new_finding_is_said_aloud_once(window: MainWindow, tab: RegimenTab, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    tick(tab, NDM, AZTREONAM)
    assert heard == ["Stop: Aztreonam alone (without avibactam) for a metallo-beta-lactamase producer"]
    tick(tab, "enzyme found: KPC")
    assert len(heard) == 1
    window.bedside.clear_case()
    tick(tab, NDM, AZTREONAM)
    assert len(heard) == 2


def test_everything_is_chosen_by_keyboard(window: MainWindow, tab: RegimenTab) -> None:
    first = box(tab, NDM)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert tab.form.chosen().enzymes == {"ndm"}
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is box(tab, "enzyme found: VIM")


def test_none_found_and_a_finding_are_never_ticked_together(tab: RegimenTab) -> None:
    told: list[frozenset[str]] = []
    tab.form.edited.connect(lambda: told.append(tab.form.chosen().enzymes))
    tick(tab, "enzyme found: NDM", "enzyme found: KPC", "enzyme found: none found")
    assert told == [frozenset({"ndm"}), frozenset({"ndm", "kpc"}), frozenset({"none"})]
    tick(tab, "enzyme found: not known yet")
    assert told[3:] == [frozenset({"unknown"})]
    # Those that agree stay beside each other, and to untick one ticks no other.
    tick(tab, "enzyme found: NDM")
    box(tab, "enzyme found: NDM").setChecked(False)
    assert told[4:] == [frozenset({"unknown", "ndm"}), frozenset({"unknown"})]


def test_no_known_allergy_and_an_allergy_are_never_ticked_together(tab: RegimenTab) -> None:
    tab.form.show_more(True)
    tick(tab, "allergy: none known", "allergy: cefiderocol")
    assert tab.form.chosen().allergies == {"cefiderocol"}
    tick(tab, "allergy: none known")
    assert tab.form.chosen().allergies == {"none"}


def test_what_is_chosen_under_more_is_never_folded_away(tab: RegimenTab) -> None:
    species = next(one for one in tab.form.findChildren(QWidget) if one.accessibleName() == "species")
    assert not species.isVisibleTo(tab)
    choose(tab, "species", "Serratia")
    tab.form.show_more(False)
    assert species.isVisibleTo(tab)


@pytest.mark.parametrize(("width", "percent"), [(1366, 100), (800, 100), (800, 200), (640, 150)])
def test_nothing_of_the_regimen_lies_beyond_its_right_edge(
    window: MainWindow, looks: Looks, tab: RegimenTab, qapp: QApplication, width: int, percent: int
) -> None:
    looks.choose_size(percent)
    window.resize(width, 768)
    qapp.processEvents()
    show_bedside(window)
    tick(tab, NDM, AZTREONAM)
    qapp.processEvents()
    for part in tab.findChildren(QCheckBox):
        if part.isVisibleTo(tab):
            right = part.mapTo(tab, part.rect().topRight()).x()
            assert right <= tab.width(), part.accessibleName()


def test_the_look_changes_with_the_colours(looks: Looks, tab: RegimenTab) -> None:
    tick(tab, NDM, AZTREONAM)
    looks.choose_scheme(Scheme.CONTRAST)
    assert "■ Stop · Aztreonam alone" in said(tab)


@pytest.mark.hazard("H01")
def test_after_a_failure_no_finding_stays(window: MainWindow, tab: RegimenTab) -> None:
    tick(tab, NDM, AZTREONAM)
    window.show_failure("abc")
    assert "Stop ·" not in said(tab)
    assert "Something failed (error abc), so nothing is checked." in said(tab)
    assert tab.coverage() == "Nothing is checked."


@pytest.mark.hazard("H06")
def test_a_new_case_leaves_no_word_of_the_last_one_even_where_nobody_looks(window: MainWindow, tab: RegimenTab) -> None:
    type_case(window.bedside.dosing, creatinine_in_the_chosen_unit="0.9")
    tick(tab, NDM, AZTREONAM)
    window.bedside.setCurrentWidget(window.bedside.timeline)
    view = window.bedside.timeline.view
    assert view is not None
    choice(view, "dose of aztreonam").setCurrentIndex(1)
    QTest.keyClicks(view.start, "08:00")
    window.header.search.setText("colistin")
    held = [text for text in window.bedside.findChildren(CardText) if text.toPlainText()]
    assert "Because of" in " ".join(text.toPlainText() for text in held)
    assert "08:00" in view.words()
    window.bedside.setCurrentWidget(window.bedside.dosing)
    window.bedside.clear_case()
    window.searching.clear()
    assert [text.toPlainText() for text in window.bedside.findChildren(CardText) if text.toPlainText()] == []
    assert window.searching.popup.model.rowCount() == 0
