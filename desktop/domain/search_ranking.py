"""The order of what was found: by how much of a question it covers and how rare those words are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log

from desktop.domain.drugs import AgeBand, Band
from desktop.domain.search_fit import Fit, PatientAsked
from desktop.domain.search_patient import FILTRATION, NORMAL
from desktop.domain.search_question import Probe, Question, Weighed, question_of
from desktop.domain.search_words import terms_in

# BM25 (Robertson and Zaragoza 2009) with weighted fields.
_TITLE, _WORDS = 3.0, 2.0  # once in the text is 1
_SATURATION, _LENGTH_MATTERS, _USUAL_LENGTH = 1.2, 0.4, 400
_IN_PARTS = 0.7
_WHOLE_TITLE, _BEGUN_NAME = 12.0, 3.0
_OTHER_DRUG, _SAME_DRUG, _DRUG_UNSAID = 0.45, 1.15, 0.6
# A dose row that is not for the patient, or of a drug that was not named, comes after everything else.
_FITS = {Fit.YES: 1.5, Fit.ANY: 1.0, Fit.OPEN: 0.5, Fit.NO: 0.05}
_OTHER_DRUGS_DOSE, _TABLE_ASKED, _ALL_DOSES_ASKED, _NORMAL_MISSES = 0.05, 1.4, 1.8, 0.3
_OTHER_PATIENT, _OTHER_LABEL = 0.6, 0.5
_UNCOVERED_LEFT = 0.3
_ANSWER, _DOSE, _DRUG, _TABLE = "answer", "dose", "drug", "table"
_KIND_WEIGHTS = {
    "answer": 1.1,
    "drug": 1.1,
    "refusal": 0.8,
    "effect": 0.85,
    "basis": 0.85,
    "reference": 0.7,
    "claim": 0.6,
}
_CHILD = terms_in("children")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage as search terms: title, hidden words and text in one, with where the latter two begin.

    Every term has a space on both sides. `band` is set on a dose row that goes by the clearance, `ages` on a child's.
    """

    key: int
    kind: str
    target: str
    drug: str | None
    terms: str
    words_at: int
    text_at: int
    band: Band | None = None
    ages: AgeBand | None = None

    @property
    def title(self) -> str:
        """The terms of the title."""
        return self.terms[: self.words_at]

    @property
    def text(self) -> str:
        """The terms of the text."""
        return self.terms[self.text_at :]


def candidate(key: int, kind: str, target: str, drug: str | None, fields: Sequence[str]) -> Candidate:
    """A candidate from the terms of its title, its hidden words and its text."""
    title, words, text = fields
    before = f" {title} | {words} |"
    return Candidate(
        key=key,
        kind=kind,
        target=target,
        drug=drug,
        terms=f"{before} {text} ",
        words_at=len(title) + 2,
        text_at=len(before),
    )


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score."""

    candidate: Candidate
    score: float


def rarity(passages: int, of: int) -> float:
    """How much a word tells that so many of all passages hold."""
    return log(1 + (of - passages + 0.5) / (passages + 0.5))


def ranked(candidates: Iterable[Candidate], weighed: Sequence[Weighed], patient: PatientAsked) -> list[Ranked]:
    """The candidates, best first; equals in the order of the library."""
    candidates = tuple(candidates)
    question = question_of(weighed, patient)
    if _is_open(candidates, question):
        question = replace(question, patient_is_open=True)
    found = (Ranked(candidate, _score(candidate, question)) for candidate in candidates)
    ordered = sorted((one for one in found if one.score), key=lambda one: (-one.score, one.candidate.key))
    return _with_filtration_near(ordered) if patient.names_filtration else ordered


def _is_open(candidates: Sequence[Candidate], question: Question) -> bool:
    """Whether what was said of a patient chooses no dose row, and more of it would."""
    fits = {
        question.patient.fit(one.title, one.band, one.ages)
        for one in candidates
        if one.kind == _DOSE and one.band is not None and (not question.drugs or one.drug in question.drugs)
    }
    return question.patient.clearance is not None and Fit.YES not in fits and Fit.OPEN in fits


def _with_filtration_near(found: list[Ranked]) -> list[Ranked]:
    """A filtration rate chooses no row of an adult: the answer that says why is at least second."""
    for at, one in enumerate(found[2:], 2):
        if one.candidate.kind == _ANSWER and f" {FILTRATION} " in one.candidate.title:
            return [found[0], replace(one, score=found[0].score), *found[1:at], *found[at + 1 :]]
    return found


def _score(candidate: Candidate, question: Question) -> float:
    score = covered = 0.0
    names_drug = False
    saturation = _SATURATION * (1 - _LENGTH_MATTERS + _LENGTH_MATTERS * len(candidate.terms) / _USUAL_LENGTH)
    for probe, weight, is_drug in question.probes:
        share = _share(candidate, probe, saturation)
        if share:
            score += weight * share
            covered += weight
            names_drug = names_drug or is_drug
    for pair, worth in question.side_by_side:
        if pair in candidate.terms:
            score += worth
    score *= _UNCOVERED_LEFT + (1 - _UNCOVERED_LEFT) * covered / question.total
    score *= _KIND_WEIGHTS.get(candidate.kind, 1.0)
    if question.drugs and candidate.drug is not None:
        score *= _SAME_DRUG if candidate.drug in question.drugs else _OTHER_DRUG
    elif question.drugs and not names_drug:
        score *= _DRUG_UNSAID
    if candidate.kind == _TABLE and (question.asks_for_table or question.patient_is_open):
        score *= _table_weight(question, covered)
    return score * _patient_weight(candidate, question) + _name_bonus(candidate, question)


def _table_weight(question: Question, covered: float) -> float:
    """What counts for a table that is asked for; beside a bare dose, what it says nothing of is another subject."""
    if not question.drugs:
        return _DRUG_UNSAID
    if question.patient.asks_for_table or question.patient_is_open:
        return _TABLE_ASKED
    return _ALL_DOSES_ASKED if covered >= question.total else 1.0


def _name_bonus(candidate: Candidate, question: Question) -> float:
    """What is added where the query is the whole title, or has begun the name of a drug."""
    if candidate.title in question.whole_titles:
        return _WHOLE_TITLE
    begun = candidate.kind == _DRUG and question.begun is not None and candidate.title.startswith(question.begun)
    return _BEGUN_NAME if begun else 0.0


def _patient_weight(candidate: Candidate, question: Question) -> float:
    """What counts beside the words: for whom a passage is, and whether a dose row is for the patient asked about."""
    weight = 1.0
    if not question.patient.is_child and f" {_CHILD} " in candidate.title:
        weight *= _OTHER_PATIENT
    if question.patient.asks_for_table and NORMAL in candidate.title:
        weight *= _NORMAL_MISSES
    if candidate.kind in (_DOSE, _TABLE) and question.drugs and candidate.drug not in question.drugs:
        weight *= _OTHER_DRUGS_DOSE
    if candidate.kind != _DOSE:
        return weight
    if not question.drugs and (question.patient.dialysis or question.patient.dialysis_open):
        # Whoever names dialysis and no drug is led to the row of none.
        weight *= _DRUG_UNSAID
    if question.label is not None and question.label not in candidate.title:
        weight *= _OTHER_LABEL
    if question.asks_for_table and not question.patient.chooses_rows:
        return weight * _FITS[Fit.OPEN]
    return weight * _FITS[question.patient.fit(candidate.title, candidate.band, candidate.ages)]


def _share(candidate: Candidate, probe: Probe, saturation: float) -> float:
    """How well a candidate answers to one thing asked, from 0 to 1."""
    best = 0.0
    for phrase, strength in probe.phrases:
        # However often it is there, a phrase is worth less than its strength.
        if strength > best and (at := candidate.terms.find(phrase)) >= 0:
            before = _TITLE if at < candidate.words_at else _WORDS if at < candidate.text_at else 0.0
            times = before + candidate.terms.count(phrase, candidate.text_at)
            best = max(best, strength * times / (times + saturation))
    if probe.parts and best < _IN_PARTS:
        parts = sum(_share(candidate, part, saturation) for part in probe.parts)
        best = max(best, _IN_PARTS * parts / len(probe.parts))
    return best
