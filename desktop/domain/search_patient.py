"""The patient of a question: what it tells of kidneys and age, and which dose rows are for such a patient."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from desktop.domain.drugs import L_PER_HOUR, AgeBand, Band
from desktop.domain.search_ages import age_said, names_child, names_parent
from desktop.domain.search_denial import NEGATIONS, Around
from desktop.domain.search_dialysis import CRRT, DIALYSIS, dialysis_said
from desktop.domain.search_figures import Span, clearances_said, exactly, filtrations_said, span_said
from desktop.domain.search_numbers import CHILD, indexed_said, is_indexed, others_said, unit_said
from desktop.domain.search_query import Asked, Meaning, Query
from desktop.domain.search_words import Word, terms_in

_CHILD, _NEWBORN = terms_in("children"), terms_in("newborn")
_KIDNEY, _CREATININE, _CLEARANCE = terms_in("kidney"), terms_in("creatinine"), terms_in("creatinine clearance")
NORMAL, _HIGH = terms_in("normal kidneys"), terms_in("augmented renal clearance")
FILTRATION, _FILTRATION_RATE = terms_in("eGFR"), terms_in("glomerular filtration rate")
_FILTRATION_WORDS = frozenset({"gfr", "egfr", "mdrd"})
_ORGAN = frozenset({_KIDNEY, terms_in("renal")})
_KIDNEY_WORDS = _FILTRATION_WORDS | {"creatinine", "creat", "scr", "cr"}
# Another name of the clearance stands for it in full; what is only near to it, as "kidney failure", does not.
_IN_FULL = 0.75
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


@dataclass(frozen=True, slots=True)
class PatientAsked:
    """For whom a question is asked: the clearance, or how kidneys are spoken of; a child or not, and its age.

    `dialysis` are the kinds of dialysis that the patient is on, as terms; with `dialysis_open` nobody can tell whether
    it runs. `effluent` is the rate of continuous therapy in L per hour. `names_filtration` says that a filtration rate
    was given, by which no row of an adult goes.
    """

    clearance: Span | None = None
    kidneys: Kidneys = Kidneys.UNSAID
    is_child: bool = False
    months: int | None = None
    dialysis: frozenset[str] = frozenset()
    dialysis_open: bool = False
    effluent: Decimal | None = None
    names_filtration: bool = False

    @property
    def chooses_rows(self) -> bool:
        """Whether some dose rows are nearer to the question than others."""
        return self.is_child or self.clearance is not None or self.kidneys is not Kidneys.UNSAID

    @property
    def asks_for_table(self) -> bool:
        """Whether only what was not said could choose a row: a figure, whether dialysis runs, or which kind."""
        if self.dialysis or self.dialysis_open:
            return self.dialysis_open or self.dialysis == DIALYSIS
        return self.kidneys is Kidneys.NAMED and self.clearance is None

    @property
    def titles(self) -> tuple[str, ...]:
        """What the title of a dose row for such a patient may hold, as terms; nothing where no row is nearer."""
        if self.is_child:
            return (_CHILD,)
        if self.dialysis_open:
            return (_CLEARANCE, *sorted(DIALYSIS))
        return tuple(sorted(self.dialysis)) or ((_CLEARANCE,) if self.chooses_rows else ())

    def fit(self, title: str, band: Band | None, ages: AgeBand | None) -> Fit:
        """Whether a dose row is for the patient, by the terms of its title, its band and its ages."""
        if not self.chooses_rows:
            return Fit.ANY
        of_age = ages is None or self.months is None or ages.holds(self.months)
        if self.is_child != (ages is not None) or not of_age:
            return Fit.NO
        if band is not None and band.unit == L_PER_HOUR:
            return self._fit_of_rate(band)
        of = frozenset(kind for kind in DIALYSIS if f" {kind} " in title)
        if self.dialysis:
            return self._fit_of_dialysis(of, band)
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

    def _fit_of_dialysis(self, of: AbstractSet[str], band: Band | None) -> Fit:
        """A row for one kind is never one for the other and hangs on which it is; none by clearance is continuous."""
        if of & self.dialysis:
            return Fit.YES if self.dialysis <= of else Fit.OPEN
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


def patient_asked(query: Query, asked: Sequence[Asked]) -> tuple[PatientAsked, list[Asked]]:
    """The patient of a question, and what else is asked.

    No passage needs to hold the figures; they ask for what is about children, the clearance or the kidneys.
    """
    phrases = {phrase for one in asked for phrase in one.all_phrases}
    told = names_child(query.words, is_meant=not {_CHILD, _NEWBORN}.isdisjoint(phrases))
    named = {word for one in asked if one.drugs for word in one.typed}
    drugs = frozenset(at for at, word in enumerate(query.words) if word in named)
    kidneys = _figures(query, asked, is_child=False).said
    age = age_said(query.text, query.words, is_told=told, drugs=drugs, figures=kidneys)
    is_young = age is not None and age.is_of_child and not names_parent(query.words)
    figures = _figures(query, asked, is_child=told or is_young)
    others = others_said(query.words) | (age.places if age else frozenset())
    around = Around(drugs, figures.said | others, names_clearance=bool(figures.clearance))
    dialysis = dialysis_said(query, asked, around)
    # On dialysis of a kind without rows a clearance means nothing.
    clearance = () if dialysis.is_other else figures.clearance
    names_kidneys = dialysis.is_named or dialysis.is_other or figures.names_kidneys or _names_kidneys(query, phrases)
    patient = PatientAsked(
        clearance=span_said(query, clearance) if clearance else None,
        kidneys=_kidneys(query, phrases) if names_kidneys else Kidneys.UNSAID,
        is_child=told or is_young,
        months=age.months if age is not None and is_young else None,
        dialysis=dialysis.kinds,
        dialysis_open=dialysis.is_open,
        effluent=dialysis.effluent,
        names_filtration=figures.names_filtration and not clearance,
    )
    said = figures.said | others
    if drugs or clearance:
        said |= dialysis.denied
    left = _left(query, asked, said, names_clearance=bool(clearance))
    return patient, [*left, *_asked_besides(patient, left)] if left else list(asked)


def _left(query: Query, asked: Sequence[Asked], said: AbstractSet[int], *, names_clearance: bool) -> list[Asked]:
    """What is asked without what only says for whom; a clearance says all that "renal" or "kidneys" beside it could."""
    places = {word: at for at, word in enumerate(query.words)}
    return [
        one
        for one in asked
        if not all(places[word] in said for word in one.typed)
        and not (names_clearance and one.phrase in _ORGAN)
        # No passage speaks of a "boy"; what is about children is asked for.
        and not ({word.letters for word in one.typed} <= CHILD and {_CHILD, _NEWBORN}.isdisjoint(one.all_phrases))
    ]


@dataclass(frozen=True, slots=True)
class _Figures:
    """The places of figures that may choose a row, whether a filtration rate is named, and all that says so."""

    clearance: Sequence[int]
    names_filtration: bool
    names_kidneys: bool
    said: frozenset[int]


def _figures(query: Query, asked: Sequence[Asked], *, is_child: bool) -> _Figures:
    """The figures for the kidneys; the rows of children go by the filtration rate, those of adults never."""
    words = query.words
    of_clearance, of_filtration = _names(asked, words, _CLEARANCE), _names(asked, words, _FILTRATION_RATE)
    of_filtration += [at for at, word in enumerate(words) if word.letters in _FILTRATION_WORDS]
    filtrations = filtrations_said(query, of_filtration, of_clearance)
    clearance = clearances_said(query, of_clearance, filtrations)
    if is_child and filtrations:
        # Of two figures that are not told apart none chooses.
        indexed = [at for at in filtrations if is_indexed(words, at)]
        clearance = indexed or (filtrations if not clearance else [])
    said = indexed_said(words).union(filtrations, *(unit_said(words, at) for at in filtrations))
    said = said.union(clearance, *(unit_said(words, at) for at in clearance))
    return _Figures(clearance, bool(of_filtration or filtrations), bool(filtrations), said)


def _asked_besides(patient: PatientAsked, asked: Sequence[Asked]) -> Iterator[Asked]:
    """What the figures of a patient ask for, where no word does."""
    phrases = {phrase for one in asked for phrase in one.all_phrases}
    if patient.is_child and phrases.isdisjoint({_CHILD, _NEWBORN}):
        yield Asked((), (Meaning(_CHILD, 1),))
    if patient.clearance is not None and _CLEARANCE not in phrases:
        yield Asked((), (Meaning(_CLEARANCE, 1),))
    if patient.asks_for_table and not any(_KIDNEY in phrase for phrase in phrases):
        yield Asked((), (Meaning(_KIDNEY, 1), Meaning(_CLEARANCE, _IN_FULL)))


def _names(asked: Sequence[Asked], words: Sequence[Word], phrase: str) -> list[int]:
    """The places of the words that stand in full for a phrase."""
    named = {
        word
        for one in asked
        for m in one.phrases
        if m.phrase == phrase and m.strength >= _IN_FULL
        for word in one.typed
    }
    return [at for at, word in enumerate(words) if word in named]


def _names_kidneys(query: Query, phrases: AbstractSet[str]) -> bool:
    terms = {term for phrase in phrases for term in phrase.split()}
    return not {_KIDNEY, _CREATININE}.isdisjoint(terms) or any(word.letters in _KIDNEY_WORDS for word in query.words)


def _kidneys(query: Query, phrases: AbstractSet[str]) -> Kidneys:
    """How kidneys that are named are spoken of; where anything is denied, nothing is taken for normal."""
    if any(word.letters in NEGATIONS for word in query.words):
        return Kidneys.NAMED
    if _HIGH in phrases:
        return Kidneys.HIGH
    return Kidneys.NORMAL if NORMAL in phrases else Kidneys.NAMED
