"""`python -m tests.benchmarks`: the whole table, or the parts that are named."""

import json
import os
import platform
import sqlite3
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from desktop import __version__
from desktop.paths import ROOT
from tests.benchmarks import answering, compiling, peers, starting
from tests.benchmarks.rounds import Measured
from tests.benchmarks.table import growth_svg, markdown

PARTS: dict[str, Callable[[bool], Iterator[Measured]]] = {
    "start": lambda _large: starting.measured(),
    "peers": lambda _large: peers.measured(),
    "bedside": lambda _large: iter([answering.assessing(answering.opened())]),
    "window": lambda _large: _reading(),
    "search": lambda large: answering.searching(answering.LARGEST if large else answering.SIZES[-1]),
    "compile": lambda _large: iter([compiling.shipped()]),
    "growth": lambda large: compiling.growing(compiling.GROWTH[-1] if large else 100),
}


def main(arguments: list[str]) -> int:
    """0 when every budget is met, 1 when one is missed; the table is printed and written beside its data."""
    options = _parser().parse_args(arguments)
    found: list[Measured] = []
    # In this order, however they are named: what imports Qt comes behind what is measured beside a bare window.
    for part in (part for part in PARTS if part in (options.parts or PARTS)):
        print(f"measuring: {part}", file=sys.stderr)
        found += PARTS[part](options.large)
    options.out.mkdir(parents=True, exist_ok=True)
    machine = _machine()
    (options.out / "benchmarks.md").write_text(markdown(found, machine), encoding="utf-8")
    data = {"machine": machine, "rows": [asdict(row) | {"verdict": row.verdict} for row in found]}
    (options.out / "benchmarks.json").write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    if any("topics:" in row.name for row in found):
        (options.out / "growth.svg").write_text(growth_svg(found), encoding="utf-8")
    print(markdown(found, machine))
    return 1 if any(row.verdict == "MISSED" for row in found) else 0


def _reading() -> Iterator[Measured]:
    from tests.benchmarks import reading  # it imports Qt

    return reading.measured(answering.opened())


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("parts", nargs="*", help="what to measure; everything without")
    parser.add_argument("--large", action="store_true", help="a million passages and a thousand topics too; minutes")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "benchmarks", help="the folder of the table")
    return parser


def _machine() -> dict[str, str]:
    """What was measured on; nothing that names the machine or who uses it."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return {
        "date": datetime.now(tz=UTC).strftime("%Y-%m-%d"),
        "wardlight": __version__,
        "python": platform.python_version(),
        "pyside6": version("PySide6-Essentials"),
        "sqlite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "load at the end": f"{load:.1f}",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
