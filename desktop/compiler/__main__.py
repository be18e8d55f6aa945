"""`python -m desktop.compiler`: content.db from resources/library, or every fault of the library at once."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from desktop.compiler.building import compile_library
from desktop.compiler.faults import Fault
from desktop.compiler.freshness import check
from desktop.compiler.interface import interface_faults
from desktop.compiler.reading import read_library
from desktop.paths import CONTENT_DB, LIBRARY


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 when written or fresh, 1 with faults or a stale database."""
    options = _parser().parse_args(arguments)
    if options.check:
        verdict = check(options.library, options.out)
        words = list(interface_faults(read_library(options.library)[0]))
        if isinstance(verdict, list):
            return _reported(verdict + words)
        if words:
            return _reported(words)
        print("\n".join(verdict.lines))
        return 0 if verdict.fine else 1
    faults = compile_library(options.library, options.out)
    if faults:
        return _reported(faults)
    print(f"{options.out.name} is written.")
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m desktop.compiler", description="Compiles the authored library.")
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; say whether the committed file is fresh and the program's own words are well written",
    )
    parser.add_argument("--library", type=Path, default=LIBRARY, metavar="DIR", help="the authored library")
    parser.add_argument("--out", type=Path, default=CONTENT_DB, metavar="FILE", help="the database")
    return parser


def _reported(faults: Sequence[Fault]) -> int:
    for fault in faults:
        print(fault.line, file=sys.stderr)
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    print(f"{count}; nothing was written.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
