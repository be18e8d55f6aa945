"""The program itself, on a screen of its own."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop.paths import ROOT

PATIENCE_S = 60


def started(screen: str, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program run to its end on that screen, from another folder."""
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment |= {"DISPLAY": screen, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "desktop", "--data", str(tmp_path / "data"), "--exit-after-paint", *arguments]
    return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=PATIENCE_S)


def test_the_window_opens_paints_and_leaves_without_a_word(screen: str, tmp_path: Path) -> None:
    run = started(screen, tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_content_that_cannot_be_trusted_is_said_in_a_window_and_nothing_else_is_shown(
    screen: str, tmp_path: Path
) -> None:
    (tmp_path / "other.db").write_bytes(b"not a database")
    run = started(screen, tmp_path, "--content", str(tmp_path / "other.db"))
    assert (run.returncode, run.stdout, run.stderr) == (3, "", "")


def test_an_unknown_topic_is_refused_in_one_line(screen: str, tmp_path: Path) -> None:
    run = started(screen, tmp_path, "--topic", "mrsa")
    assert run.returncode == 2
    assert run.stderr == 'wardlight: there is no topic "mrsa" in this content; leave out --topic\n'


@pytest.mark.parametrize(
    "damage", ["DELETE FROM reference", "DELETE FROM section", "DELETE FROM edition", "DROP TABLE pitfall"]
)
def test_content_that_opens_but_cannot_be_shown_ends_in_the_plain_window(
    screen: str, tmp_path: Path, content_copy: Path, damage: str
) -> None:
    with closing(sqlite3.connect(content_copy)) as database:
        database.execute(damage)
        database.commit()
    run = started(screen, tmp_path, "--content", str(content_copy))
    assert (run.returncode, run.stdout, run.stderr) == (3, "", "")


@pytest.mark.parametrize("kept", ["not a database", "\x00\x01", ""])
def test_a_spoilt_notebook_does_not_keep_the_window_from_opening(screen: str, tmp_path: Path, kept: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "notebook.db").write_text(kept)
    run = started(screen, tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
