"""The files of the program, each compared with the list that the build wrote."""

import hashlib
import struct
from pathlib import Path

from desktop.health.checks import Check
from desktop.paths import BESIDE_PROGRAM, RESOURCES, ROOT

MANIFEST = RESOURCES / "manifest.sha256"
_SHOWN = 5
# The sum of a whole TrueType file, by its specification ("head" table, checkSumAdjustment).
_SUM_OF_A_FONT = 0xB1B0AFBA


def files_check(manifest: Path = MANIFEST, folder: Path = BESIDE_PROGRAM) -> Check:
    """Whether every bundled file is the one that was built; a checkout or a wheel has no list and says so."""
    if not manifest.is_file():
        words = "This program was not built by the publisher, so there is no list to compare its files with."
        return Check("files", ok=True, detail=words)
    try:
        listed = [line.split("  ", 1) for line in manifest.read_text(encoding="utf-8").splitlines()]
        odd = [name for digest, name in listed if _digest(folder / name) != digest]
    except (OSError, ValueError) as error:
        return Check("files", ok=False, detail=f"The list of the program's files cannot be read ({error}).")
    if odd or not listed:
        more = f", and {len(odd) - _SHOWN} more" if len(odd) > _SHOWN else ""
        return Check("files", ok=False, detail=f"Altered or missing: {', '.join(odd[:_SHOWN])}{more}.")
    return Check("files", ok=True, detail=f"{len(listed)} files of the program are as they were built.")


def fonts_check(folder: Path = RESOURCES / "fonts") -> Check:
    """Whether every bundled typeface is whole: a dose in a wrong letter is a wrong dose."""
    fonts = sorted(folder.glob("*.ttf"))
    odd = [font.name for font in fonts if not _is_whole_font(font)]
    if odd or not fonts:
        return Check("fonts", ok=False, detail=f"Damaged: {', '.join(odd)}." if odd else "There are no typefaces.")
    return Check("fonts", ok=True, detail=f"{len(fonts)} typefaces are whole.")


def program_check() -> Check:
    """Whether the folder of the program holds what every start needs."""
    needed = ("content.db", "resources/content.sha256", "resources/theme/tokens.toml")
    missing = [name for name in needed if not (ROOT / name).is_file()]
    if missing:
        return Check("program", ok=False, detail=f"Missing: {', '.join(missing)}.")
    return Check("program", ok=True, detail="Everything that a start needs is there.")


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _is_whole_font(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    words = struct.unpack(f">{len(data) // 4}L", data[: len(data) // 4 * 4])
    return len(data) > 100 and sum(words) & 0xFFFFFFFF == _SUM_OF_A_FONT
