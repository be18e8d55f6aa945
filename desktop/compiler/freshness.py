"""Whether two builds agree, and whether the committed database is what its sources compile to."""

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import sqlite_utils

from desktop.compiler.building import compile_library, digest, digest_file
from desktop.compiler.faults import Fault
from desktop.compiler.writing import MADE_WITH_SQLITE

_REBUILD = "Run: python -m desktop.compiler"
_SEARCH_INDEX = "passage_search"


class Verdict(NamedTuple):
    """What a check found, in words, and whether all is well."""

    fine: bool
    lines: tuple[str, ...]


def check(folder: Path, committed: Path) -> Verdict | list[Fault]:
    """Builds twice, compares the two, and compares the committed database with them; or the faults of the library."""
    with TemporaryDirectory() as temporary:
        first, second = Path(temporary, "first.db"), Path(temporary, "second.db")
        faults = compile_library(folder, first) or compile_library(folder, second)
        if faults:
            return faults
        if first.read_bytes() != second.read_bytes():
            return Verdict(False, ("Two builds differ. The compiler lets something in that is not content; mend it.",))
        stale = _staleness(committed, first)
    if stale:
        return Verdict(False, ("Two builds are byte-identical.", stale))
    return Verdict(True, ("Two builds are byte-identical.", f"{committed.name} is fresh."))


def _staleness(committed: Path, built: Path) -> str:
    """Why the committed database is not fresh and what to do, or nothing."""
    if not committed.is_file():
        return f"{committed.name} is missing. {_REBUILD}"
    expected = digest_file(committed)
    if not expected.is_file() or expected.read_bytes() != f"{digest(committed)}\n".encode("ascii"):
        return f"{expected.name} is not the hash of {committed.name}. {_REBUILD}"
    if committed.read_bytes() == built.read_bytes():
        return ""
    if sqlite_number() == MADE_WITH_SQLITE:
        return f"{committed.name} is not what the library compiles to. {_REBUILD}"
    try:
        same = logical_dump(committed) == logical_dump(built)
    except sqlite3.Error as error:
        return f"{committed.name} cannot be read ({error}). {_REBUILD}"
    return "" if same else f"{committed.name} does not hold what the library compiles to. {_REBUILD}"


def sqlite_number() -> int:
    """The version of the running SQLite, as SQLite itself counts it."""
    major, minor, patch = sqlite3.sqlite_version_info
    return major * 1_000_000 + minor * 1_000 + patch


def logical_dump(path: Path) -> list[str]:
    """What a database holds, whatever SQLite wrote it: its marks, its tables and every row, in order.

    The search index is left out: it is made from the passages, and its pages differ from one SQLite to another.
    """
    database = sqlite_utils.Database(
        sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True), execute_plugins=False
    )
    try:
        marks = [str(database.execute(f"PRAGMA {name}").fetchone()) for name in ("application_id", "user_version")]
        kept = [name for name in sorted(database.table_names()) if not name.startswith(_SEARCH_INDEX)]
        shapes = [database.table(name).schema for name in kept]
        rows = [f"{name}: {row}" for name in kept for row in sorted(map(repr, database.table(name).rows))]
    finally:
        database.close()
    return [*marks, *shapes, *rows]
