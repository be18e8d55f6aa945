"""What search finds, as rows of content.db: guidance before pitfalls, answers, terms, drugs, references and claims."""

from collections.abc import Iterator

from desktop.compiler.authored import AuthoredReference
from desktop.compiler.authored_glossary import AuthoredTerm
from desktop.compiler.library import AuthoredLibrary, TopicFolder
from desktop.compiler.tables import Tables

# Kind, target, topic, title and text.
Passage = tuple[str, str, str | None, str, str]


def add_passages(tables: Tables, library: AuthoredLibrary) -> None:
    """Adds every passage; the order of the ids is the order of equals in a search."""
    for key, (kind, target, topic, title, text) in enumerate(_passages(library), 1):
        tables.add("passage", id=key, kind=kind, target=target, topic=topic, title=title, text=text)


def _passages(library: AuthoredLibrary) -> Iterator[Passage]:
    for folder in library.topics:
        yield from _statements(folder)
    for folder in library.topics:
        for pitfall in folder.pitfalls or ():
            text = _joined(pitfall.check, pitfall.why, pitfall.action)
            yield "pitfall", pitfall.id, folder.slug, pitfall.title, text
    for folder in library.topics:
        yield from _answers(folder)
    yield from (_term(term) for term in library.terms)
    for drug in library.drugs:
        yield "drug", drug.id, None, drug.name, _joined(drug.kind, *drug.substances, *drug.brands, *drug.aliases)
    yield from (_reference(reference) for reference in library.references)
    for folder in library.topics:
        for claim in folder.claims:
            yield "claim", claim.id, folder.slug, claim.section, _joined(claim.says, claim.reason, claim.instead)


def _statements(folder: TopicFolder) -> Iterator[Passage]:
    for section in folder.sections:
        for statement in section.statements:
            yield "statement", statement.head.id, folder.slug, section.title, statement.prose.text


def _answers(folder: TopicFolder) -> Iterator[Passage]:
    for answer in folder.answers:
        yield "answer", answer.id, folder.slug, answer.question, _joined(*answer.also_asked, answer.not_covered)


def _term(term: AuthoredTerm) -> Passage:
    text = _joined(term.definition, *term.abbreviations, *term.brands, *term.synonyms)
    return "term", term.id, None, term.name, text


def _reference(reference: AuthoredReference) -> Passage:
    year = None if reference.year is None else str(reference.year)
    text = _joined(reference.short, reference.authors, reference.journal, year)
    return "reference", reference.id, None, reference.title, text


def _joined(*words: str | None) -> str:
    return "\n".join(word for word in words if word)
