"""Which functions of the domain each test calls, noted at hardly any cost: a function tells of its first call only."""

import builtins
import importlib
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from types import CodeType, FunctionType, ModuleType

import pytest


@dataclass(slots=True)
class Reach:
    """For each test what it calls, as `module:function`, and how long it takes."""

    calls: dict[str, set[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def nearest(self) -> dict[str, str]:
        """For each module the file of which most tests call it."""
        files: dict[str, Counter[str]] = {}
        for test, calls in self.calls.items():
            for module in {name.partition(":")[0] for name in calls}:
                files.setdefault(module, Counter())[test.partition("::")[0]] += 1
        return {module: counted.most_common(1)[0][0] for module, counted in files.items()}


def watched(modules: Sequence[str]) -> set[str]:
    """The functions whose calls are noted, as `module:function`."""
    return {f"{module}:{name}" for module, name, _ in _functions(modules)}


class Alarms:
    """Stands in for the code of every function until its first call, which it notes; then the function is itself."""

    def __init__(self, modules: Sequence[str]) -> None:
        self._functions = [
            (f"{module}:{name}", function, function.__code__, _stand_in(number))
            for number, (module, name, function) in enumerate(_functions(modules))
        ]
        self.noted: set[str] = set()
        setattr(builtins, _HOOK, self._rung)

    def set_all(self, noted: set[str]) -> None:
        """From now on note first calls there."""
        self.noted = noted
        for _, function, _, stand_in in self._functions:
            function.__code__ = stand_in

    def _rung(self, number: int) -> FunctionType:
        name, function, code, _ = self._functions[number]
        function.__code__ = code
        self.noted.add(name)
        return function


class Watch:
    """The plug-in that notes what a test calls; what a shared fixture calls counts for every test that uses it."""

    def __init__(self, alarms: Alarms) -> None:
        self.reach = Reach()
        self._alarms = alarms
        self._shared: dict[str, set[str]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Time the test, and note its calls."""
        calls = self.reach.calls.setdefault(item.nodeid, set())
        self._alarms.set_all(calls)
        start = time.process_time()
        result = yield
        self.reach.seconds[item.nodeid] = time.process_time() - start
        for name in getattr(item, "fixturenames", ()):
            calls |= self._shared.get(name, set())
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
        """Note the calls of a fixture that is made once for many tests."""
        if fixturedef.scope == "function":
            return (yield)
        before = self._alarms.noted
        self._alarms.set_all(self._shared.setdefault(fixturedef.argname, set()))
        result = yield
        self._alarms.set_all(before)
        return result


_HOOK = "__wardlight_first_call__"


def _stand_in(number: int) -> CodeType:
    made: Callable[..., object] = eval(f"lambda *a, **k: {_HOOK}({number})(*a, **k)")  # noqa: S307 (our own words and a number)
    assert isinstance(made, FunctionType)
    return made.__code__


def _functions(modules: Sequence[str]) -> Iterator[tuple[str, str, FunctionType]]:
    """Every function and method that is written in the modules, with its module and qualified name.

    One that closes over variables cannot be stood in for, and is left out: the drill then imports its module anew.
    """
    for name in modules:
        module = importlib.import_module(f"desktop.domain.{name}")
        for function in _inside(module, module.__name__):
            if function.__code__.co_filename == module.__file__ and not function.__code__.co_freevars:
                yield name, function.__code__.co_qualname, function


def _inside(holder: ModuleType | type, module: str) -> Iterator[FunctionType]:
    for value in vars(holder).values():
        found = plain_function(value)
        if found is not None and found.__module__ == module:
            yield found
        elif isinstance(value, type) and value.__module__ == module:
            yield from _inside(value, module)


def plain_function(value: object) -> FunctionType | None:
    """The function behind a property or a class method; None for anything else."""
    if isinstance(value, property):
        value = value.fget
    elif isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return value if isinstance(value, FunctionType) else None
