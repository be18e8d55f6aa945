"""What is cited in a library and cannot be found in it."""

from collections.abc import Iterable, Iterator

from desktop.content.library import Library
from desktop.domain.drugs import Drug
from desktop.domain.guidance import Topic


def broken_links(library: Library) -> list[str]:
    """Every citation that leads nowhere, in words."""
    topics = [library.topic(slug) for slug in library.topic_slugs]
    statements = {statement.id for topic in topics for section in topic.sections for statement in section.statements}
    claims = {claim.id for topic in topics for claim in library.claims(topic.id)}
    known = {"reference": set(library.references), "statement": statements, "claim": claims}
    named = [link for topic in topics for link in _topic_links(library, topic)] + list(_drug_links(library))
    return [
        f"{owner} cites the {kind} {key}, which is not here." for owner, kind, key in named if key not in known[kind]
    ]


def _topic_links(library: Library, topic: Topic) -> Iterator[tuple[str, str, str]]:
    """Owner, kind and id of everything that a topic points to."""
    for statement in (statement for section in topic.sections for statement in section.statements):
        owner = f"Statement {statement.id}"
        yield from _each(owner, "reference", (source.reference for source in statement.sources))
        yield from _each(owner, "reference", [statement.grade.issuer] if statement.grade else [])
        yield from _each(owner, "statement", statement.derives_from)
        yield from _each(owner, "claim", statement.corrects)
    for pitfall in library.pitfalls(topic.id):
        yield from _each(f"Pitfall {pitfall.id}", "reference", (source.reference for source in pitfall.sources))
        yield from _each(f"Pitfall {pitfall.id}", "claim", pitfall.claims)
    for claim in library.claims(topic.id):
        yield from _each(f"Claim {claim.id}", "reference", claim.references)
        yield from _each(f"Claim {claim.id}", "statement", claim.statements)
    for cited in library.article_references(topic.id):
        yield from _each(f"Number {cited.number} of the article", "reference", filter(None, [cited.reference]))


def _drug_links(library: Library) -> Iterator[tuple[str, str, str]]:
    for slug in library.drug_slugs:
        drug = library.drug(slug)
        if isinstance(drug, Drug):
            sources = [basis.source for basis in drug.bases]
            sources += [row.source for basis in drug.bases for row in basis.rows]
            sources += [source for remark in drug.warnings + drug.label_differences for source in remark.sources]
            yield from _each(f"Drug {slug}", "reference", (source.reference for source in sources))


def _each(owner: str, kind: str, keys: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    return ((owner, kind, key) for key in keys)
