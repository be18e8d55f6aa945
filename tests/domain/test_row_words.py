"""The rows of a source in words: whom a row is for, what it gives, and how far it was checked."""

from dataclasses import replace

from desktop.domain.drugs import Row
from desktop.domain.given import Given, Supplement
from desktop.domain.note import Note, NoteKind
from desktop.domain.refusal import Refusal
from desktop.domain.row_words import row_lines, row_words
from tests.domain.builders import basis, given, row


def _once(mg: str) -> Given:
    return replace(given(testicillin=mg), every_h=())


def test_a_row_is_its_band_its_dose_and_how_far_it_was_checked() -> None:
    assert row_words(row("(30, 50]", mg="500")) == (
        "creatinine clearance (30, 50]: testicillin 500 mg every 8 hours (source text read)"
    )


def test_a_row_for_one_use_names_it_before_the_band() -> None:
    assert row_words(row("(30, 50]", use="urine")).startswith("urine, creatinine clearance (30, 50]: testicillin")


def test_a_load_comes_first_and_an_extra_dose_last() -> None:
    extra = Supplement(given(testicillin="250").components, "after each session", instead=False)
    full: Row = replace(row("[0, 15]", mg="500", loading=_once("1000")), supplement=extra)
    assert row_words(full) == (
        "creatinine clearance [0, 15]: first testicillin 1 g, once; then testicillin 500 mg every 8 hours and "
        "testicillin 250 mg after each session (source text read)"
    )


def test_the_limits_and_conditions_of_a_row_stand_in_its_one_sentence() -> None:
    most = Note("At most 8 g a day.", NoteKind.MAXIMUM)
    own = (Note("A remark."), Note("Give it after the session. Not before.", NoteKind.CONDITION))
    load = replace(_once("1000"), noted=(Note("For some.", NoteKind.CONDITION),))
    full: Row = replace(row("[0, 15]", mg="500", loading=load), noted=own)
    assert row_words(full, (most,)) == (
        "creatinine clearance [0, 15]: first testicillin 1 g, once (for some); then testicillin 500 mg every 8 hours; "
        "give it after the session; Not before; at most 8 g a day (source text read)"
    )
    assert row_words(full).endswith("; Not before (source text read)")


def test_the_most_in_a_day_stands_beside_a_dose_and_beside_no_refusal() -> None:
    said = (Note("Watch."), Note("At most 8 g a day.", NoteKind.MAXIMUM), Note("Only so.", NoteKind.CONDITION))
    rows = basis(row("(50, )"), row("[0, 50]", refusal=Refusal("the label prints none", "ask")))
    dosed, refused = row_lines(replace(rows, noted=said))
    assert dosed == "creatinine clearance (50, ): testicillin 1 g every 8 hours; at most 8 g a day (source text read)"
    assert refused == "creatinine clearance [0, 50]: the label prints none (source text read)"
    assert replace(rows, noted=said).maxima == said[1:2]


def test_a_row_without_a_dose_says_why() -> None:
    refusing = row("[0, 10)", refusal=Refusal("the label prints none", "ask"))
    assert row_words(refusing) == "creatinine clearance [0, 10): the label prints none (source text read)"


def test_the_lines_of_a_basis_are_its_rows_for_adults() -> None:
    adult, child = row("(50, )"), row("(15, 30]", months=(3, 24))
    assert row_lines(basis(child, adult)) == (row_words(adult),)


def test_a_basis_without_rows_for_adults_says_so_or_what_it_lists() -> None:
    only_children = basis(row("(15, 30]", months=(3, 24)))
    assert row_lines(only_children) == ("No rows for adults.",)
    assert row_lines(replace(only_children, listed_unverified="1 g, unread")) == ("1 g, unread",)
