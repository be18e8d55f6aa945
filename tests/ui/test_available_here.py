"""Which drugs this place has is kept in the notebook, and weighs on the options at the bedside."""

from collections.abc import Iterator

import pytest

from desktop.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _as_it_was(window: MainWindow) -> Iterator[None]:
    yield
    window.keeping.take_available(None)
    window.desk.show_available(None)


def test_what_is_ticked_at_the_bedside_is_kept(window: MainWindow) -> None:
    window.bedside.regimen.available_edited.emit(frozenset({"cefiderocol"}))
    assert window.keeping.kept.available == frozenset({"cefiderocol"})


def test_what_is_chosen_in_the_menu_weighs_on_the_options(window: MainWindow) -> None:
    window.keeping.available_changed.emit(frozenset({"cefiderocol"}))
    options = window.desk.assessment.options
    assert {option.available for option in options if option.regimen == ("cefiderocol",)} <= {True}
    assert any(option.available is False for option in window.desk.assessment.options) or not options
