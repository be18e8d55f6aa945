"""The claims of the source article and the pitfalls, as they stand in content.db."""

import sqlite3

from desktop.content.guidance import first_column, sources
from desktop.domain.guidance import ArticleReference, Claim
from desktop.domain.provenance import Verification
from desktop.domain.regimen import Phase, Pitfall, Severity, Trigger

_CLAIMS = (
    "SELECT id, section, says, verdict, verdict_words, reason, instead, verification, verification_words "
    "FROM claim WHERE topic = ? ORDER BY position"
)
_PITFALLS = (
    "SELECT id, phase, severity, title, check_line, why, action, verification "
    "FROM pitfall WHERE topic = ? ORDER BY position"
)


def claims(connection: sqlite3.Connection, topic: str) -> tuple[Claim, ...]:
    """Every claim of the topic's article with its verdict."""
    return tuple(_claim(connection, found) for found in connection.execute(_CLAIMS, (topic,)).fetchall())


def _claim(connection: sqlite3.Connection, found: sqlite3.Row) -> Claim:
    columns = dict(found)
    key, verification = columns["id"], Verification(columns.pop("verification"))
    numbers = "SELECT number FROM claim_citation WHERE claim = ? ORDER BY position"
    corrections = "SELECT statement FROM correction WHERE claim = ? ORDER BY position"
    cited = "SELECT reference FROM claim_reference WHERE claim = ? ORDER BY position"
    return Claim(
        **columns,
        article_citations=tuple(int(number) for number in first_column(connection, numbers, key)),
        statements=first_column(connection, corrections, key),
        references=first_column(connection, cited, key),
        verification=verification,
    )


def article_references(connection: sqlite3.Connection, topic: str) -> tuple[ArticleReference, ...]:
    """What each citation number of the article probably stands for."""
    select = "SELECT number, likely, certainty, reference FROM article_reference WHERE topic = ? ORDER BY number"
    return tuple(ArticleReference(*row) for row in connection.execute(select, (topic,)))


def pitfalls(connection: sqlite3.Connection, topic: str) -> tuple[Pitfall, ...]:
    """Every pitfall of a topic with its trigger."""
    return tuple(_pitfall(connection, found) for found in connection.execute(_PITFALLS, (topic,)).fetchall())


def _pitfall(connection: sqlite3.Connection, found: sqlite3.Row) -> Pitfall:
    key = found["id"]
    return Pitfall(
        id=key,
        phase=Phase(found["phase"]),
        severity=Severity(found["severity"]),
        title=found["title"],
        check=found["check_line"],
        why=found["why"],
        action=found["action"],
        sources=sources(connection, "pitfall", key),
        claims=first_column(connection, "SELECT claim FROM pitfall_claim WHERE pitfall = ? ORDER BY claim", key),
        trigger=_trigger(connection, key),
        verification=Verification(found["verification"]),
    )


def _trigger(connection: sqlite3.Connection, pitfall: str) -> Trigger:
    lines: dict[str, set[str]] = {}
    for line, term in connection.execute("SELECT line, term FROM trigger_term WHERE pitfall = ?", (pitfall,)):
        lines.setdefault(line, set()).add(term)
    return Trigger(**{line: frozenset(terms) for line, terms in lines.items()})
