"""The hash that AppLocker computes leaves out the checksum and the signature, and nothing else."""

import hashlib
import struct
from importlib.util import find_spec
from pathlib import Path

import pytest

from authenticode import NotAProgramError, authenticode_sha256, hash_list


def _program(*, checksum: int = 0, signature: bytes = b"", body: bytes = b"12345678") -> bytes:
    """The least that has the form of a 64-bit Windows program; the certificate entry lies 144 bytes into the header."""
    header_at = 64
    optional = bytearray(240)
    struct.pack_into("<H", optional, 0, 0x20B)
    struct.pack_into("<I", optional, 64, checksum)
    size = header_at + 24 + len(optional) + len(body)
    if signature:
        struct.pack_into("<II", optional, 144, size, len(signature))
    start = bytearray(header_at)
    struct.pack_into("<I", start, 0x3C, header_at)
    return bytes(start) + bytes(24) + bytes(optional) + body + signature


def test_a_signature_and_its_checksum_do_not_change_the_hash() -> None:
    assert authenticode_sha256(_program()) == authenticode_sha256(_program(checksum=7, signature=b"s" * 16))


def test_one_changed_byte_of_the_program_changes_it() -> None:
    assert authenticode_sha256(_program()) != authenticode_sha256(_program(body=b"12345679"))


def test_it_is_the_hash_of_the_file_without_the_two_fields() -> None:
    program = _program()
    header = 64 + 24
    covered = program[: header + 64] + program[header + 68 : header + 144] + program[header + 152 :]
    assert authenticode_sha256(program) == hashlib.sha256(covered).hexdigest()


@pytest.mark.parametrize("content", [b"", b"MZ", b"\0" * 500, b"#!/bin/sh\n" * 40])
def test_what_is_no_program_is_refused(content: bytes) -> None:
    with pytest.raises(NotAProgramError):
        authenticode_sha256(content)


def test_a_list_names_every_program_below_a_folder(tmp_path: Path) -> None:
    spec = find_spec("setuptools")
    assert spec is not None
    assert spec.origin is not None
    real = (Path(spec.origin).parent / "cli-64.exe").read_bytes()
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "tool.exe").write_bytes(real)
    (tmp_path / "notes.txt").write_text("no program", encoding="utf-8")
    head, line, *rest = hash_list(tmp_path).splitlines()
    assert head == "file,bytes,sha256_authenticode"
    assert line == f"inner/tool.exe,{len(real)},0x{authenticode_sha256(real).upper()}"
    assert rest == []
