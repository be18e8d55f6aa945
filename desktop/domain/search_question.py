"""A question as ranking looks for it: what is looked for in a passage, how much each part tells, and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.domain.search_fit import PatientAsked
from desktop.domain.search_query import Asked
from desktop.domain.search_words import terms_in

_BEGUN = 0.75
_SIDE_BY_SIDE = 0.35
_AS_A_NAME = 0.85
_DOSE_WORD, _MAXIMUM, _LOAD = terms_in("dose"), terms_in("maximum"), terms_in("loading dose")
_LABELS = {label: f" {terms_in(f'{label} label')} " for label in ("EU", "US")}


@dataclass(frozen=True, slots=True)
class Weighed:
    """One thing asked, with how much it tells: the rarer its words, the more."""

    asked: Asked
    weight: float


@dataclass(frozen=True, slots=True)
class Probe:
    """What is looked for: phrases with a space on both sides, letters begun with, and parts."""

    phrases: tuple[tuple[str, float], ...]
    parts: tuple["Probe", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A whole query ready for many candidates.

    `asks_for_table` says that what would choose a row was not said, `patient_is_open` that what was said chooses none;
    `label` how the titles of rows name the one label that was asked about.
    """

    probes: tuple[tuple[Probe, float, bool], ...]  # and whether it is a drug
    total: float
    side_by_side: tuple[tuple[str, float], ...]
    drugs: frozenset[str]
    whole_titles: tuple[str, ...]
    begun: str | None
    patient: PatientAsked
    asks_for_table: bool
    label: str | None
    patient_is_open: bool = False


def question_of(weighed: Sequence[Weighed], patient: PatientAsked) -> Question:
    """The question that was asked about a patient."""
    return Question(
        probes=tuple((_probe(one.asked), one.weight, bool(one.asked.drugs)) for one in weighed),
        total=sum(one.weight for one in weighed) or 1.0,
        side_by_side=tuple(
            (f" {one.asked.phrase} {other.asked.phrase} ", _SIDE_BY_SIDE * min(one.weight, other.weight))
            for one, other in pairwise(weighed)
        ),
        drugs=frozenset(drug for one in weighed for drug in one.asked.drugs),
        whole_titles=_names(weighed[0].asked) if len(weighed) == 1 else (),
        begun=f" {weighed[0].asked.unfinished}" if len(weighed) == 1 and weighed[0].asked.unfinished else None,
        patient=patient,
        asks_for_table=patient.asks_for_table or _asks_for_any_dose(weighed, patient),
        label=label_asked(weighed, by_brand=patient.chooses_rows),
    )


def label_asked(weighed: Sequence[Weighed], *, by_brand: bool = True) -> str | None:
    """How titles name the one label that is asked about, or else of which a brand is; nothing for both, or neither."""
    named = {words for label, words in _LABELS.items() if any(_says(one.asked, terms_in(label)) for one in weighed)}
    if by_brand and not named:
        named = {f" {one.asked.label} " for one in weighed if one.asked.label is not None}
    return named.pop() if len(named) == 1 else None


def _asks_for_any_dose(weighed: Sequence[Weighed], patient: PatientAsked) -> bool:
    """Whether a dose, its load or the most of it is asked, and not by which row it goes."""
    besides = [one.asked for one in weighed if not one.asked.drugs]
    if patient.chooses_rows:
        return False
    says_dose = [_says(one, _DOSE_WORD) for one in besides]
    if len(besides) < len(weighed):
        return any(says_dose) or any(_says(one, what) for one in besides for what in (_MAXIMUM, _LOAD))
    return bool(says_dose) and all(says_dose)


def _says(asked: Asked, phrase: str) -> bool:
    return any(meaning.phrase == phrase for meaning in asked.phrases)


def _names(asked: Asked) -> tuple[str, ...]:
    """The titles that are just what is asked, or another name of it."""
    return tuple(f" {meaning.phrase} " for meaning in asked.phrases if meaning.strength >= _AS_A_NAME)


def _probe(asked: Asked) -> Probe:
    phrases = [(f" {meaning.phrase} ", meaning.strength) for meaning in asked.phrases]
    if asked.unfinished is not None:
        phrases.append((f" {asked.unfinished}", _BEGUN))
    return Probe(tuple(phrases), tuple(_probe(part) for part in asked.parts))
