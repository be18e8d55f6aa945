"""A file that cannot be the notebook is told, kept aside and never overwritten; the program works on in memory."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.notebook import Kept, Setting
from desktop.notebook.disk import APPLICATION_ID, SHAPE, set_aside
from desktop.notebook.notebook import NotKeptError, open_notebook
from desktop.paths import ROOT
from tests.notebook.pages import ANCHOR, DOSING, file_in, kept_in, lost_in


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """A folder with a notebook that holds something."""
    notebook = kept_in(tmp_path)
    notebook.mark(DOSING)
    notebook.write_note(ANCHOR, "Ask the pharmacy before 16:00.")
    return tmp_path


def _run(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def _garbage(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(9_000))


def _text(path: Path) -> None:
    path.write_text("not a database")


def _one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(4096))


def _few_zeros(path: Path) -> None:
    path.write_bytes(bytes(100))


def _torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def _half_zero(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))


def _foreign(path: Path) -> None:
    _run(path, "PRAGMA application_id = 1")


def _other_table(path: Path) -> None:
    _run(path, "CREATE TABLE patient (name TEXT)")


def _trigger(path: Path) -> None:
    _run(path, "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END")


def _older(path: Path) -> None:
    _run(path, "DROP TABLE bookmark")


SPOILT = [_garbage, _text, _one_byte, _zeros, _few_zeros, _torn, _half_zero, _foreign, _other_table, _trigger, _older]


@pytest.mark.parametrize("damage", SPOILT)
def test_a_spoilt_file_is_set_aside_unchanged_and_the_next_start_begins_anew(
    used: Path, damage: Callable[[Path], None]
) -> None:
    damage(file_in(used))
    spoilt = file_in(used).read_bytes()
    lost_in(used, "It was set aside as notebook-set-aside-1.db, and nothing in it was changed.")
    assert [path.name for path in used.iterdir()] == ["notebook-set-aside-1.db"]
    assert (used / "notebook-set-aside-1.db").read_bytes() == spoilt
    kept_in(used).mark(DOSING)
    damage(file_in(used))
    lost_in(used, "notebook-set-aside-2.db")
    assert (used / "notebook-set-aside-1.db").read_bytes() == spoilt


def test_the_journal_of_a_spoilt_file_goes_with_it(used: Path) -> None:
    # Left where it is, it would be played into the next notebook.
    (used / "notebook.db-journal").write_bytes(b"what was being written")
    assert set_aside(file_in(used)) == "notebook-set-aside-1.db"
    assert sorted(path.name for path in used.iterdir()) == [
        "notebook-set-aside-1.db",
        "notebook-set-aside-1.db-journal",
    ]


def test_an_empty_file_is_told_and_begun_anew(tmp_path: Path) -> None:
    file_in(tmp_path).touch()
    notebook = open_notebook(tmp_path)
    assert "was empty: what stood in it is lost" in notebook.trouble
    assert notebook.outlives_the_program
    notebook.mark(DOSING)
    assert kept_in(tmp_path).kept.bookmarks == (DOSING,)


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


@pytest.mark.parametrize("thing", [_folder, _pipe, _loop, _nowhere])
def test_what_is_no_file_is_left_as_it_is(tmp_path: Path, thing: Callable[[Path], None]) -> None:
    thing(file_in(tmp_path))
    lost_in(tmp_path, "it is not a file. It was left as it is.")
    assert [path.name for path in tmp_path.iterdir()] == ["notebook.db"]
    assert not file_in(tmp_path).is_file()


@pytest.mark.parametrize("shape", [SHAPE + 1, 2**31 - 1])
def test_a_newer_notebook_waits_for_its_newer_program(used: Path, shape: int) -> None:
    _run(file_in(used), f"PRAGMA user_version = {shape}", "CREATE TABLE more (text TEXT)")
    before = file_in(used).read_bytes()
    lost_in(used, "it was written by a newer Wardlight, which can read it. It was left as it is.")
    assert file_in(used).read_bytes() == before


@pytest.fixture
def holder(used: Path) -> Iterator[sqlite3.Connection]:
    """Another program that holds the file for itself."""
    other = sqlite3.connect(file_in(used), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield other
    other.close()


def test_a_file_that_another_program_holds_is_left_as_it_is(used: Path, holder: sqlite3.Connection) -> None:
    lost_in(used, "another program holds it. It was left as it is.")
    holder.execute("ROLLBACK")
    assert len(kept_in(used).kept.notes) == 1


def test_a_note_that_cannot_be_written_now_is_not_acknowledged_and_can_be_later(used: Path) -> None:
    notebook = kept_in(used)
    before = notebook.kept
    other = sqlite3.connect(file_in(used), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NotKeptError, match=r"not kept in .*notebook.db: another program holds it"):
        notebook.write_note(ANCHOR, "second")
    assert notebook.kept == before
    other.close()
    notebook.write_note(ANCHOR, "second")
    assert len(kept_in(used).kept.notes) == 2


def test_a_setting_that_cannot_be_written_holds_until_the_end_and_trouble_says_so(used: Path) -> None:
    notebook = kept_in(used)
    other = sqlite3.connect(file_in(used), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    notebook.remember(Setting.SCHEME, "dark")
    other.close()
    assert notebook.kept.settings == {Setting.SCHEME: "dark"}
    assert "another program holds it" in notebook.trouble
    assert kept_in(used).kept.settings == {}


def test_a_note_is_not_acknowledged_into_a_file_that_was_deleted_or_moved(used: Path) -> None:
    notebook = kept_in(used)
    file_in(used).rename(used / "elsewhere.db")
    with pytest.raises(NotKeptError, match="moved or deleted while Wardlight was open"):
        notebook.write_note(ANCHOR, "second")
    assert not file_in(used).exists()


def test_two_programs_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    one, other = kept_in(tmp_path), kept_in(tmp_path)
    one.write_note(ANCHOR, "one")
    other.write_note(ANCHOR, "two")
    one.mark(DOSING)
    assert [note.text for note in kept_in(tmp_path).kept.notes] == ["one", "two"]
    assert [note.text for note in one.kept.notes] == ["one", "two"]


def test_a_disk_that_fills_up_keeps_what_was_acknowledged_and_refuses_the_rest_in_words(used: Path) -> None:
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from desktop.notebook.notebook import NotKeptError, open_notebook\n"
        "from tests.notebook.pages import ANCHOR\n"
        "notebook = open_notebook(Path(sys.argv[1]))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "for number in range(100):\n"
        "    try:\n"
        "        print(notebook.write_note(ANCHOR, 'x' * 3_000).id)\n"
        "    except NotKeptError as error:\n"
        "        sys.exit(str(error))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(used)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    acknowledged = {int(line) for line in done.stdout.split()}
    assert 3 < len(acknowledged) < 30
    assert "notebook.db: the disk" in done.stderr
    assert "Traceback" not in done.stderr
    assert {note.id for note in kept_in(used).kept.notes} == acknowledged | {1}


def test_a_flipped_bit_never_raises(used: Path) -> None:
    whole = file_in(used).read_bytes()
    chance = random.Random(2026)
    for bit in [*range(0, 800, 9), *(chance.randrange(len(whole) * 8) for _ in range(40))]:
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        file_in(used).write_bytes(bytes(changed))
        notebook = open_notebook(used)
        assert isinstance(notebook.kept, Kept)
        for path in used.iterdir():
            path.unlink()


def test_the_file_says_whose_it_is(used: Path) -> None:
    connection = sqlite3.connect(file_in(used))
    pragmas = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "journal_mode")
    }
    connection.close()
    assert pragmas == {"application_id": APPLICATION_ID, "user_version": SHAPE, "journal_mode": "delete"}
