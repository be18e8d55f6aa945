"""A statement, a dose and a finding are copied with their citation."""

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.ui.main_window import MainWindow
from tests.ui.bedside_keys import type_case

HELD = "evidence through 01-Mar-2026. Not clinically reviewed."


def _copied(window: MainWindow, link: str) -> str:
    QGuiApplication.clipboard().setText("before")
    window.bedside.link_opened.emit(link)
    return QGuiApplication.clipboard().text()


def test_a_finding_is_copied_with_source_verification_and_edition(window: MainWindow) -> None:
    lines = _copied(window, "cite:pitfall:ceftazidime-avibactam-alone").splitlines()
    assert lines[0].startswith("Stop: Ceftazidime-avibactam without aztreonam")
    assert "Source: AVYCAZ US label, section 12.4 (source text read); " in lines[-3]
    assert lines[-2] == "Checked: secondary source."
    assert lines[-1].endswith(HELD)


def test_a_statement_is_copied_as_plain_text(window: MainWindow) -> None:
    text = _copied(window, "cite:statement:first-line-idsa-2026")
    assert text.startswith("IDSA 2026 (30-Jul-2026).")
    assert "**" not in text
    assert "Source: IDSA 2026, section on carbapenem-resistant Enterobacterales (secondary source)." in text


def test_a_dose_is_copied_with_both_components_and_its_total_while_it_is_on_screen(window: MainWindow) -> None:
    link = "cite:dose:ceftazidime-avibactam/us-label/03"
    assert _copied(window, link) == "before"
    type_case(window.bedside.dosing)
    text = _copied(window, link)
    assert "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 12 hours, over 2 hours" in text
    assert "row 16 to 30 (more than 15, up to 30 mL/min)" in text
    assert "AVYCAZ US label" in text
    window.bedside.clear_case()
    assert _copied(window, link) == "before"


@pytest.mark.parametrize("link", ["cite:", "cite:pitfall:nothing", "cite:statement:x", "cite:drug:aztreonam"])
def test_what_is_not_there_leaves_the_clipboard_alone(window: MainWindow, link: str) -> None:
    assert _copied(window, link) == "before"


@pytest.mark.parametrize("opened", ["pitfall:aztreonam-alone", "statement:first-line-idsa-2026"])
def test_every_source_view_offers_the_copy(window: MainWindow, opened: str) -> None:
    found = window.reader.links.opened_by(opened)
    assert found is not None
    assert f'href="cite:{opened}"' in found.html
