"""The claims of the source article as they stand in content.db."""

import sqlite3

from desktop.content.owned import owned, owned_words
from desktop.domain.guidance import ArticleReference, Claim
from desktop.domain.provenance import Verification

_CLAIMS = (
    "SELECT id, section, says, verdict, verdict_words, reason, instead, verification, verification_words "
    "FROM claim WHERE topic = ? ORDER BY position"
)


_NUMBERS = "SELECT claim, number FROM claim_citation WHERE claim IN (*) ORDER BY position"
_CORRECTIONS = "SELECT claim, statement FROM correction WHERE claim IN (*) ORDER BY position"
_CITED = "SELECT claim, reference FROM claim_reference WHERE claim IN (*) ORDER BY position"


def claims(connection: sqlite3.Connection, topic: str) -> tuple[Claim, ...]:
    """Every claim of the topic's article with its verdict."""
    rows = connection.execute(_CLAIMS, (topic,)).fetchall()
    keys = [row["id"] for row in rows]
    numbers = owned(connection, _NUMBERS, keys)
    corrections, cited = owned_words(connection, _CORRECTIONS, keys), owned_words(connection, _CITED, keys)
    return tuple(
        Claim(
            **dict(row) | {"verification": Verification(row["verification"])},
            article_citations=tuple(int(number) for _, number in numbers[row["id"]]),
            statements=corrections[row["id"]],
            references=cited[row["id"]],
        )
        for row in rows
    )


def article_references(connection: sqlite3.Connection, topic: str) -> tuple[ArticleReference, ...]:
    """What each citation number of the article probably stands for."""
    select = "SELECT number, likely, certainty, reference FROM article_reference WHERE topic = ? ORDER BY number"
    return tuple(ArticleReference(*row) for row in connection.execute(select, (topic,)))
