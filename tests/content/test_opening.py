"""Only a file that is whole, of this shape and as expected is ever read; anything else is a plain fault."""

import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.content.opening import ContentFault, OpenContent, open_content
from desktop.content.schema import APPLICATION_ID, SCHEMA
from desktop.paths import CONTENT_DB, CONTENT_SHA256, ROOT
from tests.content.damage import flip, opened, past_the_opener, run


def _fault(path: Path) -> ContentFault:
    found = open_content(path)
    if isinstance(found, OpenContent):
        found.connection.close()
    assert isinstance(found, ContentFault)
    assert found.reason
    assert found.remedy == "Choose another content file, or leave out --content to use the bundled one."
    return found


def test_the_bundled_content_opens_and_its_hash_is_the_one_that_ships(library: Library) -> None:
    assert library.source == "bundled"
    assert library.sha256 == hashlib.sha256(CONTENT_DB.read_bytes()).hexdigest()
    assert library.sha256 == CONTENT_SHA256.read_text(encoding="ascii").strip()
    assert library.is_sound()


def test_a_chosen_file_opens_and_is_not_called_bundled(content_copy: Path) -> None:
    with opened(content_copy) as chosen:
        assert chosen.source == "file"
        assert chosen.sha256 == hashlib.sha256(content_copy.read_bytes()).hexdigest()
        assert chosen.is_sound()


@pytest.mark.parametrize(
    "name",
    [
        "with a space.db",
        "#1.db",
        "a?mode=rwc.db",
        "100%.db",
        "%41%2F.db",
        "Übersicht-é-ñ-مرجع-参考.db",
        'it\'s "quoted".db',
        "a;b&c=d.db",
        "-leading.db",
        "x" * 200 + ".db",
        "no-ending",
    ],
)
def test_a_content_file_opens_whatever_its_path_is_called(content_copy: Path, name: str) -> None:
    folder = content_copy.parent / name.replace(".db", " folder")
    folder.mkdir()
    with opened(Path(shutil.copyfile(content_copy, folder / name))) as chosen:
        assert chosen.edition.edition
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_content_file_opens_by_a_path_from_here(content_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content_copy.parent)
    with opened(Path("content.db")) as chosen:
        assert chosen.edition.edition


def test_a_content_file_opens_through_a_link(content_copy: Path) -> None:
    link = content_copy.with_name("link.db")
    link.symlink_to(content_copy)
    with opened(link) as chosen:
        assert chosen.edition.edition


def test_reading_leaves_nothing_beside_the_file_and_the_file_as_it_was(content_copy: Path) -> None:
    before = content_copy.read_bytes()
    with opened(content_copy) as chosen:
        assert [chosen.drug(slug) for slug in chosen.drug_slugs]
        assert [path.name for path in content_copy.parent.iterdir()] == ["content.db"]
    assert content_copy.read_bytes() == before


def test_an_opened_library_cannot_be_written(content_copy: Path) -> None:
    content = open_content(content_copy)
    assert isinstance(content, OpenContent)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        content.connection.execute("DELETE FROM drug")
    content.connection.close()


def _missing(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link_loop(path: Path) -> None:
    path.unlink()
    other = path.with_name("other.db")
    path.symlink_to(other)
    other.symlink_to(path)


def _dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere.db"))


def _link_to_a_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("damage", [_missing, _folder, _link_loop, _dangling_link, _link_to_a_device])
def test_what_is_not_a_file_is_missing_content(content_copy: Path, damage: Callable[[Path], None]) -> None:
    damage(content_copy)
    assert _fault(content_copy) == ContentFault(
        "content-missing",
        "The content file content.db is missing.",
        "Choose another content file, or leave out --content to use the bundled one.",
    )


@pytest.mark.parametrize("path", [Path("x" * 5000), Path("/".join(["folder"] * 2000)), Path("nul\0byte.db"), Path()])
def test_a_path_that_no_file_can_have_is_a_fault(path: Path) -> None:
    assert _fault(path).code in ("content-missing", "content-damaged")


@pytest.mark.parametrize("size", [0, 1, 15, 16, 99, 100, 4095, 4096, 4097, "half", "all but a byte", "all but a page"])
def test_a_truncated_file_is_a_fault(content_copy: Path, size: int | str) -> None:
    whole = content_copy.read_bytes()
    sizes = {"half": len(whole) // 2, "all but a byte": len(whole) - 1, "all but a page": len(whole) - 4096}
    content_copy.write_bytes(whole[: sizes[size] if isinstance(size, str) else size])
    assert _fault(content_copy).code in ("content-foreign", "content-damaged")


@pytest.mark.parametrize("content", [b"not a database", b"\0" * 5000, random.Random(1).randbytes(20_000), b"{}"])
def test_a_file_that_is_no_database_is_a_fault(content_copy: Path, content: bytes) -> None:
    content_copy.write_bytes(content)
    assert _fault(content_copy).code == "content-damaged"


def test_an_empty_database_is_foreign(content_copy: Path) -> None:
    content_copy.unlink()
    run(content_copy, "CREATE TABLE notes (text TEXT)")
    assert _fault(content_copy).code == "content-foreign"


@pytest.mark.parametrize("number", [0, 1, APPLICATION_ID - 1, APPLICATION_ID + 1, -1])
def test_a_database_of_another_application_is_foreign(content_copy: Path, number: int) -> None:
    run(content_copy, f"PRAGMA application_id = {number}")
    found = _fault(content_copy)
    assert (found.code, found.reason) == ("content-foreign", "content.db is not a Wardlight content file.")


@pytest.mark.parametrize("shape", [SCHEMA + 1, SCHEMA + 100, 2**31 - 1])
def test_a_newer_shape_needs_a_newer_program(content_copy: Path, shape: int) -> None:
    run(content_copy, f"PRAGMA user_version = {shape}")
    found = _fault(content_copy)
    assert (found.code, found.reason) == ("content-newer", f"content.db needs a newer Wardlight (shape {shape}).")


@pytest.mark.parametrize("shape", [SCHEMA - 1, -1, -(2**31)])
def test_an_older_shape_is_told(content_copy: Path, shape: int) -> None:
    run(content_copy, f"PRAGMA user_version = {shape}")
    found = _fault(content_copy)
    assert (found.code, found.reason) == (
        "content-older",
        f"content.db was made for an older Wardlight (shape {shape}).",
    )


def test_a_file_in_write_ahead_mode_without_its_log_is_read_or_refused_and_leaves_nothing_behind(
    content_copy: Path,
) -> None:
    run(content_copy, "PRAGMA journal_mode = WAL", "CREATE TABLE extra (text TEXT)")
    for beside in ("content.db-wal", "content.db-shm"):
        content_copy.with_name(beside).unlink(missing_ok=True)
    found = open_content(content_copy)
    if isinstance(found, OpenContent):
        assert Library(found).edition.edition
        found.connection.close()
    assert [path.name for path in content_copy.parent.iterdir()] == ["content.db"]


def test_a_flipped_bit_in_a_chosen_file_never_raises(content_copy: Path) -> None:
    whole = content_copy.read_bytes()
    chance = random.Random(2026)
    for bit in [*range(0, 800, 7), *(chance.randrange(len(whole) * 8) for _ in range(60))]:
        content_copy.write_bytes(flip(whole, bit))
        found = open_content(content_copy)
        if isinstance(found, OpenContent):
            found.connection.close()


def test_a_link_that_points_nowhere_it_should_is_not_sound(content_copy: Path) -> None:
    run(content_copy, "UPDATE statement_source SET reference = 'nobody' WHERE position = 1")
    with past_the_opener(content_copy) as chosen:
        assert not chosen.is_sound()


def test_a_pipe_is_refused_and_never_waited_for(content_copy: Path) -> None:
    content_copy.unlink()
    os.mkfifo(content_copy)
    script = (
        "import sys; from pathlib import Path; from desktop.content.opening import open_content; "
        "print(open_content(Path(sys.argv[1])).code)"
    )
    command = [sys.executable, "-c", script, str(content_copy)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=20, check=True)
    assert done.stdout.strip() == "content-missing"


SHRINKING = """
import os, sqlite3, sys
from pathlib import Path
from desktop.content.library import Library
from desktop.content.opening import open_content

whole = Library(open_content(Path(sys.argv[1])))
read = [whole.topic(slug) for slug in whole.topic_slugs]
library = Library(open_content(Path(sys.argv[1])))
os.truncate(sys.argv[1], int(sys.argv[2]))
try:
    print("as before" if [library.topic(slug) for slug in library.topic_slugs] == read else "CHANGED")
except sqlite3.Error:
    print("an error")
"""


@pytest.mark.parametrize("size", [0, 100, 8192])
def test_a_file_that_shrinks_while_it_is_open_is_read_as_before_or_an_error_and_not_a_dead_process(
    content_copy: Path, size: int
) -> None:
    command = [sys.executable, "-c", SHRINKING, str(content_copy), str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() in ("as before", "an error")


# What follows damages the bundled content itself, so it works on a copy of the program.

BUNDLED = """
import json, sys
from desktop.content.opening import ContentFault, open_content
found = open_content()
print(json.dumps([found.code, found.reason, found.remedy] if isinstance(found, ContentFault) else found.source))
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of what reads the content, with the content beside it."""
    for room in ("domain", "content"):
        shutil.copytree(
            ROOT / "desktop" / room, tmp_path / "desktop" / room, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("desktop/__init__.py", "desktop/paths.py", "content.db", "resources/content.sha256"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def _bundled(program: Path) -> object:
    command = [sys.executable, "-c", BUNDLED]
    done = subprocess.run(command, cwd=program, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


REINSTALL = "Do not use it for doses. Install Wardlight again from a copy you trust."
CHANGED = ["content-damaged", "The content file was changed after it was made.", REINSTALL]


def test_the_copy_of_the_program_opens_while_nothing_is_damaged(program: Path) -> None:
    assert _bundled(program) == "bundled"


@pytest.mark.hazard("H07")
def test_a_flipped_bit_is_found_by_the_hash_even_where_sqlite_sees_nothing(program: Path) -> None:
    whole = (program / "content.db").read_bytes()
    place = whole.index(b"187.5")
    changed = flip(whole, place * 8 + 1)
    (program / "content.db").write_bytes(changed)
    connection = sqlite3.connect(program / "content.db")
    assert connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    connection.close()
    assert _bundled(program) == CHANGED


@pytest.mark.parametrize("change", [lambda whole: whole + b"\0", lambda whole: whole[:-1], lambda _: b""])
def test_a_changed_length_is_found_by_the_hash(program: Path, change: Callable[[bytes], bytes]) -> None:
    path = program / "content.db"
    path.write_bytes(change(path.read_bytes()))
    assert _bundled(program) == CHANGED


@pytest.mark.parametrize("hash_file", [b"", b"0" * 64, b"\xff\xfe", b"\n"])
def test_a_damaged_hash_trusts_nothing(program: Path, hash_file: bytes) -> None:
    (program / "resources" / "content.sha256").write_bytes(hash_file)
    found = _bundled(program)
    assert isinstance(found, list)
    assert (found[0], found[2]) == ("content-damaged", REINSTALL)


def test_a_missing_hash_trusts_nothing(program: Path) -> None:
    (program / "resources" / "content.sha256").unlink()
    found = _bundled(program)
    assert isinstance(found, list)
    assert (found[0], found[2]) == ("content-damaged", REINSTALL)


def test_missing_bundled_content_is_told_with_the_remedy(program: Path) -> None:
    (program / "content.db").unlink()
    assert _bundled(program) == ["content-missing", "The content file content.db is missing.", REINSTALL]
