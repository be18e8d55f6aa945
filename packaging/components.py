"""What the standalone program is made of: the one list behind its licences and its bill of materials."""

import platform
import sqlite3
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from environment import ROOT

RESOURCES = ROOT / "resources"

# The packages whose code ships; everything else in the lock is for authors and tests.
PACKAGES = {
    "PySide6-Essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "Jinja2": "BSD-3-Clause",
    "MarkupSafe": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "securesystemslib": "MIT",
    "tuf": "MIT OR Apache-2.0",
    "urllib3": "MIT",
}
BOOTLOADER = (
    "The program's starter is PyInstaller's bootloader, under the GPL 2.0 with an exception that permits to pass it on "
    "with a program under any licence. The libraries of the system that lie beside it (libEGL, libGL, libGLX, "
    "libGLdispatch, libxcb and their kin) are under terms like MIT: their copyright files are those of Debian's own "
    "packages of these names."
)


@dataclass(frozen=True)
class Component:
    """One part, with its licence as an SPDX expression; `purl` names it to those who watch for weaknesses."""

    name: str
    version: str
    licence: str
    purl: str
    text: str | Path | None = None


def components() -> list[Component]:
    """Every part of the standalone program, in a fixed order."""
    packages = [
        Component(name, version(name), licence, f"pkg:pypi/{name.lower()}@{version(name)}")
        for name, licence in PACKAGES.items()
    ]
    qt = version("PySide6-Essentials")
    python = platform.python_version()
    sqlite = sqlite3.sqlite_version
    return [
        *packages,
        Component("Qt", qt, "LGPL-3.0-only", f"pkg:generic/qt@{qt}", "The text of the LGPL 3.0 is at the end."),
        Component("CPython", python, "PSF-2.0", f"pkg:generic/cpython@{python}"),
        Component("SQLite", sqlite, "blessing", f"pkg:generic/sqlite@{sqlite}", "SQLite is in the public domain."),
        Component(
            "PyInstaller bootloader",
            version("pyinstaller"),
            "GPL-2.0-or-later WITH Bootloader-exception",
            f"pkg:pypi/pyinstaller@{version('pyinstaller')}",
            BOOTLOADER,
        ),
        Component(
            "Atkinson Hyperlegible Next",
            "2.001",
            "OFL-1.1",
            "pkg:npm/%40fontsource/atkinson-hyperlegible-next",
            RESOURCES / "fonts" / "AtkinsonHyperlegibleNext-LICENSE.txt",
        ),
        Component(
            "Wardlight Symbols, from DejaVu Sans",
            "2.37",
            "Bitstream-Vera",
            "pkg:generic/dejavu-fonts@2.37",
            RESOURCES / "fonts" / "WardlightSymbols-LICENSE.txt",
        ),
        Component("Lucide icons", "0", "ISC", "pkg:npm/lucide-static", RESOURCES / "icons" / "LICENSE"),
    ]
