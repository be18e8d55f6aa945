"""The glossary as rows of content.db, with the names that the drugs' own files give."""

from collections.abc import Iterator

from desktop.compiler.authored_drug import AuthoredDrug
from desktop.compiler.authored_glossary import AuthoredTerm
from desktop.compiler.expression import is_abbreviation
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.tables import Tables
from desktop.domain.glossary import NameKind, TermKind


def add_glossary(tables: Tables, library: AuthoredLibrary) -> None:
    """Adds every term with all of its names; the drug of a term gives its brands and aliases."""
    drugs = {drug.id: drug for drug in library.drugs}
    for position, term in enumerate(library.terms, 1):
        tables.add(
            "term",
            id=term.id,
            position=position,
            kind=term.kind.value,
            name=term.name,
            definition=term.definition,
            verification=term.verification and term.verification.value,
        )
        for at, (kind, name) in enumerate(all_names(term, drugs.get(term.id)), 1):
            tables.add("term_name", term=term.id, position=at, kind=kind.value, name=name)
        if term.verification is not None:
            cited = [citation.source(term.verification) for citation in term.citations]
            tables.add_sources("term_source", cited, term=term.id)


def all_names(term: AuthoredTerm, drug: AuthoredDrug | None) -> Iterator[tuple[NameKind, str]]:
    """Every other name of a term, each once: its own, and those of the drug that it is."""
    given = {term.name.casefold()}
    for kind, name in (*term.names(), *_drug_names(term, drug)):
        if name.casefold() not in given:
            given.add(name.casefold())
            yield kind, name


def _drug_names(term: AuthoredTerm, drug: AuthoredDrug | None) -> Iterator[tuple[NameKind, str]]:
    if drug is None or term.kind is not TermKind.DRUG:
        return
    yield from ((NameKind.BRAND, brand) for brand in drug.brands)
    for alias in drug.aliases:
        yield NameKind.ABBREVIATION if is_abbreviation(alias) else NameKind.SYNONYM, alias
