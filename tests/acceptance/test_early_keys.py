"""What a reader types before the content is verified waits until it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.paths import ROOT

PATIENCE_S = 60
# The keys are pressed when the window is in sight, and its first page not painted yet.
EARLY = """
import subprocess, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from desktop.ui.application import Start

class Keys(QObject):
    met = []
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.KeyPress:
            self.met.append(event.key())
        return False

class Early(Start):
    def _open(self, window):
        super()._open(window)
        press = ["xdotool", "key", "--window", str(int(window.winId())), "a", "b", "c"]
        subprocess.run(press, check=True, capture_output=True)

application = QApplication(["early"])
keys = Keys()
application.installEventFilter(keys)
window = Early(application, Path(sys.argv[1])).proven_window(None)
print("before:", len(keys.met), window.low.status.lines()[-1])
for _ in range(100):
    application.processEvents()
    if keys.met:
        break
print("after:", len(keys.met) > 0)
"""


@pytest.mark.hazard("H07")
def test_a_key_pressed_before_the_content_is_verified_waits_until_it_is(screen: str, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment |= {"DISPLAY": screen, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", EARLY, str(tmp_path / "data")]
    run = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    before, after = run.stdout.splitlines()
    assert before.startswith("before: 0 ")
    assert "content verified" in before
    assert after == "after: True"
