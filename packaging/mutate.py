"""Mutation drill: every small change of `desktop/domain/` that the tests do not notice, named.

Takes module names, such as `dosing renal`; without any, the whole domain. Works on copies, one for each core. Survivors
that are no defect are listed in tests/surviving_mutants.toml, each with its reason; any other survivor is a failure.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from environment import ROOT, make_venv, pip, python_of, ready_python

COSMIC_RAY = "cosmic-ray==8.7.0"
DOMAIN = ROOT / "desktop" / "domain"
JUSTIFIED = ROOT / "tests" / "surviving_mutants.toml"
COPIED = ("desktop", "tests", "resources", "packaging", "pyproject.toml", "content.db", "README.md")
# A module's own tests first: they notice most of its changes, and the rest need not run then.
TESTS = """\
set -e
own=tests/domain/test_{module}.py
[ ! -f "$own" ] || {python} -m pytest -x -q -p no:cacheprovider "$own"
{python} -m pytest -x -q -p no:cacheprovider tests/domain
"""
CONFIG = """\
[cosmic-ray]
module-path = "desktop/domain/{module}.py"
timeout = 120.0
excluded-modules = []
test-command = "sh drill.sh"

[cosmic-ray.distributor]
name = "local"
"""


@dataclass(frozen=True)
class Mutant:
    """One changed line, and whether a test failed over it."""

    module: str
    place: str
    killed: bool


def main(modules: list[str]) -> int:
    """0 when every mutant was killed or is justified."""
    names = modules or sorted(path.stem for path in DOMAIN.glob("*.py") if path.stem != "__init__")
    with tempfile.TemporaryDirectory() as scratch:
        tool = Path(scratch) / "tool"
        make_venv(tool)
        subprocess.run([*pip(python_of(tool)), COSMIC_RAY], check=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            tried = list(pool.map(lambda name: _mutants(name, Path(scratch), tool), names))
    return _report([mutant for mutants in tried for mutant in mutants])


def _mutants(module: str, scratch: Path, tool: Path) -> list[Mutant]:
    """Every mutant of one module, tried in a copy of its own."""
    copy = scratch / module
    copy.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    (copy / "drill.toml").write_text(CONFIG.format(module=module), encoding="utf-8")
    (copy / "drill.sh").write_text(TESTS.format(module=module, python=ready_python()), encoding="utf-8")
    cosmic_ray = [str(tool / "bin" / "cosmic-ray")]
    for step in (["init", "drill.toml", "drill.sqlite"], ["exec", "drill.toml", "drill.sqlite"]):
        subprocess.run([*cosmic_ray, *step], cwd=copy, check=True, capture_output=True)
    dumped = subprocess.run([*cosmic_ray, "dump", "drill.sqlite"], cwd=copy, check=True, capture_output=True, text=True)
    return list(_read(module, dumped.stdout))


def _read(module: str, dumped: str) -> Iterator[Mutant]:
    for line in dumped.splitlines():
        work, result = json.loads(line)
        change = work["mutations"][0]
        row = change["start_pos"][0]
        text = (DOMAIN / f"{module}.py").read_text(encoding="utf-8").splitlines()[row - 1].strip()
        operator = change["operator_name"].removeprefix("core/")
        place = f"{operator}/{change['occurrence']}: {text}"
        yield Mutant(module, place, killed=result["test_outcome"] != "survived")


def _report(found: list[Mutant]) -> int:
    """Print survivors and figures; 1 where a survivor has no reason."""
    reasons = tomllib.loads(JUSTIFIED.read_text(encoding="utf-8"))["mutant"]
    survivors = [mutant for mutant in found if not mutant.killed]
    unexplained = [mutant for mutant in survivors if not any(_is_explained(mutant, entry) for entry in reasons)]
    for mutant in unexplained:
        print(f"survived: {mutant.module}: {mutant.place}")
    killed = len(found) - len(survivors)
    print(f"{killed} of {len(found)} mutants killed, {len(survivors) - len(unexplained)} justified survivors,")
    print(f"{len(unexplained)} survivors without a reason.")
    return 1 if unexplained else 0


def _is_explained(mutant: Mutant, entry: dict[str, str]) -> bool:
    """Whether a reason is for this survivor: its operator and its line must both match."""
    operator, _, line = mutant.place.partition(": ")
    return bool(re.search(entry["operator"], operator) and re.search(entry["line"], line) and entry["reason"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
