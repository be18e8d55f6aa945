"""Rows into a database file that is the same, byte for byte, whenever the rows are."""

import os
import struct
from pathlib import Path

import sqlite_utils

from desktop.compiler.answer_rows import add_answers
from desktop.compiler.drug_rows import add_drugs
from desktop.compiler.evidence_rows import add_evidence
from desktop.compiler.glossary_rows import add_glossary
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.pages import add_pages
from desktop.compiler.search_rows import add_search
from desktop.compiler.tables import Tables, Value
from desktop.compiler.term_marks import with_marked_terms
from desktop.compiler.topic_rows import add_edition, add_references, add_topic
from desktop.content.schema import APPLICATION_ID, SCHEMA, TABLES

PAGE_SIZE = 4096
# The SQLite that content.db is made with; on it two builds agree to the byte, on another in every row.
MADE_WITH_SQLITE = 3_040_001
# https://www.sqlite.org/fileformat2.html#the_database_header: the change counter, the version it is valid for, and the
# SQLite that wrote last. They tell of the writing and not of the content.
_CHANGE_COUNTER_AT, _VALID_FOR_AT, _SQLITE_VERSION_AT = 24, 92, 96
_ONE_CHANGE = 1
_FILL_SEARCH = (
    "INSERT INTO passage_search(passage_search) VALUES ('rebuild')",
    "INSERT INTO passage_search(passage_search) VALUES ('optimize')",
)


def add_matrix(tables: Tables, library: AuthoredLibrary) -> None:
    """Adds every enzyme, and what each does to each drug."""
    for position, enzyme in enumerate(library.enzymes, 1):
        tables.add("enzyme", slug=enzyme.id, position=position, name=enzyme.name, ambler_class=enzyme.ambler_class)
    for key, effect in enumerate(library.effects, 1):
        tables.add(
            "effect",
            id=key,
            enzyme=effect.enzyme,
            drug=effect.drug,
            state=effect.state.value,
            reason=effect.reason,
            verification=effect.verification.value,
        )
        cited = [citation.source(effect.verification) for citation in effect.citations]
        tables.add_sources("effect_source", cited, effect=key)


def tables_of(library: AuthoredLibrary) -> Tables:
    """Every row of a library without faults."""
    assert library.edition is not None
    tables = Tables()
    add_edition(tables, library.edition)
    add_references(tables, library.references)
    for position, folder in enumerate(with_marked_terms(library).topics, 1):
        add_topic(tables, position, folder)
    add_drugs(tables, library.drugs)
    add_matrix(tables, library)
    add_answers(tables, library)
    add_glossary(tables, library)
    add_evidence(tables, library)
    add_pages(tables, library.pages)
    add_search(tables, library)
    return tables


def write_database(tables: Tables, path: Path) -> None:
    """The database written to a path where nothing is yet."""
    database = sqlite_utils.Database(path, execute_plugins=False)
    try:
        _prepare(database)
        for name in _in_schema_order(database, tables):
            database.table(name).insert_all(sorted(tables.rows[name], key=_order))
        _finish(database)
    finally:
        database.close()
    _settle_header(path)


def _prepare(database: sqlite_utils.Database) -> None:
    for pragma in (
        f"page_size = {PAGE_SIZE}",
        "journal_mode = DELETE",
        # Until it is whole the file is nobody's; it is brought to the disk once, at the end.
        "synchronous = OFF",
        f"application_id = {APPLICATION_ID}",
        f"user_version = {SCHEMA}",
        # Claims and statements, and statements among themselves, point at each other: the whole is checked at the end.
        "foreign_keys = OFF",
    ):
        database.execute(f"PRAGMA {pragma}")
    database.executescript(TABLES)


def _in_schema_order(database: sqlite_utils.Database, tables: Tables) -> list[str]:
    """The tables that have rows; a row for a table that is not in the schema is a fault of the compiler."""
    known = database.table_names()
    assert set(tables.rows) <= set(known), sorted(set(tables.rows) - set(known))
    return [name for name in known if name in tables.rows]


def _order(row: dict[str, Value]) -> list[tuple[bool, int, str]]:
    """A sorting key by every column in turn; missing before numbers before text."""
    return [(value is not None, value if isinstance(value, int) else 0, str(value)) for value in row.values()]


def _finish(database: sqlite_utils.Database) -> None:
    for command in _FILL_SEARCH:
        database.execute(command)
    database.conn.commit()
    dangling = database.execute("PRAGMA foreign_key_check").fetchall()
    assert not dangling, dangling
    database.vacuum()


def _settle_header(path: Path) -> None:
    """Sets to constants what the header says about the writing, and brings the file to the disk."""
    with path.open("r+b") as file:
        for at, value in (
            (_CHANGE_COUNTER_AT, _ONE_CHANGE),
            (_VALID_FOR_AT, _ONE_CHANGE),
            (_SQLITE_VERSION_AT, MADE_WITH_SQLITE),
        ):
            file.seek(at)
            file.write(struct.pack(">I", value))
        file.flush()
        os.fsync(file.fileno())
