"""What each guideline prefers for an enzyme, and which of it can be had here: options, not orders."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.case_choices import drug_words
from desktop.domain.guidance import Grade
from desktop.domain.provenance import Source, Verification
from desktop.domain.regimen import Finding, Pitfall, Severity
from desktop.domain.trigger import Subject


class Standing(StrEnum):
    """Where a guideline puts a regimen."""

    PREFERRED = "preferred"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineOption:
    """One regimen in one guideline, for the enzymes that this guideline speaks of; `dated` as printed."""

    id: str
    regimen: tuple[str, ...]
    standing: Standing
    issuer: str
    dated: str
    enzymes: frozenset[str]
    grade: Grade
    note: str | None
    sources: tuple[Source, ...]
    verification: Verification


@dataclass(frozen=True, slots=True)
class RegimenOption:
    """One regimen with the guidelines that give it the same standing.

    `available` is None where this place has not said what it has; `missing` are the drugs that it lacks; `against` is
    what the regimen would set off in this case; `for_child` is empty unless the case is a child's.
    """

    regimen: tuple[str, ...]
    standing: Standing
    by: tuple[GuidelineOption, ...]
    available: bool | None
    missing: tuple[str, ...]
    against: tuple[Finding, ...] = ()
    for_child: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The drugs of the regimen in full."""
        return " with ".join(drug_words(slug) for slug in self.regimen)

    @property
    def stops(self) -> tuple[Finding, ...]:
        """The gravest of what stands against it."""
        return tuple(finding for finding in self.against if finding.severity is Severity.STOP)

    @property
    def cautions(self) -> tuple[Finding, ...]:
        """What else stands against it, by the allergies and the kidneys of this case."""
        return tuple(finding for finding in self.against if finding.severity is not Severity.STOP)

    @property
    def why_not(self) -> str | None:
        """Why it cannot be had, where this place has said so."""
        if not self.missing:
            return None
        return f"Not marked as available here: {', '.join(drug_words(slug) for slug in self.missing)}."


def standing_words(option: GuidelineOption, issuer: str) -> str:
    """Who gives a regimen its standing, when, with which grade of its own, and for what."""
    grade = f"{option.grade.strength}, certainty {option.grade.certainty}"
    system = f" ({option.grade.system})" if option.grade.system != "none" else ""
    return " ".join(filter(None, (f"{issuer}, {option.dated}: {grade}{system}.", option.note)))


Against = Mapping[tuple[str, ...], tuple[Finding, ...]]


def stands_against(pitfall: Pitfall, regimen: tuple[str, ...]) -> bool:
    """Whether a rule is named beside a regimen: a stop, or a caution of allergies, or of kidneys and all its drugs."""
    if pitfall.severity is not Severity.CAUTION:
        return pitfall.severity is Severity.STOP
    lines = {line.name: frozenset().union(*line.terms) for line in pitfall.trigger.lines}
    subjects = {line.subject for line in pitfall.trigger.lines}
    of_all = lines.get("drugs_all") == frozenset(regimen)
    return Subject.ALLERGIES in subjects or (Subject.KIDNEY in subjects and of_all)


def options_for(
    options: Iterable[GuidelineOption], enzymes: AbstractSet[str], available: AbstractSet[str] | None, against: Against
) -> tuple[RegimenOption, ...]:
    """The regimens that guidelines name for these enzymes, in the order of the library, one for each standing."""
    grouped: dict[tuple[tuple[str, ...], Standing], list[GuidelineOption]] = {}
    for option in options:
        if option.enzymes & enzymes:
            grouped.setdefault((option.regimen, option.standing), []).append(option)
    return tuple(
        RegimenOption(regimen, standing, tuple(by), *_availability(regimen, available), against.get(regimen, ()))
        for (regimen, standing), by in grouped.items()
    )


def _availability(regimen: tuple[str, ...], available: AbstractSet[str] | None) -> tuple[bool | None, tuple[str, ...]]:
    if available is None:
        return None, ()
    missing = tuple(slug for slug in regimen if slug not in available)
    return not missing, missing
