"""Notes to a dose: what paper makes of them, and whose edges are less sure than the dose."""

from dataclasses import replace

import pytest

from desktop.domain.dosing import Dose, doses_for
from desktop.domain.drugs import Row
from desktop.domain.kidney import KidneyFunction, kidney_function
from desktop.domain.note import Note, NoteKind, texts
from desktop.domain.provenance import Verification
from tests.domain.builders import basis, drug, given, patient, row

SHORTER = Note("At most 2 g, as the label prints it.", NoteKind.CEILING, "At most 2 g.")


def test_paper_has_the_short_form_and_the_text_where_there_is_none() -> None:
    assert (SHORTER.on_paper, Note("A note.").on_paper) == ("At most 2 g.", "A note.")
    assert texts((SHORTER, Note("A note."))) == ("At most 2 g, as the label prints it.", "A note.")


@pytest.mark.parametrize(
    ("kind", "binding"),
    [
        (None, False),
        (NoteKind.MAXIMUM, True),
        (NoteKind.CEILING, True),
        (NoteKind.CONDITION, True),
        (NoteKind.SIGN_OFF, False),
        (NoteKind.EDGES, False),
    ],
)
def test_a_limit_and_a_condition_bind_their_dose(kind: NoteKind | None, *, binding: bool) -> None:
    assert Note("A note.", kind).is_binding is binding


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("At most 2 g.", "at most 2 g"),
        ("At most 2.5 g", "at most 2.5 g"),
        ("Give it after. Watch 2.5 mg.", "give it after; Watch 2.5 mg"),
        ("US label: none.", "US label: none"),
        ("A dose.", "A dose"),
        ("2 g at most.", "2 g at most"),
        ("", ""),
    ],
)
def test_a_note_inside_a_sentence_has_no_full_stop_and_no_capital_of_its_own(text: str, clause: str) -> None:
    assert Note(text).clause == clause


def test_a_note_of_a_part_names_the_part_in_both_forms_and_stays_what_it_is() -> None:
    session = replace(SHORTER, on_haemodialysis=True).of("Loading dose")
    assert session.text == "Loading dose: At most 2 g, as the label prints it."
    assert (session.on_paper, session.kind, session.on_haemodialysis) == (
        "Loading dose: At most 2 g.",
        NoteKind.CEILING,
        True,
    )
    assert Note("Once.").of("Loading dose") == Note("Loading dose: Once.")


def test_a_dose_has_the_notes_of_its_row_its_load_and_its_maintenance_in_that_order() -> None:
    def noted(words: str) -> tuple[Note, ...]:
        return (Note(words),)

    load, dose = (
        replace(given(testicillin="2"), noted=noted("Once.")),
        replace(given(testicillin="1"), noted=noted("c")),
    )
    one = replace(row("[0, )", dose=dose, loading=load), noted=noted("a"))
    found = _dose(one, clearance="42")
    assert found.noted == (Note("a"), Note("Loading dose: Once."), Note("c"))
    assert found.notes == ("a", "Loading dose: Once.", "c")


@pytest.mark.parametrize(
    ("edges", "dialysis", "doubtful"),
    [
        (Verification.DERIVED, "", True),
        (Verification.SOURCE_TEXT, "", False),
        (Verification.DERIVED, "haemodialysis", False),
    ],
)
def test_edges_are_doubtful_where_a_clearance_chose_a_row_by_less_sure_ones(
    edges: Verification, dialysis: str, *, doubtful: bool
) -> None:
    one = row("[0, )", also_haemodialysis=True)
    found = _dose(replace(one, band=replace(one.band, verification=edges)), clearance="42", dialysis=dialysis)
    assert found.has_doubtful_edges is doubtful


def _dose(one: Row, *, clearance: str, dialysis: str = "") -> Dose:
    case = patient(clearance=clearance, dialysis=dialysis)
    kidney = kidney_function(case)
    assert isinstance(kidney, KidneyFunction)
    (found,) = doses_for(drug(basis(one)), case, kidney)
    assert isinstance(found, Dose)
    return found


def test_a_note_is_for_everybody_and_of_no_kind_unless_it_says_so() -> None:
    assert Note("Watch.") == Note("Watch.", kind=None, short=None, on_haemodialysis=False)
