"""Builds the standalone program, and everything that people install, twice, and compares every file.

Same path, same machine, same lock; the second build takes nothing that the first one left behind, its cache of
stripped libraries included. Run it as `python3 packaging/dev.py twice`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from environment import ROOT, source_date_epoch

DIST = ROOT / "dist"
_NAMED = 20


def main() -> int:
    """0 when both builds are the same, byte for byte; every file that differs is named."""
    first, second = built(), built()
    found = differences(first, second)
    for complaint in found[:_NAMED]:
        print(f"FAILED: {complaint}")
    print(f"{len(second)} files, links and folders built twice: {len(found)} differ")
    return 1 if found else 0


def built() -> dict[str, str]:
    """What one build from nothing makes."""
    shutil.rmtree(DIST, ignore_errors=True)
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {
            "PYINSTALLER_CONFIG_DIR": cache,
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": str(ROOT),
            "SOURCE_DATE_EPOCH": str(source_date_epoch()),
        }
        for script in ("build.py", "deliver.py"):
            command = [sys.executable, str(ROOT / "packaging" / script)]
            if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode != 0:
                sys.exit(f"{script} failed, so there is nothing to compare.")
    return described(DIST)


def described(folder: Path) -> dict[str, str]:
    """Everything below a folder by its place: what it is, what may be done with it, and what is in it."""
    return {path.relative_to(folder).as_posix(): _description(path) for path in sorted(folder.rglob("*"))}


def differences(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """Every place at which two builds differ, in words."""
    places = sorted(first.keys() | second.keys())
    return [_words(place, first, second) for place in places if first.get(place) != second.get(place)]


def _words(place: str, first: Mapping[str, str], second: Mapping[str, str]) -> str:
    if place in first and place in second:
        return f"{place}: {first[place]} and then {second[place]}"
    return f"{place}: only in the {'first' if place in first else 'second'} build"


def _description(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    mode = f"{path.stat().st_mode & 0o777:o}"
    if path.is_dir():
        return f"folder {mode}"
    with path.open("rb") as file:
        return f"file {mode} {hashlib.file_digest(file, 'sha256').hexdigest()}"


if __name__ == "__main__":
    sys.exit(main())
