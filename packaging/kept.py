"""What the mutation drill keeps in build/mutation/: every mutant of a module, and what became of each.

Both belong to one exact source of the module; once that changes, its mutants are made and tried anew. Answers are
written as they come, so that a drill which is ended loses nothing.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

KILLED, EQUAL, SURVIVED = "killed", "equal", "survived"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept about one module as its source is now."""

    mutants: Path
    answers: Path

    def all_mutants(self, make: Callable[[], str]) -> list[dict[str, object]]:
        """Every mutant of the module, as `mutants.py` wrote them; made where none are kept."""
        if not self.mutants.exists():
            self.mutants.parent.mkdir(parents=True, exist_ok=True)
            unfinished = self.mutants.with_suffix(".unfinished")
            unfinished.write_text(make(), encoding="utf-8")
            unfinished.replace(self.mutants)
        return [json.loads(line) for line in self.mutants.read_text(encoding="utf-8").splitlines()]

    def outcomes(self) -> dict[str, str]:
        """The last answer about each mutant that was tried, by its operator; half a line is none."""
        if not self.answers.exists():
            return {}
        whole = [
            line for line in self.answers.read_text(encoding="utf-8").splitlines(keepends=True) if line[-1] == "\n"
        ]
        return {operator: outcome for operator, outcome, *_ in map(json.loads, whole)}

    def killed_by(self, tests: str) -> set[str]:
        """The operators of the mutants of which it is known that tests of that hash kill them."""
        if not self.answers.exists():
            return set()
        lines = self.answers.read_text(encoding="utf-8").splitlines()
        return {json.loads(line)[0] for line in lines if line.endswith(f'"{KILLED}", "{tests}"]')}

    def forget(self) -> None:
        """Have every mutant tried again."""
        self.answers.unlink(missing_ok=True)


def kept(module: Path, folder: Path) -> Kept:
    """What a folder keeps about a module; the hash of its source is in the names of the files."""
    name = f"{module.stem}-{hashlib.sha256(module.read_bytes()).hexdigest()[:16]}"
    return Kept(folder / f"{name}.mutants", folder / f"{name}.answers")


def hash_of_tests(folder: Path) -> str:
    """What differs as soon as a file of tests changes, comes or goes."""
    told = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        told.update(str(path.relative_to(folder)).encode() + hashlib.sha256(path.read_bytes()).digest())
    return told.hexdigest()[:16]


def write_answer(answers: Path, operator: str, outcome: str, tests: str) -> None:
    """Add one answer to those that are kept, at once; `tests` is the hash of those that gave it."""
    with answers.open("a", encoding="utf-8") as out:
        out.write(json.dumps([operator, outcome, tests]) + "\n")
