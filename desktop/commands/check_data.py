"""The answers of `check` as the object of the contract."""

from desktop.commands.citations import source_data
from desktop.commands.dose_data import unusual_warnings
from desktop.domain.case import Assessment
from desktop.domain.options import GuidelineOption, RegimenOption
from desktop.domain.regimen import Finding


def check_data(assessment: Assessment, *, reviewed: bool) -> dict[str, object]:
    """Findings, options, checks that were run and those that were not."""
    return {
        "findings": [_finding(finding) for finding in assessment.findings],
        "options": [_option(option) for option in assessment.options],
        "checks_run": list(assessment.checks_run),
        "not_checked": [rule.words for rule in assessment.not_checked],
        "not_covered": list(assessment.not_covered),
        "warnings": unusual_warnings(assessment.case.patient),
        "reviewed": reviewed,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "severity": finding.severity,
        "title": finding.title,
        "because": finding.because,
        "action": finding.action,
        "triggered_by": {part: list(words) for part, words in finding.triggered_by.items()},
        "sources": source_data(finding.sources),
        "verification": finding.verification,
        "phase": finding.pitfall.phase,
        "sides": [
            {"says": side.says, "verification": side.verification, "sources": source_data(side.sources)}
            for side in finding.sides
        ],
    }


def _option(option: RegimenOption) -> dict[str, object]:
    return {
        "regimen": list(option.regimen),
        "standing": option.standing,
        "by": [_by(position) for position in option.by],
        "available": option.available,
        "missing": list(option.missing),
        "stops": [finding.id for finding in option.stops],
        "cautions": [finding.id for finding in option.cautions],
        "for_child": list(option.for_child),
    }


def _by(position: GuidelineOption) -> dict[str, object]:
    return {
        "reference": position.issuer,
        "dated": position.dated,
        "strength": position.grade.strength,
        "certainty": position.grade.certainty,
        "system": position.grade.system,
        "note": position.note,
        "verification": position.verification,
        "sources": source_data(position.sources),
    }
