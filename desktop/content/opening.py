"""The opening of content.db: only a file that is whole, of this shape and as expected is ever read."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from desktop.content.digest import Digest, State, file_digest, state
from desktop.content.hardening import connect, strangers
from desktop.content.schema import APPLICATION_ID, SCHEMA
from desktop.paths import CONTENT_DB, CONTENT_SHA256

_REINSTALL = "Do not use it for doses. Install Wardlight again from a copy you trust."
_OTHER_FILE = "Choose another content file, or leave out --content to use the bundled one."
_NAMED = 3


@dataclass(frozen=True, slots=True)
class ContentFault:
    """Why a content database cannot be trusted, and what to do."""

    code: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class OpenContent:
    """A content database that may be read. `source` says whose it is; only a "file" had no expected hash.

    `unproven` is the file, where it is still to be shown that it has the hash, and `state` what it was like when it was
    opened; None where it was shown.
    """

    connection: sqlite3.Connection
    source: str
    sha256: str
    unproven: Path | None = None
    state: State | None = None

    def is_as_made(self, begun: Digest | None = None) -> bool:
        """Whether the file has the hash; what could be read of it before that says nothing.

        `begun` is a hash of it that is being computed already.
        """
        if self.unproven is None:
            return True
        try:
            found = begun.taken() if begun is not None and begun.path == self.unproven else file_digest(self.unproven)
        except OSError:
            return False
        return found == self.sha256 and state(self.unproven) == self.state


def begun_digest() -> Digest:
    """The hash of the program's own content, computed from now on."""
    return Digest(CONTENT_DB)


def open_content(chosen: Path | None = None, *, later: bool = False) -> OpenContent | ContentFault:
    """The bundled content, checked against the hash that shipped with it; or a chosen file, which has none.

    `later` leaves to the caller to ask whether it is as it was made, before anybody can act on it.
    """
    if chosen is not None:
        return _open(chosen, "file", None, _OTHER_FILE)
    try:
        expected = CONTENT_SHA256.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        expected = ""  # no file has this hash: without the shipped one nothing is trusted
    return open_known(CONTENT_DB, expected, "bundled", _REINSTALL, later=later)


def open_known(path: Path, sha256: str, source: str, remedy: str, *, later: bool = False) -> OpenContent | ContentFault:
    """Content of which the hash is known, from the build or a signed pack; `remedy` is what to do about a fault."""
    return _open(path, source, sha256, remedy, later=later)


def _open(
    path: Path, source: str, expected: str | None, remedy: str, *, later: bool = False
) -> OpenContent | ContentFault:
    """SQLite's own check passes most single-bit changes, so the SHA-256 decides."""
    if not _is_file(path):
        return ContentFault("content-missing", f"The content file {path.name} is missing.", remedy)
    before = state(path)
    try:
        digest = expected if later and expected is not None else file_digest(path)
        if expected is not None and digest != expected:
            return ContentFault("content-damaged", "The content file was changed after it was made.", remedy)
        connection = connect(path)
        try:
            fault = _shape_fault(connection, path, remedy, is_whole=expected is not None)
        except sqlite3.Error:
            connection.close()
            raise
    except (OSError, ValueError, sqlite3.Error) as error:
        return ContentFault("content-damaged", f"The content file {path.name} cannot be read ({error}).", remedy)
    if fault is None and state(path) != before:
        fault = ContentFault("content-damaged", "The content file was changed while it was opened.", remedy)
    if fault is not None:
        connection.close()
        return fault
    return OpenContent(connection, source, digest, path, before) if later else OpenContent(connection, source, digest)


def _is_sound(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file has all its pages, and SQLite finds them in order."""
    pages, size = (connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size"))
    checked = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return path.stat().st_size == pages * size and checked == "ok"


def _is_file(path: Path) -> bool:
    """Whether a file is there; a name that no file can have is not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _shape_fault(connection: sqlite3.Connection, path: Path, remedy: str, *, is_whole: bool) -> ContentFault | None:
    """Whether the file is content at all, of the shape this program knows, and sound inside.

    One that is whole to the last bit, as its hash has shown, was found sound when it was made or imported.
    """
    name = path.name
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return ContentFault("content-foreign", f"{name} is not a Wardlight content file.", remedy)
    shape = connection.execute("PRAGMA user_version").fetchone()[0]
    if shape > SCHEMA:
        return ContentFault("content-newer", f"{name} needs a newer Wardlight (shape {shape}).", remedy)
    if shape < SCHEMA:
        return ContentFault("content-older", f"{name} was made for an older Wardlight (shape {shape}).", remedy)
    if not is_whole and not _is_sound(connection, path):
        return ContentFault("content-damaged", f"The content file {name} is damaged.", remedy)
    if odd := strangers(connection):
        told = ", ".join(each[:40] for each in odd[:_NAMED])
        return ContentFault("content-foreign", f"{name} is not made like Wardlight content ({told}).", remedy)
    return None
