"""What sheets show of the glossary."""

from dataclasses import dataclass

from desktop.content.library import Library
from desktop.domain.glossary import NameKind, Term
from desktop.domain.provenance import VERIFICATION_WORDS

_NAMED = {NameKind.ABBREVIATION: "Short", NameKind.BRAND: "Brands", NameKind.SYNONYM: "Also called"}


@dataclass(frozen=True, slots=True)
class TermValues:
    """A term with its other names, and where its meaning was found; each of the two may be empty."""

    term: Term
    names: str
    source: str


def glossary_values(library: Library) -> tuple[TermValues, ...]:
    """Every term in alphabetical order; misspellings, which only help to search, are left out."""
    return tuple(TermValues(term, _names(term), _source(library, term)) for term in library.glossary)


def _names(term: Term) -> str:
    return ". ".join(f"{words}: {', '.join(term.named(kind))}" for kind, words in _NAMED.items() if term.named(kind))


def _source(library: Library, term: Term) -> str:
    cited = ", ".join(library.references[source.reference].short for source in term.sources)
    level = "" if term.verification is None else VERIFICATION_WORDS[term.verification]
    return ": ".join(filter(None, (level, cited)))
