"""The list of every file in the standalone folder with its SHA-256, against which the self-test compares."""

import hashlib
from pathlib import Path

PLACE = Path("_internal/resources/manifest.sha256")


def write_manifest(folder: Path) -> None:
    """Nothing; the list lies inside the folder, in an order that two builds share."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    named = [(path.relative_to(folder).as_posix(), path) for path in files]
    lines = [f"{_digest(path)}  {name}\n" for name, path in named if name != PLACE.as_posix()]
    (folder / PLACE).write_bytes("".join(lines).encode("utf-8"))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
