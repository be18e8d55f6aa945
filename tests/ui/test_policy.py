"""What an administrator set, in the window: no figure and no dose where the calculators are off, and words for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop import policy as policies
from desktop.content.library import Library
from desktop.health.checks import policy_check
from desktop.packs.choosing import choose
from desktop.policy import FILE, first_policy
from desktop.ui.about import about_html
from desktop.ui.application import Start
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import NoticeStrip
from desktop.ui.sheet_connections import sheet_dialog
from desktop.ui.shift_check import this_machine
from tests.ui.bedside_keys import choice, type_case


def window_under(qapp: QApplication, folder: Path, text: str) -> Iterator[MainWindow]:
    """The window as the program opens it on a machine with this policy."""
    (folder / FILE).write_text(text, encoding="utf-8")
    made = Start(qapp, folder, policy=first_policy((folder / FILE,))).window(choose(None, folder))
    assert isinstance(made, MainWindow)
    made.show()
    made.resize(1366, 768)
    qapp.processEvents()
    yield made
    made.close()


@pytest.fixture(scope="module")
def without(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    yield from window_under(qapp, tmp_path_factory.mktemp("off"), "calculators = false")


@pytest.fixture(scope="module")
def with_defaults(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    text = 'creatinine-unit = "umol/L"\nbasis = "eu-label"'
    yield from window_under(qapp, tmp_path_factory.mktemp("defaults"), text)


@pytest.fixture(scope="module")
def with_a_fault(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    yield from window_under(qapp, tmp_path_factory.mktemp("fault"), "calculator = false")


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def strips(window: MainWindow) -> list[str]:
    return [strip.words() for strip in window.findChildren(NoticeStrip) if strip.isVisible()]


def test_without_calculators_there_is_no_field_and_no_dose_but_the_reason(without: MainWindow) -> None:
    bedside = without.bedside
    assert [line for line in bedside.dosing.findChildren(QLineEdit) if line.isVisibleTo(bedside.dosing)] == []
    assert "policy.toml) has turned the calculators off" in said(bedside.dosing)
    names = [bedside.tabText(at) for at in range(bedside.count()) if bedside.isTabVisible(at)]
    assert [name.split()[0] for name in names] == ["Dosing", "Pitfalls", "Regimen"]


def test_nothing_brings_a_dose_back(without: MainWindow) -> None:
    type_case(without.bedside.dosing)
    assert "turned the calculators off" in said(without.bedside.dosing)
    without.bedside.clear_case()
    without.bedside.focus_case()
    assert "turned the calculators off" in said(without.bedside.dosing)


def test_without_calculators_the_guidance_is_read_and_a_regimen_checked(
    without: MainWindow, window: MainWindow
) -> None:
    for each in (without, window):
        each.page.be_whole()
    assert without.page.toPlainText() == window.page.toPlainText()
    assert without.desk.assessment.checks_run == window.desk.assessment.checks_run


def test_without_calculators_no_card_is_offered_and_the_reason_is_said(
    without: MainWindow, library: Library, qtbot: QtBot
) -> None:
    type_case(without.bedside.dosing)
    assert without.bedside.has_case()
    dialog = sheet_dialog(library, library.topic("ndm"), without.desk, without)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.kind.findText("Bedside card") == -1
    assert "turned the calculators off" in said(dialog)


def test_a_fault_is_said_for_as_long_as_the_window_is_open(with_a_fault: MainWindow) -> None:
    (shown,) = strips(with_a_fault)
    assert 'Line 1: "calculator" is not known here.' in shown
    assert FILE in shown
    assert "is not known here" in said(with_a_fault.bedside.dosing)


def test_the_unit_of_the_policy_stands_beside_an_empty_creatinine(with_defaults: MainWindow) -> None:
    bedside = with_defaults.bedside
    unit = choice(bedside.dosing, "creatinine unit")
    assert (unit.currentText(), bedside.has_case(), strips(with_defaults)) == ("micromol/L", False, [])
    assert "policy" in unit.toolTip()
    unit.setCurrentIndex(unit.findText("mg/dL"))
    assert bedside.has_case()
    bedside.clear_case()
    assert (unit.currentText(), bedside.has_case()) == ("micromol/L", False)


def test_the_basis_of_the_policy_is_the_first_of_every_card(with_defaults: MainWindow) -> None:
    type_case(with_defaults.bedside.dosing)
    bases: dict[str, list[str]] = {}
    for answer in with_defaults.desk.assessment.answers:
        bases.setdefault(answer.drug.slug, []).append(answer.basis.slug)
    with_eu = [held for held in bases.values() if "eu-label" in held]
    assert len(with_eu) > 2
    assert all(held[0] == "eu-label" for held in with_eu)
    assert any("us-label" in held for held in with_eu)


def test_about_and_the_shift_check_tell_what_is_set(
    window: MainWindow, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policies, "site_folder", lambda: tmp_path)
    assert "policy" not in about_html(library)
    (tmp_path / FILE).write_text("kiosk = true")
    set_here = f"Set by this hospital's policy, {tmp_path / FILE}: Kiosk: on."
    assert set_here in about_html(library).replace("&#x27;", "'")
    assert policy_check(this_machine(window, None, 100).policy).detail == set_here
    (tmp_path / FILE).write_text("kiosk = <b>")
    assert "Invalid value" in about_html(library)
