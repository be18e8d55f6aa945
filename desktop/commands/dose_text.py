"""The answers of `dose` as calm text: the figure with its working, then each basis with its row and source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from desktop.commands.citations import source_words
from desktop.commands.dose_data import basis_notes, unusual_warnings
from desktop.commands.layout import Page
from desktop.content.library import Library
from desktop.domain.case import Assessment
from desktop.domain.dates import day_words
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.drugs import Basis, Row, When
from desktop.domain.guidance import Reference
from desktop.domain.patient import Dialysis, Patient
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.quantity import plain
from desktop.domain.wording import encoded_words, given_words, loading_words, supplement_words

_MOST_PLACES = 6
_DIALYSIS_WORDS = {When.HAEMODIALYSIS: "haemodialysis", When.CRRT: "continuous renal replacement therapy"}


@dataclass(frozen=True, slots=True)
class _Bedside:
    """What every answer is written beside: the case, its clearance in words, and the names of the sources."""

    assessment: Assessment
    figure: str | None
    references: Mapping[str, Reference]


def dose_text(assessment: Assessment, library: Library, width: int) -> str:
    """Everything that is known for a case, with what is not known said in words."""
    page = Page(width)
    edition = library.edition
    page.paragraph(f"{edition.review.words}. Options for a clinician to weigh, not orders.")
    page.paragraph(f"Edition {edition.edition}, evidence through {day_words(edition.evidence_through)}.")
    bedside = _Bedside(assessment, _figure(assessment), library.references)
    _write_kidney(page, assessment, bedside.figure)
    for drug, answers in groupby(assessment.answers, key=lambda answer: answer.drug.name):
        page.heading(drug)
        for _, of_basis in groupby(answers, key=lambda answer: answer.basis.slug):
            _write_basis(page, list(of_basis), bedside)
    return page.text


def _figure(assessment: Assessment) -> str | None:
    """The clearance in words, with enough decimals to be seen on its own side of every edge near it."""
    clearance = assessment.kidney.clearance_ml_min
    if clearance is None:
        return None
    near = [answer.near_edge for answer in assessment.answers if isinstance(answer, Dose)]
    edges = [edge.edge_ml_min for edge in near if edge is not None]
    return f"{_beside(clearance, edges)} mL/min"


def _beside(value: Decimal, edges: Sequence[Decimal]) -> str:
    for places in range(1, _MOST_PLACES):
        shown = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if all(shown.compare(edge) == value.compare(edge) for edge in edges):
            return plain(shown)
    return plain(value, places=_MOST_PLACES)


def _write_kidney(page: Page, assessment: Assessment, figure: str | None) -> None:
    patient, kidney = assessment.patient, assessment.kidney
    page.heading("Kidney function")
    page.gap()
    page.entry("Read", _patient_words(patient))
    if figure is None:
        page.entry("Clearance", "none computed")
    elif kidney.weight_used is None:
        page.entry("Clearance", f"{figure}, as typed")
    else:
        page.entry("Clearance", f"{figure} (Cockcroft-Gault, {kidney.weight_used} weight)")
        each = (f"{kind} {plain(value, places=1)}" for kind, value in kidney.by_weight.items())
        page.entry("By weight", f"{', '.join(each)} mL/min")
    for label, line in zip(["Working"] + [""] * len(kidney.steps), kidney.steps, strict=False):
        page.entry(label, line)
    for warning in [*unusual_warnings(patient), *kidney.warnings]:
        page.entry("Beware", warning)


def _patient_words(patient: Patient) -> str:
    """What was read, each figure with its unit, so that a slip is seen."""
    known = [
        None if patient.age_years is None else _age_words(patient),
        patient.sex,
        None if patient.weight_kg is None else f"{plain(patient.weight_kg)} kg",
        None if patient.height_cm is None else f"{plain(patient.height_cm)} cm",
        f"creatinine {patient.creatinine_typed}" if patient.creatinine_typed else None,
        None if patient.clearance_ml_min is None else f"clearance {plain(patient.clearance_ml_min)} mL/min",
        None if patient.dialysis is Dialysis.NONE else _DIALYSIS_WORDS[When(patient.dialysis)],
        None if patient.effluent_l_h is None else f"effluent {plain(patient.effluent_l_h)} L per hour",
        "creatinine not steady" if patient.unstable_creatinine else None,
    ]
    return ", ".join(words for words in known if words)


def _age_words(patient: Patient) -> str:
    months = patient.age_months or 0
    return f"{months} months" if patient.is_child else f"{patient.age_years} years"


def _write_basis(page: Page, answers: Sequence[Dose | Withheld], bedside: _Bedside) -> None:
    """One label or guideline: an answer for each of its uses, then what holds for all of them."""
    basis = answers[0].basis
    page.gap()
    page.paragraph(", ".join(filter(None, (basis.title, basis.dated))))
    for answer in answers:
        if answer.use:
            page.gap()
            page.entry("For", answer.use)
        _write_answer(page, answer, bedside)
    if basis.uses != (None,):
        page.gap()
        page.entry("For", "all of these")
    for note in basis_notes(basis, dosed=any(isinstance(answer, Dose) for answer in answers)):
        page.entry("Note", note)


def _write_answer(page: Page, answer: Dose | Withheld, bedside: _Bedside) -> None:
    """The dose or why there is none, then where it comes from and what goes with it."""
    if isinstance(answer, Withheld):
        _write_withheld(page, answer)
    else:
        _write_row(page, answer.row)
        _write_reading(page, answer, bedside)
        _write_doubts(page, answer, bedside)
    for source in answer.sources:
        page.entry("Source", source_words(source, bedside.references))
    for note in answer.notes if isinstance(answer, Dose) else ():
        page.entry("Note", note)


def _write_withheld(page: Page, answer: Withheld) -> None:
    page.entry("No dose", answer.refusal.reason)
    page.entry("What to do", answer.refusal.remedy)
    if answer.basis.listed_unverified:
        page.entry("Unverified", answer.basis.listed_unverified)


def _write_row(page: Page, row: Row) -> None:
    if row.loading is not None:
        page.entry("First", f"{loading_words(row.loading)}; then:")
    if row.maintenance is not None:
        page.entry("Dose", given_words(row.maintenance))
    if row.supplement is not None:
        page.entry("Plus", supplement_words(row.supplement))
    if row.printed_dose:
        page.entry("Printed", row.printed_dose)


def _write_reading(page: Page, dose: Dose, bedside: _Bedside) -> None:
    """Which row it is and how its printed band is read."""
    band, patient = dose.row.band, bedside.assessment.patient
    named = f"The {_row_name(dose.basis)} for"
    if dose.row.when is not When.CLEARANCE:
        page.entry("Row", f'{named} {_DIALYSIS_WORDS[dose.row.when]}: "{band.printed}".')
        return
    sort = VERIFICATION_WORDS[band.verification]
    reading = f'"{band.printed}", read as {encoded_words(band)} (edges: {sort})'
    on_dialysis = patient.dialysis is not Dialysis.NONE
    chosen_by = "haemodialysis" if on_dialysis else f"a creatinine clearance of {bedside.figure}"
    page.entry("Row", f"{named} {chosen_by}: {reading}.")


def _row_name(basis: Basis) -> str:
    return "label row" if basis.slug.endswith("-label") else "row"


def _write_doubts(page: Page, dose: Dose, bedside: _Bedside) -> None:
    """What would change the row: another body weight, or a clearance close to an edge."""
    if dose.near_edge is not None:
        edge, other = plain(dose.near_edge.edge_ml_min), _other_words(dose.near_edge.other)
        page.entry("Near edge", f"{bedside.figure} is close to the edge at {edge} mL/min. Beyond it: {other}.")
    for weight, row in dose.differs_by_weight.items():
        clearance = plain(bedside.assessment.kidney.by_weight[weight], places=1)
        page.entry("By weight", f"With the {weight} weight ({clearance} mL/min): {_other_words(row)}.")


def _other_words(row: Row | None) -> str:
    if row is None:
        return "this source has no row"
    if row.maintenance is None:
        return f'row "{row.band.printed}", in which the source gives no dose'
    return f'row "{row.band.printed}", {given_words(row.maintenance)}'
