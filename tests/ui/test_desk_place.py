"""The bedside half is in its place with everything done to it that was asked for, or not at all."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.ui.case_desk import CaseDesk
from desktop.ui.desk_place import DeskPlace

OFF = "Nobody counts here."


class FailingOnce:
    """An act that fails the first time, and remembers for which desk it was asked."""

    def __init__(self) -> None:
        self.desks: list[CaseDesk] = []

    def __call__(self, desk: CaseDesk) -> None:
        self.desks.append(desk)
        if len(self.desks) == 1:
            raise ValueError("the first time")


@pytest.fixture
def place(qtbot: QtBot, library: Library) -> DeskPlace:
    made = DeskPlace(library)
    qtbot.addWidget(made)
    return made


def always_failing(_desk: CaseDesk) -> None:
    raise ValueError("every time")


def words_in(desk: CaseDesk) -> str:
    return " ".join(label.text() for label in desk.bedside.dosing.findChildren(QLabel))


@pytest.mark.parametrize("ask", [lambda place: place.desk, DeskPlace.fill])
def test_a_desk_that_cannot_be_prepared_is_not_shown_however_often_it_is_asked_for(
    place: DeskPlace, ask: Callable[[DeskPlace], object]
) -> None:
    place.prepare(always_failing)
    for _ in range(2):
        with pytest.raises(ValueError, match="every time"):
            ask(place)
        assert place.is_empty
    assert place.findChildren(QLabel) == []


def test_doses_that_are_to_be_withheld_stay_withheld_after_something_else_failed(place: DeskPlace) -> None:
    place.prepare(FailingOnce())
    place.prepare(lambda desk: desk.turn_off_calculators(OFF))
    with pytest.raises(ValueError, match="the first time"):
        place.fill()
    place.fill()
    assert place.desk.calculators_off == OFF
    assert OFF in words_in(place.desk)
    assert place.isAncestorOf(place.desk.bedside)


def test_a_desk_that_failed_hears_nothing_more(place: DeskPlace) -> None:
    failing = FailingOnce()
    place.prepare(failing)
    with pytest.raises(ValueError, match="the first time"):
        place.fill()
    place.fill()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    first, second = failing.desks
    assert not shiboken6.isValid(first)
    assert shiboken6.isValid(second)
    assert second is place.desk
