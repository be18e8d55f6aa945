"""A screen of its own for every test here, and a reader at it who hears the program and types, with no mouse."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle import virtual_screen
from tests.acceptance.blind import Blind, blind_reader

PATIENCE_S = 60


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A virtual screen of the size of a ward computer; its name for DISPLAY."""
    with virtual_screen() as name:
        yield name


@pytest.fixture(scope="module")
def managed_screen(screen: str) -> Iterator[str]:
    """The same with a window manager, which gives every new window the keyboard."""
    manager = subprocess.Popen(["ratpoison", "-d", screen], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield screen
    manager.terminate()
    manager.wait(PATIENCE_S)


@pytest.fixture(scope="module")
def blind(managed_screen: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Blind]:
    """A blind reader at the program, which has just been opened for the first time."""
    with blind_reader(managed_screen, Path(tmp_path_factory.mktemp("blind"))) as reader:
        yield reader
