"""One mutant, and its trial by tests that import everything anew."""

import importlib
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from children import MACHINE_FAILED
from environment import ROOT
from kept import KILLED, SURVIVED, write_answer
from terse import Order

DOMAIN = ROOT / "desktop" / "domain"
QUIET = ["-x", "-q", "-s", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--hypothesis-profile=drill"]
QUIET += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # hypothesis is imported before pytest looks for it
# A mutant that keeps tests from being collected is noticed; pytest's own faults and its dislikes are not the mutant's.
_PYTEST: dict[int, int] = {
    pytest.ExitCode.OK: 0,
    pytest.ExitCode.NO_TESTS_COLLECTED: 0,
    pytest.ExitCode.TESTS_FAILED: 1,
    pytest.ExitCode.INTERRUPTED: 1,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change of one module: its whole source, the operator that made it, and the file for its answer.

    Tests that take longer than `slowest` seconds are not run against it; `tests` is the hash of all there are.
    """

    module: str
    operator: str
    source: str
    slowest: float
    answers: str
    tests: str

    def write(self, outcome: str) -> None:
        """Keep what became of it."""
        write_answer(Path(self.answers), self.operator, outcome, self.tests)

    def keep(self, killed: bool | None) -> None:
        """Keep what became of it, where that is known."""
        if killed is not None:
            self.write(KILLED if killed else SURVIVED)


def trial_of(mutant: Mutant, tests: list[str], seconds: dict[str, float]) -> Callable[[], int]:
    """The child's work for a mutant that must be imported: it stands in for its module before anything else asks."""

    def run() -> int:
        name = f"desktop.domain.{mutant.module}"
        package, module = importlib.import_module("desktop.domain"), ModuleType(name)
        module.__file__, module.__package__ = str(DOMAIN / f"{mutant.module}.py"), "desktop.domain"
        sys.modules[name] = module
        setattr(package, mutant.module, module)
        exec(compiled(mutant.module, mutant.source), module.__dict__)  # noqa: S102 (a mutant of our own code)
        order = Order(seconds, mutant.slowest)
        # Of its own, as pytest would look through the folders of thousands of children for those to take away.
        folder = f"--basetemp={Path(tempfile.gettempdir()) / str(os.getpid())}"
        status = pytest.main([*QUIET, folder, *tests], plugins=[order])
        # Where no test is quick enough, none failed.
        return _PYTEST.get(status, MACHINE_FAILED)

    return run


def source_of(module: str) -> str:
    """The source of a module of the domain, as it is."""
    return (DOMAIN / f"{module}.py").read_text(encoding="utf-8")


def compiled(module: str, source: str) -> CodeType:
    """The code of a module, as if it lay where the module lies."""
    return compile(source, str(DOMAIN / f"{module}.py"), "exec")
