"""Makes the standalone program in dist/wardlight; run it as `python3 packaging/dev.py build`."""

import compileall
import importlib.util
import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

from environment import ROOT, source_date_epoch
from icu_data import trim_icu
from licences import write_licences
from manifest import write_manifest

BUILD = ROOT / "build"
DIST = ROOT / "dist"


def main() -> int:
    """0, once dist/wardlight is complete."""
    for folder in (BUILD, DIST):
        shutil.rmtree(folder, ignore_errors=True)
    unfold_shiboken_support(BUILD / "shiboken")
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


def unfold_shiboken_support(place: Path) -> None:
    """Nothing; Qt's support code lies compiled in the given folder, below files.dir.

    Otherwise PySide6 compiles that code from source at every start, which costs
    about a seventh of the time to the first painted page.
    """
    subprocess.run([sys.executable, "-c", "import PySide6.QtCore"], env=os.environ | {"SBK_EMBED": "0"}, check=True)
    spec = importlib.util.find_spec("shiboken6")
    if spec is None or spec.origin is None:
        sys.exit("shiboken6 is not installed: run `python3 packaging/dev.py build`.")
    written = Path(spec.origin).parent / "files.dir"
    shutil.copytree(written, place / "files.dir", ignore=shutil.ignore_patterns("__pycache__"))
    # Left there, it would change how long every program takes to start here, the benchmark's yardstick too.
    shutil.rmtree(written)
    # Unchecked: the times of files change when a bundle is copied, and a read-only one could not be compiled again.
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(place, quiet=1, invalidation_mode=mode, stripdir=str(place)):
        sys.exit("Qt's support code did not compile.")


if __name__ == "__main__":
    sys.exit(main())
