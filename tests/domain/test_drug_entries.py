"""Everything that is held about a drug, entry by entry, each with what it is about."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.domain.drug_entries import Entry, entries
from desktop.domain.drugs import Band, Preparation, PreparationKind, Remark, Row, Situation
from desktop.domain.given import Component, Given, PerKg, Supplement
from desktop.domain.note import Note, NoteKind
from desktop.domain.refusal import Refusal
from tests.domain.builders import SOURCE, amount, basis, drug, given, row

NO_DOSE = Refusal("None is printed.", "Ask.")
CRRT = "continuous renal replacement therapy"


def _entry(made: Row) -> Entry:
    (found,) = (entry for entry in entries(drug(basis(made))) if entry.kind == "dose")
    return found


def _printed(made: Row, printed: str) -> Row:
    band: Band = replace(made.band, printed=printed)
    return replace(made, band=band)


@pytest.mark.parametrize(
    ("made", "printed", "about"),
    [
        (row("(30, 50]"), "31 to 50", "creatinine clearance 31 to 50 mL/min"),
        (row("(30, 50]"), "50 or more", "creatinine clearance 50 or more"),
        (row("(30, 50]"), "normal kidneys", "normal kidneys (creatinine clearance more than 30, up to 50 mL/min)"),
        (row("(50, )"), "usual dose", "usual dose (creatinine clearance more than 50 mL/min)"),
        (row("[0, )"), "any kidneys", "creatinine clearance any kidneys"),
        (row("(30, 50]"), "x5", "creatinine clearance x5 mL/min"),
        (row("(30, 50]"), "5x", "creatinine clearance 5x"),
        (
            row("[0, 15]", also_haemodialysis=True),
            "0 to 15",
            "creatinine clearance 0 to 15 mL/min, also for haemodialysis",
        ),
        (row("[0, 15]", also_crrt=True), "0 to 15", f"creatinine clearance 0 to 15 mL/min, also for {CRRT}"),
        (row("[0, )", when="haemodialysis"), "", "haemodialysis"),
        (row("[0, )", when="haemodialysis"), "after it", "haemodialysis, after it"),
        (row("[0, )", when="haemodialysis"), "haemodialysis", "haemodialysis"),
        (row("[0, )", when="crrt"), "", CRRT),
        (row("[0, )", when="crrt"), "filtration", f"{CRRT}, filtration"),
        (row("[0, 2]", when="effluent"), "up to 2", f"{CRRT}, effluent up to 2 mL/min"),
        (row("[0, 2]", when="effluent"), "2 or less in all", f"{CRRT}, effluent 2 or less in all"),
        (row("(30, 50]", use="urine"), "31 to 50", "urine, creatinine clearance 31 to 50 mL/min"),
        (row("(50, )", months=(3, 24)), "a 51", "children from 3 months to less than 2 years, printed as a 51 mL/min"),
        (
            row("(50, )", months=(0, 25)),
            "a 51",
            "children from 0 months to less than 25 months, printed as a 51 mL/min",
        ),
        (row("(50, )", months=(1, 3)), "a 51", "children from 1 month to less than 3 months, printed as a 51 mL/min"),
        (
            row("(50, )", months=(13, 216)),
            "a 51",
            "children from 13 months to less than 18 years, printed as a 51 mL/min",
        ),
        (
            row("(30, 50]", months=(24, 216)),
            "2 years to less than 18 years, 31 to 50",
            "children from 2 years to less than 18 years, 31 to 50 mL/min",
        ),
        (
            row("[0, 5]", months=(24, 216)),
            "2 years to less than 18 years, less than or equal to 5",
            "children from 2 years to less than 18 years, less than or equal to 5 mL/min",
        ),
        (
            row("(50, )", months=(3, 6)),
            "3 months to less than 6 months",
            "children from 3 months to less than 6 months (read as for more than 50 mL/min)",
        ),
        (
            row("(50, )", months=(24, 216)),
            "6 months to less than 18 years",
            (
                "children from 2 years to less than 18 years, printed as 6 months to less than 18 years"
                " (read as for more than 50 mL/min)"
            ),
        ),
        (
            row("[0, )", months=(3, 6)),
            "all kidneys",
            "children from 3 months to less than 6 months, printed as all kidneys",
        ),
    ],
)
def test_a_row_says_what_it_goes_by(made: Row, printed: str, about: str) -> None:
    assert _entry(_printed(made, printed)).about == about


def test_a_plain_row_has_its_dose_as_its_one_line() -> None:
    plain = _entry(row("(30, 50]", mg="500"))
    assert (plain.lines, plain.remarks) == (("testicillin 500 mg every 8 hours",), ())


def test_the_lines_of_a_row_stand_in_the_order_in_which_they_are_followed() -> None:
    load: Given = replace(given(testicillin="1000"), every_h=())
    extra = Supplement(given(testicillin="250").components, "after each session")
    more: dict[str, Any] = {"supplement": extra, "printed_dose": "0.5 g", "noted": (Note("A note."),)}
    full = replace(row("[0, 15]", mg="500", loading=load, without_dialysis=NO_DOSE), **more)
    assert _entry(full).lines == (
        "First testicillin 1 g, once; then:",
        "testicillin 500 mg every 8 hours",
        "Plus: testicillin 250 mg after each session",
        "Without dialysis: None is printed. Ask.",
    )
    assert _entry(full).remarks == ("Printed as 0.5 g", "A note.")


def test_what_binds_a_dose_is_a_line_of_it_and_the_rest_a_remark() -> None:
    load: Given = replace(
        given(testicillin="1000"), every_h=(), noted=(Note("For some.", NoteKind.CONDITION), Note("Slowly."))
    )
    own = (Note("A note."), Note("After it.", NoteKind.CONDITION), Note("At most 2 g.", NoteKind.CEILING))
    full = _entry(replace(row("[0, 15]", mg="500", loading=load), noted=own))
    assert full.lines == (
        "First testicillin 1 g, once (for some); then:",
        "testicillin 500 mg every 8 hours",
        "After it.",
        "At most 2 g.",
    )
    assert full.remarks == ("A note.", "Loading dose: Slowly.")


def test_a_ceiling_that_a_cap_says_already_is_a_remark_on_the_load() -> None:
    load = Given(
        (Component("testicillin", amount("10"), Decimal(800)),),
        per_kg=PerKg.IDEAL,
        noted=(Note("At most 800 mg, as printed.", NoteKind.CEILING),),
    )
    full = _entry(row("[0, 15]", mg="500", loading=load))
    assert (
        full.lines[0] == "First testicillin 10 mg per kg, by the ideal weight, at most testicillin 800 mg, once; then:"
    )
    assert full.remarks == ("Loading dose: At most 800 mg, as printed.",)


def test_a_row_without_a_dose_has_its_refusal_alone() -> None:
    assert _entry(row("[0, 10)", refusal=NO_DOSE)).lines == ("No dose: None is printed. Ask.",)


def test_entries_come_basis_by_basis_and_then_what_is_said_across_them() -> None:
    lines = tuple(Preparation(kind, kind.value, SOURCE) for kind in (PreparationKind.LINE, PreparationKind.CONTENT))
    prepared = replace(basis(row("(50, )"), refusals={Situation.CHILD: NO_DOSE}), preparation=lines)
    remarks = (Remark("One.", (SOURCE,)), Remark("Two.", (SOURCE,)))
    held = replace(drug(prepared), warnings=remarks, label_differences=remarks[:1])
    assert [(entry.kind, entry.id, entry.lines[0]) for entry in entries(held)] == [
        ("basis", "testicillin/a-label", "Tests."),
        ("dose", "(50, )", "testicillin 1 g every 8 hours"),
        ("refusal", "testicillin/a-label/child", "No dose: None is printed. Ask."),
        ("line", "testicillin/a-label/preparation/1", "line"),
        ("content", "testicillin/a-label/preparation/2", "content"),
        ("warning", "testicillin/warning/1", "One."),
        ("warning", "testicillin/warning/2", "Two."),
        ("difference", "testicillin/difference/1", "One."),
    ]


def test_an_entry_is_made_by_names() -> None:
    assert all(field.kw_only for field in fields(Entry))
