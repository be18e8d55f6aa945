"""The claims of the source article as they stand in content.db."""

import sqlite3

from desktop.content.guidance import first_column
from desktop.domain.guidance import ArticleReference, Claim
from desktop.domain.provenance import Verification

_CLAIMS = (
    "SELECT id, section, says, verdict, verdict_words, reason, instead, verification, verification_words "
    "FROM claim WHERE topic = ? ORDER BY position"
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
