"""Content that cannot be trusted: status 3, an error object, never a dose and never a traceback."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.content.schema import SCHEMA
from desktop.paths import ROOT
from tests.commands.answers import Run, change

COMMANDS = (
    ("read", "ndm"),
    ("claims",),
    ("content", "info"),
    ("content", "verify"),
    ("dose", "--drug", "aztreonam", "--crcl", "60"),
)


def halved(content: Path) -> None:
    content.write_bytes(content.read_bytes()[: content.stat().st_size // 2])


def folder(content: Path) -> None:
    content.unlink()
    content.mkdir()


def looped(content: Path) -> None:
    content.unlink()
    content.symlink_to(content)


def waiting(content: Path) -> None:
    content.unlink()
    os.mkfifo(content)


SPOILS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "content-missing"),
    "a folder": (folder, "content-missing"),
    "a link to itself": (looped, "content-missing"),
    "a pipe": (waiting, "content-missing"),
    "empty": (lambda content: content.write_bytes(b""), "content-foreign"),
    "text": (lambda content: content.write_text("not a database " * 1000), "content-damaged"),
    "half": (halved, "content-damaged"),
    "foreign": (lambda content: change(content, "PRAGMA application_id = 7"), "content-foreign"),
    "newer": (lambda content: change(content, f"PRAGMA user_version = {SCHEMA + 1}"), "content-newer"),
    "older": (lambda content: change(content, f"PRAGMA user_version = {SCHEMA - 1}"), "content-older"),
}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("how", SPOILS)
def test_spoilt_content_is_not_answered_from(run: Run, content_copy: Path, how: str, command: tuple[str, ...]) -> None:
    spoil, code = SPOILS[how]
    spoil(content_copy)
    answer = run(*command, "--content", content_copy, "--json")
    assert (answer.status, answer.code, answer.err) == (3, code, "")
    assert answer.object["error"]["field"] is None
    answer = run(*command, "--content", content_copy)
    assert (answer.status, answer.out) == (3, "")
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("name", ["x" * 300, "a\x00b", "ndm#1?.db", "é" * 200])
def test_a_name_that_no_file_has_is_missing_content(run: Run, tmp_path: Path, name: str) -> None:
    answer = run("content", "info", "--content", f"{tmp_path}/{name}", "--json")
    assert (answer.status, answer.code) == (3, "content-missing")


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE edition",
        "DELETE FROM edition",
        "UPDATE statement SET verification = 'sworn'",
        "DELETE FROM reference",
        "DELETE FROM topic",
        "UPDATE statement SET kind = NULL WHERE 0; DROP TABLE statement_source",
    ],
)
def test_content_that_cannot_be_read_ends_every_command_in_status_3(run: Run, content_copy: Path, damage: str) -> None:
    change(content_copy, *damage.split(";"))
    statuses = [run(*command, "--content", content_copy, "--json").status for command in COMMANDS]
    assert set(statuses) <= {0, 3}
    assert 3 in statuses


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE dose_row SET low = 'NaN' WHERE drug = 'aztreonam'",
        "UPDATE dose_row SET high = '1' WHERE drug = 'aztreonam' AND high IS NOT NULL",
        "UPDATE dose_component SET high_mg = 12 WHERE substance = 'aztreonam'",
        "UPDATE dose_component SET low_mg = '-1' WHERE substance = 'aztreonam'",
        "DELETE FROM dose_component WHERE substance = 'aztreonam'",
        "DELETE FROM refusal WHERE drug = 'aztreonam'",
    ],
)
@pytest.mark.hazard("H07")
def test_a_drug_with_a_damaged_row_is_not_dosed(run: Run, content_copy: Path, damage: str) -> None:
    change(content_copy, damage)
    answer = run("dose", "--drug", "aztreonam", "--crcl", "60", "--content", content_copy, "--json")
    assert (answer.status, answer.code) == (3, "drug-unavailable")
    assert "aztreonam" in answer.object["error"]["message"]
    answer = run("content", "verify", "--content", content_copy, "--json")
    assert answer.status == 3
    assert "dose-rows" in [check["name"] for check in answer.object["checks"] if not check["ok"]]


def test_the_other_drugs_are_still_dosed(run: Run, content_copy: Path) -> None:
    change(content_copy, "UPDATE dose_row SET low = 'NaN' WHERE drug = 'aztreonam'")
    asked = ("--drug", "ceftazidime-avibactam", "--crcl", "60", "--content", content_copy)
    assert run("dose", *asked, "--json").status == 0


def test_bundled_content_with_one_bit_changed_is_found(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "desktop", tmp_path / "desktop", ignore=shutil.ignore_patterns("__pycache__", "ui"))
    (tmp_path / "resources").mkdir()
    shutil.copy(ROOT / "resources" / "content.sha256", tmp_path / "resources")
    content = bytearray((ROOT / "content.db").read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "content.db").write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-B", "-m", "desktop", "content", "verify", "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (3, "")
    assert '"code": "content-damaged"' in done.stdout
