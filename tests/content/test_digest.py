"""A hash that is computed beside the start is that of the file, whatever becomes of the process that computes it."""

import hashlib
import os
import signal
import sys
from pathlib import Path

import pytest

from desktop.content.opening import ContentFault, Digest, OpenContent, begun_digest, open_content
from desktop.paths import CONTENT_DB


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


def test_where_its_process_is_ended_the_hash_is_computed_when_it_is_asked_for(tmp_path: Path) -> None:
    fifo = tmp_path / "waits"
    os.mkfifo(fifo)
    digest = Digest(fifo)
    for child in children():
        os.kill(child, signal.SIGKILL)
    fifo.unlink()
    fifo.write_bytes(b"now a file")
    assert digest.taken() == hashlib.sha256(b"now a file").hexdigest()


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
