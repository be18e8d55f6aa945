"""Where the standalone program starts; both of its executables run this.

Python writes the methods of every dataclass as text and compiles them at each start. The build compiled them once
(`methods.py`), and the very same text is answered by its code; any other text is compiled as ever.

Python's reader of arguments looks for its words in the reader's language at every start, where the program has none;
and Python takes every module and type apart at every end. Both are left out.
"""

import builtins
import dataclasses
import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import NoReturn

METHODS = Path(__file__).parent / "methods.bin"
PLUG_INS = Path(__file__).parent / "PySide6" / "Qt" / "plugins"


def use_compiled_methods(codes: dict[str, bytes]) -> None:
    """From now on dataclasses take their methods from code that was compiled before."""

    def run(text: str, names: dict[str, object], found: dict[str, object]) -> None:
        packed = codes.get(text)
        # S302: the code is the program's own, made by its build. S102: what dataclasses would have run themselves.
        code = text if packed is None else marshal.loads(packed)  # noqa: S302
        builtins.exec(code, names, found)  # noqa: S102

    dataclasses.exec = run  # type: ignore[attr-defined]  # in front of the builtin of that name


def spare_translations() -> None:
    """From now on whoever asks for the words of Python's own messages in another language gets them as they are."""
    words = ModuleType("gettext")
    vars(words).update(gettext=str, ngettext=lambda one, many, number: one if number == 1 else many)
    sys.modules["gettext"] = words


def keep_to_own_plug_ins() -> None:
    """On Linux, where a desktop may name plug-ins for all programs: those of another Qt would end this one."""
    if sys.platform == "linux":
        os.environ["QT_PLUGIN_PATH"] = str(PLUG_INS)


def leave(status: int) -> NoReturn:
    """End the program at once: what it copied stays in the clipboard, and what was written is on its way."""
    try:
        hand_over()
    finally:
        for stream in (sys.stdout, sys.stderr):
            # None where there is none; one that is gone has nobody behind it.
            with suppress(AttributeError, OSError, ValueError):
                stream.flush()
        os._exit(status)


def hand_over() -> None:
    """Let Qt go where it holds what was copied: only then it hands that to the system. On macOS it never says so."""
    gui = sys.modules.get("PySide6.QtGui")
    application = gui and gui.QGuiApplication.instance()
    if gui and application and (sys.platform == "darwin" or gui.QGuiApplication.clipboard().ownsClipboard()):
        application.shutdown()


def start() -> int:
    """The status of the program, begun in the quick way."""
    # Without them the program starts as well, only later; the self-test names a file that is damaged.
    # S302: the file is code of the program, made by its build, as the modules beside it are.
    with suppress(OSError, EOFError, ValueError, TypeError):
        use_compiled_methods(marshal.loads(METHODS.read_bytes()))  # noqa: S302
    spare_translations()
    keep_to_own_plug_ins()
    from desktop.__main__ import main

    return main()


if __name__ == "__main__":
    leave(start())
