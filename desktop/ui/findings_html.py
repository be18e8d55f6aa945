"""Findings, options and what was checked, as rich text for the cards of the regimen tab."""

from collections.abc import Mapping, Sequence

from desktop.domain.case import Assessment
from desktop.domain.case_choices import ENZYME_WORDS, ENZYMES
from desktop.domain.case_words import triggered_words
from desktop.domain.guidance import Reference
from desktop.domain.options import GuidelineOption, RegimenOption, standing_words
from desktop.domain.provenance import VERIFICATION_WORDS, Source
from desktop.domain.regimen import SUBJECT_WORDS, Finding, Side, missing_words
from desktop.ui.fragments import CITE_LINK
from desktop.ui.html_text import escape
from desktop.ui.marks import severity_html
from desktop.ui.words import only_english, tr

NO_GRAVE_FINDING = only_english("No stop and no caution among the rules that were checked. That is not an approval.")
CHOOSE_FIRST = only_english("Choose the enzymes found and the drugs of the regimen to see findings.")


def finding_html(finding: Finding, references: Mapping[str, Reference]) -> str:
    """One finding: what is the matter, what set it off, why, what to do, every side of a conflict, and its sources."""
    sides = "".join(_side_html(side, references) for side in finding.sides)
    differ = f'<p class="small"><strong>The sources differ</strong></p>{sides}' if sides else ""
    return (
        f"<p>{severity_html(finding.severity)} · <strong>{escape(finding.title)}</strong></p>"
        f'<p class="small">Because of: {escape(triggered_words(finding.triggered_by))}</p>'
        f"<p>{escape(finding.because)}</p>"
        f"<p><strong>What to do.</strong> {escape(finding.action)}</p>{differ}"
        f'<p class="small"><a href="pitfall:{finding.id}">{escape(_named(finding.sources, references))}</a> · '
        f"{VERIFICATION_WORDS[finding.verification]} · "
        f'<a href="{CITE_LINK}pitfall:{finding.id}">{tr("copy with citation")}</a></p>'
    )


def _side_html(side: Side, references: Mapping[str, Reference]) -> str:
    named = f"{_named(side.sources, references)}, {VERIFICATION_WORDS[side.verification]}"
    return f"<ul><li>{escape(side.says)} ({escape(named)})</li></ul>"


def _named(sources: Sequence[Source], references: Mapping[str, Reference]) -> str:
    places = (", ".join(filter(None, (references[s.reference].short, s.locator))) for s in sources)
    return "; ".join(dict.fromkeys(places))


def options_html(assessment: Assessment, references: Mapping[str, Reference]) -> str:
    """What guidelines name for the enzymes found, in their order; what cannot be had stays, greyed, with the reason."""
    found = [ENZYME_WORDS[slug] for slug in ENZYMES if slug in assessment.case.enzymes]
    if not found:
        return '<p class="small">Choose the enzymes found to see what guidelines name.</p>'
    head = f"<p><strong>What guidelines name for {escape(', '.join(found))}</strong></p>"
    if not assessment.options:
        return f'{head}<p class="small">No guideline in this library names a regimen for it.</p>'
    listed = "".join(_option_html(option, references) for option in assessment.options)
    return f'{head}{listed}<p class="small">Options for a clinician to weigh, not orders.</p>'


def _option_html(option: RegimenOption, references: Mapping[str, Reference]) -> str:
    positions = "".join(f'<p class="small">{_position(by, references)}</p>' for by in option.by)
    against = "".join(f"<p>{severity_html(one.severity)} · {escape(one.title)}</p>" for one in option.against)
    here = {None: "", True: '<p class="small">Available here.</p>'}.get(
        option.available, f'<p class="small">✕ {escape(option.why_not or "")}</p>'
    )
    child = "".join(f'<p class="caution">{escape(words)}</p>' for words in option.for_child)
    name = f"<strong>{escape(option.words)}</strong>: {option.standing}"
    look = ' class="information"' if option.available is False else ""
    return f"<p{look}>{name}</p>{child}{here}{against}{positions}"


def _position(by: GuidelineOption, references: Mapping[str, Reference]) -> str:
    link = f'<a href="reference:{by.issuer}">{escape(references[by.issuer].short)}</a>'
    words = escape(standing_words(by, "ISSUER")).replace("ISSUER", link, 1)
    return f"{words} ({VERIFICATION_WORDS[by.verification]})"


def coverage_words(assessment: Assessment, *, in_short: bool = False) -> str:
    """How much was checked, and what the rest would need, in one sentence each.

    `in_short` leaves out what it would need, for where there is no room.
    """
    run, left = len(assessment.checks_run), len(assessment.not_checked)
    missing = dict.fromkeys(subject for rule in assessment.not_checked for subject in rule.missing)
    wanted = ", ".join(SUBJECT_WORDS[subject] for subject in missing)
    needs = "" if in_short else f" Not said: {wanted}."
    unsaid = f" Not checked: {left}.{needs}" if left else ""
    return only_english(f"Checked: {run} of {run + left} rules.{unsaid}")


def coverage_html(assessment: Assessment) -> str:
    """Every rule that was checked, every one that was not with what it would need, and what no rule asks about."""
    unsaid = "".join(
        f"<p><strong>Not checked, as not said: {escape(missing)}</strong></p>{_list(titles)}"
        for missing, titles in missing_words(assessment.not_checked).items()
    )
    run = f"<p><strong>Checked:</strong></p>{_list(assessment.checks_run)}" if assessment.checks_run else ""
    return f"{unsaid}<p><strong>No rule asks about:</strong></p>{_list(assessment.not_covered)}{run}"


def _list(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
