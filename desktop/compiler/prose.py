"""All words of ours in the library, and whether they express doses safely."""

from collections.abc import Iterator
from enum import Enum

from desktop.compiler.authored import Authored
from desktop.compiler.authored_answers import ANSWERS
from desktop.compiler.authored_enzymes import ENZYMES_FILE
from desktop.compiler.authored_evidence import BREAKPOINTS, EVIDENCE, GUIDELINES
from desktop.compiler.authored_glossary import GLOSSARY_FILE
from desktop.compiler.expression import RULES, abbreviation_rules, unsafe_expressions
from desktop.compiler.faults import Fault
from desktop.compiler.library import AuthoredLibrary, TopicFolder
from desktop.compiler.places import Step, place_words
from desktop.compiler.reading import EDITION, GUIDANCE, LEDGER, PITFALLS, REFERENCES, TOPIC
from desktop.domain.glossary import TermKind

# What is quoted, not written by us: the source's own form, names, numbers of publications, ids, and search words.
SPARED = frozenset(
    {"id", "ref", "at", "source", "locator", "dated", "printed", "printed_dose", "clearance"}
    | {"name", "product", "substances", "brands", "aliases"}
    | {"strength", "certainty", "issuer", "section", "article"}
    | {"statements", "references", "claims", "corrects", "derives_from", "foreground", "trigger"}
    | {"version", "edition", "publisher", "licence", "reviewers"}
    | {"evidence_through", "last_updated", "review_by", "article_updated"}
)
SPARED_IN_REFERENCES = SPARED | {"title", "short", "authors", "journal", "volume_pages", "doi", "pmid", "url"}

TERM_NAMES = frozenset({"abbreviations", "synonyms", "misspellings"})

# File, place and words.
Prose = tuple[str, str, str]


def expression_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults for doses written in a form that has been misread."""
    rules = [*RULES, *abbreviation_rules([*drug_abbreviations(library)])]
    for file, place, words in _prose(library):
        for found, instead in unsafe_expressions(words, rules):
            yield Fault(file, place, f'"{found}" is no safe way to write it', instead)


def drug_abbreviations(library: AuthoredLibrary) -> Iterator[str]:
    """Every short name of a drug, which is a search word and never written."""
    for drug in library.drugs:
        yield from drug.aliases
    for term in library.terms:
        yield from term.abbreviations if term.kind is TermKind.DRUG else ()


def _prose(library: AuthoredLibrary) -> Iterator[Prose]:
    if library.edition is not None:
        yield from _of(library.edition, EDITION)
    for reference in library.references:
        yield from _of(reference, REFERENCES, f'reference "{reference.id}"', SPARED_IN_REFERENCES)
    for drug in library.drugs:
        yield from _of(drug, f"{drug.id}.toml")
    for effect in library.effects:
        yield from _of(effect, ENZYMES_FILE, effect.place)
    for page in library.pages:
        yield page.file, "heading", page.head.title
        yield page.file, "text", page.prose.text
    for term in library.terms:
        yield from _of(term, GLOSSARY_FILE, term.place, SPARED | TERM_NAMES)
    for folder in library.topics:
        yield from _of_topic(folder)


def _of_topic(folder: TopicFolder) -> Iterator[Prose]:
    if folder.topic is not None:
        yield from _of(folder.topic, folder.file(TOPIC))
    yield from _of_guidance(folder)
    for pitfall in folder.pitfalls or ():
        yield from _of(pitfall, folder.file(PITFALLS), f'pitfall "{pitfall.id}"')
    for answer in folder.answers:
        yield from _of(answer, folder.file(ANSWERS), f'answer "{answer.id}"', SPARED | {"also_asked", "made_of"})
    yield from _of_evidence(folder)
    yield from _of_ledger(folder)


def _of_evidence(folder: TopicFolder) -> Iterator[Prose]:
    for study in folder.studies:
        yield from _of(study, folder.file(EVIDENCE), f'study "{study.id}"', SPARED | {"overlaps"})
    for guideline in folder.guidelines:
        yield from _of(guideline, folder.file(GUIDELINES), f'guideline "{guideline.id}"')
    for one in folder.breakpoints:
        yield from _of(one, folder.file(BREAKPOINTS), one.place)


def _of_ledger(folder: TopicFolder) -> Iterator[Prose]:
    if folder.ledger is None:
        return
    if folder.ledger.head is not None:
        yield from _of(folder.ledger.head, folder.file(LEDGER))
    for claim in folder.ledger.claims:
        yield from _of(claim, folder.file(LEDGER), f'claim "{claim.id}"')
    for entry in folder.ledger.article_references:
        yield from _of(entry, folder.file(LEDGER), f'article reference "{entry.number}"')


def _of_guidance(folder: TopicFolder) -> Iterator[Prose]:
    file = folder.file(GUIDANCE)
    for section in folder.sections:
        yield file, f'section "{section.id}", heading', section.title
        for statement in section.statements:
            place = f'statement "{statement.head.id}"'
            yield file, place, statement.prose.text
            if statement.plain is not None:
                yield file, f"{place}, plain", statement.plain.text
            if statement.subheading is not None:
                yield file, f"{place}, sub-heading", statement.subheading


def _of(form: Authored, file: str, place: str = "", spared: frozenset[str] = SPARED) -> Iterator[Prose]:
    """Every text of a form whose key is not spared."""
    table = form.model_dump(by_alias=True)
    for steps, words in _texts(table, (), spared):
        inside = place_words(table, steps)
        yield file, f"{place}, {inside}" if place else inside, words


def _texts(value: object, steps: tuple[Step, ...], spared: frozenset[str]) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield steps, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in spared:
                yield from _texts(inner, (*steps, key), spared)
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from _texts(inner, (*steps, at), spared)
