"""What the bedside card shows of a case, as values for its templates."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from desktop.charts.marks import SEVERITY_SHAPES, SEVERITY_WORDS
from desktop.domain.case import Assessment
from desktop.domain.case_choices import ENZYME_WORDS, ENZYMES, KNOWN_DRUGS, drug_words
from desktop.domain.case_words import DIALYSIS_WORDS, case_words, figure_words
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.kidney import Incomplete
from desktop.domain.patient import Dialysis
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.quantity import plain
from desktop.domain.regimen import PHASE_WORDS, SUBJECT_WORDS, ChecklistItem, Phase, Relevance, Severity
from desktop.domain.wording import given_words, loading_words, supplement_line, withdraw_words
from desktop.sheets.card_columns import Checks

# What the line of a loading dose begins with, and what a note on haemodialysis names.
_LOAD, _SESSION = "First: ", "session"
# As `PLACE_NOT_HELD`, in fewer words: a card has no line to spare.
_NOT_HELD = "place not held"
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


@dataclass(frozen=True, slots=True)
class DoseLine:
    """What sources give alike: their names, the dose line by line, what belongs to it, and the notes of its rows.

    `around_dialysis` are those of its notes that say how it goes with a session, for somebody on haemodialysis.
    """

    source: str
    lines: tuple[str, ...]
    small: tuple[str, ...]
    notes: tuple[str, ...]
    around_dialysis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrugDoses:
    """A drug of the regimen: what its sources give, what belongs to all of that, and which give none and why."""

    name: str
    doses: tuple[DoseLine, ...]
    shared: tuple[str, ...]
    withheld: tuple[str, ...]
    session_is_told: bool  # by a finding, which stands on paper

    @property
    def first(self) -> str:
        """The loading dose that every one of several doses begins with; empty where they do not share one."""
        beginnings = {dose.lines[0] for dose in self.doses}
        shared = len(self.doses) > 1 and len(beginnings) == 1
        return "".join(words for words in beginnings if shared and words.startswith(_LOAD))

    @property
    def part(self) -> str:
        """How its doses are named where they may be left out."""
        return doses_part(self.name)


def doses_part(drug: str) -> str:
    """The doses of one drug as a part of the text of a card."""
    return f"doses of {drug}"


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
        self.drugs = tuple(_drugs(assessment))
        doses = [dose for drug in self.drugs for dose in drug.doses]
        self.notes = len({note for dose in doses for note in dose.notes if note not in dose.around_dialysis})
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


def _drugs(assessment: Assessment) -> Iterator[DrugDoses]:
    for slug in (slug for slug in KNOWN_DRUGS if slug in assessment.case.drugs):
        answers = [answer for answer in assessment.regimen_answers if answer.drug.slug == slug]
        same: dict[tuple[str, ...], list[Dose]] = {}
        for dose in (answer for answer in answers if isinstance(answer, Dose)):
            same.setdefault(_lines(dose), []).append(dose)
        on_haemodialysis = assessment.case.patient.dialysis is Dialysis.HAEMODIALYSIS
        small = [tuple(_small(doses)) for doses in same.values()]
        shared = _shared(small)
        given = (
            DoseLine(
                _named(doses),
                lines,
                tuple(words for words in beside if words not in shared),
                notes := _notes(doses),
                tuple(note for note in notes if on_haemodialysis and _SESSION in note),
            )
            for (lines, doses), beside in zip(same.items(), small, strict=True)
        )
        alike: dict[str, list[Withheld]] = {}
        for answer in (answer for answer in answers if isinstance(answer, Withheld)):
            alike.setdefault(f"no dose. {answer.reason} {answer.refusal.remedy}", []).append(answer)
        withheld = tuple(f"{_named(refused)}: {words}" for words, refused in alike.items())
        yield DrugDoses(drug_words(slug), tuple(given), shared, withheld, _session_is_told(assessment, slug))


def _session_is_told(assessment: Assessment, slug: str) -> bool:
    """Whether a finding about the drug says how it goes with a session."""
    name = drug_words(slug).lower()
    return any(warned.title.lower().startswith(name) and _SESSION in warned.action for warned in _warned(assessment))


def _notes(doses: Sequence[Dose]) -> tuple[str, ...]:
    """What the rows say besides; of several each with whose it is."""
    named = len(doses) > 1
    return tuple(f"{_named([dose])}: {note}" if named else note for dose in doses for note in dose.notes)


def _shared(small: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What belongs to every one of several doses, which is said once above them."""
    if len(small) <= 1:
        return ()
    return tuple(words for words in small[0] if all(words in beside for beside in small))


def _named(answers: Sequence[Dose | Withheld]) -> str:
    """The sources, each with the use that its row is for."""
    return "; ".join(", ".join(filter(None, (answer.basis.short, answer.use))) for answer in answers)


def _lines(dose: Dose) -> tuple[str, ...]:
    """What is given, the load first."""
    lines = [f"{_LOAD}{loading_words(dose.loading)}; then:"] if dose.loading else []
    lines.append(given_words(dose.maintenance))
    if dose.supplement:
        lines.append(": ".join(supplement_line(dose.supplement)))
    return tuple(lines)


def _small(doses: Sequence[Dose]) -> Iterator[str]:
    """The rows, how far each was checked, and what would change them; what several say is said once."""
    rows: dict[str, dict[str, None]] = {}
    for dose in doses:
        source = dose.row.source
        rows.setdefault(f"{source.locator or _NOT_HELD}, {VERIFICATION_WORDS[source.verification]}", {})[
            f'"{dose.row.band.printed}"'
        ] = None
    for place, printed in rows.items():
        yield f"{'Row' if len(printed) == 1 else 'Rows'} {' and '.join(printed)}, {place}"
    yield from dict.fromkeys(words for dose in doses for words in _beside(dose))


def _beside(dose: Dose) -> Iterator[str]:
    """What the multiplication of one dose was, what would change its row, and what to withdraw."""
    yield from dose.weighed.steps
    if dose.near_edge is not None:
        edge = f"{plain(dose.near_edge.edge)} {dose.row.band.unit}"
        yield f"Close to the edge at {edge}: beyond it another row holds"
    if dose.differs_by_weight:
        yield f"Another row with the {' or '.join(dose.differs_by_weight)} weight"
    yield from dose.remarks
    yield from (f"Withdraw, {words}" for words in withdraw_words(dose.loading, dose.maintenance))


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
