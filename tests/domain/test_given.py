"""A dose says what belongs to it, and is for one occasion unless it is told to be for a day."""

from dataclasses import replace

from desktop.domain.given import Component, Supplement
from desktop.domain.note import Note, NoteKind
from tests.domain.builders import amount, given

DOSE = given(testicillin="500")


def test_the_notes_of_a_dose_are_told_in_full() -> None:
    note = Note("Only with food.", NoteKind.CONDITION)
    assert DOSE.notes == ()
    assert replace(DOSE, noted=(note,)).notes == (note.text,)


def test_a_dose_is_for_a_day_only_where_it_is_to_be_divided() -> None:
    assert DOSE.per_day is False
    for_a_day = replace(DOSE, every_h=(), divided="in 2 doses")
    assert for_a_day.per_day is True


def test_an_extra_dose_takes_the_place_of_no_other_unless_it_says_so() -> None:
    assert Supplement((Component("testicillin", amount("1")),), "after dialysis").instead is False
