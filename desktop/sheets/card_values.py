"""What the bedside card shows of a case, as values for its templates."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from desktop.charts.marks import SEVERITY_SHAPES, SEVERITY_WORDS
from desktop.domain.case import Assessment
from desktop.domain.case_choices import ENZYME_WORDS, ENZYMES, KNOWN_DRUGS, drug_words
from desktop.domain.case_words import DIALYSIS_WORDS, case_words, figure_words
from desktop.domain.kidney import Incomplete
from desktop.domain.patient import Dialysis
from desktop.domain.regimen import PHASE_WORDS, SUBJECT_WORDS, ChecklistItem, Phase, Relevance, Severity
from desktop.sheets.card_columns import Checks
from desktop.sheets.card_doses import drug_doses

_LATER = (Phase.AFTER_48_TO_72_HOURS, Phase.DE_ESCALATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What was done with the case in the window: lines ticked or not applicable, and the stamp of a second check."""

    ticked: AbstractSet[str] = frozenset()
    not_applicable: Mapping[str, str] = field(default_factory=dict)
    second_check: str = ""


@dataclass(frozen=True, slots=True)
class Warned:
    """One stop or caution: its mark, what is the matter and what to do."""

    severity: str
    mark: str
    title: str
    action: str


class CardPage:
    """The values of one card, each as the templates name it."""

    def __init__(self, assessment: Assessment, progress: Progress) -> None:
        self._assessment = assessment
        self.case = case_words(assessment.case)
        self.figure = _figure(assessment)
        self.kidney = tuple(_kidney(assessment, self.figure))
        self.kidney_for_phone = tuple(_kidney(assessment, self.figure, names_values=False))
        self.regimen = " + ".join(drug_words(slug) for slug in KNOWN_DRUGS if slug in assessment.case.drugs)
        self.enzymes = ", ".join(ENZYME_WORDS[slug] for slug in ENZYMES if slug in assessment.case.enzymes)
        self.warnings = tuple(_warned(assessment))
        self.informed = sum(found.severity is Severity.INFORMATION for found in assessment.findings)
        self.drugs = tuple(drug_doses(assessment))
        doses = [dose for drug in self.drugs for dose in drug.doses]
        self.notes = len({note for dose in doses for note in dose.unmarked})
        items = [item for item in assessment.checklist if _is_open(item, progress)]
        self.now = _checks(items, [phase for phase in Phase if phase not in _LATER])
        self.later = _checks(items, _LATER)
        self.done = sum(item.pitfall.id in progress.ticked for item in assessment.checklist)
        self.excused = tuple(
            f"{item.pitfall.check} (not applicable: {progress.not_applicable[item.pitfall.id]})"
            for item in assessment.checklist
            if item.pitfall.id in progress.not_applicable
        )
        self.rules_run = len(assessment.checks_run)
        missing = {subject for rule in assessment.not_checked for subject in rule.missing}
        self.not_said = ", ".join(words for subject, words in SUBJECT_WORDS.items() if subject in missing)
        self.not_covered = assessment.not_covered
        self.second_check = progress.second_check


def _figure(assessment: Assessment) -> str:
    """The clearance, or a child's filtration, never rounded over an edge; empty where none is known."""
    if isinstance(assessment.kidney, Incomplete):
        return ""
    rows = (row for answer in assessment.answers for row in answer.basis.rows)
    edges = {edge for row in rows for edge in (row.band.low, row.band.high) if edge is not None}
    return figure_words(assessment.kidney, edges) or ""


def _kidney(assessment: Assessment, figure: str, *, names_values: bool = True) -> Iterator[str]:
    """The clearance with how it was found, dialysis, and what speaks against it; unusual values by name or not."""
    kidney, patient = assessment.kidney, assessment.case.patient
    if isinstance(kidney, Incomplete):
        yield kidney.message
        return
    if figure:
        name = "Filtration" if patient.is_child else "Creatinine clearance"
        weight = f" (Cockcroft-Gault, {kidney.weight_used} weight)" if kidney.weight_used else ""
        yield f"{name} {figure}{weight}"
    if patient.dialysis is not Dialysis.NONE:
        yield DIALYSIS_WORDS[patient.dialysis].capitalize()
    if names_values:
        yield from (f"Unusual value: {value}" for value in patient.unusual)
    elif patient.unusual:
        yield "Unusual values were confirmed: see the card"
    yield from kidney.warnings


def _warned(assessment: Assessment) -> Iterator[Warned]:
    for found in assessment.findings:
        if found.severity is not Severity.INFORMATION:
            mark = f"{SEVERITY_SHAPES[found.severity]} {SEVERITY_WORDS[found.severity]}"
            yield Warned(found.severity, mark, found.title, found.action)


def _is_open(item: ChecklistItem, progress: Progress) -> bool:
    key = item.pitfall.id
    settled = item.relevance is Relevance.SETTLED
    return not settled and key not in progress.ticked and key not in progress.not_applicable


def _checks(items: Sequence[ChecklistItem], phases: Sequence[Phase]) -> tuple[Checks, ...]:
    found = (
        Checks(PHASE_WORDS[phase], tuple(item.pitfall.check for item in items if item.pitfall.phase is phase))
        for phase in phases
    )
    return tuple(checks for checks in found if checks.lines)
