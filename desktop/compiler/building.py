"""The authored library into content.db and its hash, or the faults that keep it from being written."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from desktop.compiler.answer_rows import answer_faults
from desktop.compiler.authored_enzymes import matrix_faults
from desktop.compiler.authored_glossary import glossary_faults
from desktop.compiler.citing import missing_equation_sources, unknown_references, unused_references
from desktop.compiler.drug_checks import drug_faults
from desktop.compiler.evidence_checks import evidence_faults
from desktop.compiler.faults import Fault, in_order
from desktop.compiler.ledger_checks import ledger_faults, mirror_faults, numbering_faults
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.page_checks import page_faults
from desktop.compiler.plain_checks import plain_faults
from desktop.compiler.prose import expression_faults
from desktop.compiler.reading import read_library
from desktop.compiler.topic_checks import topic_faults
from desktop.compiler.trigger_checks import trigger_faults
from desktop.compiler.writing import tables_of, write_database
from desktop.paths import CONTENT_DB, CONTENT_SHA256


def digest_file(out: Path) -> Path:
    """Where the hash of a database goes: the bundled one's ships in resources, another's stands beside it."""
    return CONTENT_SHA256 if out.resolve() == CONTENT_DB else out.with_suffix(".sha256")


def checked_library(folder: Path) -> tuple[AuthoredLibrary, list[Fault]]:
    """The library and all of its faults.

    Whether both sides agree, and whether anything is left over, is asked only once everything could be read: an entry
    with a fault of its own would call forth faults at others that have none.
    """
    library, faults = read_library(folder)
    whole = not faults
    faults += _checks(library)
    if whole:
        faults += _checks_of_the_whole(library)
    return library, in_order(faults)


def _checks(library: AuthoredLibrary) -> Iterator[Fault]:
    yield from unknown_references(library)
    yield from topic_faults(library)
    yield from ledger_faults(library)
    yield from trigger_faults(library)
    yield from drug_faults(library)
    yield from matrix_faults(library.enzymes, library.effects)
    yield from answer_faults(library)
    yield from glossary_faults(library.terms)
    yield from evidence_faults(library)
    yield from plain_faults(library)
    yield from page_faults(library)
    yield from expression_faults(library)


def _checks_of_the_whole(library: AuthoredLibrary) -> Iterator[Fault]:
    yield from unused_references(library)
    yield from missing_equation_sources(library)
    yield from numbering_faults(library)
    yield from mirror_faults(library)


def compile_library(folder: Path, out: Path) -> list[Fault]:
    """Writes the database and its hash, each whole or not at all; with any fault, returned here, nothing is written."""
    library, faults = checked_library(folder)
    if faults:
        return faults
    beside = out.with_name(f"{out.name}.new")
    try:
        beside.unlink(missing_ok=True)
        write_database(tables_of(library), beside)
        beside.replace(out)
        _write_digest(out)
    except (OSError, sqlite3.Error) as error:
        beside.unlink(missing_ok=True)
        what = f"it cannot be written ({error})"
        return [Fault(out.name, "the whole file", what, "Check that its folder is there and may be written to.")]
    return []


def _write_digest(out: Path) -> None:
    target = digest_file(out)
    beside = target.with_name(f"{target.name}.new")
    beside.write_bytes(f"{digest(out)}\n".encode("ascii"))
    beside.replace(target)


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
