"""One reader's notebook: what is kept, and every change to it, on the disk before it is acknowledged."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.domain.notebook import Anchor, Bookmark, Kept, Note, Setting
from desktop.notebook.disk import FILE, UnusableFileError, disk_words, in_memory, on_disk, set_aside

LONGEST_NOTE = 20_000
MOST_RECENT = 20
_FORGET_OLDER = "DELETE FROM recent WHERE position NOT IN (SELECT position FROM recent ORDER BY position DESC LIMIT ?)"
_UNTIL_CLOSED = "What you keep now lasts until you close Wardlight."


class NotKeptError(Exception):
    """Why something was not kept, in words for the reader."""


def open_notebook(folder: Path | None) -> "Notebook":
    """The notebook of a folder; in memory, with its `trouble` in words, where none can be kept. It never fails.

    Where there is no file yet, none is made before there is something to keep.
    """
    if folder is None:
        return Notebook(trouble=f"No folder can be written, so nothing can be kept here. {_UNTIL_CLOSED}")
    path = folder / FILE
    if not os.path.lexists(path):
        return Notebook(later=path)
    was_empty = path.is_file() and path.stat().st_size == 0
    try:
        opened = on_disk(path)
    except UnusableFileError as error:
        return Notebook(trouble=_trouble(path, error))
    lost = f"The notebook {path} was empty: what stood in it is lost. A new one was begun."
    return Notebook(opened, path, trouble=lost if was_empty else "")


def _trouble(path: Path, error: UnusableFileError) -> str:
    aside = set_aside(path) if error.spoilt else None
    if aside is None:
        return f"The notebook {path} cannot be used: {error}. It was left as it is. {_UNTIL_CLOSED}"
    return (
        f"The notebook {path} cannot be used: {error}. It was set aside as {aside}, and nothing in it was changed. "
        f"{_UNTIL_CLOSED} The next start begins a new one."
    )


class Notebook:
    """What a reader keeps, as `kept`; `trouble` says why nothing outlives the program, empty where all is well."""

    def __init__(
        self,
        connection: sqlite3.Connection | None = None,
        path: Path | None = None,
        *,
        later: Path | None = None,
        trouble: str = "",
    ) -> None:
        self._connection = connection or in_memory()
        self._path, self._later = path, later
        self._file = _identity(path)
        self.trouble = trouble
        self.kept = _read(self._connection)

    @property
    def outlives_the_program(self) -> bool:
        """Whether what is kept now is there at the next start."""
        return self._path is not None or self._later is not None

    @property
    def folder(self) -> Path | None:
        """The folder in which things are kept, None where they are not."""
        path = self._path or self._later
        return path.parent if path else None

    @property
    def where(self) -> str:
        """Where things are kept, in words."""
        path = self._path or self._later
        return f"Kept in {path}." if path else _UNTIL_CLOSED

    def mark(self, bookmark: Bookmark) -> None:
        """Keep a bookmark, as the newest."""
        with self._change() as change:
            change.execute("INSERT OR REPLACE INTO bookmark (place, title) VALUES (?, ?)", _row(bookmark))

    def unmark(self, place: str) -> None:
        """Forget a bookmark."""
        with self._change() as change:
            change.execute("DELETE FROM bookmark WHERE place = ?", (place,))

    def write_note(self, anchor: Anchor, text: str) -> Note:
        """The note, once it is on the disk."""
        note = Note(0, anchor, _checked(text), datetime.now(UTC).isoformat(timespec="seconds"))
        with self._change() as change:
            number = _insert(change, note)
        return replace(note, id=number)

    def rewrite_note(self, number: int, text: str) -> None:
        """Give a note other words."""
        with self._change() as change:
            done = change.execute("UPDATE note SET text = ? WHERE id = ?", (_checked(text), number))
            if done.rowcount != 1:
                raise NotKeptError("This note was deleted by another window. Write it anew to keep it.")

    def delete_note(self, number: int) -> None:
        """Forget a note."""
        with self._change() as change:
            change.execute("DELETE FROM note WHERE id = ?", (number,))

    def set_available(self, slugs: Iterable[str] | None) -> None:
        """Keep which drugs this place has; None where nobody says."""
        with self._change() as change:
            _set(change, Setting.AVAILABLE, None if slugs is None else " ".join(sorted(slugs)))

    def remember(self, setting: Setting, value: str) -> None:
        """Keep a setting; where the disk refuses, for as long as the program runs, and `trouble` tells."""
        if self.kept.settings.get(setting) == value:
            return
        try:
            with self._change() as change:
                _set(change, setting, value)
        except NotKeptError as error:
            self.trouble = str(error)
            self.kept = replace(self.kept, settings={**self.kept.settings, setting: value})

    def visited(self, topic: Bookmark) -> None:
        """Keep a topic as the most recent one; where the disk refuses, nothing is kept and `trouble` tells."""
        if self.kept.recent[:1] == (topic,):
            return
        try:
            with self._change() as change:
                change.execute("INSERT OR REPLACE INTO recent (place, title) VALUES (?, ?)", _row(topic))
                change.execute(_FORGET_OLDER, (MOST_RECENT,))
        except NotKeptError as error:
            self.trouble = str(error)

    def take(self, other: Kept) -> None:
        """Add everything of another notebook: what is here stays, and nothing is taken twice."""
        with self._change() as change:
            for bookmark in reversed(other.bookmarks):
                change.execute("INSERT OR IGNORE INTO bookmark (place, title) VALUES (?, ?)", _row(bookmark))
            for topic in reversed(other.recent):
                change.execute("INSERT OR IGNORE INTO recent (place, title) VALUES (?, ?)", _row(topic))
            known = {replace(note, id=0) for note in self.kept.notes}
            for note in other.notes:
                if replace(note, id=0) not in known:
                    _insert(change, note)
            for setting, value in other.settings.items():
                _set(change, setting, value)

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One change, whole or not at all; acknowledged only when it is on the disk."""
        try:
            connection = self._writable()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                kept = _read(connection)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        except (sqlite3.Error, OSError, UnusableFileError) as error:
            why = str(error) if isinstance(error, UnusableFileError) else disk_words(error)
            raise NotKeptError(f"This was not kept in {self._path or self._later or 'memory'}: {why}.") from error
        self.kept = kept

    def _writable(self) -> sqlite3.Connection:
        """The connection to write through; the file is made with the first thing to keep."""
        if self._later is not None:
            made = on_disk(self._later)
            self._connection.close()
            self._connection, self._path, self._later = made, self._later, None
            self._file = _identity(self._path)
        elif self._path is not None and _identity(self._path) != self._file:
            # Some systems go on writing into a file that was moved or deleted: nobody would find the note there.
            raise UnusableFileError(
                "the file was moved or deleted while Wardlight was open, or its folder is gone; start it again"
            )
        return self._connection


def _identity(path: Path | None) -> tuple[int, int] | None:
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None


def _checked(text: str) -> str:
    # Half a character, as a broken paste may hold, cannot be written down.
    whole = text.encode("utf-8", "replace").decode().strip()
    if not whole:
        raise NotKeptError("A note without words is not kept.")
    if len(whole) > LONGEST_NOTE:
        raise NotKeptError(f"A note holds at most {LONGEST_NOTE:,} characters; this one has {len(whole):,}. Divide it.")
    return whole


def _row(bookmark: Bookmark) -> tuple[str, str]:
    return bookmark.place, bookmark.title


def _insert(change: sqlite3.Connection, note: Note) -> int:
    anchor = note.anchor
    done = change.execute(
        "INSERT INTO note (statement, topic, title, excerpt, edition, text, written) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (anchor.statement, anchor.topic, anchor.title, anchor.excerpt, anchor.edition, note.text, note.written),
    )
    assert done.lastrowid is not None
    return done.lastrowid


def _set(change: sqlite3.Connection, setting: Setting, value: str | None) -> None:
    if value is None:
        change.execute("DELETE FROM setting WHERE name = ?", (setting,))
    else:
        change.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (setting, value))


def _read(connection: sqlite3.Connection) -> Kept:
    bookmarks = connection.execute("SELECT place, title FROM bookmark ORDER BY position DESC")
    recent = connection.execute("SELECT place, title FROM recent ORDER BY position DESC")
    notes = connection.execute(
        "SELECT id, text, written, statement, topic, title, excerpt, edition FROM note ORDER BY id"
    )
    settings = connection.execute("SELECT name, value FROM setting")
    return Kept(
        tuple(Bookmark(str(place), str(title)) for place, title in bookmarks),
        tuple(Note(int(number), Anchor(*map(str, anchor)), str(text), str(at)) for number, text, at, *anchor in notes),
        tuple(Bookmark(str(place), str(title)) for place, title in recent),
        {Setting(name): str(value) for name, value in settings if name in tuple(Setting)},
    )
