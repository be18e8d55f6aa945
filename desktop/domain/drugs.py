"""Drugs as their sources describe them: bases (a label or a guideline), their rows, and what they refuse."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from desktop.domain.given import Given, Supplement
from desktop.domain.note import Note, NoteKind, texts
from desktop.domain.provenance import Source, Verification
from desktop.domain.refusal import Refusal

ML_MIN, ML_MIN_1_73, L_PER_HOUR = "mL/min", "mL/min per 1.73 m2", "L per hour"
"""What the edges of a band are in: of an adult's clearance, of a child's filtration, of an effluent rate."""


class When(StrEnum):
    """What decides that a row applies."""

    CLEARANCE = "clearance"
    HAEMODIALYSIS = "haemodialysis"
    CRRT = "crrt"
    EFFLUENT = "effluent"


class Situation(StrEnum):
    """A situation in which a basis may have no row; each then carries its own refusal."""

    ALL = "all"
    CHILD = "child"
    HAEMODIALYSIS = "haemodialysis"
    CRRT = "crrt"
    EFFLUENT = "effluent"
    OUTSIDE = "outside"
    CHILD_KIDNEYS = "child-kidneys"


@dataclass(frozen=True, slots=True)
class Band:
    """The clearances a row is for: the label's own words, and the continuous edges they are read as, in `unit`.

    Whole-number bands leave gaps (30.4 lies between "16 to 30" and "31 to 50"); the encoded edges close them.
    """

    printed: str
    low: Decimal
    low_inclusive: bool
    high: Decimal | None
    high_inclusive: bool
    verification: Verification
    unit: str = ML_MIN

    @property
    def is_for_all(self) -> bool:
        """Whether it holds every clearance."""
        return self.high is None and not self.low

    def holds(self, value: Decimal) -> bool:
        """Whether an unrounded value lies in the band."""
        above = value >= self.low if self.low_inclusive else value > self.low
        if self.high is None:
            return above
        return above and (value <= self.high if self.high_inclusive else value < self.high)


@dataclass(frozen=True, slots=True)
class AgeBand:
    """The ages of children that a row is for, in whole months; the lower end belongs to it, the upper does not."""

    from_months: int
    below_months: int

    def holds(self, months: int) -> bool:
        """Whether an age lies in the band."""
        return self.from_months <= months < self.below_months


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of one source, with the place it can be found again.

    Either `maintenance` or `refusal` is set. `without_dialysis` is set on a clearance row that holds only while
    dialysis runs. `use` tells rows apart by indication or severity. `children` is set on a row for children only.
    """

    id: str
    use: str | None
    when: When
    band: Band
    maintenance: Given | None
    source: Source
    loading: Given | None = None
    supplement: Supplement | None = None
    refusal: Refusal | None = None
    without_dialysis: Refusal | None = None
    also_haemodialysis: bool = False
    also_crrt: bool = False
    children: AgeBand | None = None
    printed_dose: str | None = None
    noted: tuple[Note, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said beside the row, in full."""
        return texts(self.noted)


class PreparationKind(StrEnum):
    """What a line about preparing and giving a drug is about, in the order it is shown."""

    RECONSTITUTION = "reconstitution"
    DILUTION = "dilution"
    CONCENTRATION = "concentration"
    STABILITY = "stability"
    ADMINISTRATION = "administration"
    LINE = "line"
    CONTENT = "content"
    MONITORING = "monitoring"


@dataclass(frozen=True, slots=True)
class Preparation:
    """One line of a source about preparing, giving or watching a drug."""

    kind: PreparationKind
    text: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One label or guideline for one drug."""

    slug: str
    title: str
    short: str
    product: str
    source: Source
    dated: str | None
    indications: str
    off_label_note: str | None = None
    clearance_per_1_73: bool = False
    listed_unverified: str | None = None
    noted: tuple[Note, ...] = ()
    refusals: Mapping[Situation, Refusal] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    preparation: tuple[Preparation, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said beside every dose of it, in full."""
        return texts(self.noted)

    @property
    def maxima(self) -> tuple[Note, ...]:
        """What it says of the most that may be given in a day."""
        return tuple(note for note in self.noted if note.kind is NoteKind.MAXIMUM)

    @property
    def uses(self) -> tuple[str | None, ...]:
        """The indications or severities with rows of their own; (None,) where one set serves all."""
        return tuple(dict.fromkeys(row.use for row in self.rows)) or (None,)


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning about a drug, or a difference between its labels, with its sources."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drug:
    """One drug with every basis the library holds for it."""

    slug: str
    name: str
    kind: str
    brands: tuple[str, ...]
    aliases: tuple[str, ...]
    bases: tuple[Basis, ...]
    warnings: tuple[Remark, ...] = ()
    label_differences: tuple[Remark, ...] = ()

    def basis(self, slug: str) -> Basis | None:
        """The basis with this slug, or None when the drug has none such."""
        return next((basis for basis in self.bases if basis.slug == slug), None)

    def with_first(self, slug: str | None) -> "Drug":
        """The drug with one basis before the others, which keep their order; none is lost."""
        return replace(self, bases=tuple(sorted(self.bases, key=lambda basis: basis.slug != slug))) if slug else self
