"""The page of a drug: every label and guideline with its rows as printed, preparation, warnings and differences."""

from collections.abc import Mapping
from itertools import groupby

from desktop.domain.drug_entries import Entry, entries
from desktop.domain.drugs import Drug
from desktop.domain.guidance import Reference
from desktop.domain.provenance import VERIFICATION_WORDS, Source
from desktop.domain.wording import kept_together
from desktop.ui.fragments import anchor_html, heading_html
from desktop.ui.html_text import escape
from desktop.ui.source_html import NOBODY_YET

_ACROSS = "Warnings, and where labels and guidelines differ"


def drug_html(drug: Drug, references: Mapping[str, Reference]) -> str:
    """Everything that the library holds about a drug; each entry is a place that can be gone to by its id."""
    brands = f" Brands: {escape(', '.join(drug.brands))}." if drug.brands else ""
    parts = [
        f"<p>{anchor_html(drug.slug)}{escape(drug.kind[:1].upper() + drug.kind[1:])}.{brands}</p>",
        f'<p class="quiet">{NOBODY_YET} Rows are as printed; the row for a case is at the bedside.</p>',
    ]
    for basis, of_basis in groupby(entries(drug), key=lambda entry: entry.basis):
        parts.append(heading_html(3, basis.title if basis else _ACROSS))
        parts += [_entry_html(entry, references) for entry in of_basis]
    return "".join(parts)


def _entry_html(entry: Entry, references: Mapping[str, Reference]) -> str:
    # Each names its label or guideline: a reader who came from a search sees no heading above.
    about = escape(f"{entry.basis.short}, {entry.about}" if entry.basis else entry.about.capitalize())
    said = "<br>".join(escape(kept_together(line)) for line in (*entry.lines, *entry.remarks))
    cited = "; ".join(
        f'<a href="reference:{source.reference}">{escape(references[source.reference].short)}</a>'
        f"{_place(entry, source)} ({VERIFICATION_WORDS[source.verification]})"
        for source in entry.sources
    )
    return f'<p>{anchor_html(entry.id)}<strong>{about}.</strong> {said}</p><p class="quiet">{cited}</p>'


def _place(entry: Entry, source: Source) -> str:
    """Where in its source an entry stands; of a dose row also that the library does not hold it."""
    place = source.place if entry.row is not None else source.locator
    return f", {escape(place)}" if place else ""
