"""The strict reading of a whole case: figures as in the fields, everything else from closed lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from desktop.domain.case import Case
from desktop.domain.case_choices import (
    ALLERGIES,
    ENZYMES,
    KNOWN_DRUGS,
    NO_ALLERGY,
    NO_ENZYME,
    Infusions,
    Load,
    Site,
    Species,
)
from desktop.domain.intake import Refused, read_patient
from desktop.domain.patient import Typed
from desktop.domain.refusal import InputFault

_Choice = TypeVar("_Choice", bound=StrEnum)
_LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCase:
    """A case as it was typed or chosen; empty means not said, and `available` None that the place has not said."""

    figures: Typed
    drugs: tuple[str, ...] = ()
    enzymes: tuple[str, ...] = ()
    species: str = ""
    site: str = ""
    allergies: tuple[str, ...] = ()
    infusions: str = ""
    load: str = ""
    available: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Presented:
    """A case as read, and what its place can get; None where the place has not said."""

    case: Case
    available: frozenset[str] | None


def read_case(typed: TypedCase) -> Presented | Refused:
    """The case that was typed, or every fault in it."""
    patient = read_patient(typed.figures)
    faults = list(patient.faults) if isinstance(patient, Refused) else []
    drugs = _words("drug", typed.drugs, KNOWN_DRUGS, faults)
    enzymes = _words("enzyme", typed.enzymes, ENZYMES, faults, alone=NO_ENZYME)
    allergies = _words("allergy", typed.allergies, ALLERGIES, faults, alone=NO_ALLERGY)
    available = None if typed.available is None else _words("available", typed.available, KNOWN_DRUGS, faults)
    species = _one("species", typed.species, Species, faults)
    site = _one("site", typed.site, Site, faults)
    infusions = _one("infusions", typed.infusions, Infusions, faults)
    load = _one("load", typed.load, Load, faults)
    if isinstance(patient, Refused) or faults:
        return Refused(tuple(faults))
    case = Case(
        patient=patient,
        drugs=drugs,
        enzymes=enzymes,
        species=species,
        site=site,
        allergies=allergies,
        infusions=infusions,
        load=load,
    )
    return Presented(case, available)


def _words(
    name: str, typed: Sequence[str], known: Sequence[str], faults: list[InputFault], *, alone: str | None = None
) -> frozenset[str]:
    """The words that were typed, each of them known; what says that there is none stands `alone`."""
    faults += [_unknown(name, word, known) for word in typed if word not in known]
    others = sorted({*typed} & {*known} - {alone})
    if alone in typed and others:
        named = ", ".join(f'"{word}"' for word in others)
        message = f'{name}: "{alone}" contradicts {named}. Leave out one or the other.'
        faults.append(InputFault(name, name, message))
    return frozenset(typed)


def _one(name: str, typed: str, kind: type[_Choice], faults: list[InputFault]) -> _Choice | None:
    if not typed:
        return None
    if typed not in tuple(kind):
        faults.append(_unknown(name, typed, tuple(kind)))
        return None
    return kind(typed)


def _unknown(name: str, word: str, known: Sequence[str]) -> InputFault:
    message = f'"{word[:_LONGEST_ECHO]}" is not a choice for {name}. Choose one of: {", ".join(known)}.'
    return InputFault(name, name, message)
