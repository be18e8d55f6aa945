"""What a topic cites, in the order in which a reader meets it."""

from collections.abc import Iterator

from desktop.content.library import Library
from desktop.domain.guidance import Topic
from desktop.domain.provenance import Source


def cited_in_order(library: Library, topic: Topic) -> tuple[str, ...]:
    """The id of every reference that a topic cites, each once."""
    claimed = [key for claim in library.claims(topic.id) for key in claim.references]
    return tuple(dict.fromkeys([*(source.reference for source in _sources(library, topic)), *claimed]))


def _sources(library: Library, topic: Topic) -> Iterator[Source]:
    """The sources of its statements, then of the lists that the program fills in."""
    cited = [statement.sources for section in topic.sections for statement in section.statements]
    cited += [guideline.sources for guideline in library.guidelines(topic.id)]
    cited += [study.sources for study in library.studies(topic.id)]
    cited += [one.sources for one in library.breakpoints(topic.id)]
    if any(section.generated == "matrix" for section in topic.sections):
        cited += [effect.sources for effect in library.matrix.effects]
    cited += [pitfall.sources for pitfall in library.pitfalls(topic.id)]
    cited += [side.sources for pitfall in library.pitfalls(topic.id) for side in pitfall.sides]
    return (source for sources in cited for source in sources)
