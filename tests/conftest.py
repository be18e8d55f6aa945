"""What every test stands on: no network, no screen, and the repository's own content."""

import os
import shutil
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

# Before anything imports Qt: a test machine has no screen, and a window that needs one must ask for it itself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.content.library import Library
from desktop.content.opening import ContentFault, open_content
from desktop.paths import CONTENT_DB

# The same examples on every machine: a gate that fails now and then teaches people to run it twice.
settings.register_profile("gate", deadline=None, derandomize=True, database=None)
settings.load_profile("gate")
# The mutation drill runs these thousands of times; edge tables and oracle notice its changes, not many examples.
SEARCHING = (Phase.explicit, Phase.generate)
settings.register_profile("drill", parent=settings.get_profile("gate"), max_examples=25, phases=SEARCHING)


class SocketRefusedError(RuntimeError):
    """Raised inside the process that reached for a socket."""


class SocketGuard:
    """Refuses every socket while a test runs, and remembers, so that swallowing the refusal does not help."""

    def __init__(self) -> None:
        self.active = False
        self.refused: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Python calls this for every audited event of the process."""
        if self.active and event.startswith("socket."):
            self.refused.append(f"{event}{arguments!r:.200}")
            raise SocketRefusedError(f"Wardlight is offline, and a test reached for the network: {event}")


_GUARD = SocketGuard()
sys.addaudithook(_GUARD)


@pytest.fixture(autouse=True)
def socket_guard() -> Iterator[SocketGuard]:
    """No test opens a socket. Qt's own connection to a screen is made in C and raises no event."""
    _GUARD.refused.clear()
    _GUARD.active = True
    try:
        yield _GUARD
    finally:
        _GUARD.active = False
    assert not _GUARD.refused, f"sockets were asked for: {_GUARD.refused}"


@pytest.fixture(scope="session", autouse=True)
def reader_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes what the person at this machine keeps."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("reader"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that proves a control of the hazard log may not be skipped: a control that was not tried is none."""
    report = yield
    if report.skipped and item.get_closest_marker("hazard"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} controls a hazard and was skipped"
    return report


@pytest.fixture(scope="session")
def library() -> Iterator[Library]:
    """The bundled library of this checkout, opened as the program opens it."""
    opened = open_content()
    if isinstance(opened, ContentFault):
        pytest.fail(f"{opened.reason} Run: python -m desktop.compiler")
    yield Library(opened)
    opened.connection.close()


@pytest.fixture
def content_copy(tmp_path: Path) -> Path:
    """A copy of content.db that a test may damage."""
    if not CONTENT_DB.is_file():
        pytest.fail("content.db is missing. Run: python -m desktop.compiler")
    return Path(shutil.copyfile(CONTENT_DB, tmp_path / "content.db"))
