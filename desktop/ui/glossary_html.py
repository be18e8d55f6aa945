"""The glossary as the drawer shows it, and its terms as the page marks them."""

from collections.abc import Container, Mapping, Sequence

from desktop.domain.glossary import NameKind, Term, TermKind
from desktop.domain.guidance import Reference
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.ui.html_text import escape

_NAMED = {
    NameKind.ABBREVIATION: "Short",
    NameKind.BRAND: "Brands",
    NameKind.SYNONYM: "Also called",
}
_SEARCH_ONLY = "for searching only; never written in a prescription"


def term_html(term: Term, references: Mapping[str, Reference], drugs: Container[str]) -> str:
    """What one term means, its other names, and the sources where the meaning states a fact."""
    lines = [f"{words}: {escape(', '.join(term.named(kind)))}" for kind, words in _NAMED.items() if term.named(kind)]
    names = f'<p class="small">{". ".join(lines)}{_warned(term)}.</p>' if lines else ""
    return f"<p>{escape(term.definition)}{_drug_link(term, drugs)}</p>{names}{_sources_html(term, references)}"


def _warned(term: Term) -> str:
    drug = term.kind is TermKind.DRUG and term.named(NameKind.ABBREVIATION)
    return f" ({_SEARCH_ONLY})" if drug else ""


def _drug_link(term: Term, drugs: Container[str]) -> str:
    """A drug's term leads to the drug, where the library holds it."""
    return f' <a href="drug:{term.id}">Labels and warnings</a>' if term.id in drugs else ""


def _sources_html(term: Term, references: Mapping[str, Reference]) -> str:
    if term.verification is None:
        return ""
    named = ", ".join(
        f'<a href="reference:{source.reference}">{escape(references[source.reference].short)}</a>'
        + (f", {escape(source.locator)}" if source.locator else "")
        for source in term.sources
    )
    return f'<p class="quiet">{VERIFICATION_WORDS[term.verification]}{": " if named else ""}{named}</p>'


def glossary_html(terms: Sequence[Term], references: Mapping[str, Reference], drugs: Container[str]) -> str:
    """Every term in alphabetical order."""
    return "".join(
        f'<p><a name="{term.id}"></a><strong>{escape(term.name)}</strong></p>{term_html(term, references, drugs)}'
        for term in terms
    )
