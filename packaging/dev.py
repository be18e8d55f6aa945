"""Everything that a checkout needs, with Python alone: `python3 packaging/dev.py run`, and `test`."""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"Wardlight needs Python 3.11 or newer; this is Python {sys.version_info[0]}.{sys.version_info[1]}.")

import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from environment import LOCK, ROOT, make_venv, pip, python_of, ready_python
from system_libraries import (
    BARE_SYSTEM,
    BUILDING,
    DRAWING,
    HEARING,
    READING_PDF,
    SCREEN,
    VENV_MODULE,
    VIRTUAL_SCREEN,
    WATCHING,
    require,
)

USAGE = """\
python3 packaging/dev.py run [arguments]     set up, then start Wardlight
python3 packaging/dev.py test [arguments]    set up, then run the tests (arguments go to pytest)
python3 packaging/dev.py setup               set up only
python3 packaging/dev.py build               set up, then make the standalone program in dist/
python3 packaging/dev.py smoke [--strict]    start the standalone program in every way that it must stand
python3 packaging/dev.py deliver             make everything that people install out of dist/wardlight
python3 packaging/dev.py twice               build and deliver two times, and name every file that differs
python3 packaging/dev.py chroot              install that Debian package on a bare system, use it, take it off; root
python3 packaging/dev.py benchmark [part …]  measure start, search, pages, doses and growth; --large for all of it
python3 packaging/dev.py mutate [module …]   change the domain in small ways, and name what no test notices; hours
python3 packaging/dev.py drills [arguments]  every failure drill in full: kills, full disks, faults, spoilt content
python3 packaging/dev.py words               write the catalogue of the interface's words, and compile the languages
python3 packaging/dev.py oldest-qt [tests …] run the window's tests against the oldest Qt that is supported
python3 packaging/dev.py lock [--upgrade]    write packaging/requirements.lock from pyproject.toml"""

LOCK_HEADER = """\
# Written by: python3 packaging/dev.py lock
# Every package with its hashes, for every platform; dev.py installs exactly this.
"""


def main(arguments: list[str]) -> int:
    """The exit status of the command that was asked for."""
    if not arguments or arguments[0] not in commands():
        print(USAGE, file=sys.stderr)
        return 2
    try:
        return commands()[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        return 130


def commands() -> dict[str, Callable[[list[str]], int]]:
    """Everything that can be asked for, by its name."""
    everything = (
        run,
        test,
        setup,
        build,
        smoke,
        deliver,
        twice,
        chroot,
        benchmark,
        mutate,
        drills,
        words,
        oldest_qt,
        lock,
    )
    return {each.__name__.replace("_", "-"): each for each in everything}


def run(arguments: list[str]) -> int:
    """The status of the program; with no screen it prints text, and Qt's libraries are not asked for."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        require(VENV_MODULE + DRAWING + SCREEN)
    elif os.environ.get("QT_QPA_PLATFORM"):
        require(VENV_MODULE + DRAWING)
    # -P: a file called desktop.py where the reader happens to stand must not be taken for the program.
    return subprocess.run([ready_python(), "-P", "-m", "desktop", *arguments], check=False).returncode


def test(arguments: list[str]) -> int:
    """The status of pytest; acceptance tests open real windows, on a virtual screen."""
    require(VENV_MODULE + DRAWING + SCREEN + VIRTUAL_SCREEN + READING_PDF + HEARING)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    # A file at a time on every core: a file's tests share one window.
    together = [] if arguments else ["-n", str(os.cpu_count() or 1), "--dist", "loadfile"]
    command = [str(ready_python()), "-m", "pytest", *together, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def setup(_arguments: list[str]) -> int:
    """0, once everything that the gate needs is there, in one go."""
    require(VENV_MODULE + DRAWING + SCREEN + VIRTUAL_SCREEN + READING_PDF + HEARING + BUILDING + WATCHING)
    ready_python()
    return 0


def build(_arguments: list[str]) -> int:
    """The status of the build of the standalone program."""
    require(VENV_MODULE + DRAWING + SCREEN + BUILDING)
    return subprocess.run([ready_python(), ROOT / "packaging" / "build.py"], cwd=ROOT, check=False).returncode


def smoke(arguments: list[str]) -> int:
    """The status of the smoke test of the standalone program in dist/."""
    command = [str(ready_python()), str(ROOT / "packaging" / "smoke.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def deliver(_arguments: list[str]) -> int:
    """The status of the making of archives, packages, sums and the bill of materials."""
    return _packaging("deliver.py")


def twice(_arguments: list[str]) -> int:
    """The status of the comparison of two builds."""
    require(VENV_MODULE + DRAWING + SCREEN + BUILDING)
    return _packaging("twice.py")


def chroot(_arguments: list[str]) -> int:
    """The status of the drill of the Debian package on a bare system."""
    require(VIRTUAL_SCREEN + BARE_SYSTEM)
    return _packaging("chroot_drill.py")


def benchmark(arguments: list[str]) -> int:
    """The status of the benchmarks, on a virtual screen where there is none."""
    require(VENV_MODULE + DRAWING + SCREEN + VIRTUAL_SCREEN)
    command = [str(ready_python()), "-m", "tests.benchmarks", *arguments]
    if not os.environ.get("DISPLAY"):
        command = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24 -nolisten tcp", *command]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _packaging(script: str) -> int:
    command = [str(ready_python()), str(ROOT / "packaging" / script)]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False).returncode


def mutate(arguments: list[str]) -> int:
    """The status of the mutation drill."""
    require(VENV_MODULE + DRAWING + SCREEN)
    command = [str(ready_python()), str(ROOT / "packaging" / "mutate.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def drills(arguments: list[str]) -> int:
    """The status of the failure drills, of which the tests run only a sample."""
    require(VENV_MODULE + DRAWING + SCREEN + WATCHING)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "WARDLIGHT_DRILLS": "long"}
    command = [str(ready_python()), "-m", "pytest", "tests/drills", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def words(_arguments: list[str]) -> int:
    """The status of the catalogue of words, and of the languages beside it."""
    return _packaging("words.py")


def oldest_qt(arguments: list[str]) -> int:
    """The status of the tests against the oldest Qt."""
    require(VENV_MODULE + DRAWING + SCREEN + READING_PDF)
    command = [str(ready_python()), str(ROOT / "packaging" / "oldest_qt.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def lock(arguments: list[str]) -> int:
    """0, once the lock holds what pyproject.toml asks for; pins stay as they are unless `--upgrade` is given."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "venv"
        make_venv(place)
        subprocess.run([*pip(python_of(place)), "uv"], check=True)
        command = [str(python_of(place)), "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
        command += ["--no-header", "--no-annotate", "--extra", "dev", "--output-file", str(LOCK), *arguments]
        subprocess.run([*command, "pyproject.toml"], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    LOCK.write_text(LOCK_HEADER + LOCK.read_text(encoding="utf-8"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
