"""The standalone program ends at once, and what was copied in it is handed over first."""

import os
import subprocess
import sys

import pytest

from desktop.paths import ROOT

PROGRAM = f"""
import atexit, sys
sys.path.insert(0, {str(ROOT / "packaging")!r})
import launch
atexit.register(print, "taken apart")
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.destroyed.connect(lambda: print("handed over"))
if sys.argv[1:]:
    QGuiApplication.clipboard().setText("2.5 g")
print("copied" if sys.argv[1:] else "read")
launch.leave(3)
"""


@pytest.mark.parametrize(("copies", "said"), [((), "read\n"), (("yes",), "copied\nhanded over\n")])
def test_qt_goes_first_where_it_holds_what_was_copied_and_only_there(
    screen: str, copies: tuple[str, ...], said: str
) -> None:
    environment = os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    command = [sys.executable, "-c", PROGRAM, *copies]
    found = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)
    assert (found.returncode, found.stdout, found.stderr) == (3, said, "")
