"""Plug-ins for the drill's children: reports without stories, and the quickest tests first."""

from dataclasses import dataclass
from typing import Literal

import pytest


class Terse:
    """The plug-in that tells only whether a test passed: the story of a failure takes longer than most tests."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Report the outcome without its traceback."""
        fault = call.excinfo and call.excinfo.value
        outcome: Literal["passed", "failed", "skipped"] = "passed" if fault is None else "failed"
        if isinstance(fault, pytest.skip.Exception):
            outcome = "skipped"
        assert call.when != "collect"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when)


@dataclass(frozen=True, slots=True)
class Order(Terse):
    """The plug-in that runs the quickest tests first, and only those below a limit."""

    seconds: dict[str, float]
    limit: float

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Sort what was collected."""
        items[:] = sorted(
            (item for item in items if self.seconds.get(item.nodeid, 0) < self.limit),
            key=lambda item: self.seconds.get(item.nodeid, 0),
        )
