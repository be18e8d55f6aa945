"""A library as entries with fields, for the comparison of two editions."""

import re
from collections.abc import Iterator

from desktop.content.library import Library
from desktop.domain.drugs import Drug
from desktop.domain.editions import Change, Key, changes_between, fields_of

# The marks that the compiler adds to terms: another glossary changes them, and no statement.
_TERM_LINK = re.compile(r'<a href="term:[^"]*">(.*?)</a>', re.DOTALL)

Entry = tuple[Key, dict[str, str]]


def compared(old: Library, new: Library) -> tuple[Change, ...]:
    """Every field in which two libraries differ."""
    return changes_between(dict(_entries(old)), dict(_entries(new)))


def _entries(library: Library) -> Iterator[Entry]:
    yield ("edition", "edition"), fields_of(library.edition)
    for slug in library.topic_slugs:
        yield from _of_topic(library, slug)
    for slug in library.drug_slugs:
        drug = library.drug(slug)
        yield from _of_drug(drug) if isinstance(drug, Drug) else [(("drug", slug), fields_of(drug))]
    for effect in library.matrix.effects:
        yield ("effect", effect.id), fields_of(effect)
    for enzyme in library.matrix.enzymes:
        yield ("enzyme", enzyme.slug), fields_of(enzyme)
    for reference in library.references.values():
        yield ("reference", reference.id), fields_of(reference)
    for term in library.glossary:
        yield ("term", term.id), fields_of(term)
    for option in library.rulebook.options:
        yield ("option", option.id), fields_of(option)
    yield ("rules", "not covered"), {str(at): words for at, words in enumerate(library.rulebook.not_covered, 1)}


def _of_topic(library: Library, slug: str) -> Iterator[Entry]:
    topic = library.topic(slug)
    yield ("topic", slug), fields_of(topic, without={"sections"})
    for section in topic.sections:
        named = {"title": section.title} | ({"generated": section.generated} if section.generated else {})
        yield ("section", f"{slug}/{section.id}"), named
        for statement in section.statements:
            told = fields_of(statement) | {"place": f"{slug}/{section.id}"}
            yield ("statement", statement.id), told | {"html": _TERM_LINK.sub(r"\1", statement.html)}
    for pitfall in library.pitfalls(slug):
        yield ("pitfall", pitfall.id), fields_of(pitfall)
    for claim in library.claims(slug):
        yield ("claim", claim.id), fields_of(claim)
    for answer in library.answers(slug):
        yield ("answer", answer.id), fields_of(answer)
    for entry in library.article_references(slug):
        yield ("article reference", f"{slug}/{entry.number}"), fields_of(entry)


def _of_drug(drug: Drug) -> Iterator[Entry]:
    """A drug, its bases, and every row of each with all its parts."""
    yield ("drug", drug.slug), fields_of(drug, without={"bases"})
    for basis in drug.bases:
        key = f"{drug.slug}/{basis.slug}"
        yield ("basis", key), fields_of(basis, without={"rows", "preparation"})
        for row in basis.rows:
            yield ("dose", row.id), fields_of(row)
        for kind in dict.fromkeys(line.kind for line in basis.preparation):
            lines = [line for line in basis.preparation if line.kind is kind]
            told = {str(at): "; ".join(fields_of(line).values()) for at, line in enumerate(lines, 1)}
            yield ("preparation", f"{key}/{kind}"), told
