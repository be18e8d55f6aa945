"""Compiles the methods of every dataclass of the program, once for all starts: `python packaging/methods.py FILE`.

On a slow machine that is a tenth of the time to the first painted page. `launch.py` uses them.
"""

import builtins
import dataclasses
import importlib
import marshal
import pkgutil
import sys
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).parent.parent
# For authors only, and not in the standalone program.
LEFT_OUT = "desktop.compiler"


def compiled_methods() -> dict[str, CodeType]:
    """The code of every text that dataclasses have Python run, by that text, for all modules of the program."""
    codes: dict[str, CodeType] = {}

    def run(text: str, names: dict[str, object], found: dict[str, object]) -> None:
        code = codes.setdefault(text, compile(text, "<string>", "exec"))
        builtins.exec(code, names, found)  # noqa: S102  # what dataclasses would have run themselves

    dataclasses.exec = run  # type: ignore[attr-defined]  # in front of the builtin of that name
    sys.path.insert(0, str(ROOT))
    for module in sorted(found.name for found in pkgutil.walk_packages([str(ROOT / "desktop")], "desktop.")):
        if not module.startswith(LEFT_OUT) and not module.endswith("__main__"):
            importlib.import_module(module)
    return dict(sorted(codes.items()))


def packed(codes: dict[str, CodeType]) -> bytes:
    """What is written: each code packed by itself, for a start unpacks only those that it needs."""
    return marshal.dumps({text: marshal.dumps(code) for text, code in codes.items()})


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(packed(compiled_methods()))
