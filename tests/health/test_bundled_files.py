"""The program's own files: one that was altered is named."""

import shutil
from pathlib import Path

import pytest

import manifest
from desktop.health.bundled_files import files_check, fonts_check
from desktop.paths import RESOURCES


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder as the build leaves it."""
    folder = tmp_path / "Wärd líght #1"
    for name in ("wardlight", "_internal/a/one.so", "_internal/resources/icons/x.svg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    (folder / "_internal/link.so").symlink_to("a/one.so")
    manifest.write_manifest(folder)
    return folder


def test_files_as_they_were_built_are_well(built: Path) -> None:
    check = files_check(built / manifest.PLACE, built)
    assert (check.ok, check.detail) == (True, "3 files of the program are as they were built.")


@pytest.mark.parametrize("name", ["wardlight", "_internal/a/one.so", "_internal/resources/icons/x.svg"])
def test_an_altered_or_missing_file_is_named(built: Path, name: str) -> None:
    (built / name).write_text("altered", encoding="utf-8")
    check = files_check(built / manifest.PLACE, built)
    assert (check.ok, name in check.detail) == (False, True)
    (built / name).unlink()
    check = files_check(built / manifest.PLACE, built)
    assert (check.ok, name in check.detail) == (False, True)


@pytest.mark.parametrize("listed", [b"", b"\xff\xfe", b"nothing"])
def test_a_list_that_cannot_be_read_is_no_proof(built: Path, listed: bytes) -> None:
    (built / manifest.PLACE).write_bytes(listed)
    assert not files_check(built / manifest.PLACE, built).ok


def test_a_checkout_says_that_it_has_no_list() -> None:
    check = files_check()
    assert (check.ok, "was not built" in check.detail) == (True, True)


def test_a_damaged_typeface_is_named(tmp_path: Path) -> None:
    fonts = Path(shutil.copytree(RESOURCES / "fonts", tmp_path / "fonts"))
    assert fonts_check(fonts).ok
    path = fonts / "WardlightSymbols.ttf"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert fonts_check(fonts).detail == "Damaged: WardlightSymbols.ttf."
    shutil.rmtree(fonts)
    assert not fonts_check(fonts).ok
