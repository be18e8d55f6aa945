"""The notebook's file: made, opened when it is sound and ours, and set aside, never overwritten, when it is not."""

import os
import sqlite3
from itertools import count
from pathlib import Path

FILE = "notebook.db"
APPLICATION_ID = 0x57414E42  # "WANB"
SHAPE = 1

TABLES = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE bookmark (position INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, title TEXT NOT NULL);
CREATE TABLE recent (position INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, title TEXT NOT NULL);
CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT, statement TEXT NOT NULL, topic TEXT NOT NULL, title TEXT NOT NULL,
    excerpt TEXT NOT NULL, edition TEXT NOT NULL, text TEXT NOT NULL, written TEXT NOT NULL);
"""
_STATEMENTS = tuple(part.strip() for part in TABLES.split(";") if part.strip())
_PATIENCE_S = 1.0
_HEAD_BYTES = 512


class UnusableFileError(Exception):
    """Why a file cannot be the notebook; `spoilt` where nothing will ever read it again."""

    def __init__(self, reason: str, *, spoilt: bool = False) -> None:
        super().__init__(reason)
        self.spoilt = spoilt


def in_memory() -> sqlite3.Connection:
    """A notebook that is gone when the program ends."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _make(connection)
    return connection


def on_disk(path: Path) -> sqlite3.Connection:
    """The notebook at a path, made where there is none; UnusableFileError, in words, where it cannot be used."""
    connection = None
    try:
        # A pipe in its place would be waited for without end.
        if os.path.lexists(path) and not path.is_file():
            raise UnusableFileError("it is not a file")
        # SQLite takes a file that is shorter than its head for an empty one, and would overwrite it.
        if path.is_file() and 0 < path.stat().st_size < _HEAD_BYTES:
            raise UnusableFileError("it is damaged", spoilt=True)
        connection = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
        # Damage inside a text spoils that text only.
        connection.text_factory = lambda written: written.decode("utf-8", "replace")
        _ready(connection)
    except (sqlite3.Error, OSError, UnusableFileError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, UnusableFileError):
            raise
        raise UnusableFileError(disk_words(error), spoilt=_is_spoilt(error)) from error
    return connection


def _ready(connection: sqlite3.Connection) -> None:
    """Make sure that every acknowledged change is on the disk, and that the file is whole and of our shape."""
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    if _number(connection, "page_count") == 0:
        _make(connection)
    shape = _number(connection, "user_version")
    if _number(connection, "application_id") != APPLICATION_ID:
        raise UnusableFileError("it is no notebook of Wardlight", spoilt=True)
    if shape > SHAPE:
        raise UnusableFileError("it was written by a newer Wardlight, which can read it")
    found = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")}
    if found != set(_STATEMENTS) or connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise UnusableFileError("it is damaged", spoilt=True)


def _make(connection: sqlite3.Connection) -> None:
    """Fill an empty file in one step, which of two programs at once only the first one takes."""
    connection.execute("BEGIN EXCLUSIVE")
    try:
        if (
            _number(connection, "user_version") == 0
            and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        ):
            for statement in _STATEMENTS:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SHAPE}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _is_spoilt(error: Exception) -> bool:
    return isinstance(error, sqlite3.Error) and _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: sqlite3.Error) -> int:
    # The low byte tells the kind; the rest, where in SQLite it was noticed.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


_WORDS = {
    sqlite3.SQLITE_BUSY: "another program holds it",
    sqlite3.SQLITE_LOCKED: "another program holds it",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it may not be written",
    sqlite3.SQLITE_PERM: "it may not be written",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_CORRUPT: "it is damaged",
    sqlite3.SQLITE_NOTADB: "it is damaged",
    sqlite3.SQLITE_IOERR: "the disk did not take it",
}


def disk_words(error: Exception) -> str:
    """Why the disk refused, for the reader."""
    if isinstance(error, sqlite3.Error):
        return _WORDS.get(_code(error), f"it cannot be used ({error})")
    return f"it cannot be used ({getattr(error, 'strerror', None) or error})"


def set_aside(path: Path) -> str | None:
    """The name under which a spoilt file is kept, and its journal with it; None where it cannot be moved."""
    names = (path.with_name(f"{path.stem}-set-aside-{number}{path.suffix}") for number in count(1))
    aside = next(name for name in names if not os.path.lexists(name))
    try:
        path.rename(aside)
        # Left behind, it would be played into the next notebook.
        journal = path.with_name(f"{path.name}-journal")
        if journal.exists():
            journal.rename(aside.with_name(f"{aside.name}-journal"))
    except OSError:
        return None
    return aside.name
