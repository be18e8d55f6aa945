"""The hashes by which AppLocker knows a program: of what a signature would cover, not of the file as it lies there.

After Microsoft's specification "Windows Authenticode Portable Executable Signature Format" of 2008.
"""

import hashlib
import struct
from pathlib import Path

_PE_OFFSET_AT = 0x3C
_OPTIONAL_HEADER = 24
_CHECKSUM = 64
_PE32_PLUS = 0x20B
# Where the entry of the certificate table lies in the optional header, by the kind of the file.
_CERTIFICATES = {0x10B: 128, _PE32_PLUS: 144}
_PROGRAMS = (".exe", ".dll", ".pyd")


class NotAProgramError(ValueError):
    """Bytes that are no Windows program."""


def authenticode_sha256(program: bytes) -> str:
    """The hash of a program without its checksum and its signatures; a NotAProgramError for anything else."""
    try:
        header = struct.unpack_from("<I", program, _PE_OFFSET_AT)[0] + _OPTIONAL_HEADER
        entry = header + _CERTIFICATES[struct.unpack_from("<H", program, header)[0]]
        table_at, table_size = struct.unpack_from("<II", program, entry)
    except (struct.error, KeyError) as error:
        raise NotAProgramError("these bytes are not a Windows program") from error
    end = table_at if table_size else len(program)
    covered = hashlib.sha256(program[: header + _CHECKSUM])
    covered.update(program[header + _CHECKSUM + 4 : entry])
    covered.update(program[entry + 8 : end])
    covered.update(program[end + table_size :] if table_size else b"")
    covered.update(bytes(-len(program) % 8) if not table_size else b"")
    return covered.hexdigest()


def hash_list(folder: Path) -> str:
    """A line for every program and library below a folder: its place, its size, and its hash for AppLocker."""
    programs = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _PROGRAMS and path.is_file())
    lines = [
        f"{path.relative_to(folder).as_posix()},{path.stat().st_size},0x{authenticode_sha256(path.read_bytes()).upper()}"
        for path in programs
    ]
    return "\n".join(["file,bytes,sha256_authenticode", *lines, ""])
