"""Editions, topics and references as they stand in content.db."""

import sqlite3
from collections.abc import Collection

from desktop.content.owned import among, first_column, owned_words, sources
from desktop.domain.guidance import (
    Edition,
    Grade,
    Kind,
    Page,
    PlainWords,
    Reference,
    Review,
    Section,
    Statement,
    Topic,
    in_layers,
)
from desktop.domain.provenance import Verification

_EDITION = (
    "SELECT name, edition, version, language, evidence_through, last_updated, review_by, publisher, licence, "
    "review_status, review_step FROM edition"
)
_TOPIC = (
    "SELECT id, title, question, about, last_updated, evidence_through, article_updated, article_problem, "
    "article_consequence, review_status, review_step "
    "FROM topic WHERE id = ?"
)
_STATEMENTS = (
    "SELECT id, section, kind, subheading, html, text, issuer, strength, certainty, graded_with, preclinical, "
    "verification FROM statement WHERE topic = ? ORDER BY position"
)
_OF_STATEMENTS = {
    "derives_from": "SELECT statement, derives_from FROM statement_origin WHERE statement IN (*) ORDER BY position",
    "corrects": "SELECT statement, claim FROM correction WHERE statement IN (*) ORDER BY claim",
    "foreground": "SELECT statement, role FROM statement_role WHERE statement IN (*) ORDER BY role",
}
_REFERENCES = (
    "SELECT id, short, type, title, authors, journal, year, volume_pages, doi, pmid, url, note, is_primary, depth, "
    "verification FROM reference ORDER BY id"
)


def edition(connection: sqlite3.Connection) -> Edition:
    """The edition of this database."""
    (found,) = connection.execute(_EDITION).fetchall()
    columns = dict(found)
    review = Review(columns.pop("review_status"), columns.pop("review_step"), _reviewers(connection, None))
    return Edition(**columns, review=review)


def _reviewers(connection: sqlite3.Connection, topic: str | None) -> tuple[str, ...]:
    found = connection.execute("SELECT name FROM reviewer WHERE topic IS ? ORDER BY position", (topic,))
    return tuple(row["name"] for row in found)


def pages(connection: sqlite3.Connection) -> tuple[Page, ...]:
    """The pages about the library itself, in editorial order."""
    return tuple(Page(*row) for row in connection.execute("SELECT id, title, html, text FROM page ORDER BY position"))


def topic_slugs(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The ids of all topics, in editorial order."""
    return first_column(connection, "SELECT id FROM topic ORDER BY position")


def topic_titles(connection: sqlite3.Connection) -> dict[str, str]:
    """The title of every topic by its id, in editorial order."""
    return dict(connection.execute("SELECT id, title FROM topic ORDER BY position").fetchall())


def topic(connection: sqlite3.Connection, slug: str) -> Topic:
    """One topic with its sections and statements."""
    found = connection.execute(_TOPIC, (slug,)).fetchone()
    if found is None:
        raise KeyError(slug)
    columns = dict(found)
    review = Review(columns.pop("review_status"), columns.pop("review_step"), _reviewers(connection, slug))
    sections = connection.execute("SELECT id, title, generated FROM section WHERE topic = ? ORDER BY position", (slug,))
    statements = _statements(connection, slug)
    return Topic(
        **columns,
        review=review,
        sections=tuple(
            Section(**dict(section), statements=statements.get(section["id"], ())) for section in sections.fetchall()
        ),
    )


def _statements(connection: sqlite3.Connection, topic: str) -> dict[str, tuple[Statement, ...]]:
    """The statements of every section of a topic."""
    rows = connection.execute(_STATEMENTS, (topic,)).fetchall()
    keys = [row["id"] for row in rows]
    said_of = {name: owned_words(connection, select, keys) for name, select in _OF_STATEMENTS.items()}
    cited, plain = sources(connection, "statement", keys), _plain(connection, keys)
    sections: dict[str, list[Statement]] = {}
    for row in rows:
        key = row["id"]
        graded = row["issuer"] is not None and row["strength"] is not None
        made = Statement(
            id=key,
            kind=Kind(row["kind"]),
            subheading=row["subheading"],
            html=row["html"],
            text=row["text"],
            grade=Grade(row["issuer"], row["strength"], row["certainty"], row["graded_with"]) if graded else None,
            sources=cited[key],
            **{name: words[key] for name, words in said_of.items()},
            preclinical=bool(row["preclinical"]),
            verification=Verification(row["verification"]),
            plain=plain.get(key),
        )
        sections.setdefault(row["section"], []).append(made)
    return {section: in_layers(statements) for section, statements in sections.items()}


def _plain(connection: sqlite3.Connection, statements: Collection[str]) -> dict[str, PlainWords]:
    """The plain words of the statements that have some."""
    select = "SELECT statement, html, text FROM statement_plain WHERE statement IN (*)"
    roles = "SELECT statement, role FROM statement_plain_role WHERE statement IN (*) ORDER BY role"
    for_roles = owned_words(connection, roles, statements)
    return {key: PlainWords(html, text, for_roles[key]) for key, html, text in among(connection, select, statements)}


def references(connection: sqlite3.Connection) -> dict[str, Reference]:
    """Every reference by its id."""
    found = (dict(row) for row in connection.execute(_REFERENCES))
    return {
        row["id"]: Reference(
            **row | {"is_primary": bool(row["is_primary"]), "verification": Verification(row["verification"])}
        )
        for row in found
    }
