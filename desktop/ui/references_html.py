"""References as a numbered list, and one reference as an entry."""

from collections.abc import Mapping

from desktop.domain.guidance import Reference
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.ui.html_text import escape


def references_html(references: Mapping[str, Reference], numbers: Mapping[str, int]) -> str:
    """Every cited reference with its number."""
    rows = "".join(
        f'<tr><td valign="top" style="padding: 4px 12px 8px 0;"><a href="reference:{key}">{number}</a></td>'
        f'<td style="padding: 4px 0 8px 0;">{reference_html(references[key])}</td></tr>'
        for key, number in sorted(numbers.items(), key=lambda item: item[1])
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>'


def reference_html(reference: Reference) -> str:
    """One reference as a list entry: what it is, whether it is a primary source, how deep it was read and checked."""
    where = ", ".join(str(part) for part in (reference.journal, reference.year, reference.volume_pages) if part)
    authors = f"{escape(reference.authors)} " if reference.authors else ""
    ids = [f"doi {reference.doi}" if reference.doi else "", f"PMID {reference.pmid}" if reference.pmid else ""]
    rank = "primary source" if reference.is_primary else "secondary source"
    read = (f"read: {reference.depth}", f"entry: {VERIFICATION_WORDS[reference.verification]}")
    facts = " · ".join(escape(fact) for fact in (reference.type, rank, *ids, *read) if fact)
    return f'{authors}{escape(reference.title)}. {escape(where)}<br><span class="small">{facts}</span>'
