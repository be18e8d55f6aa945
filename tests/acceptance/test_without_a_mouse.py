"""The real program, worked with the keyboard alone and read through AT-SPI, as a screen reader reads it."""

import subprocess
from pathlib import Path

from tests.acceptance.blind import Blind, Control

_SEARCH, _AGE = "Search, or ask a question", "age in the chosen unit"
_LEAST_PX = 24
# What a screen reader calls a text of Qt.
_TEXT = "label"
_IN_A_LIST = ("list item", "page tab")
_TABS = ("Dosing", "Pitfalls", "Regimen", "Timeline")


def test_a_case_is_worked_from_the_question_to_the_printed_card(blind: Blind, tmp_path: Path) -> None:
    _ask_and_open(blind)
    _type_the_case(blind)
    dose = blind.words("ceftazidime-avibactam", "937.5 mg")
    assert "every 12 hours" in dose
    _choose(blind, "enzyme found: NDM", "drug of the regimen: ceftazidime-avibactam", "drug of the regimen: aztreonam")
    _tick_a_pitfall(blind)
    printed = _print_to_pdf(blind, tmp_path / "card.pdf")
    assert "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total)" in printed
    assert "Not clinically reviewed" in printed
    assert "Done: 1." in printed


def test_a_new_stop_is_announced(blind: Blind) -> None:
    _new_case(blind)
    _choose(blind, "enzyme found: NDM", "drug of the regimen: aztreonam")
    blind.announced("Stop: ")


def test_every_control_that_takes_the_focus_has_a_name_a_role_and_room(blind: Blind) -> None:
    for tab in _TABS:
        _new_case(blind)
        _show_tab(blind, tab)
        shown = blind.controls()
        assert [one for one in shown if not one.name or one.role == "unknown"] == []
        small = [one for one in shown if one.role != _TEXT and _is_small(one)]
        # The boxes of the checklist: their words tick them as well.
        assert {one.role for one in small} == ({"check box"} if tab == "Pitfalls" else set())
        assert all(blind.find(one.name, _TEXT).width > _LEAST_PX for one in small[:1])


def test_the_tab_key_goes_round_the_window_and_is_caught_nowhere(blind: Blind) -> None:
    _new_case(blind)
    forward = _walked(blind, "Tab", to="Guidance")
    # The page has hundreds of links, each a step; the next pane is one key away.
    _walked(blind, "F6", to=_AGE)
    back = _walked(blind, "shift+Tab", to="Guidance")
    blind.find("Guidance")
    takes_focus = {one.name for one in blind.controls() if one.role not in _IN_A_LIST}
    # Where it began; the second of two sexes, which the arrows reach; the frame of the tabs, which lends it to them.
    assert takes_focus - {*forward, *back} == {_AGE, "Male", "Bedside"}


def test_f6_goes_round_the_panes(blind: Blind) -> None:
    blind.press("ctrl+shift+g")
    blind.find("Source")
    _new_case(blind)
    assert [blind.step("F6").name for _ in range(8)] == ["Contents", "Guidance", "Source", _AGE] * 2


def _ask_and_open(blind: Blind) -> None:
    blind.press("ctrl+k")
    blind.wait_at(_SEARCH)
    blind.type("can I give aztreonam alone")
    blind.announced("Best: Can aztreonam be given alone")
    blind.press("Return")
    blind.wait_at("Source")
    blind.words("Source", "aztreonam")


def _new_case(blind: Blind) -> None:
    """An empty case, with the cursor in its first field."""
    blind.press("ctrl+n")
    blind.wait_at("No")
    blind.press("alt+y")
    blind.wait_at(_AGE)


def _type_the_case(blind: Blind) -> None:
    """The contract's own example, each field found by its name with the Tab key."""
    _new_case(blind)
    blind.type("67")
    blind.tab_to("Female")
    blind.press("space")
    for name, typed in (("weight in kg", "70"), ("height in cm", "165"), ("creatinine in the chosen unit", "1.9")):
        blind.tab_to(name)
        blind.type(typed)
    blind.tab_to("creatinine unit")
    blind.press("Down")


def _choose(blind: Blind, *boxes: str) -> None:
    """Tick boxes of the regimen, in their order."""
    _show_tab(blind, "Regimen")
    for box in boxes:
        blind.tab_to(box)
        blind.press("space")
        blind.wait_checked(box)


def _tick_a_pitfall(blind: Blind) -> None:
    _show_tab(blind, "Pitfalls")
    before = blind.where().name
    while blind.where().role != "check box":
        blind.step()
    line = blind.where().name
    blind.press("space")
    blind.wait_checked(line)
    blind.find(before.replace("Pitfalls 0", "Pitfalls 1"), "page tab")


def _show_tab(blind: Blind, wanted: str) -> None:
    """Go to the row of tabs from the first field, and along it."""
    blind.press("ctrl+b")
    blind.wait_at(_AGE)
    while blind.where().role != "page tab list":
        blind.step("shift+Tab")
    while not blind.where().name.startswith(wanted):
        blind.step("Right")


def _print_to_pdf(blind: Blind, place: Path) -> str:
    """What stands in the file that was saved, every space a plain one."""
    before = blind.where().name
    blind.press("ctrl+p")
    blind.wait_at("Sheet")
    assert blind.find("Sheet", "combo box").value == "Bedside card"
    blind.press("alt+s")
    blind.wait_at("File name:")
    blind.type(str(place))
    blind.press("Return")
    blind.find(f"Saved as {place.name}.")
    blind.press("Escape")
    blind.wait_at(before)
    words = subprocess.run(["pdftotext", "-layout", place, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(words.replace("\N{NO-BREAK SPACE}", " ").split())


def _walked(blind: Blind, keys: str, *, to: str) -> list[str]:
    """The names of the controls on the way to one of them."""
    names = [blind.step(keys).name]
    while names[-1] != to:
        names.append(blind.step(keys).name)
    return names


def _is_small(one: Control) -> bool:
    return min(one.width, one.height) < _LEAST_PX
