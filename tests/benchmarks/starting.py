"""Start-up and memory, of the program from source and of the standalone one, against the bare script."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bundle import virtual_screen
from desktop.paths import ROOT
from tests.benchmarks.rounds import Measured, ratio
from tests.benchmarks.screen import PAINTED, Screen

BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]
SOURCE = [sys.executable, "-P", "-m", "desktop"]
STANDALONE = [str(ROOT / "dist" / "wardlight" / "wardlight")]
SETTLED_S = 2.0


def measured() -> Iterator[Measured]:
    """The rows of the table, on an empty screen of 1366 x 768; none where there is no Xvfb."""
    if not shutil.which("Xvfb"):
        return
    with (
        virtual_screen() as display,
        _environment(DISPLAY=display, QT_QPA_PLATFORM="xcb", DBUS_SESSION_BUS_ADDRESS="disabled:"),
        tempfile.TemporaryDirectory() as home,
    ):
        yield from _rows(Screen(display), home)


def _rows(screen: Screen, home: str) -> Iterator[Measured]:
    """The rows; those of the standalone program only where it was built."""
    yield _start("start from source, against bare", SOURCE, None, None, screen, home)
    if Path(STANDALONE[0]).is_file():
        name = "standalone program, start to first painted page, against bare"
        yield _start(name, STANDALONE, 1.30, 1.10, screen, home)
        yield _memory(
            "memory of the standalone program 2 s after start, against bare", [*STANDALONE, "--data", home], 1.6, 1.3
        )
    else:
        yield _memory("memory from source 2 s after start, against bare", [*SOURCE, "--data", home], 1.6, 1.3)


@contextmanager
def _environment(**words: str) -> Iterator[None]:
    """Nothing; what is started meanwhile has these words in its environment."""
    before = dict(os.environ)
    os.environ.update(words)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _start(name: str, command: list[str], must: float | None, aim: float | None, screen: Screen, home: str) -> Measured:
    ours, bare = [*command, "--data", home], [*BARE, "--stay"]
    found = ratio(lambda: screen.seconds(ours, home), lambda: screen.seconds(bare, home))
    return Measured(name, "x", *found, must, aim, PAINTED)


def _memory(name: str, command: list[str], must: float, aim: float) -> Measured:
    bare = [*BARE, "--stay"]
    found = ratio(lambda: _pss_kb(command), lambda: _pss_kb(bare), rounds=3)
    return Measured(name, "x", *found, must, aim, "Pss of /proc/PID/smaps_rollup; median of 3 rounds in turn")


def _pss_kb(command: list[str]) -> float:
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(SETTLED_S)
        lines = Path(f"/proc/{running.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return float(next(line for line in lines if line.startswith("Pss:")).split()[1])
    finally:
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
