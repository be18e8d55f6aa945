"""A library as entries with fields, for the comparison of two editions."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Protocol

from desktop.content.library import Library
from desktop.domain.drugs import Drug
from desktop.domain.editions import Change, Key, changes_between, fields_of

# The marks that the compiler adds to terms: another glossary changes them, and no statement.
_TERM_LINK = re.compile(r'<a href="term:[^"]*">(.*?)</a>', re.DOTALL)

Entry = tuple[Key, dict[str, str]]


class Identified(Protocol):
    """A value with an id."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str:
        """Its own, by which it is found again in the other edition."""


def compared(old: Library, new: Library) -> tuple[Change, ...]:
    """Every field in which two libraries differ."""
    return changes_between(dict(_entries(old)), dict(_entries(new)))


def _entries(library: Library) -> Iterator[Entry]:
    yield ("edition", "edition"), fields_of(library.edition)
    for slug in library.topic_slugs:
        yield from _of_topic(library, slug)
        yield from _of_lists(library, slug)
    for slug in library.drug_slugs:
        drug = library.drug(slug)
        yield from _of_drug(drug) if isinstance(drug, Drug) else [(("drug", slug), fields_of(drug))]
    for enzyme in library.matrix.enzymes:
        yield ("enzyme", enzyme.slug), fields_of(enzyme)
    yield from _by_id("effect", library.matrix.effects)
    yield from _by_id("reference", library.references.values())
    yield from _by_id("term", library.glossary)
    yield from _by_id("page", library.pages)
    yield from _by_id("option", library.rulebook.options)
    yield ("rules", "not covered"), {str(at): words for at, words in enumerate(library.rulebook.not_covered, 1)}


def _by_id(kind: str, values: Iterable[Identified]) -> Iterator[Entry]:
    yield from (((kind, value.id), fields_of(value)) for value in values)


def _of_topic(library: Library, slug: str) -> Iterator[Entry]:
    """A topic, its sections and their statements."""
    topic = library.topic(slug)
    yield ("topic", slug), fields_of(topic, without={"sections"})
    for section in topic.sections:
        named = {"title": section.title} | ({"generated": section.generated} if section.generated else {})
        yield ("section", f"{slug}/{section.id}"), named
        for statement in section.statements:
            told = fields_of(statement) | {"place": f"{slug}/{section.id}"}
            yield ("statement", statement.id), told | {"html": _TERM_LINK.sub(r"\1", statement.html)}


def _of_lists(library: Library, slug: str) -> Iterator[Entry]:
    """What a topic lists beside its statements."""
    yield from _by_id("pitfall", library.pitfalls(slug))
    yield from _by_id("claim", library.claims(slug))
    yield from _by_id("answer", library.answers(slug))
    yield from _by_id("guideline", library.guidelines(slug))
    yield from _by_id("study", library.studies(slug))
    for one in library.breakpoints(slug):
        yield ("breakpoint", f"{slug}/{one.drug}/{one.standard}"), fields_of(one)
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
