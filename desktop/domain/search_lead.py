"""What may come first: a dose row only where it is the patient's; else a table, a refusal or an answer leads."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.search_fit import Fit, Kidneys, PatientAsked
from desktop.domain.search_question import Weighed, label_asked
from desktop.domain.search_ranking import Candidate, Ranked

_DOSE, _TABLE, _REFUSAL = "dose", "table", "refusal"
_ANSWERS = frozenset({"answer", "statement", "pitfall"})
_ABOVE = 1.01
_PRINTS_A_DOSE = re.compile(r" ever \d+ hour ")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked, as far as it decides what may come first; `drugs` has one set for each drug that is named."""

    weighed: Sequence[Weighed]
    patient: PatientAsked
    drugs: tuple[frozenset[str], ...]

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


def led(found: list[Ranked], weighed: Sequence[Weighed], patient: PatientAsked) -> list[Ranked]:
    """What was found, best first, after what may lead it."""
    asked = _Asked(weighed, patient, tuple(one.asked.drugs for one in weighed if one.asked.drugs))
    if not found or _may_lead(found[0].candidate, asked, found):
        return found
    lead = _lead(found[1:], asked)
    if lead is None:
        return found
    return [replace(lead, score=found[0].score * _ABOVE), *(one for one in found if one is not lead)]


def _lead(found: Sequence[Ranked], asked: _Asked) -> Ranked | None:
    """The table of a drug that is named for an adult, else the best that answers, else the best that is no dose."""
    rest = [one for one in found if _may_replace(one.candidate, asked)]
    tables = [one for one in rest if one.candidate.kind == _TABLE and one.candidate.drug in asked.named]
    answers = [one for one in rest if one.candidate.kind in _ANSWERS]
    if asked.names_several:
        return next(iter([*(one for one in answers if _is_of_all(one.candidate, asked)), *tables, *rest]), None)
    if tables and not asked.patient.is_child:
        return tables[0]
    if asked.drugs:
        answers = [one for one in rest if one.candidate.kind in {*_ANSWERS, _REFUSAL}]
    return next(iter([*answers, *rest]), None)


def _is_of_all(candidate: Candidate, asked: _Asked) -> bool:
    """Whether something speaks of every drug that is named."""
    drugs = (one.asked.all_phrases for one in asked.weighed if one.asked.drugs)
    return all(any(f" {phrase} " in candidate.terms for phrase in phrases) for phrases in drugs)


def _may_replace(candidate: Candidate, asked: _Asked) -> bool:
    return candidate.kind != _DOSE and not _prints_a_dose(candidate, asked)


def _may_lead(candidate: Candidate, asked: _Asked, found: Sequence[Ranked]) -> bool:
    if candidate.kind != _DOSE:
        asks_for_doses = asked.names_several and asked.patient.clearance is not None
        is_of_several = not asks_for_doses or candidate.kind in {*_ANSWERS, _TABLE}
        return is_of_several and _may_replace(candidate, asked)
    is_for_patient = candidate.drug in asked.drug and _fits(candidate, asked)
    return is_for_patient and _is_of_label(candidate, asked) and not _hangs_on_use(found, asked)


def _prints_a_dose(candidate: Candidate, asked: _Asked) -> bool:
    """Whether what is no row prints a dose where a clearance asks for one: its excerpt may be that of another."""
    if asked.patient.clearance is None or asked.names_several or candidate.kind not in _ANSWERS:
        return False
    return _PRINTS_A_DOSE.search(candidate.text) is not None


def _fits(row: Candidate, asked: _Asked) -> bool:
    """Whether a row is for the patient: not where nothing chose it, or an unknown word may be what would."""
    patient = asked.patient
    if patient.fit(row.title, row.band, row.ages) is not Fit.YES:
        return False
    # Beside dialysis a word that is unknown was judged already.
    if patient.clearance is not None or patient.dialysis:
        return True
    if patient.is_child and patient.kidneys is Kidneys.NAMED:
        return False
    return not any(one.asked.unknown for one in asked.weighed)


def _is_of_label(row: Candidate, asked: _Asked) -> bool:
    """Whether a row is of the label that is named, where one is."""
    label = label_asked(asked.weighed)
    return label is None or label in row.title


def _hangs_on_use(found: Sequence[Ranked], asked: _Asked) -> bool:
    """Whether rows of one basis are for the patient alike, and nothing that is asked names the use of one of them."""
    rows = [
        one.candidate
        for one in found
        if one.candidate.kind == _DOSE and one.candidate.drug in asked.drug and _fits(one.candidate, asked)
    ]
    said = {row: _said_in_title(row, asked) for row in rows if _is_of_label(row, asked)}
    most = max(said.values(), default=0.0)
    bases = Counter(row.target.rpartition("/")[0] for row, weight in said.items() if weight >= most)
    return any(count > 1 for count in bases.values())


def _said_in_title(row: Candidate, asked: _Asked) -> float:
    """How much of what is asked the title of a row says."""
    return sum(
        one.weight for one in asked.weighed if any(f" {phrase} " in row.title for phrase in one.asked.all_phrases)
    )
