"""Archives and packages are the same whenever the folder is, and hold what is in it."""

import hashlib
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archives import tarball, zip_file

EPOCH = 1_790_000_000
Make = Callable[[Path, Path, int], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "wardlight"
    (made / "inner").mkdir(parents=True)
    (made / "wardlight").write_bytes(b"program")
    (made / "wardlight").chmod(0o700)
    (made / "inner" / "data").write_bytes(b"data")
    (made / "inner" / "link").symlink_to("data")
    return made


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("make", [tarball, zip_file])
def test_the_same_folder_makes_the_same_archive_whatever_its_times_are(
    folder: Path, tmp_path: Path, make: Make
) -> None:
    make(folder, tmp_path / "first", EPOCH)
    for path in folder.rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)
    make(folder, tmp_path / "second", EPOCH)
    assert _digest(tmp_path / "first") == _digest(tmp_path / "second")


def test_a_tarball_keeps_links_and_lets_everybody_start_the_program(folder: Path, tmp_path: Path) -> None:
    tarball(folder, tmp_path / "made", EPOCH)
    with tarfile.open(tmp_path / "made") as tar:
        entries = {entry.name: entry for entry in tar}
        program = tar.extractfile("wardlight/wardlight")
        assert program is not None
        assert program.read() == b"program"
    assert entries["wardlight/wardlight"].mode == 0o755
    assert entries["wardlight/inner/data"].mode == 0o644
    assert entries["wardlight/inner/link"].linkname == "data"
    assert {entry.uname for entry in entries.values()} == {"root"}


def test_a_zip_keeps_links_and_holds_the_portable_marker(folder: Path, tmp_path: Path) -> None:
    zip_file(folder, tmp_path / "made", EPOCH, {"marker.txt": b"here"})
    with zipfile.ZipFile(tmp_path / "made") as packed:
        assert packed.testzip() is None
        assert packed.read("wardlight/marker.txt") == b"here"
        link = packed.getinfo("wardlight/inner/link")
        assert stat.S_ISLNK(link.external_attr >> 16)
        assert packed.read(link) == b"data"


def test_a_moment_before_1980_can_be_told_by_a_zip_too(folder: Path, tmp_path: Path) -> None:
    zip_file(folder, tmp_path / "made", 0)
    with zipfile.ZipFile(tmp_path / "made") as packed:
        assert packed.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
