"""The licences of everything in the standalone program, in one text beside it, with how to change Qt."""

import sys
import sysconfig
from importlib.metadata import Distribution, distribution
from pathlib import Path

from components import PACKAGES, Component, components
from environment import ROOT

NAME = "THIRD-PARTY-LICENCES.txt"
TEXTS = ROOT / "packaging" / "licences"
RULE = "=" * 78
HEAD = """\
What Wardlight is made with

Wardlight itself is under the Apache License 2.0 (LICENSE); its content is under CC BY 4.0. The parts below come with
it.

Qt and Qt for Python (PySide6, shiboken6) are used under the GNU Lesser General Public License, version 3, as separate
libraries. Their sources are offered by The Qt Company for every release (download.qt.io, under
official_releases/QtForPython and official_releases/qt). You may put your own build in their place:

  1. Build or obtain Qt and PySide6 of the same minor version, for the same processor and the same Python.
  2. Replace the files of the same names in this folder: _internal/PySide6/ and _internal/shiboken6/.
  3. Start wardlight. The self-test then names these files as changed, as it should; the window and the doses work.

Four files of the support code of shiboken6, below _internal/shiboken6/files.dir/shibokensupport/, were changed on 26
and 27-Nov-2026, and say so where they were: signature/lib/pyi_generator.py, which is left out; signature/parser.py,
of which a part is made later; signature/loader.py, which does not look at every import and keeps what it loaded; and
__init__.py, which takes that when all of it is loaded once more.

Nothing in Wardlight's own terms forbids it, nor reverse engineering for debugging such changes.
"""


def write_licences(folder: Path) -> None:
    """Nothing; the text lies at the top of the standalone folder. A part without a licence text stops the build."""
    parts = [HEAD, *(_entry(part) for part in components())]
    parts += [
        f"{RULE}\n{path.stem}\n{RULE}\n\n{path.read_text(encoding='utf-8')}" for path in sorted(TEXTS.glob("*.txt"))
    ]
    (folder / NAME).write_text("\n\n".join(parts), encoding="utf-8")


def _entry(part: Component) -> str:
    return f"{RULE}\n{part.name} {part.version}: {part.licence}\n{RULE}\n\n{_text(part)}"


def _text(part: Component) -> str:
    if part.name in PACKAGES:
        found = _package_texts(distribution(part.name))
        if found or part.licence.startswith("LGPL"):
            return (
                "\n\n".join(found) or "The text of the LGPL 3.0, and of the GPL 3.0 that it refers to, is at the end."
            )
    elif part.name == "CPython":
        return (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt").read_text(encoding="utf-8")
    elif part.text is not None:
        return part.text if isinstance(part.text, str) else part.text.read_text(encoding="utf-8")
    sys.exit(f"No licence text was found for {part.name}; the build stops, as it may not be passed on without.")


def _package_texts(package: Distribution) -> list[str]:
    named = [file for file in package.files or () if "licen" in file.name.lower() or "copying" in file.name.lower()]
    return [file.read_text() for file in named if ".dist-info" in str(file)]
