"""Publishers and machines for the tests of packs."""

import shutil
from pathlib import Path

import pytest

from desktop.packs.places import Places
from tests.packs.publishing import Publisher, places_of


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    """A publisher whose version 5 is out; tests take copies of it."""
    publisher = Publisher(tmp_path_factory.mktemp("publisher"))
    publisher.release(5)
    return publisher


@pytest.fixture
def pack(published: Publisher, tmp_path: Path) -> Path:
    """A whole pack of version 5, to be spoilt."""
    return Path(shutil.copytree(published.home / "pack 5", tmp_path / "pack"))


@pytest.fixture
def machine(published: Publisher, tmp_path: Path) -> Places:
    """A machine that trusts the publisher."""
    return places_of(published, tmp_path)
