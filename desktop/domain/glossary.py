"""The words of the field: terms, what they mean, and every other name that a reader may know or mistype."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.provenance import Source, Verification


class NameKind(StrEnum):
    """What another name of a term is."""

    ABBREVIATION = "abbreviation"
    BRAND = "brand"
    SYNONYM = "synonym"
    MISSPELLING = "misspelling"


class TermKind(StrEnum):
    """What sort of thing a term names; abbreviations of drugs are search words and never shown in a sentence."""

    DRUG = "drug"
    ENZYME = "enzyme"
    BACTERIUM = "bacterium"
    INFECTION = "infection"
    LABORATORY = "laboratory"
    DOSING = "dosing"
    EVIDENCE = "evidence"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class TermName:
    """Another name of a term."""

    kind: NameKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of the glossary; `verification` is None where the definition only spells out a name.

    A drug's term has the drug's slug as its id, where the library holds doses of it.
    """

    id: str
    kind: TermKind
    name: str
    definition: str
    names: tuple[TermName, ...]
    sources: tuple[Source, ...]
    verification: Verification | None

    def named(self, kind: NameKind) -> tuple[str, ...]:
        """Its other names of one kind, in the author's order."""
        return tuple(other.name for other in self.names if other.kind is kind)
