"""Other offline readers, each started in turn with Wardlight on one virtual screen, timed until it has painted."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bundle import virtual_screen
from tests.benchmarks.rounds import Measured, ratio
from tests.benchmarks.screen import PAINTED, Screen
from tests.benchmarks.starting import SOURCE, STANDALONE

# Debian's names of the programs; what is not installed is not measured.
PEERS = {"Zeal": ["zeal"], "Kiwix": ["kiwix-desktop"], "GoldenDict": ["goldendict"], "Chromium": ["chromium"]}
_BUDGETS = {"Zeal": (1.25, 0.90)}
_OPTIONS = {"Chromium": ["--no-sandbox", "--no-first-run", "about:blank"]}


def measured() -> Iterator[Measured]:
    """One row for every peer that this machine has, and none where it has no Xvfb."""
    found = {name: command for name, command in PEERS.items() if shutil.which(command[0])}
    if not found or not shutil.which("Xvfb"):
        return
    ours = [STANDALONE[0]] if Path(STANDALONE[0]).is_file() else SOURCE
    with tempfile.TemporaryDirectory() as home, virtual_screen() as display:
        watched = Screen(display)
        for name, command in found.items():
            theirs = [*command, *_OPTIONS.get(name, ())]
            try:
                median, low, high = ratio(
                    partial(watched.seconds, [*ours, "--data", home], home), partial(watched.seconds, theirs, home)
                )
            except TimeoutError as error:
                print(f"{name} is left out: {error}", file=sys.stderr)
                continue
            must, aim = _BUDGETS.get(name, (None, None))
            yield Measured(f"window painted, against {name}", "x", median, low, high, must, aim, PAINTED)
