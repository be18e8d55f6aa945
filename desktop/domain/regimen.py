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
    """One avoidable mistake: the line to tick, why it matters and what to do; `sides` where sources conflict."""

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
    Subject.DRUGS: "the drugs of the regimen",
    Subject.ENZYMES: "the enzyme",
    Subject.SPECIES: "the species",
    Subject.SITE: "the site of infection",
    Subject.ALLERGIES: "allergies",
    Subject.KIDNEY: "the kidney function",
    Subject.INFUSIONS: "whether the infusions run together",
    Subject.LOAD: "whether the loading dose is given",
    Subject.AVAILABLE: "the drugs available here",
    Subject.PATIENT: "age and sex",
}


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that the case does not say enough for."""

    title: str
    missing: tuple[Subject, ...]

    @property
    def words(self) -> str:
        """The rule and what it would need."""
        return f"{self.title}: not known is {', '.join(SUBJECT_WORDS[subject] for subject in self.missing)}"


def findings(pitfalls: Iterable[Pitfall], facts: Facts) -> tuple[Finding, ...]:
    """Every pitfall that the case sets off, the gravest first, otherwise in the order of the library."""
    found = [Finding(pitfall, pitfall.trigger.matched(facts)) for pitfall in pitfalls if pitfall.trigger.fires(facts)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def checklist(pitfalls: Iterable[Pitfall], facts: Facts) -> tuple[ChecklistItem, ...]:
    """Every pitfall by phase; what the case makes relevant comes first, what it settles last, and none is left out."""
    items = [_item(pitfall, facts) for pitfall in pitfalls]
    phases, pressing = list(Phase), list(Relevance)
    return tuple(sorted(items, key=lambda i: (phases.index(i.pitfall.phase), pressing.index(i.relevance))))


def _item(pitfall: Pitfall, facts: Facts) -> ChecklistItem:
    fires = pitfall.trigger.fires(facts)
    if fires is None:
        return ChecklistItem(pitfall, Relevance.OPEN, pitfall.trigger.missing(facts))
    return ChecklistItem(pitfall, Relevance.RELEVANT if fires else Relevance.SETTLED, ())


def checks_run(pitfalls: Iterable[Pitfall], facts: Facts) -> tuple[str, ...]:
    """The titles of every rule that the case says enough for, whatever came of it."""
    return tuple(pitfall.title for pitfall in pitfalls if pitfall.trigger.fires(facts) is not None)


def not_checked(pitfalls: Iterable[Pitfall], facts: Facts) -> tuple[NotChecked, ...]:
    """Every rule that the case does not say enough for, and what it would need."""
    unsaid = (pitfall for pitfall in pitfalls if pitfall.trigger.fires(facts) is None)
    return tuple(NotChecked(pitfall.title, pitfall.trigger.missing(facts)) for pitfall in unsaid)
