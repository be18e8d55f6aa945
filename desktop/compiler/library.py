"""The authored library in memory: every file in its form, before it is checked as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.compiler.authored import AuthoredEdition, AuthoredReference
from desktop.compiler.authored_answers import AuthoredAnswer
from desktop.compiler.authored_drug import AuthoredDrug
from desktop.compiler.authored_enzymes import AuthoredEffect, AuthoredEnzyme
from desktop.compiler.authored_evidence import AuthoredBreakpoint, AuthoredGuideline, AuthoredStudy
from desktop.compiler.authored_glossary import AuthoredTerm
from desktop.compiler.authored_pitfalls import AuthoredOption, AuthoredPitfall
from desktop.compiler.authored_search import AuthoredSearch
from desktop.compiler.authored_topic import (
    AuthoredArticleReference,
    AuthoredClaim,
    AuthoredTopic,
    LedgerHead,
    PageHead,
    StatementHead,
)
from desktop.compiler.rendering import Rendered


@dataclass(frozen=True, slots=True)
class AuthoredStatement:
    """A statement with its head read and its prose rendered."""

    head: StatementHead
    subheading: str | None
    prose: Rendered
    plain: Rendered | None = None


@dataclass(frozen=True, slots=True)
class AuthoredPage:
    """A page about the library itself."""

    id: str
    head: PageHead
    prose: Rendered

    @property
    def file(self) -> str:
        """How its file is named to its author."""
        return f"pages/{self.id}.md"


@dataclass(frozen=True, slots=True)
class AuthoredSection:
    """A section of the guidance."""

    id: str
    title: str
    generated: str | None
    statements: tuple[AuthoredStatement, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True)
class AuthoredLedger:
    """The ledger of a topic's source article."""

    head: LedgerHead | None
    claims: tuple[AuthoredClaim, ...]
    article_references: tuple[AuthoredArticleReference, ...]


@dataclass(frozen=True, slots=True)
class TopicFolder:
    """One folder of topics/; a file that is not there is None."""

    slug: str
    topic: AuthoredTopic | None
    sections: tuple[AuthoredSection, ...]
    pitfalls: tuple[AuthoredPitfall, ...] | None
    ledger: AuthoredLedger | None
    answers: tuple[AuthoredAnswer, ...] = ()
    options: tuple[AuthoredOption, ...] = ()
    not_covered: tuple[str, ...] = ()
    guidelines: tuple[AuthoredGuideline, ...] = ()
    studies: tuple[AuthoredStudy, ...] = ()
    breakpoints: tuple[AuthoredBreakpoint, ...] = ()

    def file(self, name: str) -> str:
        """How a file of the folder is named to its author."""
        return f"{self.slug}/{name}"

    @property
    def statements(self) -> tuple[AuthoredStatement, ...]:
        """Every statement in the order of reading."""
        return tuple(statement for section in self.sections for statement in section.statements)

    @property
    def claims(self) -> tuple[AuthoredClaim, ...]:
        """Every claim of the ledger, if there is one."""
        return self.ledger.claims if self.ledger else ()


@dataclass(frozen=True, slots=True)
class AuthoredLibrary:
    """Everything that was read.

    `declared` holds every id by kind, those of faulty entries too; of the kinds in `unreadable` some are not known.
    """

    edition: AuthoredEdition | None
    references: tuple[AuthoredReference, ...]
    drugs: tuple[AuthoredDrug, ...]
    topics: tuple[TopicFolder, ...]
    enzymes: tuple[AuthoredEnzyme, ...]
    effects: tuple[AuthoredEffect, ...]
    search: AuthoredSearch
    declared: Mapping[str, frozenset[str]]
    unreadable: frozenset[str]
    terms: tuple[AuthoredTerm, ...] = ()
    pages: tuple[AuthoredPage, ...] = ()

    def lacks(self, kind: str, key: str) -> bool:
        """Whether nothing has this id, as far as can be told: an entry with a fault of its own is not unknown."""
        return kind not in self.unreadable and key not in self.declared.get(kind, frozenset())
