"""Pitfalls: what to check before and during treatment, and what the case at hand makes of each of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.provenance import Source, Verification
from desktop.domain.trigger import Facts, Subject, Trigger


class Severity(StrEnum):
    """What a finding means: inactive or contraindicated, avoidable harm or doubt, or the rest; the gravest first."""

    STOP = "stop"
    CAUTION = "caution"
    INFORMATION = "information"


class Phase(StrEnum):
    """When in the course of treatment a pitfall is checked."""

    BEFORE = "before"
    START = "start"
    AFTER_48_TO_72_HOURS = "48-72-hours"
    DE_ESCALATION = "de-escalation"


PHASE_WORDS = {
    Phase.BEFORE: "Before the start",
    Phase.START: "At the start",
    Phase.AFTER_48_TO_72_HOURS: "At 48 to 72 hours",
    Phase.DE_ESCALATION: "De-escalation",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict between sources: what it says, and who says it."""

    says: str
    verification: Verification
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitfall:
    """One avoidable mistake: the line to tick, why it matters and what to do; `sides` where sources conflict.

    Where `open_where` fails, the line to tick is not left open for want of what the trigger asks about.
    """

    id: str
    phase: Phase
    severity: Severity
    title: str
    check: str
    why: str
    action: str
    sources: tuple[Source, ...]
    claims: tuple[str, ...]
    trigger: Trigger
    verification: Verification
    sides: tuple[Side, ...] = ()
    open_where: Trigger | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A pitfall that a case sets off; `triggered_by` is what of the case did it, part by part."""

    pitfall: Pitfall
    triggered_by: Mapping[str, tuple[str, ...]]

    @property
    def id(self) -> str:
        """The pitfall's own."""
        return self.pitfall.id

    @property
    def severity(self) -> Severity:
        """As the library gives it, whatever the reader's role."""
        return self.pitfall.severity

    @property
    def title(self) -> str:
        """What is the matter."""
        return self.pitfall.title

    @property
    def because(self) -> str:
        """Why it matters."""
        return self.pitfall.why

    @property
    def action(self) -> str:
        """What to do, as an option."""
        return self.pitfall.action

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where that is said."""
        return self.pitfall.sources

    @property
    def verification(self) -> Verification:
        """How far that was checked."""
        return self.pitfall.verification

    @property
    def sides(self) -> tuple[Side, ...]:
        """Both sides, where sources conflict."""
        return self.pitfall.sides


class Relevance(StrEnum):
    """What the case makes of a line of the checklist, the pressing first."""

    RELEVANT = "made relevant by this case"
    OPEN = "open"
    SETTLED = "settled by this case"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line to tick; `missing` are the parts of the case that would settle it."""

    pitfall: Pitfall
    relevance: Relevance
    missing: tuple[Subject, ...]


SUBJECT_WORDS = {
    Subject.DRUGS: "regimen",
    Subject.ENZYMES: "enzyme",
    Subject.SPECIES: "species",
    Subject.SITE: "site",
    Subject.ALLERGIES: "allergies",
    Subject.KIDNEY: "creatinine clearance or dialysis",
    Subject.INFUSIONS: "infusions",
    Subject.LOAD: "loading dose",
    Subject.AVAILABLE: "drugs available here",
    Subject.PATIENT: "age and sex",
}


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that the case does not say enough for."""

    title: str
    missing: tuple[Subject, ...]

    @property
    def missing_words(self) -> str:
        """What it would need, such as "enzyme, species"."""
        return ", ".join(SUBJECT_WORDS[subject] for subject in self.missing)

    @property
    def words(self) -> str:
        """The rule and what it would need."""
        return f"{self.title}: not said is {self.missing_words}"


def missing_words(rules: Iterable[NotChecked]) -> dict[str, list[str]]:
    """The titles of rules that were not checked, by what they would need, in words."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        found.setdefault(rule.missing_words, []).append(rule.title)
    return found


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one rule in a case: it fires, it does not, or (None) the case does not say enough."""

    pitfall: Pitfall
    fires: bool | None


def checked(pitfalls: Iterable[Pitfall], facts: Facts) -> tuple[Checked, ...]:
    """Every rule tried on the case, in the order of the library."""
    return tuple(Checked(pitfall, pitfall.trigger.fires(facts)) for pitfall in pitfalls)


def findings(rules: Iterable[Checked], facts: Facts) -> tuple[Finding, ...]:
    """Every rule that fires, the gravest first, otherwise in the order of the library."""
    found = [Finding(rule.pitfall, rule.pitfall.trigger.matched(facts)) for rule in rules if rule.fires]
    return tuple(sorted(found, key=lambda finding: _GRAVITY[finding.severity]))


def checklist(rules: Iterable[Checked], facts: Facts) -> tuple[ChecklistItem, ...]:
    """Every rule by phase; what the case makes relevant comes first, what it settles last, and none is left out."""
    items = [_item(rule, facts) for rule in rules]
    return tuple(sorted(items, key=lambda item: (_TURN[item.pitfall.phase], _PRESSING[item.relevance])))


def _item(rule: Checked, facts: Facts) -> ChecklistItem:
    if rule.fires:
        return ChecklistItem(rule.pitfall, Relevance.RELEVANT, ())
    open_where = rule.pitfall.open_where
    if rule.fires is None and (open_where is None or open_where.fires(facts) is not False):
        return ChecklistItem(rule.pitfall, Relevance.OPEN, rule.pitfall.trigger.missing(facts))
    return ChecklistItem(rule.pitfall, Relevance.SETTLED, ())


def checks_run(rules: Iterable[Checked]) -> tuple[str, ...]:
    """The titles of every rule that the case says enough for, whatever came of it."""
    return tuple(rule.pitfall.title for rule in rules if rule.fires is not None)


def not_checked(rules: Iterable[Checked], facts: Facts) -> tuple[NotChecked, ...]:
    """Every rule that the case does not say enough for, and what it would need."""
    unsaid = (rule.pitfall for rule in rules if rule.fires is None)
    return tuple(NotChecked(pitfall.title, pitfall.trigger.missing(facts)) for pitfall in unsaid)


_GRAVITY = {severity: at for at, severity in enumerate(Severity)}
_TURN = {phase: at for at, phase in enumerate(Phase)}
_PRESSING = {relevance: at for at, relevance in enumerate(Relevance)}
