"""Kills an import at random moments, and looks each time at what the next start finds.

`python kills.py OLD NEW FOLDER ROOT COUNT SEED` prints one line for each kill: the version in use, what is left of the
staging, and what the same import comes to afterwards.
"""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from tests.drills.one_import import attempt, places, version_in_use


def killed_after(seconds: float, pack: Path, shelf: Path, root: Path) -> float:
    """How long an import lived that is killed after so many seconds."""
    begun = time.perf_counter()
    child = os.fork()
    if child == 0:
        attempt(pack, places(shelf, root))
        os._exit(0)
    while time.perf_counter() - begun < seconds and os.waitpid(child, os.WNOHANG) == (0, 0):
        time.sleep(0.0005)
    try:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        pass
    return time.perf_counter() - begun


def main(words: list[str]) -> None:
    old, new, folder, root = map(Path, words[:4])
    chance = random.Random(int(words[5]))
    kept = folder / "kept" / "content"
    assert attempt(old, places(kept, root)) == "done"
    shelf = folder / "shelf" / "content"
    shutil.copytree(kept, shelf)
    whole = killed_after(60, new, shelf, root)
    for _ in range(int(words[4])):
        shutil.rmtree(shelf)
        shutil.copytree(kept, shelf)
        killed_after(chance.random() * whole * 1.05, new, shelf, root)
        at = places(shelf, root)
        in_use, left = version_in_use(at), (shelf / "staging").exists()
        again = attempt(new, at)
        sys.stdout.write(f"{in_use} {'left' if left else 'clean'} {again} {version_in_use(at)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
