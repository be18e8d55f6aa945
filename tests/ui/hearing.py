"""What a program said that is no word of its interface: heard where it came from, while the program ran.

Run by its path with the folders of program and tests in PYTHONPATH: hearing.py DATA ANSWER NEXT_LANGUAGE
"""

import sqlite3
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import FrameType, ModuleType

# What these give back is in the language of the content; `only_english` and a language's own name stay as they are.
_ROOMS = tuple(f"desktop.{room}" for room in ("domain", "content", "health", "charts", "policy", "sheets"))
_NOT_TRANSLATED = {("desktop.ui.words", "only_english"), ("desktop.ui.language", "language_words")}


class Heard:
    """Every text that was read from a database, came out of the rooms below the window, or is said in English only.

    Begun before the program is imported: some of it is said at import.
    """

    def __init__(self) -> None:
        self.texts: set[str] = set()

    def begin(self) -> None:
        """Listen from here on."""
        sys.addaudithook(self._opened)
        sys.setprofile(self._returned)

    def end(self) -> set[str]:
        """Everything that was heard, with the constants of the rooms."""
        sys.setprofile(None)
        for name, module in list(sys.modules.items()):
            if name.startswith(_ROOMS):
                self._constants(module)
        return self.texts

    def _opened(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "sqlite3.connect/handle" and isinstance(arguments[0], sqlite3.Connection):
            arguments[0].text_factory = self._read

    def _read(self, written: bytes) -> str:
        text = written.decode("utf-8")
        self.texts.add(text)
        return text

    def _returned(self, frame: FrameType, event: str, value: object) -> None:
        if event == "return" and value is not None:
            room = frame.f_globals.get("__name__", "")
            if room.startswith(_ROOMS) or (room, frame.f_code.co_name) in _NOT_TRANSLATED:
                self.texts.update(_said(value))

    def _constants(self, module: ModuleType) -> None:
        for name, value in vars(module).items():
            if not name.startswith("__"):
                self.texts.update(_texts(value))


def _said(value: object) -> Iterable[str]:
    """A text, the texts of a list, or those of the fields of a value; what lies deeper was returned before."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        yield from (one for one in value if isinstance(one, str))
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if not isinstance(part := getattr(value, field.name, None), Mapping) and not is_dataclass(part):
                yield from _said(part)


def _texts(value: object) -> Iterable[str]:
    """Every text in a constant, however it is put together."""
    if isinstance(value, str):
        yield str(value)
    else:
        for part in _parts(value):
            yield from _texts(part)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, type):
        return [member.value for member in value] if issubclass(value, Enum) else []
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    return value if isinstance(value, tuple | list | set | frozenset) else []


def main() -> int:
    """The status of the program, listened to from before it is imported."""
    heard = Heard()
    heard.begin()
    from tests.ui.speaking import walk_through

    data, answer, following = sys.argv[1:]
    return walk_through(data, answer, following, heard.end)


if __name__ == "__main__":
    sys.exit(main())
