"""The bundled typeface: a bare system has no fonts at all, and a sheet must look the same everywhere."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from desktop.paths import RESOURCES

FAMILIES = ("Atkinson Hyperlegible Next", "Wardlight Symbols")


@cache
def families() -> tuple[str, ...]:
    """The families to write with, made known to Qt once; a program for the screen, or for none, must have begun."""
    for font in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    return FAMILIES
