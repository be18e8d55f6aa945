"""Mutation drill: every small change of `desktop/domain/` that the tests do not notice, named.

Takes module names, such as `dosing renal`; without any, the whole domain. cosmic-ray makes the mutants, `drill.py`
tries them. Survivors that are no defect are listed in tests/surviving_mutants.toml, each with its reason; any other
survivor is a failure. No mutant is left out by chance: those that are not run are equal to the original by proof.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from environment import ROOT, make_venv, pip, python_of, ready_python

COSMIC_RAY = "cosmic-ray==8.7.0"
DOMAIN = ROOT / "desktop" / "domain"
JUSTIFIED = ROOT / "tests" / "surviving_mutants.toml"
# None and the members of an enumeration are the same by identity and by equality; that is the type's to hold, by mypy.
_SINGLE = re.compile(r"\s*(None|[A-Z][A-Za-z]*\.[A-Z][A-Z_]*)\b")
_SAME_BY_BOTH = re.compile(r"ReplaceComparisonOperator_(Is_Eq|IsNot_NotEq)/")


@dataclass(frozen=True)
class Mutant:
    """One changed place, with the line as it was and as it became; `same` when it cannot behave otherwise."""

    module: str
    operator: str
    row: int
    line: str
    changed: str
    source: str
    same: bool

    @property
    def place(self) -> str:
        """Where it is and what it does, for the eye."""
        return f"{self.module}.py:{self.row} {self.operator}: {self.line}  ->  {self.changed}"


def main(modules: list[str]) -> int:
    """0 when every mutant was killed or is justified."""
    names = modules or sorted(path.stem for path in DOMAIN.glob("*.py") if path.stem != "__init__")
    reasons = tomllib.loads(JUSTIFIED.read_text(encoding="utf-8"))["mutant"]
    with tempfile.TemporaryDirectory() as scratch:
        tool = Path(scratch) / "tool"
        make_venv(tool)
        subprocess.run([*pip(python_of(tool)), COSMIC_RAY], check=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            made = list(pool.map(lambda name: _mutants(python_of(tool), name), names))
        mutants = [mutant for of_module in made for mutant in of_module]
        outcomes = _outcomes(mutants, reasons, Path(scratch))
    return _report(mutants, outcomes, reasons)


def _mutants(python: Path, module: str) -> list[Mutant]:
    """Every mutant of one module."""
    command = [str(python), str(ROOT / "packaging" / "mutants.py"), str(DOMAIN / f"{module}.py")]
    written = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = (DOMAIN / f"{module}.py").read_text(encoding="utf-8").splitlines()
    return [_mutant(json.loads(line), lines) for line in written.splitlines()]


def _mutant(told: dict[str, object], lines: Sequence[str]) -> Mutant:
    row, end, operator, source = (
        int(str(told["row"])),
        int(str(told["end"])),
        str(told["operator"]),
        str(told["source"]),
    )
    line, after = lines[row - 1], source.splitlines()
    same = bool(_SAME_BY_BOTH.match(operator) and _SINGLE.match(line[end:]))
    changed = after[row - 1] if row <= len(after) else ""
    return Mutant(str(told["module"]), operator, row, line.strip(), changed.strip(), source, same)


def _outcomes(mutants: Sequence[Mutant], reasons: list[dict[str, str]], scratch: Path) -> list[str]:
    """What became of each mutant: `same`, `equal` in its instructions, `killed` or `survived`."""
    given, answers = scratch / "mutants", scratch / "answers"
    tried = [number for number, mutant in enumerate(mutants) if not mutant.same]
    with given.open("w", encoding="utf-8") as out:
        for number in tried:
            mutant = mutants[number]
            told = {"module": mutant.module, "source": mutant.source, "explained": _is_explained(mutant, reasons)}
            out.write(json.dumps(told) + "\n")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [str(ready_python()), str(ROOT / "packaging" / "drill.py"), str(given), str(answers), str(os.cpu_count())]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    outcomes = ["same"] * len(mutants)
    for at, outcome in map(json.loads, answers.read_text(encoding="utf-8").splitlines()):
        outcomes[tried[at]] = outcome
    return outcomes


def _report(mutants: Sequence[Mutant], outcomes: Sequence[str], reasons: list[dict[str, str]]) -> int:
    """Print survivors and figures; 1 where a survivor has no reason."""
    figures: Counter[tuple[str, str]] = Counter()
    for mutant, outcome in zip(mutants, outcomes, strict=True):
        fate = outcome
        if outcome == "survived":
            fate = "justified" if _is_explained(mutant, reasons) else "unexplained"
        if fate == "unexplained":
            print(f"survived: {mutant.place}")
        figures[mutant.module, fate] += 1
    fates = ("killed", "same", "equal", "justified", "unexplained")
    for module in dict.fromkeys(mutant.module for mutant in mutants):
        print(f"{module}: {', '.join(f'{figures[module, fate]} {fate}' for fate in fates if figures[module, fate])}")
    sums = {fate: sum(count for (_, its), count in figures.items() if its == fate) for fate in fates}
    proven = sums["same"] + sums["equal"]
    print(f"{len(mutants)} mutants: {sums['killed']} killed, {proven} equal to the original by proof,")
    print(f"{sums['justified']} justified survivors; {sums['unexplained']} survivors without a reason.")
    return 1 if sums["unexplained"] else 0


def _is_explained(mutant: Mutant, reasons: list[dict[str, str]]) -> bool:
    """Whether a reason is for this mutant: its module where one is named, its operator and its line must all match."""
    return any(
        entry.get("module", mutant.module) == mutant.module
        and re.search(entry["operator"], mutant.operator)
        and re.search(entry["line"], mutant.line)
        and entry["reason"]
        for entry in reasons
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
