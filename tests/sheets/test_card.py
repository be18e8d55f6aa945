"""The bedside card: one page that holds the regimen, its doses, what is to be done, and nobody's name."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeGuard

import pytest

from desktop.content.library import Library
from desktop.domain.case import Case, assess
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.intake import read_patient
from desktop.domain.patient import Patient, Typed
from desktop.domain.regimen import Relevance, Severity
from desktop.domain.schedule import plans
from desktop.sheets.card_sheet import card_sheet, qr_parts
from desktop.sheets.card_times import Planned
from desktop.sheets.card_values import CardPage, Progress
from desktop.sheets.paper import Paper
from desktop.sheets.qr import MOST_BYTES, TooLong, qr_drawing
from desktop.sheets.sheet import Sheet
from tests.sheets.conftest import AT
from tests.sheets.reading import Pdf, bare
from tests.sheets.scanning import scanned

Write = Callable[[Sheet, Paper], Pdf]
PAIR = frozenset({"ceftazidime-avibactam", "aztreonam"})
# Marks of the second typeface, and how far letters of the first reach above and below their line.
_MARKS, _ASCENT_AND_DESCENT = "☐⚠▸▲", 1.3
FIGURES = Typed(age="67", sex="female", weight="70", height="165", creatinine="1.9", creatinine_unit="mg/dL")


def case(drugs: frozenset[str] = PAIR) -> Case:
    patient = read_patient(FIGURES)
    assert isinstance(patient, Patient)
    return Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=drugs)


def pair_at_a_normal_clearance(library: Library) -> Sheet:
    """The card of the pair with every part: doses, its times as IDSA 2026 runs it, all lines to tick, the code."""
    patient = read_patient(replace(FIGURES, creatinine="0.7"))
    assert isinstance(patient, Patient)
    one = Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=PAIR)
    found = [plans(dose) for dose in assess(one, library.rulebook, None).answers if _is_idsa(dose)]
    chosen = tuple(ways[0] for ways in found if not isinstance(ways, str))
    assert len(chosen) == 2
    return card(library, one, Planned(plans=chosen, start_min=8 * 60))


def _is_idsa(answer: Dose | Withheld) -> TypeGuard[Dose]:
    return isinstance(answer, Dose) and answer.basis.short == "IDSA 2026" and answer.drug.slug in PAIR


def card(library: Library, one: Case, planned: Planned | None = None, left_out: frozenset[str] = frozenset()) -> Sheet:
    return card_sheet(library, assess(one, library.rulebook, None), AT, planned=planned, left_out=left_out)


@pytest.fixture(scope="module")
def printed(library: Library, write: Write) -> Pdf:
    return write(card(library, case()), Paper.A4)


@pytest.fixture(scope="module", params=list(Paper))
def whole(request: pytest.FixtureRequest, library: Library, write: Write) -> Pdf:
    return write(pair_at_a_normal_clearance(library), request.param)


def test_the_pair_with_its_times_takes_one_page_of_a4_or_both_sides_of_a5(library: Library, write: Write) -> None:
    sheet = pair_at_a_normal_clearance(library)
    assert {paper: len(write(sheet, paper).pages) for paper in Paper} == {Paper.A4: 1, Paper.A5: 2}
    assert "timeline" in sheet.drawings
    assert "qr" in sheet.drawings


def test_nothing_on_the_card_is_smaller_than_8_points(whole: Pdf) -> None:
    heights = [word.bottom - word.top for page in whole.words for word in page if word.text not in _MARKS]
    assert len(heights) > 400
    assert min(heights) >= 8 * _ASCENT_AND_DESCENT - 0.01


def test_every_part_of_the_pair_is_on_the_card(whole: Pdf, library: Library) -> None:
    wanted = [
        "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total) every 8 hours, over 3 hours",
        "aztreonam 2 g every 8 hours, over 3 hours",
        "08:00 to 11:00; 16:00 to 19:00; day 2, 00:00 to 03:00",
        *("At 48 to 72 hours", "Started at", "Patient label", "Prescribed by", "Checked by"),
    ]
    assert [words for words in wanted if bare(words) not in whole.body] == []


def test_a_page_that_is_not_the_last_says_that_the_card_goes_on(whole: Pdf) -> None:
    count = len(whole.pages)
    for number, page in enumerate(whole.pages, 1):
        on = bare(f"the bedside card goes on, on page {number + 1} of {count}") in bare(page)
        assert on is (number < count)


def test_no_word_of_a_card_stands_in_the_foot_or_beside_the_number_of_the_page(whole: Pdf) -> None:
    for page, words in zip(whole.pages, whole.words, strict=True):
        foot = next(word.top for word in words if word.text == "Edition")
        at = [word.text for word in words].index("Edition")
        assert max(word.bottom for word in words[:at]) <= foot, page


@pytest.mark.hazard("H20")
def test_the_card_of_the_pair_has_every_dose_finding_and_open_line(printed: Pdf, library: Library) -> None:
    assessment = assess(case(), library.rulebook, None)
    wanted = [
        "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 12 hours, over 2 hours",
        "Creatinine clearance 28.2 mL/min",
        *(found.title for found in assessment.findings if found.severity is not Severity.INFORMATION),
        *(item.pitfall.check for item in assessment.checklist if item.relevance is not Relevance.SETTLED),
    ]
    assert len(wanted) > 20
    assert [words for words in wanted if bare(words) not in printed.body] == []


def test_the_card_says_what_it_is_and_is_cut_nowhere(printed: Pdf) -> None:
    assert printed.drawn[0].has_white_edge(8)
    assert "Title:Bedsidecard" in bare(printed.about)
    assert bare("Uncontrolled when printed") in bare(printed.pages[0])


@pytest.mark.parametrize("dots_per_inch", [150, 300])
def test_a_phone_reads_the_text_of_the_card_from_the_printed_code(
    library: Library, write: Write, dots_per_inch: int
) -> None:
    sheet = card(library, case())
    (text,) = scanned(write(sheet, Paper.A4).path, dots_per_inch)
    assert text == sheet.values["qr_text"]
    assert f"content {library.sha256[:8]}" in text
    assert "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total)" in text


@pytest.mark.hazard("H21")
def test_the_code_carries_nothing_of_the_patient_but_the_clearance(library: Library) -> None:
    text = str(card(library, case()).values["qr_text"])
    assert "Creatinine clearance 28.2 mL/min (Cockcroft-Gault, adjusted weight)" in text
    assert not any(words in text for words in ("67 years", "female", "70 kg", "165 cm", "1.9 mg/dL"))


def test_a_text_that_does_not_fit_is_refused_and_not_cut() -> None:
    assert not isinstance(qr_drawing("x" * MOST_BYTES, 200), TooLong)
    refused = qr_drawing("x" * (MOST_BYTES - 1) + "é", 200)
    assert isinstance(refused, TooLong)
    assert refused.bytes_over == 1
    assert "not cut" in refused.words


@pytest.mark.hazard("H21")
@pytest.mark.parametrize("slug", ["cefiderocol", "aztreonam-avibactam"])
def test_paper_says_when_a_dose_is_given_around_dialysis(library: Library, write: Write, slug: str) -> None:
    patient = read_patient(Typed(dialysis="haemodialysis"))
    assert isinstance(patient, Patient)
    sheet = card(library, Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=frozenset({slug})))
    page = sheet.values["page"]
    assert isinstance(page, CardPage)
    said = [note for drug in page.drugs for dose in drug.doses for note in dose.around_dialysis]
    assert said
    body = write(sheet, Paper.A4).body
    assert [note for note in said if bare(note) not in body] == []
    assert [note for note in said if bare(note) not in bare(str(sheet.values["qr_text"]))] == []


def test_a_phone_is_told_of_dialysis_and_of_values_that_were_confirmed(library: Library) -> None:
    typed = replace(FIGURES, age="20", weight="85", creatinine="0.4", height="", dialysis="haemodialysis")
    patient = read_patient(typed)
    assert isinstance(patient, Patient)
    text = str(card(library, Case(patient=patient, drugs=PAIR)).values["qr_text"])
    assert "Haemodialysis" in text
    assert "is implausible" in text
    assert "Unusual values were confirmed: see the card" in text
    assert "85 kg" not in text


def test_a_card_whose_text_does_not_fit_says_so_in_place_of_the_code(library: Library, write: Write) -> None:
    every = frozenset(drug.slug for drug in library.rulebook.drugs)
    sheet = card(library, case(drugs=every))
    assert "qr" not in sheet.drawings
    assert bare("too long for one, and it is not cut") in write(sheet, Paper.A4).body


def test_any_code_can_be_made_to_fit_and_names_what_was_left_out(library: Library, write: Write) -> None:
    one = case(drugs=frozenset(drug.slug for drug in library.rulebook.drugs))
    parts = qr_parts(assess(one, library.rulebook, None))
    assert parts[:3] == ("findings", "doses of ceftazidime-avibactam", "doses of aztreonam")
    assert parts[-1] == "lines to check from 48 hours on"
    fits = card(library, one, left_out=frozenset(parts[3:]))
    (text,) = scanned(write(fits, Paper.A5).path, 300)
    assert f"LEFT OUT HERE, SEE THE CARD: {', '.join(parts[3:])}" in text
    assert "CAUTION: " in text
    assert "CEFTAZIDIME-AVIBACTAM\n- US label" in text
    assert "CEFIDEROCOL\n" not in text
    assert bare(f"for any phone, without {', '.join(parts[3:])}") in write(fits, Paper.A4).body
    for kept in parts:
        assert "qr" in card(library, one, left_out=frozenset(parts) - {kept}).drawings, kept


def test_a_code_that_leaves_nothing_out_says_so_by_naming_nothing(library: Library) -> None:
    assert "LEFT OUT" not in str(card(library, case()).values["qr_text"])
    unknown = card(library, case(), left_out=frozenset({"something else"}))
    assert "LEFT OUT" not in str(unknown.values["qr_text"])


@pytest.mark.parametrize("paper", list(Paper))
def test_a_card_that_needs_more_pages_takes_them_and_loses_nothing(
    library: Library, write: Write, paper: Paper
) -> None:
    every = frozenset(drug.slug for drug in library.rulebook.drugs)
    printed = write(card(library, case(drugs=every)), paper)
    assert len(printed.pages) > 1
    assert all(page.has_white_edge(5) for page in printed.drawn)
    for words in printed.words:
        at = [word.text for word in words].index("Edition")
        assert max(word.bottom for word in words[:at]) <= words[at].top
    assessment = assess(case(drugs=every), library.rulebook, None)
    lines = [item.pitfall.check for item in assessment.checklist if item.relevance is not Relevance.SETTLED]
    assert [words for words in lines if bare(words) not in printed.body] == []


def test_what_was_ticked_or_excused_is_not_open_and_the_second_check_is_stamped(library: Library) -> None:
    items = [i for i in assess(case(), library.rulebook, None).checklist if i.relevance is not Relevance.SETTLED]
    ticked, excused = items[0].pitfall, items[1].pitfall
    progress = Progress(
        ticked=frozenset({ticked.id}), not_applicable={excused.id: "on the ward"}, second_check="Second check agreed"
    )
    assessment = assess(case(), library.rulebook, None)
    text = " ".join(card_sheet(library, assessment, AT, progress=progress).text().split())
    assert f"[ ] {ticked.check}" not in text
    assert f"[ ] {excused.check}" not in text
    assert f"{excused.check} (not applicable: on the ward)" in text
    assert "Second check agreed" in text
    assert f"[ ] {items[2].pitfall.check}" in text


def test_the_times_of_what_was_chosen_are_drawn_and_written(library: Library, write: Write) -> None:
    assessment = assess(case(), library.rulebook, None)
    first = next(answer for answer in assessment.answers if isinstance(answer, Dose))
    found = plans(first)
    assert not isinstance(found, str)
    sheet = card(library, case(), planned=Planned(plans=found[:1], start_min=8 * 60))
    assert "timeline" in sheet.drawings
    assert bare("08:00 to 10:00; 20:00 to 22:00") in write(sheet, Paper.A4).body


def test_times_that_drugs_share_are_written_once_and_name_them_all(library: Library) -> None:
    words = " ".join(pair_at_a_normal_clearance(library).text().split())
    at = "08:00 to 11:00; 16:00 to 19:00; day 2, 00:00 to 03:00"
    assert words.count(at) == 1
    assert f"ceftazidime-avibactam and aztreonam, IDSA 2026, every 8 hours: {at}" in words


def test_sources_of_drugs_that_share_their_times_are_named_each_with_its_drug(library: Library) -> None:
    patient = read_patient(Typed(clearance="60"))
    assert isinstance(patient, Patient)
    one = Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=frozenset({"cefiderocol", "ceftazidime-avibactam"}))
    wanted = {("cefiderocol", "US label"), ("ceftazidime-avibactam", "IDSA 2026")}
    doses = (answer for answer in assess(one, library.rulebook, None).answers if isinstance(answer, Dose))
    found = [plans(dose) for dose in doses if (dose.drug.slug, dose.basis.short) in wanted]
    chosen = tuple(ways[0] for ways in found if not isinstance(ways, str))
    words = " ".join(card(library, one, Planned(plans=chosen, start_min=0)).text().split())
    first, second = "ceftazidime-avibactam, IDSA 2026, every 8 hours", "cefiderocol, US label, every 8 hours"
    assert f"{first}; {second}: 00:00 to 03:00" in words


def test_a_regimen_that_leaves_no_choice_is_drawn_in_hours(library: Library) -> None:
    sheet = card(library, case(drugs=frozenset({"ceftazidime-avibactam"})))
    assert "hour 0 to hour 2; hour 12 to hour 14" in " ".join(sheet.text().split())


def said_of_times(library: Library, typed: Typed, drugs: frozenset[str]) -> str:
    """What the card says of the times where it draws none."""
    patient = read_patient(typed)
    assert isinstance(patient, Patient)
    sheet = card(library, Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=drugs))
    assert "timeline" not in sheet.drawings
    return " ".join(sheet.text().split())


def test_a_card_without_times_says_why_and_what_is_to_be_chosen(library: Library) -> None:
    choose = "Choose one way; the window draws it under Timeline, or write its times here."
    words = said_of_times(library, Typed(clearance="25"), PAIR)
    open_ = "the sources leave open dose, loading dose, interval (6, 8 or 12 hours), infusion time of aztreonam. "
    assert open_ + choose in words
    on_dialysis = said_of_times(library, Typed(clearance="10", dialysis="haemodialysis"), PAIR)
    assert "loading dose, interval (6, 8 or 12 hours), infusion time of aztreonam; interval (24 or 48" in on_dialysis
    colistin = said_of_times(library, Typed(clearance="4"), frozenset({"colistin"}))
    assert "leave open division of the day, infusion time of colistin" in colistin
    above_50 = said_of_times(library, Typed(clearance="60"), frozenset({"aztreonam"}))
    assert "leave open dose, interval (6, 8 or 12 hours), infusion time of aztreonam" in above_50
    normal = said_of_times(library, Typed(clearance="100"), frozenset({"ceftazidime-avibactam"}))
    assert "leave open infusion time of ceftazidime-avibactam. " + choose in normal


def test_a_card_without_a_dose_asks_to_settle_it_before_the_times(library: Library) -> None:
    words = said_of_times(library, Typed(clearance="10", dialysis="crrt", effluent="2.5"), PAIR)
    assert (
        "no dose of aztreonam and ceftazidime-avibactam is shown here. The reasons stand under Doses. Settle" in words
    )


def test_a_dose_that_only_the_program_keeps_back_is_not_put_down_to_its_source(library: Library) -> None:
    words = said_of_times(library, Typed(clearance="60"), frozenset({"polymyxin-b"}))
    why = "Of polymyxin B: The dose goes by body weight, and no weight is known. Settle the dose, then write the times."
    assert f"no dose of polymyxin B is shown here. {why}" in words


@pytest.mark.hazard("H20")
def test_every_dose_of_the_text_stands_below_its_source(library: Library) -> None:
    text = card(library, case()).text()
    assert "  US label; EU label:\n    * ceftazidime 750 mg and avibactam 187.5 mg" in text
    assert "  US label, urinary tract infection:\n    * First: aztreonam 1 to 2 g, once; then:" in text


def test_notes_of_rows_stand_in_the_text_and_are_counted_on_paper(library: Library, write: Write) -> None:
    patient = read_patient(Typed(clearance="10", dialysis="haemodialysis"))
    assert isinstance(patient, Patient)
    sheet = card(library, Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=PAIR))
    text = " ".join(sheet.text().split())
    assert "Note: On haemodialysis days give the dose after the session" in text
    assert "Note: Keep the pairs: after a load of 0.5 g give 125 mg each time (supplement 62.5 mg)" in text
    page = sheet.values["page"]
    assert isinstance(page, CardPage)
    assert page.notes > 10
    assert bare(f"Notes to these rows that stand on screen only: {page.notes}") in write(sheet, Paper.A4).body


MARKED = [
    ("colistin", Typed(clearance="90"), "This passes the 9 million units (300 mg of base) a day of the EU label."),
    ("colistin", Typed(clearance="90"), "Loading dose: For the critically ill, in kidney failure and dialysis too."),
    (
        "colistin",
        Typed(dialysis="crrt"),
        "Above the 9 million units of the EU label; below 88 kg also above the US ceiling (derived).",
    ),
    ("polymyxin-b", FIGURES, "No cap is printed; little experience above 2 million units in one dose."),
    ("aztreonam", Typed(clearance="60"), "At most 8 g a day."),
    (
        "aztreonam",
        Typed(clearance="9"),
        "After a load of 0.5 g give 125 mg, after 1 g 250 mg.",
    ),
    ("ceftazidime-avibactam", FIGURES, "edges derived: they await a pharmacist's signature."),
    ("aztreonam", Typed(clearance="9"), "After a load of 1 g give 250 mg, after 2 g 500 mg."),
    (
        "aztreonam-avibactam",
        FIGURES,
        "Do not skip the load in kidney failure; first maintenance dose one interval after its start.",
    ),
    ("cefiderocol", Typed(clearance="60"), "Read in summaries: a clinician must check it before use."),
]


@pytest.mark.hazard("H20")
@pytest.mark.parametrize(("slug", "typed", "words"), MARKED)
def test_a_note_that_changes_what_is_done_stands_on_paper(
    library: Library, write: Write, slug: str, typed: Typed, words: str
) -> None:
    patient = read_patient(typed)
    assert isinstance(patient, Patient)
    sheet = card(library, Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=frozenset({slug})))
    assert bare(words) in write(sheet, Paper.A4).body


@pytest.mark.hazard("H20")
def test_a_dose_says_that_it_is_off_label_and_that_its_edges_are_derived(library: Library, write: Write) -> None:
    patient = read_patient(Typed(clearance="100"))
    assert isinstance(patient, Patient)
    sheet = card(library, Case(patient=patient, drugs=PAIR))
    text = " ".join(sheet.text().split())
    assert text.count("IDSA 2026, off-label: * ") == 2
    assert "label, off-label" not in text
    assert bare("IDSA 2026, off-label") in write(sheet, Paper.A4).body
    near = read_patient(Typed(clearance="45"))
    assert isinstance(near, Patient)
    text = " ".join(card(library, Case(patient=near, drugs=frozenset({"ceftazidime-avibactam"}))).text().split())
    assert "Note: edges derived: The label prints whole-number bands." in text


def test_edges_that_chose_no_row_are_not_called_derived(library: Library) -> None:
    patient = read_patient(Typed(dialysis="haemodialysis"))
    assert isinstance(patient, Patient)
    text = card(library, Case(patient=patient, drugs=PAIR)).text()
    assert "edges" not in text
    assert "signature" not in text


def test_what_only_one_of_several_sources_says_names_it(library: Library) -> None:
    # At 88 mL/min all three give cefiderocol alike; only the EU label has an edge at 90.
    patient = read_patient(Typed(clearance="88"))
    assert isinstance(patient, Patient)
    text = " ".join(card(library, Case(patient=patient, drugs=frozenset({"cefiderocol"}))).text().split())
    assert "US label; EU label; IDSA 2026, off-label: * cefiderocol 2 g every 8 hours" in text
    assert text.count("Close to the edge at 90 mL/min") == 1
    assert "EU label: Close to the edge at 90 mL/min" in text


def test_an_edge_that_is_printed_per_body_surface_says_so_beside_the_figure(library: Library) -> None:
    patient = read_patient(Typed(clearance="29"))
    assert isinstance(patient, Patient)
    text = " ".join(card(library, Case(patient=patient, drugs=frozenset({"aztreonam"}))).text().split())
    assert "Close to the edge at 30 mL/min per 1.73 m2" in text
    assert "Close to the edge at 30 mL/min:" not in text


def test_a_refusal_at_an_edge_that_is_borrowed_says_from_where(library: Library) -> None:
    patient = read_patient(Typed(clearance="60"))
    assert isinstance(patient, Patient)
    text = " ".join(card(library, Case(patient=patient, drugs=frozenset({"polymyxin-b"}))).text().split())
    assert "below 80 mL/min, an edge borrowed from the US label of colistimethate (derived)." in text


@pytest.mark.parametrize("slug", ["ceftazidime-avibactam", "aztreonam", "aztreonam-avibactam", "cefiderocol"])
def test_a_note_for_somebody_on_haemodialysis_is_for_nobody_else(library: Library, slug: str) -> None:
    said = {}
    for dialysis in ("", "haemodialysis"):
        patient = read_patient(Typed(clearance="4", dialysis=dialysis))
        assert isinstance(patient, Patient)
        text = " ".join(card(library, Case(patient=patient, drugs=frozenset({slug}))).text().split())
        said[dialysis] = "Note: On haemodialysis" in text or ": On haemodialysis" in text
    assert said == {"": False, "haemodialysis": True}


def test_what_the_doses_of_one_source_share_is_said_once_for_it(library: Library) -> None:
    text = " ".join(pair_at_a_normal_clearance(library).text().split())
    assert text.count('Row "usual adult dose"') == 1
    assert (
        'Of each dose of the US label: Row "usual adult dose", place not held, source text read, edges derived' in text
    )


def test_what_belongs_to_every_dose_of_a_drug_is_said_once(library: Library, write: Write) -> None:
    sheet = card(library, case())
    printed = write(sheet, Paper.A4).body
    assert printed.count(bare('Row "between 10 and 30"')) == 1
    assert printed.count(bare("First: aztreonam 1 to 2 g, once; then:")) == 1
    assert sheet.text().count("First: aztreonam 1 to 2 g, once; then:") == 3


@pytest.mark.hazard("H20")
@pytest.mark.parametrize(
    ("typed", "is_dosed"),
    [
        (Typed(clearance="4"), False),
        (Typed(clearance="50"), False),
        (Typed(clearance="50.1"), True),
        (Typed(clearance="120"), True),
        (Typed(clearance="60", dialysis="haemodialysis"), False),
        (Typed(dialysis="crrt", effluent="2.5"), False),
        (Typed(age="5", weight="18", height="108", creatinine="0.4", creatinine_unit="mg/dL"), False),
        (replace(FIGURES, creatinine="0.7"), True),
    ],
)
def test_both_infusions_together_are_a_line_to_tick_only_where_a_source_doses_the_pair(
    library: Library, typed: Typed, *, is_dosed: bool
) -> None:
    patient = read_patient(typed)
    assert isinstance(patient, Patient)
    one = Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=PAIR)
    doses = [answer for answer in assess(one, library.rulebook, None).regimen_answers if _is_idsa(answer)]
    assert len(doses) == (2 if is_dosed else 0)
    words = " ".join(card(library, one).text().split())
    assert ("[ ] Where a source doses the pair, both start together" in words) is is_dosed


def test_of_an_unknown_clearance_the_line_about_the_pair_stays_open(library: Library) -> None:
    words = " ".join(card(library, Case(drugs=PAIR)).text().split())
    assert "[ ] Where a source doses the pair, both start together" in words


@pytest.mark.parametrize("one", [Case(), Case(drugs=frozenset({"meropenem"}), enzymes=frozenset({"ndm"}))])
def test_a_case_of_which_little_was_said_still_makes_a_card_that_says_so(
    library: Library, write: Write, one: Case
) -> None:
    printed = write(card(library, one), Paper.A5)
    assert bare("Uncontrolled when printed") in bare(printed.pages[0])
    assert "None" not in printed.body
