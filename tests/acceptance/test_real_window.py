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


AFTER_PAINT, WHEN_COMPLETE = "--exit-after-paint", "--exit-when-complete"


def started(
    screen: str, tmp_path: Path, *arguments: str, leaving: str = WHEN_COMPLETE
) -> subprocess.CompletedProcess[str]:
    """The program run to its end on that screen, from another folder."""
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment |= {"DISPLAY": screen, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "desktop", "--data", str(tmp_path / "data"), leaving, *arguments]
    return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=PATIENCE_S)


def visited(tmp_path: Path) -> list[str]:
    """The topics that the notebook has as visited; one is kept once everything of the window is made."""
    notebook = tmp_path / "data" / "notebook.db"
    if not notebook.exists():
        return []
    with closing(sqlite3.connect(notebook)) as kept:
        return [str(place) for (place,) in kept.execute("SELECT place FROM recent")]


@pytest.mark.parametrize(("leaving", "topics"), [(AFTER_PAINT, []), (WHEN_COMPLETE, ["ndm"])])
def test_the_window_is_left_without_a_word_after_its_first_page_or_once_it_is_complete(
    screen: str, tmp_path: Path, leaving: str, topics: list[str]
) -> None:
    run = started(screen, tmp_path, leaving=leaving)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert visited(tmp_path) == topics


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
