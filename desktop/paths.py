"""Where things are: the program's own files, and nothing else."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

# An installed wheel carries its data inside the package; a checkout and the standalone program carry it beside it.
ROOT = _PACKAGE / "shipped" if (_PACKAGE / "shipped").is_dir() else _PACKAGE.parent
CONTENT_DB = ROOT / "content.db"
RESOURCES = ROOT / "resources"
LIBRARY = RESOURCES / "library"
CONTENT_SHA256 = RESOURCES / "content.sha256"
