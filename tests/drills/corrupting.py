"""Spoils copies of the content at random, and reads what still opens.

`python corrupting.py FOLDER COUNT SEED` prints how many were spoilt, how many passed for the bundled content, and how
many opened as a chosen file of which no hash is known.
"""

import random
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

from desktop.content.digest import file_digest
from desktop.content.library import Library
from desktop.content.opening import ContentFault, OpenContent, open_content, open_known
from desktop.health.checks import content_checks
from desktop.paths import CONTENT_DB

PAGE = 4096
READ_EVERY = 20


def spoilt(whole: bytes, chance: random.Random) -> bytes:
    """The bytes with one thing wrong: a bit, a page, a piece that is missing, doubled or of another place."""
    data, at = bytearray(whole), chance.randrange(len(whole))
    page = at // PAGE * PAGE
    match chance.randrange(6):
        case 0 | 1:
            data[at] ^= 1 << chance.randrange(8)
        case 2:
            data[page : page + PAGE] = bytes(PAGE)
        case 3:
            data[page : page + PAGE] = chance.randbytes(PAGE)
        case 4:
            del data[at : at + chance.randrange(1, PAGE)]
        case _:
            other = chance.randrange(len(whole) // PAGE) * PAGE
            data[page : page + PAGE] = data[other : other + PAGE] if other != page else bytes(PAGE)
    return bytes(data)


def _is_proven(found: OpenContent | ContentFault) -> bool:
    """Whether content that was opened before its hash was known turns out to be as it was made."""
    if isinstance(found, ContentFault):
        return False
    with suppress(Exception):  # as the window does with whatever its first page stumbles over
        library = Library(found)
        [library.topic(slug) for slug in library.topic_slugs]
    found.connection.close()
    return found.is_as_made()


def main(words: list[str]) -> None:
    folder, count, chance = Path(words[0]), int(words[1]), random.Random(int(words[2]))
    whole, known = CONTENT_DB.read_bytes(), file_digest(CONTENT_DB)
    trusted = opened = 0
    for number in range(count):
        path = folder / "content.db"
        data = spoilt(whole, chance)
        assert data != whole
        path.write_bytes(data)
        trusted += isinstance(open_known(path, known, "bundled", ""), OpenContent)
        trusted += _is_proven(open_known(path, known, "bundled", "", later=True))
        found = open_content(path)
        if isinstance(found, OpenContent):
            opened += 1
            if number % READ_EVERY == 0:
                content_checks(Library(found), None)
            with suppress(sqlite3.Error):
                found.connection.execute("SELECT count(*) FROM statement").fetchone()
            found.connection.close()
    sys.stdout.write(f"{count} {trusted} {opened}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
