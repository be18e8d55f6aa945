"""Who cites which reference, and whether every citation leads somewhere and every reference is cited."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.compiler.authored import Citation
from desktop.compiler.authored_drug import AuthoredDrug
from desktop.compiler.authored_enzymes import ENZYMES_FILE
from desktop.compiler.authored_evidence import BREAKPOINTS, EVIDENCE, GUIDELINES
from desktop.compiler.authored_glossary import GLOSSARY_FILE
from desktop.compiler.authored_pitfalls import OPTIONS
from desktop.compiler.closed_lists import EQUATION_SOURCES
from desktop.compiler.faults import Fault
from desktop.compiler.library import AuthoredLibrary, TopicFolder
from desktop.compiler.places import place_words
from desktop.compiler.reading import GUIDANCE, LEDGER, PITFALLS, REFERENCES


class Citing(NamedTuple):
    """One mention of a reference, and where it stands."""

    file: str
    place: str
    reference: str


def unknown_references(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults for citations of what references.toml does not hold."""
    for citing in _citings(library):
        if library.lacks("reference", citing.reference):
            what = f'reference "{citing.reference}" is not in {REFERENCES}'
            yield Fault(citing.file, citing.place, what, "Add it there, or correct the id.")


def unused_references(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults for references that nothing cites; the program itself cites those of its equations."""
    used = {citing.reference for citing in _citings(library)} | set(EQUATION_SOURCES)
    for reference in library.references:
        if reference.id not in used:
            yield Fault(REFERENCES, f'reference "{reference.id}"', "nothing cites it", "Cite it, or take it out.")


def missing_equation_sources(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults for references that the program cites beside its equations and the library lacks."""
    for key in EQUATION_SOURCES:
        if library.lacks("reference", key):
            yield Fault(
                REFERENCES, f'reference "{key}"', "the program's equations cite it, and it is missing", "Add it."
            )


def _citings(library: AuthoredLibrary) -> Iterator[Citing]:
    for drug in library.drugs:
        yield from _of_drug(drug)
    for effect in library.effects:
        yield from _of_citations(ENZYMES_FILE, effect.place, effect.citations)
    for term in library.terms:
        yield from _of_citations(GLOSSARY_FILE, term.place, term.citations)
    for folder in library.topics:
        yield from _of_guidance(folder)
        yield from _of_pitfalls(folder)
        yield from _of_evidence(folder)
        yield from _of_ledger(folder)


def _of_drug(drug: AuthoredDrug) -> Iterator[Citing]:
    file, table = f"{drug.id}.toml", drug.model_dump(by_alias=True)
    for slug, basis in drug.basis.items():
        yield Citing(file, place_words(table, ["basis", slug, "source"]), basis.source)
        for at, row in enumerate(basis.row):
            yield Citing(file, place_words(table, ["basis", slug, "row", at, "source"]), row.source)
        for at, line in enumerate(basis.preparation):
            if line.source is not None:
                yield Citing(file, place_words(table, ["basis", slug, "preparation", at, "source"]), line.source)
    for name, remarks in (("warning", drug.warning), ("label_difference", drug.label_difference)):
        for at, remark in enumerate(remarks):
            yield from _of_citations(file, place_words(table, [name, at]), remark.citations)


def _of_citations(file: str, place: str, citations: Sequence[Citation]) -> Iterator[Citing]:
    for at, citation in enumerate(citations, 1):
        yield Citing(file, f"{place}, citation {at}", citation.ref)


def _of_guidance(folder: TopicFolder) -> Iterator[Citing]:
    file = folder.file(GUIDANCE)
    for statement in folder.statements:
        place = f'statement "{statement.head.id}"'
        yield from _of_citations(file, place, statement.head.citations)
        if statement.head.issuer is not None:
            yield Citing(file, f"{place}, issuer", statement.head.issuer)


def _of_pitfalls(folder: TopicFolder) -> Iterator[Citing]:
    for pitfall in folder.pitfalls or ():
        place = f'pitfall "{pitfall.id}"'
        yield from _of_citations(folder.file(PITFALLS), place, pitfall.citations)
        for at, side in enumerate(pitfall.side, 1):
            yield from _of_citations(folder.file(PITFALLS), f"{place}, side {at}", side.citations)
    for option in folder.options:
        place = f'option "{option.id}"'
        yield from _of_citations(folder.file(OPTIONS), place, option.citations)
        yield Citing(folder.file(OPTIONS), f"{place}, issuer", option.issuer)


def _of_evidence(folder: TopicFolder) -> Iterator[Citing]:
    for study in folder.studies:
        yield from _of_citations(folder.file(EVIDENCE), f'study "{study.id}"', study.citations)
    for guideline in folder.guidelines:
        yield from _of_citations(folder.file(GUIDELINES), f'guideline "{guideline.id}"', guideline.citations)
    for one in folder.breakpoints:
        yield from _of_citations(folder.file(BREAKPOINTS), one.place, one.citations)


def _of_ledger(folder: TopicFolder) -> Iterator[Citing]:
    if folder.ledger is None:
        return
    file = folder.file(LEDGER)
    if folder.ledger.head is not None:
        yield Citing(file, "article", folder.ledger.head.article)
    for claim in folder.ledger.claims:
        for reference in claim.references:
            yield Citing(file, f'claim "{claim.id}", references', reference)
    for entry in folder.ledger.article_references:
        if entry.ref is not None:
            yield Citing(file, f'article reference "{entry.number}", ref', entry.ref)
