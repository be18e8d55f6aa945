"""Whether studies, guidelines and breakpoints fit into the library as a whole."""

from collections import Counter
from collections.abc import Iterator

from desktop.compiler.authored_evidence import BREAKPOINTS, EVIDENCE, GUIDELINES, AuthoredStudy
from desktop.compiler.faults import Fault
from desktop.compiler.library import AuthoredLibrary, TopicFolder
from desktop.domain.evidence import Outcome
from desktop.domain.guidelines import GRADE, Aspect

_OF_PEOPLE = (Outcome.DIED, Outcome.ALIVE, Outcome.CURED)


def evidence_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults of studies that overlap with nothing known, of grades without a system, and of rows written twice."""
    for folder in library.topics:
        for study in folder.studies:
            yield from (Fault(folder.file(EVIDENCE), f'study "{study.id}"', *fault) for fault in _study(study, library))
        yield from _guidelines(folder)
        yield from _breakpoints(folder)


def _study(study: AuthoredStudy, library: AuthoredLibrary) -> Iterator[tuple[str, str]]:
    for other in study.overlaps:
        if other == study.id or library.lacks("study", other):
            yield f'it overlaps with "{other}", which is no other study', "Correct the id."
    if bool(study.overlaps) and study.overlap_note is None:
        yield "it overlaps with another study and does not say how", "Write overlap_note."
    if study.preclinical and (study.effect or any(count.outcome in _OF_PEOPLE for count in study.count)):
        what = "laboratory or animal work counts people"
        yield what, "Take the figure out, or write preclinical = false."


def _guidelines(folder: TopicFolder) -> Iterator[Fault]:
    for guideline in folder.guidelines:
        positions = [getattr(guideline, aspect) for aspect in Aspect]
        if guideline.graded_with == GRADE and not any(position.strength for position in positions):
            what, remedy = "it uses GRADE and no grade is given", 'Give the grades, or write graded_with = "none".'
            yield Fault(folder.file(GUIDELINES), f'guideline "{guideline.id}"', what, remedy)


def _breakpoints(folder: TopicFolder) -> Iterator[Fault]:
    written = Counter((one.drug, one.standard, one.edition) for one in folder.breakpoints)
    for one in folder.breakpoints:
        if written[one.drug, one.standard, one.edition] > 1:
            yield Fault(
                folder.file(BREAKPOINTS), one.place, "it is written more than once", "Keep one of each edition."
            )
