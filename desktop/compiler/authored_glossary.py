"""The form of glossary.toml, and whether every name in it means one thing."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import model_validator

from desktop.compiler.authored import EACH_ONCE, Authored, Citation, Id, Words, unfit
from desktop.compiler.faults import Fault, listed
from desktop.domain.glossary import NameKind, TermKind
from desktop.domain.provenance import Verification

GLOSSARY_FILE = "glossary.toml"
Names = Annotated[tuple[Words, ...], EACH_ONCE]


class AuthoredTerm(Authored):
    """One term; a definition that states a fact has citations and says how far it was verified."""

    id: Id
    kind: TermKind
    name: Words
    abbreviations: Names = ()
    brands: Names = ()
    synonyms: Names = ()
    misspellings: Names = ()
    definition: Words
    citations: tuple[Citation, ...] = ()
    verification: Verification | None = None

    @model_validator(mode="after")
    def _sourced_whole(self) -> Self:
        """The term; what says how far it was verified says against what, unless it was not."""
        if self.citations and self.verification is None:
            raise unfit("it cites a source and does not say how far it was verified", "Give its verification.")
        if self.verification not in (None, Verification.UNVERIFIED, Verification.DERIVED) and not self.citations:
            raise unfit("its definition is called verified and cites nothing", "Cite the source.")
        return self

    @property
    def place(self) -> str:
        """What it is called to its author."""
        return f'term "{self.id}"'

    def names(self) -> Iterator[tuple[NameKind, str]]:
        """Every other name with its kind."""
        yield from ((NameKind.ABBREVIATION, name) for name in self.abbreviations)
        yield from ((NameKind.BRAND, name) for name in self.brands)
        yield from ((NameKind.SYNONYM, name) for name in self.synonyms)
        yield from ((NameKind.MISSPELLING, name) for name in self.misspellings)


def glossary_faults(terms: tuple[AuthoredTerm, ...]) -> Iterator[Fault]:
    """Ids used twice, and names that would lead to two terms or are given twice."""
    seen: set[str] = set()
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for term in terms:
        if term.id in seen:
            yield Fault(GLOSSARY_FILE, term.place, "the id is used twice", "Give each its own id.")
        seen.add(term.id)
        for name in (term.name, *(name for _, name in term.names())):
            holders[name.casefold()].append(term.id)
    for name, found in holders.items():
        if len(found) > 1:
            what = f'"{name}" is a name of {listed(found)}'
            yield Fault(GLOSSARY_FILE, f'term "{found[-1]}"', what, "Give the name once, to the term it means.")
