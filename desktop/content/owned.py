"""The rows that belong to others, such as the sources of statements: one statement of SQL for all owners of a kind."""

import sqlite3
from collections.abc import Collection, Mapping
from typing import TypeVar

from desktop.domain.provenance import Source, Verification

Key = TypeVar("Key", str, int)


def among(connection: sqlite3.Connection, select: str, values: Collection[str | int]) -> list[sqlite3.Row]:
    """The rows of a SELECT with a place for each of the values where it says `IN (*)`; none for no value."""
    if not values:
        return []
    places = select.replace("IN (*)", f"IN ({', '.join('?' for _ in values)})")
    return connection.execute(places, tuple(values)).fetchall()


def first_column(connection: sqlite3.Connection, select: str, *keys: str) -> tuple[str, ...]:
    """The first column of every row that a SELECT finds."""
    return tuple(row[0] for row in connection.execute(select, keys))


def owned(connection: sqlite3.Connection, select: str, owners: Collection[Key]) -> Mapping[Key, list[sqlite3.Row]]:
    """The rows of every owner, none for an owner without; the SELECT names the owner first and says `IN (*)`."""
    found: dict[Key, list[sqlite3.Row]] = {owner: [] for owner in owners}
    for row in among(connection, select, owners):
        found[row[0]].append(row)
    return found


def owned_words(connection: sqlite3.Connection, select: str, owners: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """What the second column of a SELECT says of every owner."""
    return {owner: tuple(row[1] for row in rows) for owner, rows in owned(connection, select, owners).items()}


_OWNERS = [
    "statement",
    "pitfall",
    "pitfall_side",
    "guideline_option",
    "effect",
    "term",
    "guideline",
    "study",
    "breakpoint",
    "remark",
]
_SELECT = "SELECT owner, reference, locator, verification FROM owner_source WHERE owner IN (*) ORDER BY position"
_SOURCES = {kind: _SELECT.replace("owner", kind) for kind in _OWNERS}


def sources(connection: sqlite3.Connection, kind: str, owners: Collection[Key]) -> Mapping[Key, tuple[Source, ...]]:
    """The sources of statements, pitfalls or others of a kind, in the author's order."""
    return {
        owner: tuple(Source(reference, locator, Verification(how)) for _, reference, locator, how in rows)
        for owner, rows in owned(connection, _SOURCES[kind], owners).items()
    }
