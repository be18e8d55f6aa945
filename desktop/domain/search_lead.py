"""What may come first: a dose row only where it is the patient's; else a table, a refusal or an answer leads."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.search_dialysis import BRAIN, PERITONEAL
from desktop.domain.search_fit import CHILDREN, Fit, Kidneys, PatientAsked
from desktop.domain.search_patient import NORMAL
from desktop.domain.search_question import Weighed, label_asked
from desktop.domain.search_ranking import Candidate, Ranked
from desktop.domain.search_words import terms_in

_DOSE, _TABLE, _REFUSAL = "dose", "table", "refusal"
_ANSWERS = frozenset({"answer", "statement", "pitfall"})
_ABOVE = 1.01
_PRINTS_A_DOSE = re.compile(r" ever \d+ hour ")
NOT_COVERED = terms_in("not covered")
_OTHER_DIALYSIS = (PERITONEAL, terms_in("slow extended dialysis"))
_NORMAL_ROW, _KIDNEYS = (f" {terms_in(word)} " for word in ("normal", "kidneys"))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked, as far as it decides what may come first; `drugs` has one set for each drug that is named."""

    weighed: Sequence[Weighed]
    patient: PatientAsked
    drugs: tuple[frozenset[str], ...]
    label: str | None
    drugs_of: Mapping[str, frozenset[str]]

    @property
    def drug(self) -> frozenset[str]:
        """The drug that is named; none where several are."""
        return self.drugs[0].intersection(*self.drugs[1:]) if self.drugs else frozenset()

    @property
    def named(self) -> frozenset[str]:
        """Every drug that is named."""
        return frozenset().union(*self.drugs)

    @property
    def names_several(self) -> bool:
        """Whether more than one drug is named."""
        return bool(self.drugs) and not self.drug

    @property
    def chooses_dose(self) -> bool:
        """Whether a clearance or dialysis was given, by which doses go."""
        return self.patient.clearance is not None or bool(self.patient.dialysis)

    def own_rows(self, found: Iterable[Ranked]) -> list[Candidate]:
        """The dose rows of the drug that is named, and of the label where one is."""
        rows = (one.candidate for one in found if one.candidate.kind == _DOSE and one.candidate.drug in self.drug)
        return [row for row in rows if self.label is None or self.label in row.title]

    def fits(self, rows: Iterable[Candidate]) -> frozenset[Fit]:
        """How rows fit the patient."""
        return frozenset(self.patient.fit(row.title, row.band, row.ages) for row in rows)


def uncovered(weighed: Sequence[Weighed], patient: PatientAsked) -> tuple[str, ...]:
    """What is asked about and has no dose in any source, in the words in which that is said of it."""
    brain = (BRAIN,) if any(BRAIN in one.asked.all_phrases for one in weighed) else ()
    return (*brain, *(_OTHER_DIALYSIS if patient.dialysis_other else ()))


def led(
    found: list[Ranked],
    weighed: Sequence[Weighed],
    patient: PatientAsked,
    drugs_of: Mapping[str, frozenset[str]],
) -> list[Ranked]:
    """What was found, best first, after what may lead it; `drugs_of` gives the drugs that an answer is about."""
    drugs = tuple(one.asked.drugs for one in weighed if one.asked.drugs)
    lead = _lead(found, _Asked(weighed, patient, drugs, label_asked(weighed), drugs_of))
    if lead is None or lead is found[0]:
        return found
    return [replace(lead, score=found[0].score * _ABOVE), *(one for one in found if one is not lead)]


def _lead(found: Sequence[Ranked], asked: _Asked) -> Ranked | None:
    """What leads; None where nothing better than the first was found."""
    chosen = next(iter([*_not_covered(found, asked), *_of_several(found, asked), *_of_open(found, asked)]), None)
    if chosen is not None or not found or _may_lead(found[0].candidate, asked, found):
        return chosen
    return _instead(found[1:], asked)


def _not_covered(found: Sequence[Ranked], asked: _Asked) -> list[Ranked]:
    """What says that no dose is covered, where one is asked for that is not."""
    phrases = uncovered(asked.weighed, asked.patient)
    if not asked.patient.chooses_rows and not any(one.candidate.kind in (_DOSE, _TABLE) for one in found[:1]):
        return []
    return [
        one
        for one in found
        if one.candidate.text.startswith(f" {NOT_COVERED} ")
        and any(f" {phrase} " in one.candidate.terms for phrase in phrases)
    ]


def _of_several(found: Sequence[Ranked], asked: _Asked) -> list[Ranked]:
    """Of several drugs for one patient: what is said of them as a pair for such kidneys, then their tables."""
    if not asked.names_several or not asked.chooses_dose:
        return []
    is_normal = all(_is_normal(found, drugs, asked) for drugs in asked.drugs)
    pairs = [
        one
        for one in found
        if asked.drugs_of.get(one.candidate.target) == asked.named
        and _KIDNEYS in one.candidate.title
        and (NORMAL in one.candidate.title) is is_normal
    ]
    return [*pairs, *_tables(found, asked)]


def _is_normal(found: Sequence[Ranked], drugs: frozenset[str], asked: _Asked) -> bool:
    """Whether a row of a drug that is for normal kidneys is for the patient."""
    rows = (one.candidate for one in found if one.candidate.kind == _DOSE and one.candidate.drug in drugs)
    return Fit.YES in asked.fits(row for row in rows if _NORMAL_ROW in row.title)


def _of_open(found: Sequence[Ranked], asked: _Asked) -> list[Ranked]:
    """What leads where no row is for the kidneys that are named: the table of an adult, or the refusal of a child."""
    fits, patient = asked.fits(asked.own_rows(found)), asked.patient
    if patient.is_child:
        is_asked = asked.chooses_dose or patient.kidneys is not Kidneys.UNSAID
        return _refusals(found, asked) if is_asked and not fits & {Fit.OPEN, Fit.YES} else []
    is_open = asked.chooses_dose and (Fit.OPEN in fits or patient.dialysis_likely)
    return _tables(found, asked) if is_open and Fit.YES not in fits else []


def _tables(found: Sequence[Ranked], asked: _Asked) -> list[Ranked]:
    return [one for one in found if one.candidate.kind == _TABLE and one.candidate.drug in asked.named]


def _refusals(found: Sequence[Ranked], asked: _Asked) -> list[Ranked]:
    """Why a drug that is named has no dose for a child: of the label that is named, and for its kidneys or its age."""
    refusals = [
        one
        for one in found
        if one.candidate.kind == _REFUSAL
        and one.candidate.drug in asked.drug
        and f" {CHILDREN} " in one.candidate.title
    ]
    months = asked.patient.months
    has_rows = months is not None and any(row.ages and row.ages.holds(months) for row in asked.own_rows(found))
    refusals.sort(key=lambda one: (_KIDNEYS in one.candidate.title) is not has_rows)
    return sorted(refusals, key=lambda one: asked.label is not None and asked.label not in one.candidate.title)


def _instead(found: Sequence[Ranked], asked: _Asked) -> Ranked | None:
    """The table of a drug that is named for an adult, else the best that answers, else the best that is no dose."""
    rest = [one for one in found if _may_replace(one.candidate, asked)]
    tables = _tables(rest, asked)
    if tables and not asked.patient.is_child:
        return tables[0]
    kinds = {*_ANSWERS, _REFUSAL} if asked.drugs else _ANSWERS
    return next(iter([*(one for one in rest if one.candidate.kind in kinds), *rest]), None)


def _may_replace(candidate: Candidate, asked: _Asked) -> bool:
    return candidate.kind != _DOSE and not _prints_a_dose(candidate, asked)


def _may_lead(candidate: Candidate, asked: _Asked, found: Sequence[Ranked]) -> bool:
    if candidate.kind != _DOSE:
        return _may_replace(candidate, asked)
    is_own = candidate in asked.own_rows([Ranked(candidate, 0)])
    return is_own and _fits(candidate, asked) and not _hangs_on_use(found, asked)


def _prints_a_dose(candidate: Candidate, asked: _Asked) -> bool:
    """Whether what is no row prints a dose where a clearance asks for one: its excerpt may be that of another."""
    if asked.patient.clearance is None or candidate.kind not in _ANSWERS:
        return False
    return _PRINTS_A_DOSE.search(candidate.text) is not None


def _fits(row: Candidate, asked: _Asked) -> bool:
    """Whether a row is for the patient: not where nothing chose it, or an unknown word may be what would."""
    patient = asked.patient
    if asked.fits([row]) != {Fit.YES}:
        return False
    # Beside dialysis a word that is unknown was judged already.
    if asked.chooses_dose:
        return True
    if patient.is_child and patient.kidneys is Kidneys.NAMED:
        return False
    return not any(one.asked.unknown for one in asked.weighed)


def _hangs_on_use(found: Sequence[Ranked], asked: _Asked) -> bool:
    """Whether rows of one basis are for the patient alike, and nothing that is asked names the use of one of them."""
    said = {row: _said_in_title(row, asked) for row in asked.own_rows(found) if _fits(row, asked)}
    most = max(said.values(), default=0.0)
    bases = Counter(row.target.rpartition("/")[0] for row, weight in said.items() if weight >= most)
    return any(count > 1 for count in bases.values())


def _said_in_title(row: Candidate, asked: _Asked) -> float:
    """How much of what is asked the title of a row says."""
    return sum(
        one.weight for one in asked.weighed if any(f" {phrase} " in row.title for phrase in one.asked.all_phrases)
    )
