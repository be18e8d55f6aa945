"""Breakpoints by drug, standard and edition, as a table."""

from collections.abc import Mapping, Sequence

from desktop.domain.breakpoints import NOT_RECORDED, Breakpoint, Limit
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.ui.fragments import citations_html, table_html
from desktop.ui.html_text import escape
from desktop.ui.matrix_html import drug_words

_HEADS = {"Drug": 22, "Standard": 23, "Susceptible": 18, "Intermediate": 18, "Resistant": 18}


def breakpoints_html(breakpoints: Sequence[Breakpoint], numbers: Mapping[str, int]) -> str:
    """A row for each drug and standard, in mg/L; each figure says how far it was checked."""
    rows = [_row(one, numbers) for one in breakpoints]
    return f'<p class="small">In mg/L.</p>{table_html(_HEADS, rows)}'


def _row(one: Breakpoint, numbers: Mapping[str, int]) -> tuple[str, ...]:
    cited = citations_html([source.reference for source in one.sources], numbers)
    standard = f"<strong>{escape(one.standard)}</strong>{cited}<br>{escape(one.edition_words)}"
    if not any(one.limits):
        said = f"{escape(one.note or NOT_RECORDED)}<br>{VERIFICATION_WORDS[one.verification]}"
        return drug_words(one.drug), standard, said, "", ""
    note = f"<br>{escape(one.note)}" if one.note else ""
    return drug_words(one.drug), standard + note, *(_limit(limit) for limit in one.limits)


def _limit(limit: Limit | None) -> str:
    if limit is None:
        return NOT_RECORDED
    return f"<strong>{escape(limit.text)}</strong><br>{VERIFICATION_WORDS[limit.verification]}"
