"""The bundled typeface: a bare system has no fonts at all, and a sheet must look the same everywhere."""

import os
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from desktop.paths import RESOURCES

FAMILIES = ("Atkinson Hyperlegible Next", "Wardlight Symbols")


SYSTEM_SETTINGS = Path("/etc/fonts/fonts.conf")
SETTINGS = RESOURCES / "fonts" / "fonts.conf"


def bring_settings(system: Path = SYSTEM_SETTINGS) -> None:
    """Nothing; on a Linux that has no settings for fonts, ours are named before Qt looks for them and complains."""
    if os.name == "posix" and not system.is_file():
        os.environ.setdefault("FONTCONFIG_FILE", str(SETTINGS))


@cache
def families() -> tuple[str, ...]:
    """The families to write with, made known to Qt once; a program for the screen, or for none, must have begun."""
    for font in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    return FAMILIES
