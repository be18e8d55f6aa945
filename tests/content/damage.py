"""Ways to damage a copy of content.db."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.content.hardening import connect
from desktop.content.library import Library
from desktop.content.opening import OpenContent, open_content


def run(path: Path, *statements: str) -> int:
    """The number of rows changed by SQL statements on a copy; keys are not held, and no column is held to be there."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'")
        connection.commit()
    finally:
        connection.close()
    connection = sqlite3.connect(path)
    try:
        changed = sum(max(connection.execute(statement).rowcount, 0) for statement in statements)
        connection.commit()
    finally:
        connection.close()
    return changed


def flip(content: bytes, bit: int) -> bytes:
    """The same bytes with one bit turned over."""
    place, of_byte = divmod(bit, 8)
    return content[:place] + bytes([content[place] ^ (1 << of_byte)]) + content[place + 1 :]


@contextmanager
def opened(path: Path) -> Iterator[Library]:
    """The library in a chosen file, which must open."""
    content = open_content(path)
    assert isinstance(content, OpenContent), content
    try:
        yield Library(content)
    finally:
        content.connection.close()


@contextmanager
def past_the_opener(path: Path) -> Iterator[Library]:
    """What the reader itself makes of rows in a file that the opener would refuse already."""
    connection = connect(path)
    try:
        yield Library(OpenContent(connection, "file", ""))
    finally:
        connection.close()
