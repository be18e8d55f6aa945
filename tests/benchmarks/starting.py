"""Start-up and memory, of the program from source and of the standalone one, against the bare script."""

import os
import re
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

BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]
SOURCE = [sys.executable, "-P", "-m", "desktop"]
STANDALONE = [str(ROOT / "dist" / "wardlight" / "wardlight")]
PAINT = "--exit-after-paint"
SETTLED_S = 2.0
# In /proc/PID/smaps each mapping begins with its addresses, and ends its first line with the file, if it is one.
_MAPPING = re.compile(r"^(?=[0-9a-f]+-[0-9a-f]+ )", re.MULTILINE)
_MAPPED_FILE = re.compile(r"(?<= )/.+$", re.MULTILINE)
_HOW = "process started to process ended, each leaving after its first paint; median of 11 rounds in turn"


def measured() -> Iterator[Measured]:
    """The rows of the table, on an empty screen of 1366 x 768 where there is Xvfb; else on whatever screen there is."""
    if not shutil.which("Xvfb"):
        yield from _rows()
        return
    with (
        virtual_screen() as display,
        _environment(DISPLAY=display, QT_QPA_PLATFORM="xcb", DBUS_SESSION_BUS_ADDRESS="disabled:"),
    ):
        yield from _rows()


def _rows() -> Iterator[Measured]:
    """The rows; those of the standalone program only where it was built."""
    with tempfile.TemporaryDirectory() as data:
        kept = ["--data", data]
        yield _start("start from source, against bare", [*SOURCE, PAINT, *kept], None, None)
        if Path(STANDALONE[0]).is_file():
            yield _start(
                "standalone program, start to first painted page, against bare", [*STANDALONE, PAINT, *kept], 1.30, 1.10
            )
            yield _memory(
                "memory of the standalone program 2 s after start, against bare", [*STANDALONE, *kept], 1.6, 1.3
            )
        else:
            yield _memory("memory from source 2 s after start, against bare", [*SOURCE, *kept], 1.6, 1.3)


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


def _start(name: str, command: list[str], must: float | None, aim: float | None) -> Measured:
    return Measured(name, "x", *ratio(lambda: _run(command), lambda: _run(BARE)), must, aim, _HOW)


def _run(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began


def _memory(name: str, command: list[str], must: float, aim: float) -> Measured:
    bare = [*BARE, "--stay"]
    found = ratio(lambda: _pss_kb(command), lambda: _pss_kb(bare), rounds=3)
    return Measured(
        name,
        "x",
        *found,
        must,
        aim,
        "Pss of /proc/PID/smaps, but of mapped files Rss, whoever else maps them; median of 3 rounds in turn",
    )


def _pss_kb(command: list[str]) -> float:
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(SETTLED_S)
        return float(sum(_held_kb(Path(f"/proc/{running.pid}/smaps").read_text(encoding="utf-8"))))
    finally:
        os.kill(running.pid, signal.SIGKILL)
        running.wait()


def _held_kb(maps: str) -> Iterator[int]:
    """What each mapping holds: all of a file, of anything else its proportional share.

    With a share of files too, what else runs would favour the script, whose Python and Qt others use, or the bundle.
    """
    for mapping in _MAPPING.split(maps)[1:]:
        figure = "Rss" if _MAPPED_FILE.search(mapping) else "Pss"
        yield int(mapping.partition(f"\n{figure}:")[2].split()[0])
