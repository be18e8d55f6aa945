"""Killed at any moment of saving, the program has kept every note that it acknowledged."""

import random
import subprocess
import sys
from pathlib import Path

from desktop.paths import ROOT
from tests.notebook.pages import ANCHOR, kept_in

SAVE = """
import sys
from pathlib import Path
from desktop.notebook.notebook import open_notebook
from tests.notebook.pages import ANCHOR
notebook = open_notebook(Path(sys.argv[1]))
for number in range(100_000):
    note = notebook.write_note(ANCHOR, f"note {sys.argv[2]} {number} " + "x" * (number * 97 % 2_000))
    print(note.id, flush=True)
"""
ROUNDS = 20


def test_every_acknowledged_note_is_there_after_the_program_was_killed(tmp_path: Path) -> None:
    chance = random.Random(2026)
    acknowledged: set[int] = set()
    for number in range(ROUNDS):
        acknowledged |= _killed_while_saving(tmp_path, str(number), chance.randrange(1, 20))
        kept = {note.id for note in kept_in(tmp_path).kept.notes}
        assert acknowledged <= kept, f"round {number}: lost {sorted(acknowledged - kept)}"
        # What was on its way when the program died may have arrived; nothing else may.
        assert len(kept - acknowledged) <= number + 1
    assert len(acknowledged) > ROUNDS * 4
    # A journal of which nothing had reached the disk is no part of the notebook: SQLite puts it away at the next note.
    kept_in(tmp_path).write_note(ANCHOR, "the next one")
    assert [path.name for path in tmp_path.iterdir()] == ["notebook.db"]


def _killed_while_saving(folder: Path, name: str, after: int) -> set[int]:
    """The notes that were acknowledged before the end, which came without warning."""
    command = [sys.executable, "-c", SAVE, str(folder), name]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(after)]
        program.kill()
        lines += program.stdout.readlines()
    return {int(line) for line in lines if line.endswith("\n")}
