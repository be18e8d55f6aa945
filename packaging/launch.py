"""Where the standalone program starts; both of its executables run this.

Python writes the methods of every dataclass as text and compiles them at each start. The build compiled them once
(`methods.py`), and the very same text is answered by its code; any other text is compiled as ever.
"""

import builtins
import dataclasses
import marshal
import sys
from contextlib import suppress
from pathlib import Path

METHODS = Path(__file__).parent / "methods.bin"


def use_compiled_methods(codes: dict[str, object]) -> None:
    """From now on dataclasses take their methods from code that was compiled before."""

    def run(text: str, names: dict[str, object], found: dict[str, object]) -> None:
        # S102: it is what dataclasses would have run themselves. arg-type: what marshal holds are code objects.
        builtins.exec(codes.get(text, text), names, found)  # type: ignore[arg-type]  # noqa: S102

    dataclasses.exec = run  # type: ignore[attr-defined]  # in front of the builtin of that name


if __name__ == "__main__":
    # Without them the program starts as well, only later; the self-test names a file that is damaged.
    # S302: the file is code of the program, made by its build, as the modules beside it are.
    with suppress(OSError, EOFError, ValueError, TypeError):
        use_compiled_methods(marshal.loads(METHODS.read_bytes()))  # noqa: S302
    from desktop.__main__ import main

    sys.exit(main())
