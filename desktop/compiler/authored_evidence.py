"""The forms of evidence.toml, guidelines.toml and breakpoints.toml."""

from typing import Annotated, Self

from pydantic import Field, StrictBool, StrictInt, model_validator

from desktop.compiler import closed_lists
from desktop.compiler.authored import AT_LEAST_ONE, Authored, Citation, Id, Ids, Number, Words, one_of, unfit
from desktop.domain.evidence import Outcome
from desktop.domain.provenance import Verification

EVIDENCE, GUIDELINES, BREAKPOINTS = "evidence.toml", "guidelines.toml", "breakpoints.toml"
_Cited = Annotated[tuple[Citation, ...], AT_LEAST_ONE]
_Count = Annotated[StrictInt, Field(ge=0)]


class AuthoredArm(Authored):
    """One group of a study: counted, or with the per cent that was printed."""

    label: Words
    events: _Count | None = None
    total: _Count | None = None
    percent: Words | None = None
    verification: Verification | None = None

    @model_validator(mode="after")
    def _counted_or_printed(self) -> Self:
        """The arm; it has both counts, with fewer events than people, or a printed per cent."""
        if (self.events is None) != (self.total is None):
            raise unfit("events and total do not stand together", "Give both, or only the percent that was printed.")
        if (self.events is None) == (self.percent is None):
            raise unfit("it has not exactly one of counts and percent", "Give events and total, or percent.")
        if self.events is not None and self.total is not None and not self.events <= self.total != 0:
            raise unfit(f"{self.events} of {self.total} is no share", "Correct the counts.")
        return self


class AuthoredCount(Authored):
    """One outcome of a study in each of its groups."""

    outcome: Outcome
    title: Words
    verification: Verification | None = None
    arm: Annotated[tuple[AuthoredArm, ...], AT_LEAST_ONE]


class AuthoredEffectMeasure(Authored):
    """One measure of effect as printed."""

    measure: Annotated[str, one_of(closed_lists.EFFECT_MEASURES)]
    title: Words
    first: Words
    second: Words
    value: Number
    low: Number | None = None
    high: Number | None = None
    p: Words | None = None
    adjusted: Words
    verification: Verification | None = None

    @model_validator(mode="after")
    def _interval_around_value(self) -> Self:
        """The measure; its interval has two ends and holds its value, which is above zero for a log axis."""
        if (self.low is None) != (self.high is None):
            raise unfit("low and high do not stand together", "Give both ends of the interval, or neither.")
        if self.low is not None and self.high is not None and not 0 < self.low <= self.value <= self.high:
            raise unfit("its interval does not hold its value", "Correct value, low and high.")
        if self.value == 0:
            raise unfit("a ratio of 0 cannot be drawn", "Correct the value.")
        return self


class AuthoredStudy(Authored):
    """One entry of evidence.toml."""

    id: Id
    title: Words
    design: Words
    population: Words
    size: Words
    shows: Words
    cannot_show: Words
    overlaps: Ids = ()
    overlap_note: Words | None = None
    preclinical: StrictBool = False
    citations: _Cited
    verification: Verification
    count: tuple[AuthoredCount, ...] = ()
    effect: tuple[AuthoredEffectMeasure, ...] = ()


class AuthoredPosition(Authored):
    """What one guideline says on one aspect."""

    text: Words
    strength: Words | None = None
    certainty: Words | None = None
    verification: Verification | None = None

    @model_validator(mode="after")
    def _graded_whole(self) -> Self:
        """The position; strength and certainty come together."""
        if (self.strength is None) != (self.certainty is None):
            raise unfit("strength and certainty do not stand together", "Give both in the issuer's words, or neither.")
        return self


class AuthoredGuideline(Authored):
    """One entry of guidelines.toml: one issuer."""

    id: Id
    name: Words
    issued: Words
    graded_with: Annotated[str, one_of(closed_lists.GRADING_SYSTEMS)]
    note: Words | None = None
    citations: _Cited
    verification: Verification
    preferred: AuthoredPosition
    alternative: AuthoredPosition
    polymyxins: AuthoredPosition
    combination: AuthoredPosition


class AuthoredLimit(Authored):
    """One class of a breakpoint."""

    text: Words
    verification: Verification | None = None


class AuthoredBreakpoint(Authored):
    """One entry of breakpoints.toml: one drug by one standard."""

    drug: Annotated[str, one_of(closed_lists.KNOWN_DRUGS)]
    standard: Annotated[str, one_of(closed_lists.STANDARDS)]
    edition: Words | None = None
    susceptible: AuthoredLimit | None = None
    intermediate: AuthoredLimit | None = None
    resistant: AuthoredLimit | None = None
    note: Words | None = None
    citations: _Cited
    verification: Verification

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        """The breakpoint; it has at least one class, or a note in its place."""
        if not any((self.susceptible, self.intermediate, self.resistant, self.note)):
            raise unfit("it says nothing", "Give at least one class, or a note.")
        return self

    @property
    def place(self) -> str:
        """What it is called to its author."""
        return f'breakpoint "{self.drug}" by {self.standard}'
