"""What a topic's page shows, each part read when the page comes to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.content.library import Library
from desktop.domain.guidance import ArticleReference, Claim, Reference

if TYPE_CHECKING:
    from desktop.domain.answers import Answer
    from desktop.domain.breakpoints import Breakpoint
    from desktop.domain.enzymes import Matrix
    from desktop.domain.evidence import Study
    from desktop.domain.guidelines import Guideline
    from desktop.domain.provenance import Source
    from desktop.domain.regimen import Pitfall


class PageContent:
    """Everything that the page of one topic shows to a role."""

    def __init__(self, library: Library, slug: str, role: str | None = None) -> None:
        self._library, self.role = library, role
        self.topic = library.topic(slug)

    @property
    def references(self) -> Mapping[str, Reference]:
        """Every source by its id."""
        return self._library.references

    @cached_property
    def pitfalls(self) -> "Sequence[Pitfall]":
        """The pitfalls, by phase."""
        return self._library.pitfalls(self.topic.id)

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """The ledger of the source article."""
        return self._library.claims(self.topic.id)

    @cached_property
    def article_references(self) -> Sequence[ArticleReference]:
        """What the article's own citation numbers stand for."""
        return self._library.article_references(self.topic.id)

    @property
    def matrix(self) -> "Matrix":
        """What every enzyme does to every drug."""
        return self._library.matrix

    @cached_property
    def answers(self) -> "Sequence[Answer]":
        """The follow-up questions."""
        return self._library.answers(self.topic.id)

    @cached_property
    def guidelines(self) -> "Sequence[Guideline]":
        """What each guideline says, side by side."""
        return self._library.guidelines(self.topic.id)

    @cached_property
    def studies(self) -> "Sequence[Study]":
        """The studies as data."""
        return self._library.studies(self.topic.id)

    @cached_property
    def breakpoints(self) -> "Sequence[Breakpoint]":
        """The breakpoints by drug and standard."""
        return self._library.breakpoints(self.topic.id)

    @cached_property
    def numbers_of_statements(self) -> Mapping[str, int]:
        """The number of every reference that a statement cites, in the order in which a reader meets them."""
        sections = self.topic.sections
        return _numbered({}, (statement.sources for section in sections for statement in section.statements))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of every cited reference: those of the statements, and on from there those of the lists."""
        found = _numbered(self.numbers_of_statements, self._cited_in_lists())
        for reference in (reference for claim in self.claims for reference in claim.references):
            found.setdefault(reference, len(found) + 1)
        return found

    def _cited_in_lists(self) -> "Iterator[Sequence[Source]]":
        yield from (guideline.sources for guideline in self.guidelines)
        yield from (study.sources for study in self.studies)
        yield from (one.sources for one in self.breakpoints)
        if any(section.generated == "matrix" for section in self.topic.sections):
            yield from (effect.sources for effect in self.matrix.effects)
        yield from (pitfall.sources for pitfall in self.pitfalls)


def _numbered(before: Mapping[str, int], cited: "Iterable[Sequence[Source]]") -> dict[str, int]:
    met = dict(before)
    for source in (source for sources in cited for source in sources):
        met.setdefault(source.reference, len(met) + 1)
    return met
