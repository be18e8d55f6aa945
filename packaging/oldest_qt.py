"""Runs the tests against the oldest Qt that is supported: `python3 packaging/dev.py oldest-qt [pytest's arguments]`.

That release is unfolded into a scratch folder, which is looked into before the environment; nothing stays behind.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import ROOT, pip

OLDEST = "6.8.3"
TESTS = ["tests/ui", "tests/house", "tests/sheets", "tests/health", "tests/charts"]


def main(arguments: list[str]) -> int:
    """The status of pytest, once it is sure that the old Qt is the one that is used."""
    with tempfile.TemporaryDirectory() as scratch:
        pieces = [f"{name}=={OLDEST}" for name in ("PySide6-Essentials", "shiboken6")]
        python = [sys.executable]
        subprocess.run([*pip(Path(sys.executable)), "--no-deps", "--target", scratch, *pieces], check=True)
        environment = os.environ | {"PYTHONPATH": scratch, "QT_QPA_PLATFORM": "offscreen"}
        asked = [*python, "-c", "from PySide6.QtCore import qVersion; print(qVersion())"]
        found = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout.strip()
        if found != OLDEST:
            sys.exit(f"Qt {found} is used in place of {OLDEST}, so that the drill would prove nothing.")
        print(f"Tests with Qt {found}")
        tests = [*python, "-m", "pytest", *(arguments or TESTS)]
        return subprocess.run(tests, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
