"""The opening of content.db: only a file that is whole, of this shape and as expected is ever read."""

import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from desktop.content.schema import APPLICATION_ID, SCHEMA
from desktop.paths import CONTENT_DB, CONTENT_SHA256

_REINSTALL = "Do not use it for doses. Install Wardlight again from a copy you trust."
_OTHER_FILE = "Choose another content file, or leave out --content to use the bundled one."


@dataclass(frozen=True, slots=True)
class ContentFault:
    """Why a content database cannot be trusted, and what to do."""

    code: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class OpenContent:
    """A content database that may be read. `source` says whose it is; only "bundled" has an expected hash."""

    connection: sqlite3.Connection
    source: str
    sha256: str


def open_content(chosen: Path | None = None) -> OpenContent | ContentFault:
    """The bundled content, checked against the hash that shipped with it; or a chosen file, which has none.

    SQLite's own check passes most single-bit changes, so the SHA-256 decides.
    """
    path = chosen or CONTENT_DB
    remedy = _REINSTALL if chosen is None else _OTHER_FILE
    if not _is_file(path):
        return ContentFault("content-missing", f"The content file {path.name} is missing.", remedy)
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if chosen is None and digest != CONTENT_SHA256.read_text(encoding="ascii").strip():
            return ContentFault("content-damaged", "The content file was changed after it was made.", remedy)
        return _opened(path, "bundled" if chosen is None else "file", digest, remedy)
    except (OSError, ValueError, sqlite3.Error) as error:
        return ContentFault("content-damaged", f"The content file {path.name} cannot be read ({error}).", remedy)


def _is_file(path: Path) -> bool:
    """Whether a file is there; a name that no file can have is not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _opened(path: Path, source: str, digest: str, remedy: str) -> OpenContent | ContentFault:
    connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)
    try:
        connection.row_factory = sqlite3.Row
        # Memory mapping would turn a file that shrinks while open into a dead process.
        connection.execute("PRAGMA mmap_size = 0")
        fault = _shape_fault(connection, path, remedy)
    except sqlite3.Error:
        connection.close()
        raise
    if fault is not None:
        connection.close()
        return fault
    return OpenContent(connection, source, digest)


def _shape_fault(connection: sqlite3.Connection, path: Path, remedy: str) -> ContentFault | None:
    """Whether the file is content at all, of the shape this program knows, and sound inside."""
    name = path.name
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return ContentFault("content-foreign", f"{name} is not a Wardlight content file.", remedy)
    shape = connection.execute("PRAGMA user_version").fetchone()[0]
    if shape > SCHEMA:
        return ContentFault("content-newer", f"{name} needs a newer Wardlight (shape {shape}).", remedy)
    if shape < SCHEMA:
        return ContentFault("content-older", f"{name} was made for an older Wardlight (shape {shape}).", remedy)
    pages, size = (connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size"))
    whole = path.stat().st_size == pages * size
    sound = whole and connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    return None if sound else ContentFault("content-damaged", f"The content file {name} is damaged.", remedy)
