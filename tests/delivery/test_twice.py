"""The comparison of two builds: it sees whatever can differ."""

from collections.abc import Callable
from pathlib import Path

import pytest

from twice import described, differences


def folder_in(place: Path) -> Path:
    (place / "inner").mkdir(parents=True)
    (place / "inner" / "file").write_bytes(b"the same")
    (place / "inner").chmod(0o755)
    (place / "link").symlink_to("inner/file")
    (place / "inner" / "file").chmod(0o644)
    return place


def test_two_builds_that_are_alike_do_not_differ(tmp_path: Path) -> None:
    first, second = (described(folder_in(tmp_path / name)) for name in "ab")
    assert len(first) == 3
    assert differences(first, second) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda place: (place / "inner" / "file").write_bytes(b"not same"), "inner/file: file 644 "),
        (lambda place: (place / "inner" / "file").chmod(0o755), "inner/file: file 644 "),
        (lambda place: (place / "inner" / "more").touch(), "inner/more: only in the second build"),
        (lambda place: (place / "inner" / "file").unlink(), "inner/file: only in the first build"),
        (lambda place: (place / "link").unlink(), "link: only in the first build"),
        (lambda place: (place / "inner").chmod(0o700), "inner: folder 755 and then folder 700"),
    ],
)
def test_whatever_differs_is_named(tmp_path: Path, change: Callable[[Path], object], named: str) -> None:
    first, second = (folder_in(tmp_path / name) for name in "ab")
    before = described(first)
    change(second)
    (complaint,) = differences(before, described(second))
    assert complaint.startswith(named)
