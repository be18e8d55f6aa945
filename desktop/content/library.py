"""The library as the program reads it: whole values out of content.db, each read when it is first needed.

So is the code that reads it: the first page of the window needs little of either.
"""

import sqlite3
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.content import guidance
from desktop.content.opening import OpenContent
from desktop.domain.guidance import ArticleReference, Claim, Edition, Page, Reference, Topic

if TYPE_CHECKING:
    from desktop.content.drugs import UnavailableDrug
    from desktop.domain.answers import Answer
    from desktop.domain.breakpoints import Breakpoint
    from desktop.domain.case import Rulebook
    from desktop.domain.drugs import Drug
    from desktop.domain.enzymes import Matrix
    from desktop.domain.evidence import Study
    from desktop.domain.glossary import Term
    from desktop.domain.guidelines import Guideline
    from desktop.domain.regimen import Pitfall
    from desktop.domain.search_result import SearchResult
    from desktop.domain.worked import WorkedExample

# As many as a reader looks through.
HITS = 20


class Library:
    """One opened content database; of several bases of a drug, `first_basis` comes first."""

    def __init__(self, content: OpenContent, first_basis: str | None = None) -> None:
        self._first_basis = first_basis
        self._connection: sqlite3.Connection = content.connection
        self.source = content.source
        self.sha256 = content.sha256

    @cached_property
    def edition(self) -> Edition:
        """What this library is, and until when it holds."""
        return guidance.edition(self._connection)

    @cached_property
    def topic_slugs(self) -> tuple[str, ...]:
        """Every topic, in editorial order."""
        return guidance.topic_slugs(self._connection)

    @cached_property
    def topic_titles(self) -> Mapping[str, str]:
        """The title of every topic by its slug, in editorial order."""
        return guidance.topic_titles(self._connection)

    def topic(self, slug: str) -> Topic:
        """A topic with all its statements; a KeyError for a slug that is not in `topic_slugs`."""
        return guidance.topic(self._connection, slug)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """Every source by its id."""
        return guidance.references(self._connection)

    def claims(self, topic: str) -> tuple[Claim, ...]:
        """The ledger of a topic's source article."""
        from desktop.content import ledger

        return ledger.claims(self._connection, topic)

    def article_references(self, topic: str) -> tuple[ArticleReference, ...]:
        """What the article's own citation numbers stand for."""
        from desktop.content import ledger

        return ledger.article_references(self._connection, topic)

    def pitfalls(self, topic: str) -> "tuple[Pitfall, ...]":
        """The pitfalls of a topic, by phase and in editorial order."""
        from desktop.content import rules

        return rules.pitfalls(self._connection, topic)

    def answers(self, topic: str) -> "tuple[Answer, ...]":
        """The follow-up questions of a topic."""
        from desktop.content import answers

        return answers.answers(self._connection, topic)

    def guidelines(self, topic: str) -> "tuple[Guideline, ...]":
        """What each guideline says on a topic, side by side."""
        from desktop.content import evidence

        return evidence.guidelines(self._connection, topic)

    def studies(self, topic: str) -> "tuple[Study, ...]":
        """The studies of a topic as data."""
        from desktop.content import evidence

        return evidence.studies(self._connection, topic)

    def topic_of_study(self, study: str) -> str | None:
        """The topic in which a study stands; None for a study that there is not."""
        from desktop.content import evidence

        return evidence.topic_of_study(self._connection, study)

    def breakpoints(self, topic: str) -> "tuple[Breakpoint, ...]":
        """The breakpoints of a topic by drug and standard."""
        from desktop.content import evidence

        return evidence.breakpoints(self._connection, topic)

    @cached_property
    def matrix(self) -> "Matrix":
        """What every enzyme does to every drug."""
        from desktop.content import enzymes

        return enzymes.matrix(self._connection)

    @cached_property
    def glossary(self) -> "tuple[Term, ...]":
        """Every term of the glossary with its names, in alphabetical order."""
        from desktop.content import glossary

        return glossary.terms(self._connection)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages about the library itself, in editorial order."""
        return guidance.pages(self._connection)

    @cached_property
    def drug_slugs(self) -> tuple[str, ...]:
        """Every drug that has doses, in editorial order."""
        from desktop.content import drugs

        return drugs.slugs(self._connection)

    def drug(self, slug: str) -> "Drug | UnavailableDrug":
        """A drug with all its rows, or why it cannot be shown; a KeyError for a slug not in `drug_slugs`."""
        from desktop.content import drugs
        from desktop.domain.drugs import Drug

        found = drugs.drug(self._connection, slug)
        return found.with_first(self._first_basis) if isinstance(found, Drug) else found

    @cached_property
    def rulebook(self) -> "Rulebook":
        """Everything that a case is assessed by, of every topic; a drug that cannot be shown is left out."""
        from desktop.content import rules
        from desktop.domain.case import Rulebook
        from desktop.domain.drugs import Drug

        found = (self.drug(slug) for slug in self.drug_slugs)
        return Rulebook(
            drugs=tuple(drug for drug in found if isinstance(drug, Drug)),
            pitfalls=tuple(pitfall for slug in self.topic_slugs for pitfall in self.pitfalls(slug)),
            options=tuple(o for slug in self.topic_slugs for o in rules.options(self._connection, slug)),
            not_covered=tuple(t for slug in self.topic_slugs for t in rules.not_covered(self._connection, slug)),
        )

    def worked_examples(self, slug: str) -> "tuple[WorkedExample, ...]":
        """The author's worked examples of a drug, for the check on this machine."""
        from desktop.content import examples

        return examples.worked_examples(self._connection, slug)

    def search(self, text: str, limit: int = HITS) -> "SearchResult":
        """What answers a query or a question, best first; nothing where the library holds nothing about it."""
        from desktop.content.search import search  # not on the way to the first window

        return search(self._connection, text, limit)

    def is_sound(self) -> bool:
        """Whether SQLite finds the whole file and every link in it in order."""
        sound = self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        return sound and self._connection.execute("PRAGMA foreign_key_check").fetchone() is None
