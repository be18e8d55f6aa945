"""A hash that is computed beside the start is that of the file, whatever becomes of the process that computes it."""

import hashlib
import os
import signal
import sys
from pathlib import Path

import pytest

from desktop.content import digest as digests
from desktop.content.digest import Digest
from desktop.content.opening import ContentFault, OpenContent, begun_digest, open_content
from desktop.paths import CONTENT_DB

LARGE = 200_000_000


def children() -> list[int]:
    """The processes that this one has split off and not yet seen end."""
    found = Path(f"/proc/self/task/{os.getpid()}/children")
    return [int(word) for word in found.read_text(encoding="ascii").split()] if found.exists() else []


def opened(content: Path) -> OpenContent:
    """The program's own content, its hash not computed yet."""
    found = open_content(later=True)
    assert isinstance(found, OpenContent), found
    assert found.unproven == content
    return found


@pytest.fixture
def content(content_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own content, for this test in another place."""
    monkeypatch.setattr("desktop.content.opening.CONTENT_DB", content_copy)
    return content_copy


def test_it_is_the_hash_of_the_file_and_no_process_is_left_behind() -> None:
    before = children()
    digest = begun_digest()
    assert digest.path == CONTENT_DB
    assert len(children()) - len(before) == (sys.platform == "linux")
    assert digest.taken() == hashlib.sha256(CONTENT_DB.read_bytes()).hexdigest()
    assert children() == before


def test_asked_for_again_it_is_that_of_the_file_as_it_is_then(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"one")
    digest = Digest(file)
    assert digest.taken() == hashlib.sha256(b"one").hexdigest()
    file.write_bytes(b"two")
    assert digest.taken() == hashlib.sha256(b"two").hexdigest()


def test_what_cannot_be_read_is_an_error_when_it_is_asked_for(tmp_path: Path) -> None:
    digest = Digest(tmp_path / "none")
    with pytest.raises(FileNotFoundError):
        digest.taken()
    assert children() == []


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file of which the hash takes some tenths of a second."""
    made = tmp_path / "large"
    with made.open("wb") as file:
        file.truncate(LARGE)
    return made


def zeros() -> str:
    return hashlib.sha256(bytes(LARGE)).hexdigest()


def test_where_its_process_is_ended_the_hash_is_computed_when_it_is_asked_for(large: Path) -> None:
    digest = Digest(large)
    for child in children():
        os.kill(child, signal.SIGKILL)
    assert digest.taken() == zeros()
    assert children() == []


def test_a_process_that_is_stopped_keeps_nobody_waiting_and_goes(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "PATIENCE_S", 0.01)
    digest = Digest(large)
    for child in children():
        os.kill(child, signal.SIGSTOP)
    assert digest.taken() == zeros()
    assert children() == []


@pytest.mark.parametrize("is_stopped", [False, True])
def test_a_hash_that_nobody_asks_for_leaves_no_process(large: Path, is_stopped: bool) -> None:
    digest = Digest(large)
    for child in children() if is_stopped else []:
        os.kill(child, signal.SIGSTOP)
    digest.close()
    digest.close()
    assert children() == []


def test_what_is_no_regular_file_has_no_process_that_waits_for_it(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    digest = Digest(place)
    assert children() == []
    place.rmdir()
    place.write_bytes(b"now a file")
    assert digest.taken() == hashlib.sha256(b"now a file").hexdigest()


@pytest.mark.parametrize("keeps_time", [False, True])
def test_the_hash_of_a_file_that_another_took_the_name_of_is_not_told_of_the_other(
    tmp_path: Path, keeps_time: bool
) -> None:
    file, other = tmp_path / "x", tmp_path / "y"
    file.write_bytes(b"one")
    other.write_bytes(b"two")
    digest = Digest(file)
    if keeps_time:
        was = file.stat()
        os.utime(other, ns=(was.st_atime_ns, was.st_mtime_ns))
    other.replace(file)
    assert digest.taken() == hashlib.sha256(b"two").hexdigest()


@pytest.mark.hazard("H07")
def test_content_that_is_exchanged_before_it_is_opened_is_not_what_was_hashed(content: Path) -> None:
    digest = begun_digest()
    changed = content.with_name("changed")
    changed.write_bytes(content.read_bytes().replace(b"every 8 hours", b"every 4 hours", 1))
    changed.replace(content)
    unproven = opened(content)
    assert not unproven.is_as_made(digest)
    unproven.connection.close()


@pytest.mark.hazard("H07")
def test_content_that_is_exchanged_after_it_was_opened_says_nothing_of_what_is_read(content: Path) -> None:
    whole, changed = content.with_name("whole"), content.read_bytes()
    whole.write_bytes(changed)
    content.write_bytes(changed.replace(b"every 8 hours", b"every 4 hours", 1))
    unproven = opened(content)
    whole.replace(content)
    assert not unproven.is_as_made()
    unproven.connection.close()


@pytest.mark.hazard("H07")
def test_content_is_held_to_a_hash_that_was_begun_as_to_one_that_was_not(content: Path) -> None:
    unproven = opened(content)
    assert unproven.is_as_made()
    assert unproven.is_as_made(begun_digest())
    content.write_bytes(content.read_bytes()[:-1] + b"?")
    assert not unproven.is_as_made(begun_digest())
    assert not unproven.is_as_made()
    unproven.connection.close()
    assert isinstance(open_content(), ContentFault)


@pytest.mark.hazard("H07")
def test_a_hash_of_another_file_says_nothing_of_this_one(content: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.write_bytes(content.read_bytes())
    unproven, other = opened(content), Digest(whole)
    content.write_bytes(content.read_bytes()[:-1] + b"?")
    assert not unproven.is_as_made(other)
    unproven.connection.close()
    other.taken()
