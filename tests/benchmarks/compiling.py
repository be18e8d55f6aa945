"""The compiler over the shipped library and over made-up ones, and how the size of a library is felt."""

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop.compiler.building import compile_library
from desktop.paths import LIBRARY
from tests.benchmarks.answering import opened
from tests.benchmarks.made_up import write_made_up
from tests.benchmarks.rounds import Measured, milliseconds

GROWTH = (1, 10, 100, 1_000)


def shipped() -> Measured:
    """The library as it ships, from text to database."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "content.db"
        median, low, high = milliseconds(lambda: compile_library(LIBRARY, place), rounds=3)
    return Measured(
        "compile of the shipped library", "s", median / 1000, low / 1000, high / 1000, 5.0, 2.0, "median of 3"
    )


def growing(largest: int = GROWTH[-1]) -> Iterator[Measured]:
    """Libraries of more and more topics: time to compile one topic, to open the first page, and to search."""
    for topics in GROWTH:
        if topics > largest:
            return
        with tempfile.TemporaryDirectory() as scratch:
            place = Path(scratch) / "content.db"
            seconds = _compiled(write_made_up(Path(scratch) / "library", topics), place)
            name = f"{topics:,} topics: compile, each topic"
            yield Measured(name, "ms", seconds / topics * 1000, 0, 0, None, None, f"{seconds:.1f} s in all, once")
            first = milliseconds(partial(_first_page, place), rounds=5)
            yield Measured(
                f"{topics:,} topics: open and read one topic", "ms", *first, None, None, "hash included; median of 5"
            )
            library = opened(place)
            asked = milliseconds(partial(library.search, "aztreonam alone"), rounds=21)
            yield Measured(f"{topics:,} topics: one search", "ms", *asked, None, None, "median of 21")


def _compiled(library: Path, place: Path) -> float:
    began = time.perf_counter()
    faults = compile_library(library, place)
    assert not faults, [fault.line for fault in faults[:3]]
    return time.perf_counter() - began


def _first_page(place: Path) -> None:
    library = opened(place)
    library.topic(library.topic_slugs[0])
