"""Other offline readers, each started in turn with Wardlight on one virtual screen, timed until it has painted."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bundle import virtual_screen
from tests.benchmarks.rounds import Measured, ratio
from tests.benchmarks.starting import SOURCE, STANDALONE

# Debian's names of the programs; what is not installed is not measured.
PEERS = {"Zeal": ["zeal"], "Kiwix": ["kiwix-desktop"], "GoldenDict": ["goldendict"], "Chromium": ["chromium"]}
_BUDGETS = {"Zeal": (1.25, 0.90)}
_OPTIONS = {"Chromium": ["--no-sandbox", "--no-first-run", "about:blank"]}
# Zeal and Kiwix show web pages, which as root, such as in a container, they only may without a sandbox.
_AS_ROOT = {"QTWEBENGINE_DISABLE_SANDBOX": "1"}
_LINE_X, _LINE_Y, _LINE_PX = 100, 300, 400
_Z_PIXMAP, _ALL_PLANES = 2, 0xFFFFFFFFFFFFFFFF
_PATIENCE_S = 60
_HOW = "process started until the middle of a screen without window manager is painted; median of 11 rounds in turn"


def measured() -> Iterator[Measured]:
    """One row for every peer that this machine has, and none where it has no Xvfb."""
    found = {name: command for name, command in PEERS.items() if shutil.which(command[0])}
    if not found or not shutil.which("Xvfb"):
        return
    ours = [STANDALONE[0]] if Path(STANDALONE[0]).is_file() else SOURCE
    with tempfile.TemporaryDirectory() as home, virtual_screen() as display:
        watched = _Screen(display)
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
            yield Measured(f"window painted, against {name}", "x", median, low, high, must, aim, _HOW)


class _Screen:
    """A screen whose pixels are looked at from outside, alike for every program."""

    def __init__(self, display: str) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x11.XGetImage.restype = ctypes.POINTER(_Image)
        self._x11.XDestroyImage.argtypes = [ctypes.POINTER(_Image)]
        self._name = display
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))

    def seconds(self, command: list[str], home: str) -> float:
        """How long a program takes from its start to its first painting."""
        self._wait(painted=False)
        environment = os.environ | {"DISPLAY": self._name, "HOME": home, "QT_QPA_PLATFORM": "xcb"} | _AS_ROOT
        began = time.perf_counter()
        running = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            self._wait(painted=True)
            return time.perf_counter() - began
        finally:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()

    def _wait(self, *, painted: bool) -> None:
        end = time.monotonic() + _PATIENCE_S
        while self._is_painted() is not painted:
            if time.monotonic() > end:
                raise TimeoutError("nothing was painted on the screen" if painted else "a window stayed on the screen")
            time.sleep(0.001)

    def _is_painted(self) -> bool:
        """Whether a line across the middle shows anything but the black of an empty screen."""
        place = (ctypes.c_int(_LINE_X), ctypes.c_int(_LINE_Y), ctypes.c_uint(_LINE_PX), ctypes.c_uint(1))
        image = self._x11.XGetImage(self._display, self._root, *place, ctypes.c_ulong(_ALL_PLANES), _Z_PIXMAP)
        pixels = ctypes.string_at(image.contents.data, 4 * _LINE_PX)
        self._x11.XDestroyImage(image)
        return any(pixels)


class _Image(ctypes.Structure):
    """The beginning of Xlib's XImage."""

    _fields_ = (
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
    )
