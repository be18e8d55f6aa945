"""The answers of `check` as plain text."""

from collections.abc import Mapping, Sequence

from desktop.commands.citations import source_words
from desktop.commands.dose_data import unusual_warnings
from desktop.commands.layout import Page
from desktop.content.library import Library
from desktop.domain.case import Assessment
from desktop.domain.case_words import case_words, triggered_words
from desktop.domain.dates import day_words
from desktop.domain.guidance import Reference
from desktop.domain.options import GuidelineOption, RegimenOption, standing_words
from desktop.domain.provenance import VERIFICATION_WORDS, Source
from desktop.domain.regimen import Finding, missing_words

_NO_FINDING = "No rule that was checked speaks against it. That is not an approval: see what was not checked."
_NO_OPTION = "No guideline here names a regimen for what was found."


def check_text(assessment: Assessment, library: Library, width: int) -> str:
    """Everything that was found, what guidelines name instead, and how much was checked."""
    page, edition, references = Page(width), library.edition, library.references
    page.paragraph(f"{edition.review.words}. Options for a clinician to weigh, not orders.")
    page.paragraph(f"Edition {edition.edition}, evidence through {day_words(edition.evidence_through)}.")
    page.gap()
    page.entry("Case", case_words(assessment.case))
    for warning in unusual_warnings(assessment.case.patient):
        page.entry("Caution", warning)
    page.heading("Findings")
    for finding in assessment.findings:
        _write_finding(page, finding, references)
    if not assessment.findings:
        page.gap()
        page.paragraph(_NO_FINDING)
    _write_options(page, assessment.options, references)
    _write_coverage(page, assessment)
    return page.text


def _write_finding(page: Page, finding: Finding, references: Mapping[str, Reference]) -> None:
    page.gap()
    page.paragraph(f"{finding.severity.upper()}: {finding.title}", hanging=2)
    page.entry("Fired by", triggered_words(finding.triggered_by))
    page.entry("Because", finding.because)
    page.entry("What to do", finding.action)
    for side in finding.sides:
        page.entry("One side", f"{side.says} {_sources(side.sources, references)}")
    page.entry("Sources", _sources(finding.sources, references))
    page.entry("Checked", VERIFICATION_WORDS[finding.verification])


def _sources(sources: Sequence[Source], references: Mapping[str, Reference]) -> str:
    return "; ".join(source_words(source, references) for source in sources)


def _write_options(page: Page, options: Sequence[RegimenOption], references: Mapping[str, Reference]) -> None:
    page.heading("What guidelines name for what was found")
    if not options:
        page.gap()
        page.paragraph(_NO_OPTION)
    for option in options:
        page.gap()
        page.paragraph(f"{option.words}: {option.standing}", hanging=2)
        for words in option.for_child:
            page.entry("Beware", words)
        for position in option.by:
            page.entry("By", _position(position, references))
        if option.available is not None:
            page.entry("Here", option.why_not or "Marked as available.")
        for finding in option.against:
            page.entry(finding.severity.capitalize(), finding.title)


def _position(position: GuidelineOption, references: Mapping[str, Reference]) -> str:
    return (
        f"{standing_words(position, references[position.issuer].short)} ({VERIFICATION_WORDS[position.verification]})"
    )


def _write_coverage(page: Page, assessment: Assessment) -> None:
    """How many rules were checked, and by what is missing those that were not."""
    page.heading("Checked, and not checked")
    page.gap()
    page.entry("Checked", f"{len(assessment.checks_run)} rules.")
    for title in assessment.checks_run:
        page.paragraph(f"- {title}", indent=4, hanging=2)
    page.gap()
    page.entry("Not checked", f"{len(assessment.not_checked)} rules, for want of what they ask about.")
    for missing, titles in missing_words(assessment.not_checked).items():
        page.paragraph(f"Not said: {missing}.", indent=4)
        for title in titles:
            page.paragraph(f"- {title}", indent=6, hanging=2)
    page.gap()
    page.entry("Not covered", "Nothing here asks about:")
    for words in assessment.not_covered:
        page.paragraph(f"- {words}", indent=4, hanging=2)
