"""How a pack is carried: as a folder, or as one file in exactly the form that the publisher's tool writes.

The file is a ZIP that stores its members as they are. Only the one form is read, byte for byte: there are then no
links, no second member of a name, no path out of the folder, no comment, and nothing that unfolds into more than it is.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop.domain.steps import Steps, finished
from desktop.packs.refusal import KEPT, PackRefusedError, damaged, unreadable
from desktop.packs.strict_json import LONGEST

TARGETS = "targets.json"
_CHOOSE = f"{KEPT} Choose the pack again, from a list of files."
MEMBER = re.compile(r"(?:[1-9][0-9]{0,5}\.root\.json|targets\.json|[0-9a-f]{64}\.content\.db)")
PIECE = 1 << 20
_MOST_MEMBERS = 1_000
# PKWARE's APPNOTE.TXT, 4.3: the local header, the entry of the directory, and its end; the first day that a ZIP knows.
_LOCAL, _ENTRY, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_FIRST_DAY = 0x21


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a pack: where its bytes are."""

    file: Path
    start: int
    length: int

    def pieces(self) -> Iterator[bytes]:
        """The bytes, in pieces; fewer than announced end in a refusal, as when a stick is pulled out."""
        left = self.length
        try:
            with self.file.open("rb") as opened:
                opened.seek(self.start)
                while left:
                    piece = opened.read(min(PIECE, left))
                    if not piece:
                        raise damaged("it ends too early")
                    left -= len(piece)
                    yield piece
        except OSError as error:
            raise unreadable(error) from error

    def short(self) -> bytes:
        """The whole of a member that may not be long."""
        if self.length > LONGEST:
            raise damaged("its description is far too long")
        return b"".join(self.pieces())


def members_of(pack: Path) -> dict[str, Member]:
    """The files of a pack by their names; other files that lie in a folder are not looked at."""
    return finished(read_members(pack))


def read_members(pack: Path) -> Steps[dict[str, Member]]:
    """The same in steps."""
    try:
        if pack.is_dir():
            found = {path.name: path for path in sorted(pack.iterdir()) if MEMBER.fullmatch(path.name)}
            members = {name: Member(path, 0, path.stat().st_size) for name, path in found.items() if path.is_file()}
        elif pack.is_file():
            members = yield from _of_file(pack)
        else:
            raise PackRefusedError("pack-missing", "There is no content pack at this place.", _CHOOSE)
    except OSError as error:
        raise unreadable(error) from error
    except ValueError as error:  # a name that no file can have
        raise PackRefusedError("pack-missing", "There is no content pack at this place.", _CHOOSE) from error
    if TARGETS not in members:
        raise PackRefusedError("pack-foreign", "This is not a Wardlight content pack.")
    return members


def write_file(members: Mapping[str, Path], out: Path) -> None:
    """One file that carries a pack, in the only form that is read."""
    with out.open("wb") as written:
        places = []
        for name, path in sorted(members.items()):
            data = path.read_bytes()
            places.append((name, written.tell(), len(data), zlib.crc32(data)))
            written.write(_local(*places[-1]) + data)
        written.write(_directory(places, written.tell()))


def _of_file(pack: Path) -> Steps[dict[str, Member]]:
    """Walks the members from the first byte, and expects behind them exactly the directory that they call for."""
    size = pack.stat().st_size
    places: list[tuple[str, int, int, int]] = []
    with pack.open("rb") as opened:
        while head := _head(opened, size):
            name, length, checksum = head
            places.append((name, opened.tell() - _LOCAL.size - len(name), length, checksum))
            found = yield from _checksum(opened, length, size)
            if found != checksum or len(places) > _MOST_MEMBERS:
                raise damaged("one of its files is not as it was packed")
        start = opened.tell()
        expected = _directory(places, start)
        if size - start != len(expected) or opened.read() != expected:
            raise damaged("the list of its files is not as it was packed")
    names = [name for name, *_ in places]
    if names != sorted(set(names)) or not all(map(MEMBER.fullmatch, names)):
        raise damaged("it carries a file that does not belong in it")
    return {name: Member(pack, at + _LOCAL.size + len(name), length) for name, at, length, _ in places}


def _head(opened: BinaryIO, size: int) -> tuple[str, int, int] | None:
    """Name, length and checksum of the next member; None where the directory begins."""
    at = opened.tell()
    raw = opened.read(_LOCAL.size)
    if len(raw) < _LOCAL.size or raw[:4] != b"PK\3\4":
        opened.seek(at)
        if at == 0:
            raise PackRefusedError("pack-foreign", "This file is not a Wardlight content pack.")
        return None
    checksum, length, _, letters = _LOCAL.unpack(raw)[6:10]
    name = opened.read(letters).decode("ascii", errors="replace")
    if (
        raw + name.encode("ascii", errors="replace") != _local(name, at, length, checksum)
        or opened.tell() + length > size
    ):
        raise damaged("one of its files is not as it was packed")
    return name, length, checksum


def _checksum(opened: BinaryIO, length: int, size: int) -> Steps[int]:
    checksum = 0
    while length and (piece := opened.read(min(PIECE, length))):
        checksum = zlib.crc32(piece, checksum)
        length -= len(piece)
        yield opened.tell() / size
    return checksum


def _local(name: str, _at: int, length: int, checksum: int) -> bytes:
    letters = name.encode("ascii")
    head = _LOCAL.pack(b"PK\3\4", 10, 0, 0, 0, _FIRST_DAY, checksum, length, length, len(letters), 0)
    return head + letters


def _directory(places: list[tuple[str, int, int, int]], start: int) -> bytes:
    entries = b"".join(
        _ENTRY.pack(b"PK\1\2", 10, 10, 0, 0, 0, _FIRST_DAY, checksum, length, length, len(name), 0, 0, 0, 0, 0, at)
        + name.encode("ascii")
        for name, at, length, checksum in places
    )
    count = len(places)
    return entries + _END.pack(b"PK\5\6", 0, 0, count, count, len(entries), start, 0)
