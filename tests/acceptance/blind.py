"""The way from a test to the blind reader in its own process."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from desktop.paths import ROOT
from system_libraries import SYSTEM_PYTHON

_DRIVER = Path(__file__).with_name("blind_driver.py")
# Far more than the controls and the links of the longest topic.
_MOST_TABS = 200


@dataclass(frozen=True)
class Control:
    """A control as a screen reader tells of it."""

    name: str
    role: str
    value: str
    width: int
    height: int


class Blind:
    """Asks the blind reader for one thing after the other; whatever never comes fails the test and says what was."""

    def __init__(self, asked: IO[str], answered: IO[str], said: Path) -> None:
        self._asked, self._answered, self._said = asked, answered, said

    def _ask(self, do: str, **rest: object) -> object:
        self._asked.write(json.dumps({"do": do, **rest}) + "\n")
        self._asked.flush()
        # The buses talk on the same line.
        line = next((line for line in self._answered if line.startswith("{")), None)
        assert line is not None, f"the blind reader is gone: {self._said.read_text(encoding='utf-8')[-2000:]}"
        answer = json.loads(line)
        assert "fault" not in answer, answer["fault"]
        return answer["answer"]

    def press(self, *keys: str, times: int = 1) -> None:
        """Press keys one after the other."""
        self._ask("press", keys=keys, times=times)

    def type(self, words: str) -> None:
        """Type words."""
        self._ask("type", words=words)

    def find(self, name: str, role: str | None = None) -> Control:
        """A control, as soon as it is on the screen."""
        return _control(self._ask("find", name=name, role=role))

    def wait_at(self, name: str) -> None:
        """Go on once the focus is there."""
        self._ask("at", name=name)

    def wait_checked(self, name: str) -> None:
        """Go on once a box is ticked."""
        self._ask("checked", name=name)

    def words(self, name: str, part: str) -> str:
        """What a text says, once it says that part."""
        return str(self._ask("words", name=name, part=part))

    def announced(self, part: str) -> str:
        """What was announced, once that part was."""
        return str(self._ask("announced", part=part))

    def where(self) -> Control:
        """The control with the focus."""
        return _control(self._ask("where"))

    def controls(self) -> list[Control]:
        """Everything on the screen that takes the focus."""
        return [_control(one) for one in cast(list[object], self._ask("controls"))]

    def step(self, keys: str = "Tab") -> Control:
        """Where the focus is after keys that move it to another control, or to another link of the same text."""
        return _control(self._ask("step", keys=keys))

    def tab_to(self, name: str) -> None:
        """Go to a control by the Tab key alone."""
        for _ in range(_MOST_TABS):
            if self.step().name == name:
                return
        raise AssertionError(f"the Tab key does not reach {name!r}")


def _control(answer: object) -> Control:
    return Control(**cast(dict[str, str | int], answer))  # type: ignore[arg-type]  # as the driver wrote it


@contextmanager
def blind_reader(screen: str, folder: Path) -> Iterator[Blind]:
    """A blind reader on a session bus of its own, at a program whose data lies in that folder."""
    with tempfile.TemporaryDirectory(prefix="wl") as run:
        # The sockets of the bus: their names may not be long.
        environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"} | {
            "DISPLAY": screen,
            "XDG_RUNTIME_DIR": run,
            "XDG_CONFIG_HOME": run,
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }
        program = [sys.executable, "-m", "desktop", "--data", str(folder / "data")]
        command = ["dbus-run-session", "--", SYSTEM_PYTHON, str(_DRIVER), *program]
        said = folder / "said.txt"
        with (
            said.open("w", encoding="utf-8") as errors,
            subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            ) as driver,
        ):
            assert driver.stdin is not None
            assert driver.stdout is not None
            yield Blind(driver.stdin, driver.stdout, said)
            driver.stdin.close()
