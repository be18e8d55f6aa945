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


def use_compiled_methods(codes: dict[str, bytes]) -> None:
    """From now on dataclasses take their methods from code that was compiled before."""

    def run(text: str, names: dict[str, object], found: dict[str, object]) -> None:
        packed = codes.get(text)
        # S302: the code is the program's own, made by its build. S102: what dataclasses would have run themselves.
        code = text if packed is None else marshal.loads(packed)  # noqa: S302
        builtins.exec(code, names, found)  # noqa: S102

    dataclasses.exec = run  # type: ignore[attr-defined]  # in front of the builtin of that name


if __name__ == "__main__":
    # Without them the program starts as well, only later; the self-test names a file that is damaged.
    # S302: the file is code of the program, made by its build, as the modules beside it are.
    with suppress(OSError, EOFError, ValueError, TypeError):
        use_compiled_methods(marshal.loads(METHODS.read_bytes()))  # noqa: S302
    from desktop.__main__ import main

    sys.exit(main())
