import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.compiler.building import checked_library

SAMPLE = Path(__file__).resolve().parent.parent / "sample"

Edit = Callable[[str, str, str], None]
Lines = Callable[[], list[str]]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the small library that a test may break."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "library"))


@pytest.fixture
def edit(sample: Path) -> Edit:
    """Replaces the first of some words in one file of the copy; an empty `old` appends."""

    def replace(file: str, old: str, new: str) -> None:
        path = sample / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")

    return replace


@pytest.fixture
def lines(sample: Path) -> Lines:
    """Every fault of the copy as authors read it."""
    return lambda: [fault.line for fault in checked_library(sample)[1]]
