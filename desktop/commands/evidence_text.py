"""Guidelines, studies and breakpoints as plain text."""

from collections.abc import Sequence

from desktop.commands.citations import Citations
from desktop.commands.layout import Page
from desktop.domain.breakpoints import NOT_RECORDED, Breakpoint
from desktop.domain.evidence import Arm, Study, in_patients, in_the_laboratory
from desktop.domain.guidelines import Guideline, grade_line
from desktop.domain.proportions import interval_words, share_words, wilson
from desktop.domain.provenance import VERIFICATION_WORDS, Source


def write_guidelines(page: Page, guidelines: Sequence[Guideline], citations: Citations) -> None:
    """What each issuer says on the same questions."""
    for guideline in guidelines:
        page.gap()
        level = VERIFICATION_WORDS[guideline.verification]
        page.paragraph(f"{guideline.name}, {guideline.issued} {_marks(guideline.sources, citations)} ({level}):")
        for aspect, position in guideline.positions.items():
            grade = grade_line(position, guideline.graded_with)
            checked = VERIFICATION_WORDS[position.verification]
            facts = [grade, "" if position.verification is guideline.verification else checked]
            said = "; ".join(fact for fact in facts if fact)
            page.entry(aspect.capitalize(), f"{position.text}{f' ({said})' if said else ''}")
        if guideline.note:
            page.entry("Note", guideline.note)


def write_studies(page: Page, studies: Sequence[Study], citations: Citations) -> None:
    """Every study, those of the laboratory under a heading of their own."""
    groups = (
        ("Studies in patients", in_patients(studies)),
        ("Laboratory and animal work: no patients", in_the_laboratory(studies)),
    )
    for words, group in groups:
        if group:
            page.gap()
            page.paragraph(f"{words} ({len(group)}):")
        for study in group:
            _write_study(page, study, citations)


def _write_study(page: Page, study: Study, citations: Citations) -> None:
    page.gap()
    level = VERIFICATION_WORDS[study.verification]
    page.paragraph(f"{study.title} {_marks(study.sources, citations)} ({level})")
    page.entry("Design", study.design)
    page.entry("Who", f"{study.population} Size: {study.size}.")
    for count in study.counts:
        shares = "; ".join(_share_words(arm) for arm in count.arms)
        page.entry("Counted", f"{count.title}: {shares}")
    for effect in study.effects:
        checked = VERIFICATION_WORDS[effect.verification]
        words = f"{effect.title}, {effect.first} against {effect.second}: {effect.words}; {effect.adjusted} ({checked})"
        page.entry("Measured", words)
    page.entry("Can show", study.shows)
    page.entry("Cannot show", study.cannot_show)
    if study.overlap_note:
        page.entry("Overlap", study.overlap_note)


def _share_words(arm: Arm) -> str:
    checked = VERIFICATION_WORDS[arm.verification]
    if arm.counts is None:
        return f"{arm.label} {arm.percent} ({checked})"
    return f"{arm.label} {share_words(*arm.counts)}, 95% interval {interval_words(wilson(*arm.counts))} ({checked})"


def write_breakpoints(page: Page, breakpoints: Sequence[Breakpoint], citations: Citations) -> None:
    """Every breakpoint in mg/L, by drug and standard."""
    page.gap()
    page.paragraph("Breakpoints in mg/L:")
    for one in breakpoints:
        named = zip(("susceptible", "intermediate", "resistant"), one.limits, strict=True)
        limits = "; ".join(
            f"{name} {limit.text} ({VERIFICATION_WORDS[limit.verification]})" if limit else f"{name} {NOT_RECORDED}"
            for name, limit in named
        )
        said = limits if any(one.limits) else VERIFICATION_WORDS[one.verification]
        note = f" {one.note}" if one.note else ""
        head = f"- {one.drug}, {one.standard}, {one.edition_words} {_marks(one.sources, citations)}"
        page.paragraph(f"{head}: {said}.{note}", hanging=2)


def _marks(sources: Sequence[Source], citations: Citations) -> str:
    return citations.marks(source.reference for source in sources)
