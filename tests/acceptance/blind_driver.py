"""A reader who sees nothing and has no mouse, over AT-SPI: run by the system's own Python, which has its bindings.

Starts the program that its arguments name. Takes one JSON object a line, such as `{"do": "press", "keys": ["Tab"]}`,
and answers each with one: `{"answer": …}`, or `{"fault": "…"}` where what was waited for never came.
"""

import importlib
import itertools
import json
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

gi = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")
GLib = importlib.import_module("gi.repository.GLib")

PATIENCE_S = 60
PAUSE_S = 0.02
# In an application of Qt these are only where other things stand; a list in a closed combo box is not on the screen.
_NOT_DESCENDED = frozenset({"menu bar", "combo box"})


Found = TypeVar("Found")
Told = dict[str, str | int]


class StateSet(Protocol):
    """The states of a control."""

    def contains(self, state: object) -> bool: ...


class Accessible(Protocol):
    """A control, as much of it as is asked for here."""

    def get_name(self) -> str: ...
    def get_description(self) -> str: ...
    def get_role_name(self) -> str: ...
    def get_child_count(self) -> int: ...
    def get_child_at_index(self, at: int) -> "Accessible | None": ...
    def get_state_set(self) -> StateSet: ...
    def get_relation_set(self) -> "list[Relation]": ...
    def get_text_iface(self) -> object | None: ...


class Relation(Protocol):
    """What a control has to do with another, such as the label that names it."""

    def get_relation_type(self) -> object: ...
    def get_target(self, at: int) -> Accessible: ...


class Event(Protocol):
    """What the program told of."""

    type: str
    source: Accessible
    detail1: int
    any_data: str


class NeverCameError(Exception):
    """What was waited for never came."""


class BlindReader:
    """What a screen reader knows of one program: its controls, where the focus is, and what was announced."""

    def __init__(self, command: list[str]) -> None:
        self.heard: list[str] = []
        self.focused: Accessible | None = None
        self._moves = 0
        self._listener = Atspi.EventListener.new(self._hear)
        for event in ("object:announcement", "object:state-changed:focused"):
            self._listener.register(event)
        self.program = subprocess.Popen(command, stdout=sys.stderr)
        self.application = self._until(self._find_application, "the program among the applications")

    def _hear(self, event: Event) -> None:
        if event.type == "object:announcement":
            self.heard.append(event.any_data)
        elif event.detail1:
            self.focused = event.source
            self._moves += 1

    def _until(self, check: Callable[[], Found | None], what: str) -> Found:
        """What the check gives, as soon as it gives something."""
        ends = time.monotonic() + PATIENCE_S
        context = GLib.MainContext.default()
        while time.monotonic() < ends:
            while context.iteration(False):
                pass
            try:
                if answer := check():
                    return answer
            except GLib.Error:
                # A control that went away while it was looked at.
                pass
            time.sleep(PAUSE_S)
        raise NeverCameError(f"{what}; heard: {self.heard[-5:]}")

    def _find_application(self) -> Accessible | None:
        if self.program.poll() is not None:
            raise NeverCameError(f"the program ended with {self.program.returncode}")
        desktop = Atspi.get_desktop(0)
        running = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
        return next((one for one in running if one is not None and one.get_name() == "Wardlight"), None)

    def _all(self) -> Iterator[Accessible]:
        """Everything on the screen, what lies on top first: the latest window, and in it what holds the rest."""
        waiting = deque(reversed(_shown(self.application)))
        while waiting:
            one = waiting.popleft()
            yield one
            if one.get_role_name() not in _NOT_DESCENDED:
                waiting.extend(_shown(one))

    def _named(self, name: str, role: str | None) -> Accessible | None:
        """The control on the screen with that name; the one with the focus before any other."""
        first = [self.focused] if self.focused is not None and _has(self.focused, "SHOWING") else []
        for one in itertools.chain(first, self._all()):
            if _name(one) == name and role in (None, one.get_role_name()):
                return one
        return None

    def find(self, name: str, role: str | None = None) -> Told:
        """What is known of a control, as soon as it is on the screen."""
        return _told(self._until(lambda: self._named(name, role), f"{role or 'a control'} {name!r} on the screen"))

    def checked(self, name: str) -> bool:
        """True once the box of that name is ticked."""
        return bool(self._until(lambda: _has(self._named(name, "check box"), "CHECKED"), f"a tick at {name!r}"))

    def words(self, name: str, part: str) -> str:
        """What the text of that name says, once it says that part."""

        def said() -> str:
            one = self._named(name, None)
            text = "" if one is None else _words(one)
            return text if part in text else ""

        return str(self._until(said, f"{part!r} in {name!r}"))

    def announced(self, part: str) -> str:
        """The announcement with that part, once it was heard; what was heard before it is forgotten."""

        def said() -> str:
            return next((words for words in self.heard if part in words), "")

        words = str(self._until(said, f"{part!r} announced"))
        del self.heard[: self.heard.index(words) + 1]
        return words

    def where(self) -> Told:
        """The control that has the focus."""
        return self._until(lambda: None if self.focused is None else _told(self.focused), "a focus")

    def at(self, name: str) -> bool:
        """True once the focus is on the control of that name."""
        return bool(self._until(lambda: self.focused is not None and _name(self.focused) == name, f"focus at {name!r}"))

    def step(self, keys: str) -> Told:
        """Where the focus is once keys have moved it to another control, or to another link of the same text."""
        before = self._until(self._place, "a focus")
        self.press([keys])
        self._until(lambda: self._place() not in (None, before), f"a move by {keys}")
        return self.where()

    def _place(self) -> tuple[object, ...] | None:
        """Where the focus is, down to the link that is chosen in a text."""
        if self.focused is None:
            return None
        text = self.focused.get_text_iface() if self.focused.get_role_name() == "label" else None
        if text is None:
            return (self._moves,)
        chosen = Atspi.Text.get_selection(text, 0)
        return (self._moves, chosen.start_offset, chosen.end_offset)

    def controls(self) -> list[Told]:
        """Everything on the screen that takes the focus now."""
        return [_told(one) for one in self._all() if _has(one, "FOCUSABLE") and _has(one, "ENABLED")]

    def press(self, keys: list[str], times: int = 1) -> None:
        """Press keys, as xdotool names them."""
        subprocess.run(["xdotool", "key", "--repeat", str(times), "--delay", "0", *keys], check=True)

    def type(self, words: str) -> None:
        """Type words into whatever has the focus."""
        subprocess.run(["xdotool", "type", "--delay", "0", words], check=True)


def _shown(one: Accessible) -> list[Accessible]:
    """The parts of something that are on the screen."""
    parts = [one.get_child_at_index(at) for at in range(one.get_child_count())]
    return [part for part in parts if part is not None and _has(part, "SHOWING")]


def _has(one: Accessible | None, state: str) -> bool:
    return one is not None and bool(one.get_state_set().contains(getattr(Atspi.StateType, state)))


def _name(one: Accessible) -> str:
    """The name as a screen reader says it: on this system the lists of Qt are named by their label or description."""
    if one.get_role_name() != "combo box":
        return str(one.get_name())
    labels = [
        relation.get_target(0).get_name()
        for relation in one.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
    ]
    return str(one.get_description() or next(iter(labels), ""))


def _words(one: Accessible) -> str:
    """What it says, every space a plain one."""
    text = one.get_text_iface()
    said = str(one.get_name() if text is None else Atspi.Text.get_text(text, 0, -1))
    return said.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


def _told(one: Accessible) -> Told:
    room = Atspi.Component.get_extents(one, Atspi.CoordType.SCREEN)
    value = one.get_name() if one.get_role_name() == "combo box" else ""
    return {
        "name": _name(one),
        "role": one.get_role_name(),
        "value": value,
        "width": room.width,
        "height": room.height,
    }


def main() -> None:
    """Do what each line asks, until there is no more."""
    Atspi.init()
    # A machine that is busy answers late; that is no reason to think that the program is gone.
    Atspi.set_timeout(PATIENCE_S * 1000, PATIENCE_S * 1000)
    reader = BlindReader(sys.argv[1:])
    try:
        for line in sys.stdin:
            asked = json.loads(line)
            try:
                answer = {"answer": getattr(reader, asked.pop("do"))(**asked)}
            except (NeverCameError, GLib.Error) as error:
                answer = {"fault": f"never came: {error!r}"}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
    finally:
        reader.program.terminate()
        reader.program.wait(PATIENCE_S)


if __name__ == "__main__":
    main()
