"""Breakpoints: which concentration a standard calls susceptible, intermediate and resistant."""

from dataclasses import dataclass

from desktop.domain.provenance import Source, Verification

NO_EDITION = "edition not recorded"
NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Limit:
    """The words of one class, such as "4 or less", and how far they were checked."""

    text: str
    verification: Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakpoint:
    """What one standard says of one drug, in mg/L; a class that is None was not recorded."""

    drug: str
    standard: str
    edition: str | None
    susceptible: Limit | None
    intermediate: Limit | None
    resistant: Limit | None
    note: str | None
    verification: Verification
    sources: tuple[Source, ...]

    @property
    def edition_words(self) -> str:
        """The version or year, or that it is not known."""
        return self.edition or NO_EDITION

    @property
    def limits(self) -> tuple[Limit | None, Limit | None, Limit | None]:
        """Susceptible, intermediate, resistant."""
        return self.susceptible, self.intermediate, self.resistant
