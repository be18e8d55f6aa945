"""The answers of `dose` as calm text: the figure with its working, then each basis with its row and source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.commands.citations import located_words
from desktop.commands.dose_data import basis_notes, unusual_warnings
from desktop.commands.layout import Page
from desktop.content.library import Library
from desktop.domain.answering import Doses
from desktop.domain.case_words import figure_words, patient_words
from desktop.domain.comparing import comparisons
from desktop.domain.dates import day_words
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.drugs import Basis, PreparationKind, Row, When
from desktop.domain.guidance import Reference
from desktop.domain.limits import NOT_COVERED
from desktop.domain.patient import Dialysis, Patient
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.quantity import plain
from desktop.domain.wording import encoded_words, given_words, loading_words, supplement_line, withdraw_words

_ORIGINS = {"bedside-schwartz": "bedside Schwartz"}
_PREPARATION_WORDS = {
    PreparationKind.RECONSTITUTION: "Dissolve",
    PreparationKind.DILUTION: "Dilute",
    PreparationKind.CONCENTRATION: "Strength",
    PreparationKind.STABILITY: "Keeps",
    PreparationKind.ADMINISTRATION: "Give",
    PreparationKind.LINE: "Line",
    PreparationKind.CONTENT: "Contains",
    PreparationKind.MONITORING: "Watch",
}
_DIALYSIS_WORDS = {
    When.HAEMODIALYSIS: "haemodialysis",
    When.CRRT: "continuous renal replacement therapy",
    When.EFFLUENT: "continuous renal replacement therapy",
}


@dataclass(frozen=True, slots=True)
class _Bedside:
    """What every answer is written beside: the case, its clearance in words, and the names of the sources."""

    assessment: Doses
    figure: str | None
    references: Mapping[str, Reference]


def dose_text(assessment: Doses, library: Library, width: int) -> str:
    """Everything that is known for a case, with what is not known said in words."""
    page = Page(width)
    edition = library.edition
    page.paragraph(f"{edition.review.words}. Options for a clinician to weigh, not orders.")
    page.paragraph(f"Edition {edition.edition}, evidence through {day_words(edition.evidence_through)}.")
    bedside = _Bedside(assessment, _figure(assessment), library.references)
    _write_kidney(page, assessment, bedside.figure)
    for drug, answers in groupby(assessment.answers, key=lambda answer: answer.drug.name):
        page.heading(drug)
        of_drug = list(answers)
        for _, of_basis in groupby(of_drug, key=lambda answer: answer.basis.slug):
            _write_basis(page, list(of_basis), bedside)
        for pair in comparisons(of_drug):
            page.gap()
            page.entry("Compare", pair.words if pair.use is None else f"For {pair.use}: {pair.words}")
    page.gap()
    page.paragraph(NOT_COVERED)
    return page.text


def _figure(assessment: Doses) -> str | None:
    """The clearance in words, with enough decimals to be seen on its own side of every edge near it."""
    near = [answer.near_edge for answer in assessment.answers]
    return figure_words(assessment.kidney, [edge.edge for edge in near if edge is not None])


def _write_kidney(page: Page, assessment: Doses, figure: str | None) -> None:
    patient, kidney = assessment.patient, assessment.kidney
    page.heading("Kidney function")
    page.gap()
    page.entry("Read", patient_words(patient))
    if figure is None:
        page.entry("Clearance", "none used" if kidney.implausible else "none computed")
    elif kidney.weight_used is None:
        page.entry("Clearance", f"{figure}, {_ORIGINS.get(kidney.formula or '', 'as typed')}")
    else:
        page.entry("Clearance", f"{figure} (Cockcroft-Gault, {kidney.weight_used} weight)")
        each = (f"{kind} {plain(value, places=1)}" for kind, value in kidney.by_weight.items())
        page.entry("By weight", f"{', '.join(each)} mL/min")
    for label, line in zip(["Working"] + [""] * len(kidney.steps), kidney.steps, strict=False):
        page.entry(label, line)
    for line in kidney.compared:
        page.entry("Compare", line)
    for warning in [*unusual_warnings(patient), *kidney.warnings]:
        page.entry("Beware", warning)


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
    for line in basis.preparation if any(isinstance(answer, Dose) for answer in answers) else ():
        page.entry(_PREPARATION_WORDS[line.kind], line.text)


def _write_answer(page: Page, answer: Dose | Withheld, bedside: _Bedside) -> None:
    """The dose or why there is none, then where it comes from and what goes with it."""
    if isinstance(answer, Withheld):
        _write_withheld(page, answer)
        _write_other_weights(page, answer, bedside)
    else:
        _write_dose(page, answer)
        _write_reading(page, answer, bedside)
        _write_doubts(page, answer, bedside)
        _write_other_weights(page, answer, bedside)
    for source in answer.sources:
        page.entry("Source", located_words(source, bedside.references))
    for note in answer.notes if isinstance(answer, Dose) else ():
        page.entry("Note", note)


def _write_withheld(page: Page, answer: Withheld) -> None:
    page.entry("No dose", answer.refusal.reason)
    page.entry("What to do", answer.refusal.remedy)
    if answer.nearby:
        page.entry("Near edge", answer.nearby)
    if answer.basis.listed_unverified:
        page.entry("Unverified", answer.basis.listed_unverified)


def _write_dose(page: Page, dose: Dose) -> None:
    if dose.loading is not None:
        page.entry("First", f"{loading_words(dose.loading)}; then:")
    elif dose.weighed.load_withheld is not None:
        page.entry("First", f"A loading dose, which is not shown. {dose.weighed.load_withheld} Then:")
    page.entry("Dose", given_words(dose.maintenance))
    if dose.supplement is not None:
        page.entry(*supplement_line(dose.supplement))
    if dose.row.printed_dose:
        page.entry("Printed", dose.row.printed_dose)
    for step in dose.weighed.steps:
        page.entry("Working", step)
    for line in withdraw_words(dose.loading, dose.maintenance):
        page.entry("Withdraw", line)


def _write_reading(page: Page, dose: Dose, bedside: _Bedside) -> None:
    """Which row it is and how its printed band is read."""
    band, patient = dose.row.band, bedside.assessment.patient
    sort = VERIFICATION_WORDS[band.verification]
    reading = f'"{band.printed}", read as {encoded_words(band)} (edges: {sort})'
    if dose.row.when is When.EFFLUENT and patient.effluent_l_h is not None:
        rate = plain(patient.effluent_l_h)
        page.entry("Row", f"The {_row_name(dose.basis)} for an effluent rate of {rate} L per hour: {reading}.")
        return
    named = f"The {_row_name(dose.basis)} for"
    if dose.row.when is not When.CLEARANCE:
        page.entry("Row", f'{named} {_DIALYSIS_WORDS[dose.row.when]}: "{band.printed}".')
        return
    on_dialysis = patient.dialysis is not Dialysis.NONE
    chosen_by = _DIALYSIS_WORDS[When(patient.dialysis)] if on_dialysis else _figure_phrase(patient, bedside.figure)
    page.entry("Row", f"{named} {chosen_by}: {reading}.")


def _figure_phrase(patient: Patient, figure: str | None) -> str:
    if figure is None:
        return "this age"
    return f"a filtration of {figure}" if patient.is_child else f"a creatinine clearance of {figure}"


def _row_name(basis: Basis) -> str:
    return "label row" if basis.slug.endswith("-label") else "row"


def _write_doubts(page: Page, dose: Dose, bedside: _Bedside) -> None:
    """What would change the row, a figure close to an edge, and what the case leaves open."""
    if dose.near_edge is not None:
        edge, other = plain(dose.near_edge.edge), _other_words(dose.near_edge.other)
        unit = dose.row.band.unit
        effluent = bedside.assessment.patient.effluent_l_h
        by_rate = dose.row.when is When.EFFLUENT
        figure = f"{plain(effluent)} {unit}" if by_rate and effluent is not None else bedside.figure
        page.entry("Near edge", f"{figure} is close to the edge at {edge} {dose.edge_unit}. Beyond it: {other}.")
    for remark in dose.remarks:
        if remark != dose.weighed.load_withheld:
            page.entry("Beware", remark)


def _write_other_weights(page: Page, answer: Dose | Withheld, bedside: _Bedside) -> None:
    """The rows that other body weights would choose."""
    for weight, row in answer.differs_by_weight.items():
        clearance = plain(bedside.assessment.kidney.by_weight[weight], places=1)
        page.entry("By weight", f"With the {weight} weight ({clearance} mL/min): {_other_words(row)}.")


def _other_words(row: Row | None) -> str:
    if row is None:
        return "this source has no row"
    if row.without_dialysis is not None:
        return f'row "{row.band.printed}", in which the source gives no dose without dialysis'
    if row.maintenance is None:
        return f'row "{row.band.printed}", in which the source gives no dose'
    return f'row "{row.band.printed}", {given_words(row.maintenance)}'
