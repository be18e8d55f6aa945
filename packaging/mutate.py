"""Mutation drill: every small change of `desktop/domain/` that the tests do not notice, named.

Takes module names, such as `dosing renal`; without any, the whole domain. cosmic-ray makes the mutants, `drill.py`
tries them, `kept.py` keeps the answers: an ended drill is continued, and what was killed stays so while its module does
not change. That holds as long as tests are only added; `--anew` tries everything again. `--report` only tells what is
known. Survivors that are no defect are listed in tests/surviving_mutants.toml, each with its reason; any other is a
failure. No mutant is left out by chance: those that are not run are equal to the original by proof.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path

from environment import ROOT, make_venv, pip, python_of, ready_python
from kept import SURVIVED, Kept, hash_of_tests, kept

COSMIC_RAY = "cosmic-ray==8.7.0"
DOMAIN = ROOT / "desktop" / "domain"
KEPT = ROOT / "build" / "mutation"
TESTS = ROOT / "tests" / "domain"
JUSTIFIED = ROOT / "tests" / "surviving_mutants.toml"
# None and the members of an enumeration are the same by identity and by equality; that is the type's to hold, by mypy.
_SINGLE = re.compile(r"\s*(None|[A-Z][A-Za-z]*\.[A-Z][A-Z_]*)\b")
_SAME_BY_BOTH = re.compile(r"ReplaceComparisonOperator_(Is_Eq|IsNot_NotEq)/")
# That a mutant survives the slow tests too is what its reason says.
_SLOWEST_FOR_EXPLAINED_S, _QUICK_S = 0.3, 0.05
_FATES = ("killed", "same", "equal", "justified", "unexplained", "untried")


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


def main(arguments: list[str]) -> int:
    """0 when every mutant was killed or is justified."""
    asked = _asked(arguments)
    names = asked.modules or sorted(path.stem for path in DOMAIN.glob("*.py") if path.stem != "__init__")
    reasons = tomllib.loads(JUSTIFIED.read_text(encoding="utf-8"))["mutant"]
    places = [kept(DOMAIN / f"{name}.py", KEPT) for name in names]
    if asked.anew and not asked.report:
        for place in places:
            place.forget()
    mutants = [_mutants(name, place) for name, place in zip(names, places, strict=True)]
    if not asked.report:
        _try(mutants, places, reasons, asked)
    outcomes = [place.outcomes() for place in places]
    status = report(names, mutants, outcomes, reasons)
    tests = hash_of_tests(TESTS)
    print(f"{sum(len(place.killed_by(tests)) for place in places)} were killed by the tests as they are now.")
    return status


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py mutate", description="Look for gaps in the tests of the domain.")
    parser.add_argument("modules", nargs="*", help="such as dosing renal; without any, the whole domain")
    parser.add_argument("--report", action="store_true", help="try nothing: tell what is known")
    parser.add_argument("--anew", action="store_true", help="try again what was killed, too")
    parser.add_argument("--quick", action="store_true", help="without the slow tests: a survivor may be none")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="how many mutants at a time")
    asked = parser.parse_args(arguments)
    if asked.workers < 1:
        parser.error("at least one mutant is tried at a time: --workers 1")
    return asked


def _mutants(module: str, place: Kept) -> list[Mutant]:
    """Every mutant of one module."""
    path = DOMAIN / f"{module}.py"
    command = [str(ROOT / "packaging" / "mutants.py"), str(path)]

    def make() -> str:
        return subprocess.run([_tool(), *command], check=True, capture_output=True, text=True).stdout

    lines = path.read_text(encoding="utf-8").splitlines()
    return [_mutant(told, lines) for told in place.all_mutants(make)]


def _tool() -> Path:
    """The Python of an environment that has cosmic-ray."""
    place = KEPT / COSMIC_RAY
    if not any(place.glob("*/cosmic-ray*")):
        make_venv(place)
        subprocess.run([*pip(python_of(place)), COSMIC_RAY], check=True)
    return python_of(place)


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


def _try(
    mutants: Sequence[Sequence[Mutant]],
    places: Sequence[Kept],
    reasons: list[dict[str, str]],
    asked: argparse.Namespace,
) -> None:
    """Have every mutant tried of which it is not known that it is killed, equal or justified."""
    tests = hash_of_tests(TESTS)
    told = [
        _told(mutant, place, reasons, _QUICK_S if asked.quick else inf) | {"tests": tests}
        for of_module, place in zip(mutants, places, strict=True)
        for mutant in left_to_try(of_module, place.outcomes(), reasons)
    ]
    if not told:
        return
    with tempfile.TemporaryDirectory() as scratch:
        given = Path(scratch) / "mutants"
        given.write_text("".join(json.dumps(each) + "\n" for each in told), encoding="utf-8")
        command = [str(ready_python()), str(ROOT / "packaging" / "drill.py"), str(given), str(asked.workers)]
        subprocess.run(command, env=_environment(scratch), check=True, stdout=subprocess.DEVNULL)


def _environment(scratch: str) -> dict[str, str]:
    """The drill's: what is imported thousands of times is compiled once, whatever this machine is used to."""
    told = {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": scratch}
    return os.environ | told | {"PYTHONPYCACHEPREFIX": str(KEPT / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}


def left_to_try(mutants: Sequence[Mutant], outcomes: dict[str, str], reasons: list[dict[str, str]]) -> list[Mutant]:
    """The mutants that were never tried, and behind them the survivors without a reason."""
    fates = [(mutant, fate_of(mutant, outcomes.get(mutant.operator), reasons)) for mutant in mutants]
    return [mutant for wanted in ("untried", "unexplained") for mutant, fate in fates if fate == wanted]


def _told(mutant: Mutant, place: Kept, reasons: list[dict[str, str]], slowest: float) -> dict[str, object]:
    """What `drill.py` is told about a mutant."""
    return {
        "module": mutant.module,
        "operator": mutant.operator,
        "source": mutant.source,
        "answers": str(place.answers),
        "slowest": min(slowest, _SLOWEST_FOR_EXPLAINED_S) if _is_explained(mutant, reasons) else slowest,
    }


def report(
    names: Sequence[str],
    mutants: Sequence[Sequence[Mutant]],
    outcomes: Sequence[dict[str, str]],
    reasons: list[dict[str, str]],
) -> int:
    """Print survivors and figures; 1 where a survivor has no reason, or a mutant was not tried."""
    sums: Counter[str] = Counter()
    for name, of_module, known in zip(names, mutants, outcomes, strict=True):
        fates = [fate_of(mutant, known.get(mutant.operator), reasons) for mutant in of_module]
        for mutant, fate in zip(of_module, fates, strict=True):
            if fate == "unexplained":
                print(f"survived: {mutant.place}")
        figures = Counter(fates)
        sums += figures
        print(f"{name}: {', '.join(f'{figures[fate]} {fate}' for fate in _FATES if figures[fate]) or 'no mutants'}")
    proven = sums["same"] + sums["equal"]
    print(f"{sums.total()} mutants: {sums['killed']} killed, {proven} equal to the original by proof,")
    print(f"{sums['justified']} justified survivors; {sums['unexplained']} survivors without a reason;")
    print(f"{sums['untried']} not tried on the module as it is now.")
    return 1 if sums["unexplained"] or sums["untried"] else 0


def fate_of(mutant: Mutant, outcome: str | None, reasons: list[dict[str, str]]) -> str:
    """What became of a mutant: one of the words of the report."""
    if mutant.same:
        return "same"
    if outcome == SURVIVED:
        return "justified" if _is_explained(mutant, reasons) else "unexplained"
    return outcome or "untried"


def _is_explained(mutant: Mutant, reasons: list[dict[str, str]]) -> bool:
    """Whether a reason is for this mutant: its module, operator and line, and the changed line where named."""
    return any(
        re.fullmatch(entry["module"], mutant.module)
        and re.search(entry["operator"], mutant.operator)
        and re.search(entry["line"], mutant.line)
        and re.search(entry.get("changed", ""), mutant.changed)
        and entry["reason"]
        for entry in reasons
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
