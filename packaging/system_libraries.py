"""What a checkout needs from the system: which pieces are missing, and how to get them."""

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class SystemPiece:
    """A shared library, or a program, with the packages that bring it; the first Debian name on offer is taken."""

    name: str
    debian: tuple[str, ...]
    fedora: str

    def is_missing(self) -> bool:
        """True when the library cannot be loaded or the program is not on the path."""
        if ".so" not in self.name:
            return shutil.which(self.name) is None
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return True
        return False


class _VenvModule(SystemPiece):
    """The part of Python's venv that Debian keeps in a package of its own, asked for like a library."""

    def is_missing(self) -> bool:
        """True until it can be found; caches are dropped because it may have been installed just now."""
        importlib.invalidate_caches()
        return importlib.util.find_spec("ensurepip") is None


class _SystemPythonLine(SystemPiece):
    """A line that the system's own Python must be able to run: its bindings come in packages, not from PyPI."""

    def is_missing(self) -> bool:
        """True when there is no such Python, or the line fails."""
        python = shutil.which(SYSTEM_PYTHON)
        return (
            python is None
            or subprocess.run([python, "-c", self.name], capture_output=True, check=False).returncode != 0
        )


SYSTEM_PYTHON = "/usr/bin/python3"

_PYTHON = f"python3.{sys.version_info.minor}"
_LIBPYTHON = f"lib{_PYTHON}"

VENV_MODULE = (_VenvModule("venv", (f"{_PYTHON}-venv", "python3-venv"), "python3"),)

# Needed to draw at all, screen or no screen.
DRAWING = (
    SystemPiece("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0"), "glib2"),
    SystemPiece("libgthread-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0"), "glib2"),
    SystemPiece("libGL.so.1", ("libgl1",), "libglvnd-glx"),
    SystemPiece("libEGL.so.1", ("libegl1",), "libglvnd-egl"),
    SystemPiece("libX11.so.6", ("libx11-6",), "libX11"),
    SystemPiece("libxkbcommon.so.0", ("libxkbcommon0",), "libxkbcommon"),
    SystemPiece("libfreetype.so.6", ("libfreetype6",), "freetype"),
    SystemPiece("libfontconfig.so.1", ("libfontconfig1",), "fontconfig"),
    SystemPiece("libdbus-1.so.3", ("libdbus-1-3",), "dbus-libs"),
)

# Needed besides to open a window on a real or virtual screen.
SCREEN = (
    SystemPiece("libX11-xcb.so.1", ("libx11-xcb1",), "libX11-xcb"),
    SystemPiece("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",), "libxkbcommon-x11"),
    SystemPiece("libxcb-cursor.so.0", ("libxcb-cursor0",), "xcb-util-cursor"),
    SystemPiece("libxcb-icccm.so.4", ("libxcb-icccm4",), "xcb-util-wm"),
    SystemPiece("libxcb-image.so.0", ("libxcb-image0",), "xcb-util-image"),
    SystemPiece("libxcb-keysyms.so.1", ("libxcb-keysyms1",), "xcb-util-keysyms"),
    SystemPiece("libxcb-render-util.so.0", ("libxcb-render-util0",), "xcb-util-renderutil"),
    SystemPiece("libxcb-util.so.1", ("libxcb-util1",), "xcb-util"),
    SystemPiece("libxcb-randr.so.0", ("libxcb-randr0",), "libxcb"),
    SystemPiece("libxcb-shape.so.0", ("libxcb-shape0",), "libxcb"),
    SystemPiece("libxcb-sync.so.1", ("libxcb-sync1",), "libxcb"),
    SystemPiece("libxcb-xfixes.so.0", ("libxcb-xfixes0",), "libxcb"),
    SystemPiece("libxcb-xkb.so.1", ("libxcb-xkb1",), "libxcb"),
)

VIRTUAL_SCREEN = (SystemPiece("Xvfb", ("xvfb",), "xorg-x11-server-Xvfb"),)

# The tests open every printed sheet with these.
READING_PDF = (
    SystemPiece("pdftotext", ("poppler-utils",), "poppler-utils"),
    SystemPiece("pdftoppm", ("poppler-utils",), "poppler-utils"),
)

# The acceptance tests read a program and type into it as a blind reader does, in a window that gets the keyboard.
HEARING = (
    SystemPiece("/usr/libexec/at-spi-bus-launcher", ("at-spi2-core",), "at-spi2-core"),
    SystemPiece("dbus-run-session", ("dbus-daemon", "dbus"), "dbus-daemon"),
    SystemPiece("xdotool", ("xdotool",), "xdotool"),
    SystemPiece("ratpoison", ("ratpoison",), "ratpoison"),
    _SystemPythonLine("import gi", ("python3-gi",), "python3-gobject"),
    _SystemPythonLine("import gi; gi.require_version('Atspi', '2.0')", ("gir1.2-atspi-2.0",), "at-spi2-core"),
)

# PyInstaller reads and strips libraries with the first two and ships the third.
BUILDING = (
    SystemPiece("objdump", ("binutils",), "binutils"),
    SystemPiece("strip", ("binutils",), "binutils"),
    SystemPiece(f"{_LIBPYTHON}.so.1.0", (f"{_LIBPYTHON}t64", _LIBPYTHON), "python3-libs"),
)

# The smoke test looks over the program's shoulder with these.
WATCHING = (SystemPiece("strace", ("strace",), "strace"), SystemPiece("unshare", ("util-linux",), "util-linux"))

# A bare system to install a package on.
BARE_SYSTEM = (SystemPiece("debootstrap", ("debootstrap",), "debootstrap"),)


def require(pieces: tuple[SystemPiece, ...]) -> None:
    """Nothing when all pieces are there or could be installed; otherwise the program ends with the line to type."""
    if sys.platform != "linux" or not (missing := [piece for piece in pieces if piece.is_missing()]):
        return
    if _may_install():
        install_debian(missing)
        missing = [piece for piece in missing if piece.is_missing()]
    if missing:
        sys.exit(how_to_install(missing))


def how_to_install(missing: list[SystemPiece]) -> str:
    """What is missing, and the exact line for Debian or Ubuntu and for Fedora."""
    fedora = " ".join(sorted({piece.fedora for piece in missing}))
    return (
        f"Missing from this system: {', '.join(piece.name for piece in missing)}. Install with one of\n"
        f"  sudo apt-get install {' '.join(_debian_names(missing))}\n"
        f"  sudo dnf install {fedora}\n"
        "and start again."
    )


def install_debian(missing: list[SystemPiece]) -> None:
    """Nothing; what apt-get said is shown only when it failed."""
    print("Fetching the list of system packages.", file=sys.stderr)
    _apt_get("update")
    names = _debian_names(missing)
    print(f"Installing system packages: {' '.join(names)}", file=sys.stderr)
    outcome = _apt_get("install", "--yes", "--no-install-recommends", *names)
    if outcome.returncode != 0:
        print(outcome.stdout, file=sys.stderr)


def _may_install() -> bool:
    """True for root on a system with apt-get."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt_get(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The finished apt-get, with all that it said; it never asks a question."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        ["apt-get", "-qq", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _debian_names(missing: list[SystemPiece]) -> list[str]:
    """The package names, each as this release of Debian or Ubuntu calls it."""
    return sorted({_name_on_offer(piece.debian) for piece in missing})


def _name_on_offer(names: tuple[str, ...]) -> str:
    """The first name that apt can install; the last when apt offers none or is not here."""
    for name in names[:-1]:
        if _is_on_offer(name):
            return name
    return names[-1]


def _is_on_offer(name: str) -> bool:
    """True when apt knows a version of the package to install."""
    if shutil.which("apt-cache") is None:
        return False
    policy = subprocess.run(
        ["apt-cache", "policy", name], env=os.environ | {"LC_ALL": "C"}, capture_output=True, text=True, check=False
    )
    return "Candidate:" in policy.stdout and "Candidate: (none)" not in policy.stdout
