"""Content that was spoilt at random: none passes for the bundled one, and none takes the program down."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.paths import ROOT
from tests.drills.strength import LONG

BATCHES, IN_EACH = (10, 500) if LONG else (1, 60)


@pytest.mark.hazard("H07")
@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_spoilt_content_is_trusted_and_none_stops_the_program(tmp_path: Path, batch: int) -> None:
    command = [sys.executable, "-B", "-m", "tests.drills.corrupting", str(tmp_path), str(IN_EACH), str(batch)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    spoilt, trusted, opened = map(int, done.stdout.split())
    assert (spoilt, trusted) == (IN_EACH, 0)
    # A bit in the words of a row is for the hash alone to find: were none opened, nothing would have been tried.
    assert 0 < opened < IN_EACH
