"""Makes the standalone program in dist/wardlight; run it as `python3 packaging/dev.py build`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import ROOT, source_date_epoch
from icu_data import trim_icu
from licences import write_licences
from manifest import write_manifest
from support_code import unfold

BUILD = ROOT / "build"
DIST = ROOT / "dist"


def main() -> int:
    """0, once dist/wardlight is complete."""
    for folder in (BUILD, DIST):
        shutil.rmtree(folder, ignore_errors=True)
    unfold(BUILD / "shiboken")
    compile_methods(BUILD / "methods.bin")
    status = run_pyinstaller()
    if status == 0:
        trim_icu(DIST / "wardlight")
        write_licences(DIST / "wardlight")
        write_manifest(DIST / "wardlight")
        print(f"Built {DIST / 'wardlight'}")
    return status


def compile_methods(place: Path) -> None:
    """Nothing; the methods of all dataclasses lie compiled in the given file, the same in every build."""
    command = [sys.executable, str(ROOT / "packaging" / "methods.py"), str(place)]
    subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": "0"}, check=True)


def run_pyinstaller() -> int:
    """The status of PyInstaller, with a fixed hash seed and moment so that two builds agree."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(BUILD), str(ROOT / "packaging" / "wardlight.spec")]
    fixed = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(source_date_epoch())}
    return subprocess.run(command, cwd=ROOT, env=os.environ | fixed, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
