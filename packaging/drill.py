"""Runs the tests of the domain against mutants; `mutate.py` starts it in the environment of the tests.

Starting Python, importing Qt and collecting 2,000 tests takes seconds; most mutants need one test of a millisecond. So
everything is imported and collected once, and each mutant is tried in a forked child, in which the code of the changed
function is exchanged. A mutant outside of functions is tried in a child that has imported nothing of the program yet.
Of the tests those are run that call the changed function, because no other can notice; the quickest first.
"""

import gc
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from pathlib import Path
from types import CodeType

import hypothesis
import pytest
from PySide6 import QtCore

from children import at_most, in_children
from early import Early
from environment import ROOT
from kept import EQUAL, KILLED, SURVIVED
from reach import Alarms, Reach, Watch, watched
from swapping import changed_functions, function_of
from terse import Terse
from trial import DOMAIN, QUIET, Mutant, compiled, source_of, trial_of

TESTS = "tests/domain"
MODULES = sorted(path.stem for path in DOMAIN.glob("*.py") if path.stem != "__init__")
LOADED_ONCE = (hypothesis, QtCore)
# A mutant that needs so many times as long as the tests did, and this much beside, hangs.
_SLOWER, _SLOWEST_S = 3, 10
_AT_A_TIME = 50
LATER = "later"


def main(mutants_file: str, workers: str) -> int:
    """0, once the answer about every mutant was written where it belongs."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    told = map(json.loads, Path(mutants_file).read_text(encoding="utf-8").splitlines())
    mutants = [Mutant(**each) for each in told]
    left = Path(f"{mutants_file}.left")
    pid = os.fork()
    if pid == 0:
        drill = Drill(mutants, left, int(workers))
        os._exit(int(pytest.main([*QUIET, TESTS], plugins=[drill])) or drill.fault)
    if os.waitpid(pid, 0)[1] != 0:
        return 1
    numbers, seconds, nearest = json.loads(left.read_text(encoding="utf-8"))
    return _import_anew([mutants[number] for number in numbers], seconds, nearest, int(workers))


def _import_anew(mutants: Sequence[Mutant], seconds: dict[str, float], nearest: dict[str, str], workers: int) -> int:
    """0, once every mutant that must be imported was tried: first with its own tests, then with all."""

    def with_own(mutant: Mutant) -> tuple[Mutant, Callable[[], int]]:
        return mutant, trial_of(mutant, _own_tests(mutant, nearest), seconds)

    def with_all(mutant: Mutant) -> tuple[Mutant, Callable[[], int]]:
        return mutant, trial_of(mutant, [TESTS], seconds)

    def pass_untouched(modules: set[str]) -> bool:
        originals = [Mutant(module, "", source_of(module), slowest=inf, answers="", tests="") for module in modules]
        return all(failed is False for _, failed in in_children(map(with_own, originals), workers))

    for at in range(0, len(mutants), _AT_A_TIME):
        some = mutants[at : at + _AT_A_TIME]
        modules = {mutant.module for mutant in some}
        first = list(in_children(map(with_own, some), workers)) if pass_untouched(modules) else []
        second = list(in_children(map(with_all, (m for m, killed in first if killed is False)), workers))
        # Asked again: a test or a module that somebody saved meanwhile would have killed them all.
        if not first or not pass_untouched(modules):
            print("the tests fail when a module is imported anew, without any mutant", file=sys.stderr)
            return 1
        for mutant, killed in (*((m, killed) for m, killed in first if killed is not False), *second):
            mutant.keep(killed)
    return 0


def _own_tests(mutant: Mutant, nearest: dict[str, str]) -> list[str]:
    """The tests that notice most changes of a module: of the shape of every value, its own, and those nearest to it."""
    own = sorted((ROOT / TESTS).glob(f"test_{mutant.module}*.py"))
    named = [str(path.relative_to(ROOT)) for path in (ROOT / TESTS / "test_values.py", *own)]
    return list(dict.fromkeys((*named, nearest.get(mutant.module, named[0]))))


class Drill(Terse):
    """The plug-in that tries mutants in place of running the collected tests."""

    def __init__(self, mutants: Sequence[Mutant], left: Path, workers: int) -> None:
        self._mutants, self._left, self._workers = mutants, left, workers
        self._early = Early()
        self._watched: set[str] = set()
        self._doubtful: set[Mutant] = set()
        self.fault = 0
        sys.settrace(self._early.note)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Find what the tests reach, then try every mutant; nothing is left for pytest to run."""
        sys.settrace(None)
        self._watched = watched(MODULES)
        reach = _reach(session)
        if reach is None:
            print("the tests fail without any mutant: mend them first", file=sys.stderr)
            self.fault = 1
            return True
        gc.freeze()
        originals = {module: compiled(module, source_of(module)) for module in {m.module for m in self._mutants}}
        jobs = ((m, self._trial(session, m, originals[m.module], reach)) for m in self._mutants)
        later = set()
        for mutant, outcome in _answers(jobs, self._workers):
            if outcome == LATER or (outcome == SURVIVED and mutant in self._doubtful):
                later.add(mutant)
            else:
                mutant.write(outcome)
        numbers = [number for number, mutant in enumerate(self._mutants) if mutant in later]
        self._left.write_text(json.dumps([numbers, reach.seconds, reach.nearest()]), encoding="utf-8")
        return True

    def _trial(
        self, session: pytest.Session, mutant: Mutant, original: CodeType, reach: Reach
    ) -> Callable[[], int] | str:
        """The child's work for one mutant, or its outcome where none is needed."""
        try:
            changed_code = compiled(mutant.module, mutant.source)
        except SyntaxError:
            return KILLED
        changed = changed_functions(original, changed_code)
        if changed is None:
            return LATER
        if not changed:
            return EQUAL
        module = importlib.import_module(f"desktop.domain.{mutant.module}")
        functions = {name: function_of(module, name, old) for name, (old, _) in changed.items()}
        names = {f"{mutant.module}:{name}" for name in changed}
        if None in functions.values() or names & self._early.everywhere() or not names <= self._watched:
            return LATER
        own = f"{TESTS}/test_{mutant.module}"
        calling = [item for item in session.items if names & reach.calls[item.nodeid]]
        items = [i for i in calling if reach.seconds[i.nodeid] < mutant.slowest and not self._early.taints(i, names)]
        if any(self._early.taints(item, names) for item in calling):
            self._doubtful.add(mutant)
        items.sort(key=lambda item: (not item.nodeid.startswith(own), reach.seconds[item.nodeid]))

        def swapped() -> int:
            at_most(_SLOWEST_S + _SLOWER * sum(reach.seconds[item.nodeid] for item in items))
            for name, function in functions.items():
                assert function is not None
                function.__code__ = changed[name][1]
            return _run(session, items)

        return swapped if items else SURVIVED


def _reach(session: pytest.Session) -> Reach | None:
    """What each test calls, found in a child; None when a test fails although nothing was changed."""
    written, target = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(written)
        watch = Watch(Alarms(MODULES))
        session.config.pluginmanager.register(watch)
        status = _run(session, session.items)
        with os.fdopen(target, "w", encoding="utf-8") as out:
            json.dump([{name: sorted(calls) for name, calls in watch.reach.calls.items()}, watch.reach.seconds], out)
        os._exit(status)
    os.close(target)
    with os.fdopen(written, encoding="utf-8") as told:
        text = told.read()
    if os.waitpid(pid, 0)[1] != 0:
        return None
    calls, seconds = json.loads(text)
    return Reach({name: set(each) for name, each in calls.items()}, seconds)


def _run(session: pytest.Session, items: Sequence[pytest.Item]) -> int:
    """0 when all tests passed, 1 at the first that did not."""
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def _answers(jobs: Iterable[tuple[Mutant, Callable[[], int] | str]], workers: int) -> Iterator[tuple[Mutant, str]]:
    """The outcome of every mutant, as soon as it is known."""
    waiting = []
    for mutant, work in jobs:
        if isinstance(work, str):
            yield mutant, work
        else:
            waiting.append((mutant, work))
    for mutant, killed in in_children(waiting, workers):
        if killed is not None:
            yield mutant, KILLED if killed else SURVIVED


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
