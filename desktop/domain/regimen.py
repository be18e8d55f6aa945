"""Pitfalls: what to check before and during treatment, and the regimens that set each of them off."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.provenance import Source, Verification


class Severity(StrEnum):
    """What a finding means: inactive or contraindicated, avoidable harm or doubt, or the rest."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The regimens and enzymes that set a pitfall off; every line that is given must hold."""

    drugs_all: frozenset[str] = frozenset()
    drugs_any: frozenset[str] = frozenset()
    drugs_none: frozenset[str] = frozenset()
    enzymes_any: frozenset[str] = frozenset()
    enzymes_none: frozenset[str] = frozenset()

    def fires(self, drugs: AbstractSet[str], enzymes: AbstractSet[str]) -> bool:
        """Whether a regimen against these enzymes meets every line."""
        return (
            self.drugs_all <= drugs
            and (not self.drugs_any or bool(self.drugs_any & drugs))
            and not self.drugs_none & drugs
            and (not self.enzymes_any or bool(self.enzymes_any & enzymes))
            and not self.enzymes_none & enzymes
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitfall:
    """One avoidable mistake: the line to tick, why it matters and what to do."""

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
