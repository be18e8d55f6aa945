"""What a phone reads from the code of a card: no dose without what changes it, and what is left out by its name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product

import pytest

from desktop.content.library import Library
from desktop.domain.case import Assessment, Case, assess
from desktop.domain.case_choices import drug_words
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.intake import read_patient
from desktop.domain.note import NoteKind
from desktop.domain.patient import Patient, Typed
from desktop.domain.wording import given_words, loading_words, supplement_line
from desktop.sheets.card_sheet import card_sheet, qr_parts
from desktop.sheets.paper import Paper
from desktop.sheets.sheet import Sheet
from tests.sheets.conftest import AT
from tests.sheets.reading import Pdf, bare
from tests.sheets.scanning import scanned

Write = Callable[[Sheet, Paper], Pdf]
PAIR = "ceftazidime-avibactam aztreonam"
REGIMENS = (PAIR, "aztreonam-avibactam", "cefiderocol")
CHECKS = "lines to check from 48 hours on"
ADULT = Typed(age="67", sex="female", weight="70", height="165", creatinine_unit="mg/dL")
PATIENTS = {
    "normal": replace(ADULT, creatinine="0.7"),
    "28 mL/min": replace(ADULT, creatinine="1.9"),
    "haemodialysis": replace(ADULT, dialysis="haemodialysis"),
    "continuous": replace(ADULT, dialysis="crrt", effluent="2.5"),
    "child": Typed(age="5", weight="18", height="108", creatinine="0.4", creatinine_unit="mg/dL"),
}


def assessed(library: Library, regimen: str, typed: Typed) -> Assessment:
    patient = read_patient(typed)
    assert isinstance(patient, Patient)
    drugs = frozenset(regimen.split())
    return assess(Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=drugs), library.rulebook, None)


def text_of(library: Library, assessment: Assessment, left_out: Sequence[str] = ()) -> str:
    return str(card_sheet(library, assessment, AT, left_out=frozenset(left_out)).values["qr_text"])


def belongs(dose: Dose) -> Iterator[str]:
    """All that a dose must not be read without."""
    yield given_words(dose.maintenance)
    yield from () if dose.loading is None else (loading_words(dose.loading),)
    yield from () if dose.supplement is None else (": ".join(supplement_line(dose.supplement)),)
    yield from dose.remarks
    for note in (*dose.noted, *dose.basis.noted):
        if note.kind is not None and (note.kind is not NoteKind.EDGES or dose.has_doubtful_edges):
            yield note.on_paper


def owed(assessment: Assessment) -> Iterator[str]:
    """Every dose of the regimen with what belongs to it, and who gives none."""
    on_haemodialysis = assessment.case.patient.dialysis == "haemodialysis"
    for answer in assessment.regimen_answers:
        if isinstance(answer, Dose):
            others = {} if on_haemodialysis else {note.on_paper for note in answer.noted if note.on_haemodialysis}
            yield from (words for words in belongs(answer) if words not in others)
        yield answer.basis.short


@pytest.mark.hazard("H20")
@pytest.mark.parametrize(("regimen", "patient"), [*product(REGIMENS, PATIENTS)])
def test_a_phone_reads_every_dose_with_what_changes_it(
    library: Library, write: Write, regimen: str, patient: str
) -> None:
    assessment = assessed(library, regimen, PATIENTS[patient])
    sheet = card_sheet(library, assessment, AT)
    is_too_long = (regimen, patient) == (PAIR, "haemodialysis")
    assert ("qr" not in sheet.drawings) is is_too_long
    if is_too_long:
        assert bare("it is not cut. Leave out a part.") in write(sheet, Paper.A4).body
        sheet = card_sheet(library, assessment, AT, left_out=frozenset({CHECKS}))
    (text,) = scanned(write(sheet, Paper.A4).path, 300)
    assert text == sheet.values["qr_text"]
    assert (f"LEFT OUT HERE, SEE THE CARD: {CHECKS}" in text) is is_too_long
    assert [words for words in owed(assessment) if words not in text] == []


@pytest.mark.parametrize(
    ("regimen", "typed", "words"),
    [
        ("colistin", Typed(dialysis="haemodialysis"), "The loading dose goes by a body weight that is not known"),
        ("colistin", Typed(clearance="90"), "This passes the 9 million units (300 mg of base) a day of the EU label."),
        (
            "colistin",
            Typed(clearance="25"),
            "Loading dose: For the critically ill, in kidney failure and dialysis too.",
        ),
        ("aztreonam", Typed(clearance="60"), "Of each dose of the US label: At most 8 g a day."),
        (
            "aztreonam",
            Typed(clearance="9"),
            "  After a load of 0.5 g give 125 mg, after 1 g 250 mg.",
        ),
        ("aztreonam", Typed(clearance="60"), "Only with ceftazidime-avibactam, started at the same time."),
        (
            "aztreonam-avibactam",
            Typed(dialysis="haemodialysis"),
            "Not a dose for continuous renal replacement therapy.",
        ),
        ("cefiderocol", Typed(clearance="60"), "IDSA 2026: Read in summaries: a clinician must check it before use."),
        ("ceftazidime-avibactam", Typed(age_months="4", weight="6.5"), "The kidney function was not given"),
    ],
)
def test_a_ceiling_a_condition_and_a_load_that_is_withheld_go_with_their_dose(
    library: Library, regimen: str, typed: Typed, words: str
) -> None:
    assessment = assessed(library, regimen, typed)
    part = f"doses of {drug_words(regimen)}"
    others = [one for one in qr_parts(assessment) if one != part]
    assert words in text_of(library, assessment, others)
    without = text_of(library, assessment, [part])
    assert words not in without
    assert f"LEFT OUT HERE, SEE THE CARD: {part}" in without


def test_a_phone_is_told_who_gives_no_dose_and_where_the_reasons_are(library: Library) -> None:
    text = text_of(library, assessed(library, PAIR, Typed(clearance="25")))
    assert "- No dose, see the card: EU label; IDSA 2026" in text
    on_continuous = assessed(library, PAIR, Typed(dialysis="crrt"))
    assert all(isinstance(answer, Withheld) for answer in on_continuous.regimen_answers)
    assert text_of(library, on_continuous).count("- No dose, see the card: US label") == 2
    unknown = assessed(library, "meropenem", Typed(clearance="25"))
    assert "- No dose of it is given here." in text_of(library, unknown)


def test_what_several_doses_share_is_said_once_above_them(library: Library) -> None:
    text = text_of(library, assessed(library, "aztreonam", Typed(clearance="25")))
    assert text.count("At most 8 g a day.") == 1
    assert (
        "AZTREONAM\nOf each dose below: At most 8 g a day.\nFirst: aztreonam 1 to 2 g, once; then:\n- US label" in text
    )
    assert text.count("First: aztreonam") == 1
