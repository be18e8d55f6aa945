"""What of the domain runs before any test does, while the program and the tests are imported and collected."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import pytest

from environment import ROOT

_FOLDER = str(ROOT / "desktop" / "domain") + os.sep


@dataclass(slots=True)
class Early:
    """What is called before any test runs: `calls` by the test file that did it, or by "" for whatever else.

    A test is no proof about a function that its own file called while it was imported: the values made then are the
    untouched function's, and beside them a mutant could fail, or pass, where it would not when all is imported anew.
    """

    calls: dict[str, set[str]] = field(default_factory=dict)

    def note(self, frame: FrameType, _event: str, _argument: object) -> None:
        """Told of every call by Python."""
        path = frame.f_code.co_filename
        if path.startswith(_FOLDER):
            name = f"{Path(path).stem}:{frame.f_code.co_qualname.partition('.<locals>')[0]}"
            self.calls.setdefault(_importing(frame), set()).add(name)

    def everywhere(self) -> set[str]:
        """What is called by no test file in particular."""
        return self.calls.get("", set())

    def taints(self, item: pytest.Item, names: set[str]) -> bool:
        """Whether the file of a test called one of the functions."""
        return bool(names & self.calls.get(str(item.path), set()))


def _importing(frame: FrameType | None) -> str:
    """The test file that is being imported, when it is what calls; "" for anything else."""
    while frame is not None and frame.f_code.co_name != "<module>":
        frame = frame.f_back
    path = "" if frame is None else frame.f_code.co_filename
    return path if Path(path).name.startswith("test_") else ""
