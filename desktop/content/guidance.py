"""Editions, topics and references as they stand in content.db."""

import sqlite3
from collections.abc import Collection

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
from desktop.domain.provenance import Source, Verification

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
    "SELECT id, kind, subheading, html, text, issuer, strength, certainty, graded_with, preclinical, verification "
    "FROM statement WHERE topic = ? AND section = ? ORDER BY position"
)
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
    return Topic(
        **columns,
        review=review,
        sections=tuple(
            Section(**dict(section), statements=_statements(connection, slug, section["id"]))
            for section in sections.fetchall()
        ),
    )


def _statements(connection: sqlite3.Connection, topic: str, section: str) -> tuple[Statement, ...]:
    found = connection.execute(_STATEMENTS, (topic, section)).fetchall()
    return in_layers(_statement(connection, row) for row in found)


def _statement(connection: sqlite3.Connection, found: sqlite3.Row) -> Statement:
    key = found["id"]
    origins = "SELECT derives_from FROM statement_origin WHERE statement = ? ORDER BY position"
    graded = found["issuer"] is not None and found["strength"] is not None
    return Statement(
        id=key,
        kind=Kind(found["kind"]),
        subheading=found["subheading"],
        html=found["html"],
        text=found["text"],
        grade=Grade(found["issuer"], found["strength"], found["certainty"], found["graded_with"]) if graded else None,
        sources=sources(connection, "statement", key),
        derives_from=first_column(connection, origins, key),
        corrects=first_column(connection, "SELECT claim FROM correction WHERE statement = ? ORDER BY claim", key),
        foreground=first_column(connection, "SELECT role FROM statement_role WHERE statement = ? ORDER BY role", key),
        preclinical=bool(found["preclinical"]),
        verification=Verification(found["verification"]),
        plain=_plain(connection, key),
    )


def _plain(connection: sqlite3.Connection, statement: str) -> PlainWords | None:
    found = connection.execute("SELECT html, text FROM statement_plain WHERE statement = ?", (statement,)).fetchone()
    roles = "SELECT role FROM statement_plain_role WHERE statement = ? ORDER BY role"
    return (
        None if found is None else PlainWords(found["html"], found["text"], first_column(connection, roles, statement))
    )


def among(connection: sqlite3.Connection, select: str, values: Collection[str | int]) -> list[sqlite3.Row]:
    """The rows of a SELECT with a place for each of the values where it says `IN (*)`."""
    places = select.replace("IN (*)", f"IN ({', '.join('?' for _ in values)})")
    return connection.execute(places, tuple(values)).fetchall()


def first_column(connection: sqlite3.Connection, select: str, *keys: str) -> tuple[str, ...]:
    """The first column of every row that a SELECT finds."""
    return tuple(row[0] for row in connection.execute(select, keys))


_SOURCES = {
    "statement": "SELECT reference, locator, verification FROM statement_source WHERE statement = ? ORDER BY position",
    "pitfall": "SELECT reference, locator, verification FROM pitfall_source WHERE pitfall = ? ORDER BY position",
    "pitfall_side": "SELECT reference, locator, verification FROM pitfall_side_source "
    "WHERE pitfall_side = ? ORDER BY position",
    "guideline_option": "SELECT reference, locator, verification FROM guideline_option_source "
    "WHERE guideline_option = ? ORDER BY position",
    "effect": "SELECT reference, locator, verification FROM effect_source WHERE effect = ? ORDER BY position",
    "term": "SELECT reference, locator, verification FROM term_source WHERE term = ? ORDER BY position",
    "guideline": "SELECT reference, locator, verification FROM guideline_source WHERE guideline = ? ORDER BY position",
    "study": "SELECT reference, locator, verification FROM study_source WHERE study = ? ORDER BY position",
    "breakpoint": (
        "SELECT reference, locator, verification FROM breakpoint_source WHERE breakpoint = ? ORDER BY position"
    ),
    "remark": "SELECT reference, locator, verification FROM remark_source WHERE remark = ? ORDER BY position",
}


def sources(connection: sqlite3.Connection, owner: str, key: str | int) -> tuple[Source, ...]:
    """The sources of a statement, a pitfall or a remark, in the author's order."""
    found = connection.execute(_SOURCES[owner], (key,))
    return tuple(Source(reference, locator, Verification(how)) for reference, locator, how in found)


def references(connection: sqlite3.Connection) -> dict[str, Reference]:
    """Every reference by its id."""
    found = (dict(row) for row in connection.execute(_REFERENCES))
    return {
        row["id"]: Reference(
            **row | {"is_primary": bool(row["is_primary"]), "verification": Verification(row["verification"])}
        )
        for row in found
    }
