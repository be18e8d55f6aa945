"""Qt's library of ICU data without what this program never asks for: 32 MB of names, converters and dictionaries.

Qt sorts with it and asks it about a few properties of characters; dates, numbers and names of languages it knows by
itself. What stays is the root of every table and the order of the alphabet. Where a language's own table is missing,
ICU takes the root, as it does for any language that it does not know.
"""

import re
import struct
import subprocess
import tempfile
from pathlib import Path

_KEPT = re.compile(
    r"(pool|res_index|root|supplementalData|likelySubtags|numberingSystems|keyTypeData|plurals|pluralRanges|icuver|"
    r"icustd|timezoneTypes|metaZones|windowsZones|zoneinfo64|currencyNumericCodes|dayPeriods|langInfo)\.res"
    r"|(cnvalias|ulayout|uemoji)\.icu|[a-z0-9_]+\.nrm"
    r"|coll/(pool|res_index|root)\.res|coll/ucadata\.icu"
    r"|brkitr/(root|res_index)\.res|brkitr/[a-z]+\.brk"
)
# How ICU lays out a package: a head, a list of names and places, the names, and the items in the order of the list.
_MAGIC_AT, _FORMAT_AT, _FORMAT = 2, 12, b"CmnD"
_STEP = 16
_SHARED = ("-shared", "-z", "noexecstack", "--strip-debug", "--output=made.so")


class NotIcuDataError(Exception):
    """A file that is not laid out as ICU's data is."""


def trim_icu(bundle: Path) -> None:
    """Nothing; the library of the bundle, where there is one, holds what is kept and has the name it had."""
    for library in bundle.rglob("libicudata.so.*"):
        if not library.is_symlink():
            _link(trimmed(library.read_bytes()), library)


def trimmed(library: bytes) -> bytes:
    """The package of data inside a library, with the kept items alone."""
    start = library.find(_FORMAT) - _FORMAT_AT
    if start < 0 or library[start + _MAGIC_AT : start + _MAGIC_AT + 2] != b"\xda\x27":
        raise NotIcuDataError("there is no package of ICU data in the library")
    (head,) = struct.unpack_from("<H", library, start)
    return library[start : start + head] + packed(_kept_items(library, start + head))


def _kept_items(library: bytes, table: int) -> dict[str, bytes]:
    """The items to keep, by their whole names, in the order in which they stand."""
    (count,) = struct.unpack_from("<I", library, table)
    places = [struct.unpack_from("<II", library, table + 4 + 8 * number) for number in range(count)]
    names = [library[table + at : library.index(b"\0", table + at)].decode("ascii") for at, _ in places]
    ends = [place for _, place in places[1:]] + [len(library) - table]
    return {
        name: library[table + begin : table + end]
        for name, (_, begin), end in zip(names, places, ends, strict=True)
        if _KEPT.fullmatch(name.partition("/")[2])
    }


def packed(items: dict[str, bytes]) -> bytes:
    """Items as ICU reads them: the list, the names, and each item on a step of its own."""
    names = b"".join(name.encode("ascii") + b"\0" for name in items)
    name_at = 4 + 8 * len(items)
    item_at = _aligned(name_at + len(names))
    listed, held = [struct.pack("<I", len(items))], b""
    for name, item in items.items():
        listed.append(struct.pack("<II", name_at, item_at + len(held)))
        name_at += len(name) + 1
        held += item + b"\xaa" * (_aligned(len(item)) - len(item))
    return (b"".join(listed) + names).ljust(item_at, b"\xaa") + held


def _aligned(size: int) -> int:
    return -(-size // _STEP) * _STEP


def _link(data: bytes, library: Path) -> None:
    """Writes a library that holds the data under the one name that ICU asks for."""
    version = library.name.rpartition(".")[2]
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        (place / "data").write_bytes(data)
        for command in (
            ["ld", "-r", "--format=binary", "--output=whole.o", "data"],
            ["objcopy", "--rename-section=.data=.rodata,alloc,load,readonly,data,contents", "whole.o", "read.o"],
            ["objcopy", f"--set-section-alignment=.rodata={_STEP}", "read.o", "aligned.o"],
            ["ld", *_SHARED, f"-soname={library.name}", f"--defsym=icudt{version}_dat=_binary_data_start", "aligned.o"],
        ):
            subprocess.run(command, cwd=place, check=True)
        library.write_bytes((place / "made.so").read_bytes())
