"""The patient of a question: what it tells of kidneys, age and dialysis."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from desktop.domain.choosing import BORN_AT_TERM_BELOW_MONTHS
from desktop.domain.search_ages import (
    AgeSaid,
    age_said,
    names_adult,
    names_child,
    names_childrens_ward,
    names_parent,
)
from desktop.domain.search_birth import is_infant_born_early, names_early_birth
from desktop.domain.search_body import body_said
from desktop.domain.search_changing import kidneys_change
from desktop.domain.search_denial import NEGATIONS, Around
from desktop.domain.search_dialysis import PERITONEAL, dialysis_said
from desktop.domain.search_figures import UNKNOWN, Span, clearances_said, compared_said, filtrations_said, span_said
from desktop.domain.search_fit import CHILDREN, CLEARANCE, Kidneys, PatientAsked
from desktop.domain.search_numbers import CHILD, indexed_said, is_indexed, others_said, unit_said
from desktop.domain.search_query import Asked, Meaning, Query
from desktop.domain.search_words import Word, terms_in
from desktop.domain.search_young import is_below_adult, may_be_of_child

_NEWBORN = terms_in("newborn")
_KIDNEY, _CREATININE = terms_in("kidney"), terms_in("creatinine")
NORMAL, _HIGH = terms_in("normal kidneys"), terms_in("augmented renal clearance")
FILTRATION, _FILTRATION_RATE = terms_in("eGFR"), terms_in("glomerular filtration rate")
_FILTRATION_WORDS = frozenset({"gfr", "egfr", "mdrd"})
_ORGAN = frozenset({_KIDNEY, terms_in("renal")})
_KIDNEY_WORDS = _FILTRATION_WORDS | {"creatinine", "creat", "scr", "cr"}
# Another name of the clearance stands for it in full; what is only near to it, as "kidney failure", does not.
_IN_FULL = 0.75


def patient_asked(query: Query, asked: Sequence[Asked]) -> tuple[PatientAsked, list[Asked]]:
    """The patient of a question, and what else is asked.

    No passage needs to hold the figures; they ask for what is about children, the clearance or the kidneys.
    """
    phrases = {phrase for one in asked for phrase in one.all_phrases}
    drugs = _drugs(query, asked)
    figures, age = _figures_and_age(query, asked, drugs, phrases)
    others = others_said(query.words) | names_childrens_ward(query.words) | age.places
    around = Around(drugs, figures.said | others, names_clearance=bool(figures.clearance))
    dialysis = dialysis_said(query, asked, around)
    # On dialysis of a kind without rows a clearance means nothing.
    clearance = () if dialysis.is_other else figures.clearance
    changes = kidneys_change(query)
    names_kidneys = changes or dialysis.is_named or figures.names_kidneys or _names_kidneys(query, phrases)
    patient = PatientAsked(
        clearance=UNKNOWN if clearance and changes else _span(query, clearance),
        compared=None if clearance else _span(query, compared_said(query)),
        kidneys=_kidneys(query, phrases, changes=changes) if names_kidneys else Kidneys.UNSAID,
        is_child=age.is_child,
        months=age.months,
        age_open=names_kidneys and not age.is_child and _is_age_open(query, age.said, figures),
        dialysis=dialysis.kinds,
        dialysis_open=dialysis.is_open,
        dialysis_likely=dialysis.is_likely,
        dialysis_other=dialysis.is_other,
        effluent=dialysis.effluent,
        names_filtration=figures.names_filtration and not clearance,
    )
    denied = dialysis.denied if drugs or clearance else frozenset[int]()
    left = _left(query, asked, figures.said | others | denied, names_clearance=bool(clearance))
    return patient, [*left, *_asked_besides(patient, left)] if left else list(asked)


@dataclass(frozen=True, slots=True)
class _Age:
    """The age that was said, if one was; whether a child is meant, whatever says so; the months that choose a row."""

    said: AgeSaid | None
    is_child: bool
    months: int | None

    @property
    def places(self) -> frozenset[int]:
        """The places of its words."""
        return self.said.places if self.said else frozenset()


def _figures_and_age(
    query: Query, asked: Sequence[Asked], drugs: frozenset[int], phrases: AbstractSet[str]
) -> tuple["_Figures", _Age]:
    """What may choose a row; a child's filtration is one of these."""
    told = names_child(query.words, is_meant=not {CHILDREN, _NEWBORN}.isdisjoint(phrases))
    figures = _figures(query, asked, is_child=False)
    age = age_said(query.text, query.words, is_told=told, drugs=drugs, figures=figures.said)
    is_young = age is not None and age.is_of_child and not names_parent(query.words)
    is_child = told or is_young or _is_child_unsaid(query, age, figures.said)
    if is_child:
        figures = _figures(query, asked, is_child=True)
    return figures, _Age(age, is_child, _months(query, age) if is_young else None)


def _drugs(query: Query, asked: Sequence[Asked]) -> frozenset[int]:
    """The places of names of drugs."""
    named = {word for one in asked if one.drugs for word in one.typed}
    return frozenset(at for at, word in enumerate(query.words) if word in named)


def _is_child_unsaid(query: Query, age: AgeSaid | None, figures: AbstractSet[int]) -> bool:
    """Whether a body, a ward or a birth is a child's where no adult is named; a mother has no body of a child."""
    body, words = body_said(query), query.words
    if names_parent(words):
        return body.is_impossible
    if (age is not None and not age.is_of_child) or names_adult(query.text, words, figures):
        return False
    return body.is_small or bool(names_childrens_ward(words)) or is_infant_born_early(query.text, words)


def _months(query: Query, age: AgeSaid | None) -> int | None:
    """The age in months; that of an infant born early chooses no row of those born at term."""
    if age is None or age.months is None:
        return None
    is_youngest = age.months < BORN_AT_TERM_BELOW_MONTHS
    return None if is_youngest and names_early_birth(query.text, query.words) else age.months


def _span(query: Query, places: Sequence[int]) -> Span | None:
    return span_said(query, places) if places else None


def _left(query: Query, asked: Sequence[Asked], said: AbstractSet[int], *, names_clearance: bool) -> list[Asked]:
    """What is asked without what only says for whom; a clearance says all that "renal" or "kidneys" beside it could."""
    places = {word: at for at, word in enumerate(query.words)}
    return [
        one
        for one in asked
        if not all(places[word] in said for word in one.typed)
        and not (names_clearance and one.phrase in _ORGAN)
        # No passage speaks of a "boy"; what is about children is asked for.
        and not (
            CHILD.issuperset(word.letters for word in one.typed) and {CHILDREN, _NEWBORN}.isdisjoint(one.all_phrases)
        )
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
    of_clearance, of_filtration = _names(asked, words, CLEARANCE), _names(asked, words, _FILTRATION_RATE)
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


def _is_age_open(query: Query, age: AgeSaid | None, figures: _Figures) -> bool:
    """Whether nobody can tell that no child is meant: no adult is named, and so few years may be an age."""
    words, said = query.words, figures.said
    if names_parent(words):
        return False
    if is_below_adult(query):
        return True
    is_adult = age is not None and not age.is_of_child
    if is_adult or names_adult(query.text, words, said):
        return False
    return may_be_of_child(query, said, figures.clearance)


def _asked_besides(patient: PatientAsked, asked: Sequence[Asked]) -> Iterator[Asked]:
    """What the figures of a patient ask for, where no word does."""
    phrases = {phrase for one in asked for phrase in one.all_phrases}
    if patient.is_child and phrases.isdisjoint({CHILDREN, _NEWBORN}):
        yield Asked((), (Meaning(CHILDREN, 1),))
    if patient.dialysis_other and PERITONEAL not in phrases:
        yield Asked((), (Meaning(PERITONEAL, 1),))
    if patient.clearance is not None and CLEARANCE not in phrases:
        yield Asked((), (Meaning(CLEARANCE, 1),))
    if patient.asks_for_table and not any(_KIDNEY in phrase for phrase in phrases):
        yield Asked((), (Meaning(_KIDNEY, 1), Meaning(CLEARANCE, _IN_FULL)))


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
    names = any(word.letters in _KIDNEY_WORDS for word in query.words)
    return names or not {_KIDNEY, _CREATININE}.isdisjoint(terms)


def _kidneys(query: Query, phrases: AbstractSet[str], *, changes: bool) -> Kidneys:
    """How kidneys that are named are spoken of; where anything is denied, or changes, nothing is taken for normal."""
    if changes or any(word.letters in NEGATIONS for word in query.words):
        return Kidneys.NAMED
    if _HIGH in phrases:
        return Kidneys.HIGH
    return Kidneys.NORMAL if NORMAL in phrases else Kidneys.NAMED
