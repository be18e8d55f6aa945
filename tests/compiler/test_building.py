"""How a database is written: the same every time, whole, or not at all."""

import hashlib
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.compiler import freshness
from desktop.compiler.__main__ import main
from desktop.compiler.building import compile_library, digest_file
from desktop.compiler.freshness import logical_dump
from desktop.content.schema import APPLICATION_ID, SCHEMA
from desktop.paths import CONTENT_DB, CONTENT_SHA256

Edit = Callable[[str, str, str], None]
DRUG = "drugs/ceftazidime-avibactam.toml"
WRONG_TOTAL = (
    'ceftazidime-avibactam.toml, us-label "31 to 50", example at 31: '
    "author says 1,260 mg in total, the row gives 1,250 mg."
)


@pytest.fixture
def run(sample: Path, tmp_path: Path) -> Callable[..., int]:
    """Runs the command on the copy of the sample library."""
    return lambda *words: main([*words, "--library", str(sample), "--out", str(tmp_path / "content.db")])


def test_two_builds_are_the_same_to_the_byte(sample: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    assert compile_library(sample, first) == compile_library(sample, second) == []
    assert first.read_bytes() == second.read_bytes()


def test_building_over_an_older_database_leaves_nothing_of_it(sample: Path, edit: Edit, tmp_path: Path) -> None:
    again, fresh = tmp_path / "again.db", tmp_path / "fresh.db"
    assert compile_library(sample, again) == []
    edit("topics/ndm/topic.toml", "Does adding", "Does giving")
    assert compile_library(sample, again) == compile_library(sample, fresh) == []
    assert again.read_bytes() == fresh.read_bytes()


def test_the_header_tells_of_the_content_and_not_of_the_writing(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "content.db"
    compile_library(sample, out)
    header = out.read_bytes()[:100]
    (page_size,) = struct.unpack_from(">H", header, 16)
    change_counter, valid_for, sqlite_version = (struct.unpack_from(">I", header, at)[0] for at in (24, 92, 96))
    assert (page_size, change_counter, valid_for, sqlite_version) == (4096, 1, 1, 3_040_001)
    connection = sqlite3.connect(out)
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    journal = connection.execute("PRAGMA journal_mode").fetchone()[0]
    sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    assert (marks, journal, sound) == ([APPLICATION_ID, SCHEMA], "delete", "ok")


def test_the_hash_stands_beside_the_database(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "content.db"
    compile_library(sample, out)
    expected = hashlib.sha256(out.read_bytes()).hexdigest()
    assert (tmp_path / "content.sha256").read_bytes() == f"{expected}\n".encode("ascii")


def test_the_bundled_databases_hash_ships_with_the_resources() -> None:
    assert digest_file(CONTENT_DB) == CONTENT_SHA256


def test_nothing_but_the_two_files_is_left_behind(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "content.db"
    out.parent.mkdir()
    compile_library(sample, out)
    assert sorted(path.name for path in out.parent.iterdir()) == ["content.db", "content.sha256"]


def test_with_any_fault_nothing_is_written(
    run: Callable[..., int], edit: Edit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(DRUG, "total_mg = 1250", "total_mg = 1260")
    assert run() == 1
    assert not list(tmp_path.glob("content*"))
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        f"{WRONG_TOTAL} Correct the one that differs from the source.",
        "1 fault; nothing was written.",
    ]


def test_with_any_fault_an_older_database_stays_as_it_was(run: Callable[..., int], edit: Edit, tmp_path: Path) -> None:
    assert run() == 0
    before = (tmp_path / "content.db").read_bytes()
    edit("edition.toml", "language", "langauge")
    assert run() == 1
    assert (tmp_path / "content.db").read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_a_fault(sample: Path, tmp_path: Path) -> None:
    (fault,) = compile_library(sample, tmp_path / "nowhere" / "content.db")
    assert fault.line.startswith("content.db, the whole file: it cannot be written (")


def test_a_library_that_is_not_there_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(tmp_path / "none"), "--out", str(tmp_path / "content.db")]) == 1
    assert "edition.toml, the whole file: the file is missing." in capsys.readouterr().err


def test_a_fresh_database_passes_the_check(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    run()
    assert run("--check") == 0
    assert capsys.readouterr().out.splitlines() == [
        "content.db is written.",
        "Two builds are byte-identical.",
        "content.db is fresh.",
    ]


def stale(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run("--check") == 1
    return capsys.readouterr().out.splitlines()[-1]


def test_a_missing_database_fails_the_check(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert stale(run, capsys) == "content.db is missing. Run: python -m desktop.compiler"


def test_a_changed_library_fails_the_check(
    run: Callable[..., int], edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    edit("topics/ndm/topic.toml", "Does adding", "Does giving")
    assert stale(run, capsys).endswith("what the library compiles to. Run: python -m desktop.compiler")


def test_a_hash_of_something_else_fails_the_check(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    (tmp_path / "content.sha256").write_text("0" * 64 + "\n", encoding="ascii")
    assert stale(run, capsys) == "content.sha256 is not the hash of content.db. Run: python -m desktop.compiler"


def test_a_library_with_faults_fails_the_check_with_its_faults(
    run: Callable[..., int], edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("edition.toml", "version = 1", "version = 0")
    assert run("--check") == 1
    assert "edition.toml, version:" in capsys.readouterr().err


def rewritten(path: Path, statement: str) -> None:
    """The database as another SQLite might have left it, with its hash."""
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    path.with_suffix(".sha256").write_text(f"{hashlib.sha256(path.read_bytes()).hexdigest()}\n", encoding="ascii")


def test_on_another_sqlite_the_rows_decide_and_not_the_bytes(
    run: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    rewritten(tmp_path / "content.db", "VACUUM")
    monkeypatch.setattr(freshness, "MADE_WITH_SQLITE", freshness.sqlite_number())
    assert stale(run, capsys).startswith("content.db is not what the library compiles to.")
    monkeypatch.setattr(freshness, "MADE_WITH_SQLITE", 3_099_000)
    assert run("--check") == 0
    rewritten(tmp_path / "content.db", "UPDATE dose_component SET low_mg = '1001' WHERE low_mg = '1000'")
    assert stale(run, capsys).startswith("content.db does not hold what the library compiles to.")


def test_a_file_that_is_no_database_fails_the_check_on_any_sqlite(
    run: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    garbage = b"not a database at all" * 100
    (tmp_path / "content.db").write_bytes(garbage)
    digest = hashlib.sha256(garbage).hexdigest()
    (tmp_path / "content.sha256").write_text(f"{digest}\n", encoding="ascii")
    monkeypatch.setattr(freshness, "MADE_WITH_SQLITE", 3_099_000)
    assert stale(run, capsys).startswith("content.db cannot be read (file is not a database).")


def test_the_logical_dump_holds_every_row_once(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "content.db"
    compile_library(sample, out)
    dump = logical_dump(out)
    assert sum(line.startswith("dose_row: ") for line in dump) == 7
    assert not any(line.startswith("passage_search") for line in dump)
