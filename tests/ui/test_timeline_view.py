"""The timeline tab, used as a pharmacist uses it."""

import pytest
from PySide6.QtTest import QTest

from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.timeline_view import TimelineView, read_clock
from tests.ui.bedside_keys import choice, choose, line, show_bedside, type_case


def _view(window: MainWindow) -> TimelineView:
    show_bedside(window)
    window.bedside.setCurrentWidget(window.bedside.timeline)
    view = window.bedside.timeline.view
    assert isinstance(view, TimelineView)
    return view


def test_without_a_case_it_says_what_to_do(window: MainWindow) -> None:
    assert "Enter the case under Dosing first" in _view(window).words()


def _drawn(window: MainWindow) -> TimelineView:
    type_case(window.bedside.dosing, creatinine_in_the_chosen_unit="0.9")
    view = _view(window)
    choose(view, "dose of ceftazidime-avibactam", "US label, every 8 hours")
    choose(view, "dose of aztreonam-avibactam", "EU label, every 6 hours")
    QTest.keyClicks(view.start, "08:00")
    return view


def test_chosen_doses_are_drawn_with_what_is_said_of_the_pair_and_of_the_line(window: MainWindow) -> None:
    words = _drawn(window).words()
    assert "do not match: both start together only once in 24 hours" in words
    assert "08:00" in words
    assert "loading dose, aztreonam 2 g and avibactam 0.67 g (2.67 g in total)" in words
    assert "Polymyxin B is not in the list of compatible drugs" in words


def test_nothing_is_chosen_for_the_reader(window: MainWindow) -> None:
    type_case(window.bedside.dosing)
    view = _view(window)
    assert view.start.text() == ""
    assert choice(view, "dose of cefiderocol").currentText() == "not given"
    assert "Choose at least one dose" in view.words()
    assert "gives no single infusion time" in view.words()


def test_an_edit_of_the_case_takes_the_drawing_off(window: MainWindow) -> None:
    view = _drawn(window)
    QTest.keyClicks(line(window.bedside.dosing, "weight in kg"), "x")
    assert "Enter the case under Dosing first" in view.words()
    window.bedside.clear_case()
    assert "08:00" not in view.words()


def test_a_change_of_colours_or_case_keeps_the_choice_and_draws_it_anew(window: MainWindow, looks: Looks) -> None:
    view = _drawn(window)
    looks.choose_size(125)
    assert choice(view, "dose of aztreonam-avibactam").currentText() == "EU label, every 6 hours"
    assert "08:00" in view.words()
    field = line(window.bedside.dosing, "creatinine in the chosen unit")
    field.setText("1.2")
    assert choice(view, "dose of aztreonam-avibactam").currentText() == "EU label, every 6 hours"
    assert "aztreonam 0.75 g" in view.words() or "aztreonam 750 mg" in view.words()
    field.setText("1.9")
    assert choice(view, "dose of aztreonam-avibactam").currentText() == "not given"


def test_a_new_case_forgets_the_choice(window: MainWindow) -> None:
    _drawn(window)
    window.bedside.clear_case()
    type_case(window.bedside.dosing, creatinine_in_the_chosen_unit="0.9")
    assert choice(_view(window), "dose of aztreonam-avibactam").currentText() == "not given"


def test_a_new_case_clears_the_start_too(window: MainWindow) -> None:
    view = _drawn(window)
    window.bedside.clear_case()
    assert view.start.text() == ""


@pytest.mark.parametrize("text", ["8:00", "24:00", "08:60", "0800", "08:0", "aa:bb", "-8:00", "٠٨:٠٠", "08:00:00", "8"])
def test_a_start_that_is_no_time_draws_nothing(window: MainWindow, text: str) -> None:
    assert read_clock(text) is None
    type_case(window.bedside.dosing)
    view = _view(window)
    choose(view, "dose of cefiderocol", "US label, every 8 hours")
    view.start.setText(text)
    assert "24-hour clock" in view.words()


@pytest.mark.parametrize(("text", "minutes"), [("00:00", 0), ("08:30", 510), (" 23:59 ", 1439)])
def test_a_start_is_read_in_minutes_after_midnight(text: str, minutes: int) -> None:
    assert read_clock(text) == minutes
