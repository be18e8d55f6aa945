"""The case at the bedside: typed once, and assessed by every rule, row and guideline of the library at once."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from desktop.domain.answering import doses_of
from desktop.domain.case_choices import ADULT, CHILD, MAY_BE_PREGNANT, UNKNOWN_ENZYME, Infusions, Load, Site, Species
from desktop.domain.child_options import words_for_child
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.drugs import Drug
from desktop.domain.kidney import PREGNANCY_ASKED_FROM_YEARS, PREGNANCY_ASKED_TO_YEARS, Incomplete, KidneyFunction
from desktop.domain.options import GuidelineOption, RegimenOption, options_for, stands_against
from desktop.domain.patient import Dialysis, Patient, Sex
from desktop.domain.regimen import (
    ChecklistItem,
    Finding,
    NotChecked,
    Pitfall,
    checked,
    checklist,
    checks_run,
    findings,
    not_checked,
)
from desktop.domain.trigger import Facts, Kidneys, Known, Subject, Words

NOBODY = Patient()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One patient with what was found and what is planned; what was not said is empty or None, never its absence."""

    patient: Patient = NOBODY
    site: Site | None = None
    enzymes: frozenset[str] = frozenset()
    species: Species | None = None
    allergies: frozenset[str] = frozenset()
    drugs: frozenset[str] = frozenset()
    infusions: Infusions | None = None
    load: Load | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """Everything of the library that a case is assessed by; `not_covered` is what no rule of it asks about."""

    drugs: tuple[Drug, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    options: tuple[GuidelineOption, ...] = ()
    not_covered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything that the bedside, a command or a sheet says about one case.

    `answers` are empty while the kidney function is incomplete.
    """

    case: Case
    kidney: KidneyFunction | Incomplete
    answers: tuple[Dose | Withheld, ...]
    findings: tuple[Finding, ...]
    options: tuple[RegimenOption, ...]
    checklist: tuple[ChecklistItem, ...]
    checks_run: tuple[str, ...]
    not_checked: tuple[NotChecked, ...]
    not_covered: tuple[str, ...]

    @property
    def regimen_answers(self) -> tuple[Dose | Withheld, ...]:
        """The doses and refusals of the drugs in the regimen alone."""
        return tuple(answer for answer in self.answers if answer.drug.slug in self.case.drugs)


def assess(case: Case, rulebook: Rulebook, available: AbstractSet[str] | None) -> Assessment:
    """The doses, findings, options and checklist of a case; `available` is None where the place has not said."""
    doses = doses_of(case.patient, rulebook.drugs)
    kidney = doses if isinstance(doses, Incomplete) else doses.kidney
    facts = facts_of(case, kidney, available)
    rules = checked(rulebook.pitfalls, facts)
    return Assessment(
        case=case,
        kidney=kidney,
        answers=() if isinstance(doses, Incomplete) else doses.answers,
        findings=findings(rules, facts),
        options=_options(rulebook, case, facts, available),
        checklist=checklist(rules, facts),
        checks_run=checks_run(rules),
        not_checked=not_checked(rules, facts),
        not_covered=rulebook.not_covered,
    )


def facts_of(case: Case, kidney: KidneyFunction | Incomplete, available: AbstractSet[str] | None) -> Facts:
    """What the triggers may look at; a part that was not said is left out."""
    chosen = {
        Subject.DRUGS: case.drugs,
        Subject.SPECIES: _one(case.species),
        Subject.SITE: _one(case.site),
        Subject.ALLERGIES: case.allergies,
        Subject.INFUSIONS: _one(case.infusions),
        Subject.LOAD: _one(case.load),
    }
    facts: dict[Subject, Known] = {subject: Words(words) for subject, words in chosen.items() if words}
    if case.enzymes:
        facts[Subject.ENZYMES] = Words(case.enzymes, is_open=UNKNOWN_ENZYME in case.enzymes)
    if case.patient.age_years is not None:
        facts[Subject.PATIENT] = _person(case.patient, case.patient.age_years)
    if available is not None:
        facts[Subject.AVAILABLE] = Words(frozenset(available))
    kidneys = _kidneys(case.patient, kidney)
    return facts if kidneys is None else facts | {Subject.KIDNEY: kidneys}


def _one(word: str | None) -> frozenset[str]:
    return frozenset() if word is None else frozenset({word})


def _kidneys(patient: Patient, kidney: KidneyFunction | Incomplete) -> Kidneys | None:
    clearance = None if isinstance(kidney, Incomplete) else kidney.clearance_ml_min
    if clearance is None and patient.dialysis is Dialysis.NONE and not patient.unstable_creatinine:
        return None
    return Kidneys(clearance, patient.dialysis, patient.unstable_creatinine)


def _person(patient: Patient, years: int) -> Words:
    """Child or adult, and whether pregnancy must be thought of, which cannot be told at such an age without the sex."""
    words = frozenset({CHILD if patient.is_child else ADULT})
    if not PREGNANCY_ASKED_FROM_YEARS <= years <= PREGNANCY_ASKED_TO_YEARS or patient.sex is Sex.MALE:
        return Words(words)
    if patient.sex is None:
        return Words(words, unsure=frozenset({MAY_BE_PREGNANT}))
    return Words(words | {MAY_BE_PREGNANT})


def _options(
    rulebook: Rulebook, case: Case, facts: Facts, available: AbstractSet[str] | None
) -> tuple[RegimenOption, ...]:
    """The options, each with what would stand against it in this case, and of a child with what is held for its age."""
    regimens = {option.regimen for option in rulebook.options if option.enzymes & case.enzymes}
    against: dict[tuple[str, ...], tuple[Finding, ...]] = {}
    for regimen in regimens:
        instead = {**facts, Subject.DRUGS: Words(frozenset(regimen))}
        grave = (pitfall for pitfall in rulebook.pitfalls if stands_against(pitfall, regimen))
        against[regimen] = findings(checked(grave, instead), instead)
    options = options_for(rulebook.options, case.enzymes, available, against)
    months = case.patient.age_months
    if not case.patient.is_child or months is None:
        return options
    drugs = {drug.slug: drug for drug in rulebook.drugs}
    return tuple(replace(option, for_child=words_for_child(option.regimen, drugs, months)) for option in options)
