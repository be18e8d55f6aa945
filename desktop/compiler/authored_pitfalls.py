"""The forms of pitfalls.toml and options.toml."""

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from desktop.compiler.authored import AT_LEAST_ONE, Authored, Citation, ClaimIds, Id, Words, listed_words, one_of, unfit
from desktop.compiler.closed_lists import GRADING_SYSTEMS, TRIGGER_WORDS
from desktop.compiler.faults import listed
from desktop.domain.case_choices import KNOWN_DRUGS
from desktop.domain.options import Standing
from desktop.domain.provenance import Verification
from desktop.domain.regimen import Phase, Severity
from desktop.domain.trigger import TOGETHER, Subject, Trigger, is_kidney_term, trigger

OPTIONS = "options.toml"


def _terms(subject: Subject) -> AfterValidator:
    """A check that every term is a word of its subject, or several words joined by a plus sign."""
    return AfterValidator(lambda found: _known_terms(found, TRIGGER_WORDS[subject]))


def _known_terms(found: tuple[str, ...], words: Sequence[str]) -> tuple[str, ...]:
    listed_words(words)(tuple(dict.fromkeys(word for term in found for word in term.split(TOGETHER))))
    if len(set(found)) != len(found):
        raise unfit("it names a term twice", "Name each once.")
    return found


def _kidney_terms(found: tuple[str, ...]) -> tuple[str, ...]:
    unread = [term for term in found if not is_kidney_term(term)]
    if unread:
        raise unfit(
            f"{listed(unread)} is not a term of the kidneys",
            'Write "clearance up to 30", "haemodialysis", "crrt" or "creatinine not steady".',
        )
    return found


_Drugs = Annotated[tuple[str, ...], _terms(Subject.DRUGS)]
_Enzymes = Annotated[tuple[str, ...], _terms(Subject.ENZYMES)]
_Species = Annotated[tuple[str, ...], _terms(Subject.SPECIES)]
_Sites = Annotated[tuple[str, ...], _terms(Subject.SITE)]
_Allergies = Annotated[tuple[str, ...], _terms(Subject.ALLERGIES)]
_Kidneys = Annotated[tuple[str, ...], AfterValidator(_kidney_terms)]


class AuthoredTrigger(Authored):
    """What sets a pitfall off; every line that is given must hold."""

    drugs_all: _Drugs = ()
    drugs_any: _Drugs = ()
    drugs_none: _Drugs = ()
    enzymes_any: _Enzymes = ()
    enzymes_none: _Enzymes = ()
    enzymes_only: _Enzymes = ()
    species_any: _Species = ()
    species_none: _Species = ()
    site_any: _Sites = ()
    site_none: _Sites = ()
    allergies_any: _Allergies = ()
    allergies_none: _Allergies = ()
    kidney_any: _Kidneys = ()
    kidney_none: _Kidneys = ()
    infusions_any: Annotated[tuple[str, ...], _terms(Subject.INFUSIONS)] = ()
    load_any: Annotated[tuple[str, ...], _terms(Subject.LOAD)] = ()
    available_any: Annotated[tuple[str, ...], _terms(Subject.AVAILABLE)] = ()
    available_none: Annotated[tuple[str, ...], _terms(Subject.AVAILABLE)] = ()
    patient_any: Annotated[tuple[str, ...], _terms(Subject.PATIENT)] = ()

    def lines(self) -> dict[str, tuple[str, ...]]:
        """Every line that is given, by its name."""
        return {line: terms for line, terms in dict(self).items() if terms}

    def value(self) -> Trigger:
        """The trigger that the bedside evaluates."""
        return trigger(self.lines())


class AuthoredSide(Authored):
    """One side of a conflict between sources."""

    says: Words
    citations: Annotated[tuple[Citation, ...], AT_LEAST_ONE]
    verification: Verification


class AuthoredPitfall(Authored):
    """One entry of pitfalls.toml."""

    id: Id
    phase: Phase
    severity: Severity
    title: Words
    check: Words
    why: Words
    action: Words
    citations: Annotated[tuple[Citation, ...], AT_LEAST_ONE]
    verification: Verification
    claims: ClaimIds = ()
    trigger: AuthoredTrigger
    open_where: AuthoredTrigger | None = None
    side: tuple[AuthoredSide, ...] = ()

    def parts(self) -> dict[str, AuthoredTrigger]:
        """What sets it off, and where its line is open, by the names of authors."""
        open_where = {} if self.open_where is None else {"open_where": self.open_where}
        return {"trigger": self.trigger, **open_where}

    @model_validator(mode="after")
    def _both_sides(self) -> Self:
        """The pitfall; a conflict has at least two sides."""
        if len(self.side) == 1:
            raise unfit("it shows one side of a conflict only", "Write a [[pitfall.side]] for every side, or none.")
        return self


class PitfallsHead(Authored):
    """pitfalls.toml without its list: what none of its rules asks about."""

    not_covered: tuple[Words, ...] = ()


class AuthoredOption(Authored):
    """One entry of options.toml: a regimen in one guideline, guidelines in the order in which they are shown."""

    id: Id
    regimen: Annotated[tuple[str, ...], AfterValidator(listed_words(KNOWN_DRUGS)), AT_LEAST_ONE]
    standing: Standing
    issuer: Id
    dated: Words
    enzymes: Annotated[tuple[str, ...], AfterValidator(listed_words(TRIGGER_WORDS[Subject.ENZYMES])), AT_LEAST_ONE]
    strength: Words
    certainty: Words
    graded_with: Annotated[str, one_of(GRADING_SYSTEMS)] = "none"
    note: Words | None = None
    citations: Annotated[tuple[Citation, ...], AT_LEAST_ONE]
    verification: Verification
