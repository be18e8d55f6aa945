"""Whatever is ordinary at a bedside stands on one sheet of A4, or on both sides of one of A5, and nothing is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest

from desktop.content.library import Library
from desktop.domain.case import Assessment, Case, assess
from desktop.domain.case_choices import Infusions, Load, Site, Species
from desktop.domain.dosing import Dose
from desktop.domain.intake import read_patient
from desktop.domain.note import Note, NoteKind
from desktop.domain.patient import Dialysis, Patient, Typed
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.regimen import Phase, Relevance, Severity
from desktop.domain.schedule import plans
from desktop.domain.wording import given_words, loading_words, supplement_line
from desktop.sheets.card_sheet import card_sheet
from desktop.sheets.card_times import Planned
from desktop.sheets.paper import Paper
from desktop.sheets.sheet import Sheet
from tests.sheets.conftest import AT
from tests.sheets.reading import Pdf, bare, body_of

Write = Callable[[Sheet, Paper], Pdf]
PAIR = "ceftazidime-avibactam aztreonam"
# What a guideline prefers for NDM, and every other drug alone.
PREFERRED = (PAIR, "aztreonam-avibactam", "cefiderocol")
ALONE = ("ceftazidime-avibactam", "aztreonam", "colistin", "polymyxin-b")
# Both sides of the edges at 15, 30, 50 and 120 mL/min, which part the rows of these drugs, and both ways of dialysis.
KIDNEYS = {
    "4": Typed(clearance="4"),
    "15": Typed(clearance="15"),
    "16": Typed(clearance="16"),
    "30": Typed(clearance="30"),
    "31": Typed(clearance="31"),
    "50": Typed(clearance="50"),
    "51": Typed(clearance="51"),
    "120": Typed(clearance="120"),
    "haemodialysis": Typed(clearance="10", dialysis="haemodialysis"),
    "continuous": Typed(clearance="10", dialysis="crrt", effluent="2.5"),
    "not steady": Typed(
        age="67",
        sex="female",
        weight="70",
        height="165",
        creatinine="1.9",
        creatinine_unit="mg/dL",
        unstable_creatinine=True,
    ),
}
_MARKS, _ASCENT_AND_DESCENT = "☐⚠▸▲■", 1.3


def case(regimen: str, kidneys: str) -> Case:
    patient = read_patient(KIDNEYS[kidneys])
    assert isinstance(patient, Patient)
    return Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=frozenset(regimen.split()))


def is_owed(note: Note) -> bool:
    """Whether a note stands on every card of its dose: those of edges and of sessions have tests of their own."""
    return (
        note.kind in (NoteKind.MAXIMUM, NoteKind.CEILING, NoteKind.CONDITION, NoteKind.SIGN_OFF)
        and not note.on_haemodialysis
    )


def owed(assessment: Assessment) -> Iterator[str]:
    """Everything that a card of this case must say."""
    for answer in assessment.regimen_answers:
        if isinstance(answer, Dose):
            yield given_words(answer.maintenance)
            yield f'"{answer.row.band.printed}"'
            source = answer.row.source
            yield f"{source.locator or 'place not held'}, {VERIFICATION_WORDS[source.verification]}"
            yield from (note.on_paper for note in (*answer.row.noted, *answer.basis.noted) if is_owed(note))
            if (
                assessment.case.patient.dialysis is Dialysis.NONE
                and answer.row.band.verification is not source.verification
            ):
                yield f"edges {VERIFICATION_WORDS[answer.row.band.verification]}"
            yield from () if answer.loading is None else (loading_words(answer.loading),)
            yield from () if answer.supplement is None else (": ".join(supplement_line(answer.supplement)),)
        else:
            yield f"no dose. {answer.reason} {answer.refusal.remedy}"
        yield answer.basis.short
    for found in assessment.findings:
        if found.severity is not Severity.INFORMATION:
            yield from (found.title, found.action)
    yield from (item.pitfall.check for item in assessment.checklist if item.relevance is not Relevance.SETTLED)
    yield from ("Patient label", "Started at", "Prescribed by", "Checked by")


def assert_read_in_order(printed: Pdf, assessment: Assessment) -> None:
    """The lines to tick are read in the order in which the card has them: phase by phase, down every column."""
    items = [item.pitfall for item in assessment.checklist if item.relevance is not Relevance.SETTLED]
    at = printed.body.index(bare("Doses"))
    for check in (pitfall.check for phase in Phase for pitfall in items if pitfall.phase is phase):
        found = printed.body.find(bare(f"☐ {check}"), at)
        assert found >= 0, f"out of order: {check}"
        at = found


def assert_loads_stand_with_their_doses(printed: Pdf, assessment: Assessment) -> None:
    """No side has a dose whose loading dose is to be found on another side only."""
    loaded = [dose for dose in assessment.regimen_answers if isinstance(dose, Dose) and dose.loading]
    for page in map(bare, printed.pages):
        here = [dose for dose in loaded if bare(given_words(dose.maintenance)) in page]
        loads = {loading_words(dose.loading) for dose in here if dose.loading}
        assert [words for words in loads if bare(words) not in page] == []


def assert_whole(printed: Pdf, assessment: Assessment, library: Library) -> None:
    """Nothing that is owed is missing or out of order, every page is stamped, no letter is below 8 points or cut."""
    assert [words for words in owed(assessment) if bare(words) not in printed.body] == []
    assert_read_in_order(printed, assessment)
    assert_loads_stand_with_their_doses(printed, assessment)
    for number, page in enumerate(printed.pages, 1):
        stamps = ("Not clinically reviewed", f"content {library.sha256[:8]}", "Uncontrolled when printed")
        assert [words for words in stamps if bare(words) not in bare(page)] == []
        assert bare(f"Page {number} of {len(printed.pages)}") in bare(page)
        assert (bare("This is not all") in bare(page)) is (number < len(printed.pages))
    heights = [word.bottom - word.top for page in printed.words for word in page if word.text not in _MARKS]
    assert min(heights) >= 8 * _ASCENT_AND_DESCENT - 0.01
    assert all(page.has_white_edge(5) for page in printed.drawn)


@pytest.mark.hazard("H20")
@pytest.mark.parametrize(
    ("regimen", "kidneys"), [*product(PREFERRED, KIDNEYS), *product(ALONE, ("4", "30", "haemodialysis", "not steady"))]
)
def test_a_regimen_takes_one_page_of_a4_at_every_clearance(
    library: Library, write: Write, regimen: str, kidneys: str
) -> None:
    assessment = assess(case(regimen, kidneys), library.rulebook, None)
    printed = write(card_sheet(library, assessment, AT), Paper.A4)
    assert len(printed.pages) == 1
    assert_whole(printed, assessment, library)


@pytest.mark.parametrize("kidneys", KIDNEYS)
@pytest.mark.parametrize("regimen", PREFERRED)
def test_a_preferred_regimen_takes_both_sides_of_a5_at_most(
    library: Library, write: Write, regimen: str, kidneys: str
) -> None:
    assessment = assess(case(regimen, kidneys), library.rulebook, None)
    printed = write(card_sheet(library, assessment, AT), Paper.A5)
    assert len(printed.pages) <= 2
    assert_whole(printed, assessment, library)


@pytest.mark.parametrize("span_h", [24, 48])
@pytest.mark.parametrize("kidneys", ["4", "30", "50", "51", "haemodialysis"])
def test_times_that_were_chosen_leave_the_pair_on_one_page(
    library: Library, write: Write, kidneys: str, span_h: int
) -> None:
    assessment = assess(case(PAIR, kidneys), library.rulebook, None)
    ways = [plans(answer) for answer in assessment.regimen_answers if isinstance(answer, Dose)]
    drawable = {found[0].dose.drug.slug: found[0] for found in ways if not isinstance(found, str)}
    planned = Planned(plans=tuple(drawable.values()), start_min=8 * 60, span_h=span_h)
    sheet = card_sheet(library, assessment, AT, planned=planned)
    printed = write(sheet, Paper.A4)
    assert "timeline" in sheet.drawings
    assert bare("08:00 to") in printed.body
    assert len(printed.pages) == 1
    assert_whole(printed, assessment, library)


EVERYTHING = Case(
    enzymes=frozenset({"ndm"}),
    species=Species.ESCHERICHIA,
    site=Site.ABDOMEN,
    allergies=frozenset({"none"}),
    infusions=Infusions.TOGETHER,
    load=Load.GIVEN,
)
FINDINGS = Case(
    enzymes=frozenset({"ndm", "kpc"}),
    species=Species.ESCHERICHIA,
    site=Site.URINE,
    allergies=frozenset({"ceftazidime", "severe-beta-lactam"}),
    infusions=Infusions.STAGGERED,
    load=Load.OMITTED,
)
FIGURES = Typed(age="67", sex="female", weight="70", height="165", creatinine="0.7", creatinine_unit="mg/dL")
PATIENTS = {
    "normal": FIGURES,
    "40 mL/min": replace(FIGURES, creatinine="1.35"),
    "28 mL/min": replace(FIGURES, creatinine="1.9"),
    "haemodialysis": replace(FIGURES, creatinine="", dialysis="haemodialysis"),
    "continuous": replace(FIGURES, creatinine="", dialysis="crrt", effluent="2.5"),
}


def typed_case(regimen: str, patient: str, said: Case) -> Case:
    read = read_patient(PATIENTS[patient])
    assert isinstance(read, Patient)
    return replace(said, patient=read, drugs=frozenset(regimen.split()))


def lines_with_boxes(printed: Pdf) -> list[str]:
    return [line for page in printed.pages for line in page.splitlines() if "☐" in line]


@pytest.mark.hazard("H20")
@pytest.mark.parametrize(
    ("regimen", "said"),
    [
        (PAIR, EVERYTHING),
        (PAIR, FINDINGS),
        (f"{PAIR} polymyxin-b", EVERYTHING),
        (f"{PAIR} polymyxin-b", Case(enzymes=frozenset({"ndm"}))),
    ],
    ids=["everything typed", "many findings", "polymyxin B, everything typed", "polymyxin B"],
)
@pytest.mark.parametrize("patient", PATIENTS)
def test_the_pair_takes_one_page_with_polymyxin_b_and_with_everything_typed(
    library: Library, write: Write, regimen: str, said: Case, patient: str
) -> None:
    assessment = assess(typed_case(regimen, patient, said), library.rulebook, None)
    printed = write(card_sheet(library, assessment, AT), Paper.A4)
    assert len(printed.pages) == 1
    assert_whole(printed, assessment, library)


def test_lines_to_tick_run_on_only_where_that_saves_a_page(library: Library, write: Write) -> None:
    alone = assess(case(PAIR, "haemodialysis"), library.rulebook, None)
    lines = lines_with_boxes(write(card_sheet(library, alone, AT), Paper.A4))
    assert len(lines) > 20
    assert all(line.startswith("☐") and line.count("☐") == 1 for line in lines)
    more = assess(case(f"{PAIR} polymyxin-b", "haemodialysis"), library.rulebook, None)
    printed = write(card_sheet(library, more, AT), Paper.A4)
    assert any(line.index("☐") for line in lines_with_boxes(printed))
    assert len(printed.pages) == 1


@pytest.mark.hazard("H20")
def test_a_load_that_is_said_once_is_said_again_where_its_doses_go_on_on_another_side(
    library: Library, write: Write
) -> None:
    assessment = assess(case(f"{PAIR} polymyxin-b", "15"), library.rulebook, None)
    printed = write(card_sheet(library, assessment, AT), Paper.A5)
    said = [bare("First: aztreonam 1 to 2 g, once; then:") in bare(page) for page in printed.pages]
    assert said.count(True) == 2
    again = body_of(printed.pages[1])
    assert again.startswith("aztreonamofeach:")
    assert_whole(printed, assessment, library)
