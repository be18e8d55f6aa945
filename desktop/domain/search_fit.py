"""For whom a question is asked, as values; and whether a dose row is for such a patient."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from desktop.domain.drugs import L_PER_HOUR, AgeBand, Band
from desktop.domain.search_dialysis import CRRT, DIALYSIS
from desktop.domain.search_figures import Span, exactly
from desktop.domain.search_words import terms_in

CHILDREN, CLEARANCE = terms_in("children"), terms_in("creatinine clearance")
_END_STAGE = f" {terms_in('end stage')} "
# What is looked at where kidneys are named without a figure; it chooses among rows to read, no dose.
_NORMAL_ML_MIN, _HIGH_ML_MIN, _SICK_BELOW_ML_MIN = Decimal(90), Decimal(130), Decimal(60)


class Kidneys(Enum):
    """How a question speaks of kidneys without a figure; named and no more, they may be sick."""

    UNSAID = auto()
    NAMED = auto()
    NORMAL = auto()
    HIGH = auto()


class Fit(Enum):
    """Whether a dose row is for the patient of a question; OPEN where that hangs on what was not said."""

    YES = auto()
    ANY = auto()
    OPEN = auto()
    NO = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientAsked:
    """For whom a question is asked: the clearance, or how kidneys are spoken of; a child or not, and its age.

    `compared` is what a comparison without a name would be of a clearance: it brings no row forward, but puts back what
    does not hold it. `dialysis` are the kinds of dialysis that the patient is on, as terms; with `dialysis_open`
    nobody can tell whether it runs, with `dialysis_likely` only kidneys at their end speak for it, and
    `dialysis_other` is of a kind without rows. With `age_open` nobody can tell whether somebody who is not named a
    child is an adult. `effluent` is the rate of continuous therapy in L per hour. `names_filtration` says that a
    filtration rate was given, by which no row of an adult goes.
    """

    clearance: Span | None = None
    compared: Span | None = None
    kidneys: Kidneys = Kidneys.UNSAID
    is_child: bool = False
    months: int | None = None
    dialysis: frozenset[str] = frozenset()
    dialysis_open: bool = False
    dialysis_likely: bool = False
    dialysis_other: bool = False
    age_open: bool = False
    effluent: Decimal | None = None
    names_filtration: bool = False

    @property
    def chooses_rows(self) -> bool:
        """Whether some dose rows are nearer to the question than others."""
        return self.is_child or self.clearance is not None or self.kidneys is not Kidneys.UNSAID

    @property
    def looks_at_rows(self) -> bool:
        """Whether the bands of dose rows matter to the question."""
        return self.chooses_rows or self.compared is not None

    @property
    def asks_for_table(self) -> bool:
        """Whether only what was not said could choose a row: an age, a figure, whether dialysis runs, or which kind."""
        if self.age_open:
            return True
        if self.dialysis or self.dialysis_open:
            return self.dialysis_open or self.dialysis == DIALYSIS
        return self.kidneys is Kidneys.NAMED and self.clearance is None

    @property
    def titles(self) -> tuple[str, ...]:
        """What the title of a dose row for such a patient may hold, as terms; nothing where no row is nearer."""
        if self.is_child:
            return (CHILDREN,)
        if self.dialysis_open:
            return (CLEARANCE, *sorted(DIALYSIS))
        return tuple(sorted(self.dialysis)) or ((CLEARANCE,) if self.chooses_rows else ())

    def fit(self, title: str, band: Band | None, ages: AgeBand | None) -> Fit:
        """Whether a dose row is for the patient, by the terms of its title, its band and its ages.

        None is for sure while the age is open.
        """
        found = self._fit(title, band, ages)
        return Fit.OPEN if self.age_open and found in {Fit.YES, Fit.ANY} else found

    def _fit(self, title: str, band: Band | None, ages: AgeBand | None) -> Fit:
        if not self.chooses_rows:
            is_out = self.compared is not None and band is not None and not self.compared.is_within(band)
            return Fit.NO if is_out else Fit.ANY
        of_age = ages is None or self.months is None or ages.holds(self.months)
        if self.is_child != (ages is not None) or not of_age:
            return Fit.NO
        if band is not None and band.unit == L_PER_HOUR:
            return self._fit_of_rate(band)
        of = frozenset(kind for kind in DIALYSIS if f" {kind} " in title)
        if self.dialysis:
            is_sure = not self.dialysis_likely or _END_STAGE in title
            return self._fit_of_dialysis(of, band, is_sure=is_sure)
        if self.dialysis_open:
            # A row for dialysis hangs on whether it runs, and so does the one for the clearance.
            is_out = not of and (band is None or self._fit_of_band(band) is Fit.NO)
            return Fit.NO if is_out else Fit.OPEN
        if band is None:
            # What has no band and is for dialysis is for nothing else.
            return Fit.ANY if self.clearance is None and not of else Fit.NO
        return self._fit_of_band(band)

    def _fit_of_rate(self, band: Band) -> Fit:
        """A row by effluent rate hangs on that, and is for nobody without continuous therapy."""
        if self.effluent is None or self.dialysis != {CRRT}:
            return Fit.OPEN if self.dialysis_open or CRRT in self.dialysis else Fit.NO
        return Fit.YES if band.holds(self.effluent) else Fit.NO

    def _fit_of_dialysis(self, of: AbstractSet[str], band: Band | None, *, is_sure: bool) -> Fit:
        """A row for one kind is never one for the other and hangs on which it is; none by clearance is continuous.

        A child's also hangs on the age, and where dialysis is no more than likely, a row that does not say so on that.
        """
        if of & self.dialysis:
            is_of_age = not self.is_child or self.months is not None
            return Fit.YES if self.dialysis <= of and is_sure and is_of_age else Fit.OPEN
        return Fit.NO if of or band is None or CRRT in self.dialysis else self._fit_of_band(band)

    def _fit_of_band(self, band: Band) -> Fit:
        usual = {Kidneys.NORMAL: _NORMAL_ML_MIN, Kidneys.HIGH: _HIGH_ML_MIN}.get(self.kidneys)
        wanted = exactly(usual) if usual is not None and self.clearance is None else self.clearance
        if wanted is not None and not wanted.is_within(band):
            return Fit.OPEN if wanted.meets(band) else Fit.NO
        if wanted is not None:
            return Fit.OPEN if self.is_child and self.months is None else Fit.YES
        if self.kidneys is Kidneys.NAMED:
            return (
                Fit.OPEN if band.is_for_all or (band.high is not None and band.high <= _SICK_BELOW_ML_MIN) else Fit.NO
            )
        return Fit.YES if band.high is None and self.months is not None else Fit.OPEN
