"""A weak machine: one core and little memory are enough to start, and nothing runs while nothing happens."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.paths import ROOT
from tests.drills.strength import LONG

MB = 1024 * 1024
ADDRESS_SPACE_MB = 512
WATCHED_S = 30 if LONG else 3


@pytest.fixture(autouse=True)
def linux() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux has taskset, prlimit and strace")


def _program(folder: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "desktop", "--data", str(folder), *options]


def test_one_core_and_half_a_gigabyte_of_addresses_show_the_whole_window(tmp_path: Path) -> None:
    small = ["taskset", "-c", "0", "prlimit", f"--as={ADDRESS_SPACE_MB * MB}"]
    command = [*small, *_program(tmp_path, "--exit-when-complete")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_wakes_up_while_nothing_happens(tmp_path: Path) -> None:
    strace = shutil.which("strace")
    assert strace, "strace is not installed; python3 packaging/dev.py setup installs it"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(_program(tmp_path), cwd=ROOT, env=environment)
    try:
        assert _comes_to_rest(program.pid)
        log = tmp_path / "calls.txt"
        watch = ["timeout", str(WATCHED_S), strace, "-f", "-p", str(program.pid), "-o", str(log)]
        subprocess.run(watch, capture_output=True, check=False, timeout=WATCHED_S + 30)
        # Each thread goes on waiting for what it waited for; anything else is a wake-up.
        calls = [line for line in log.read_text(encoding="utf-8").splitlines() if "resuming interrupted" not in line]
        assert calls == []
        assert log.stat().st_size
    finally:
        program.kill()
        program.wait()


def _comes_to_rest(pid: int, within_s: float = 60) -> bool:
    """Whether a program has begun, and has then used no processor time for two seconds."""
    spent, since, end = -1, time.monotonic(), time.monotonic() + within_s
    while time.monotonic() < end:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        ticks = int(fields[11]) + int(fields[12])
        if ticks != spent:
            spent, since = ticks, time.monotonic()
        elif ticks > 20 and time.monotonic() - since > 2:
            return True
        time.sleep(0.1)
    return False
