"""A connection that can only read, and the tables that a content file may hold: these, and nothing else."""

import re
import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from desktop.content.schema import TABLES

# No text of the library comes near these; a crafted file could ask for far more of the machine.
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 20_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = (
    # Memory mapping would turn a file that shrinks while open into a dead process.
    "mmap_size = 0",
    "trusted_schema = OFF",
    "query_only = ON",
    "cell_size_check = ON",
)
_DEFENSIVE = 1010  # SQLITE_DBCONFIG_DEFENSIVE, which Python 3.12 can set
_SEARCH_PARTS = "data|idx|docsize|config"


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection to a file that nobody else writes, which opens no other file and runs nothing of it."""
    connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)
    try:
        connection.row_factory = sqlite3.Row
        for category, limit in _LIMITS.items():
            connection.setlimit(category, limit)
        if setconfig := getattr(connection, "setconfig", None):
            with suppress(sqlite3.Error):
                setconfig(_DEFENSIVE, True)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def strangers(connection: sqlite3.Connection) -> list[str]:
    """The names in the file that are not of our schema, and those of our schema that are not in the file.

    A view, a trigger or a table that is only shaped like ours could show anything in place of what was reviewed.
    """
    ours = {_told(text): text for text in re.findall(r"CREATE [^;]+", TABLES)}
    searched = [name for name, text in ours.items() if text.startswith("CREATE VIRTUAL TABLE")]
    parts = re.compile(rf"({'|'.join(searched)})_({_SEARCH_PARTS})")
    found = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    odd = [
        str(row["name"])
        for row in found
        if not (
            (row["type"] in ("table", "index") and row["sql"] == ours.get(row["name"], ""))
            or (row["type"] == "table" and _is_part(row, parts))
            or (row["type"] == "index" and row["sql"] is None)
        )
    ]
    return sorted([*odd, *(ours.keys() - {row["name"] for row in found})])


def _told(create: str) -> str:
    """The name that a CREATE statement gives."""
    match = re.match(r"CREATE (?:VIRTUAL TABLE|TABLE|UNIQUE INDEX|INDEX) (\w+)", create)
    assert match is not None, create
    return match[1]


def _is_part(row: sqlite3.Row, parts: re.Pattern[str]) -> bool:
    """Whether a table is one that the search index keeps for itself."""
    declared = str(row["sql"]).partition("(")[0].split()
    return bool(parts.fullmatch(row["name"])) and declared == ["CREATE", "TABLE", f"'{row['name']}'"]
