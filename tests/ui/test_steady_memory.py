"""Opening topics over and over leaves memory and handles as they were."""

import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.main_window import MainWindow

HANDLES, PAGES = Path("/proc/self/fd"), Path("/proc/self/statm")
TOPICS = ("ndm", "serine-carbapenemases", "testing-for-mbl")
# The allocator's own give and take between two rounds; a page that is kept is several times as much.
MOST_KB = 3_000


def open_handles() -> int:
    """How many files this process holds open."""
    return len(list(HANDLES.iterdir()))


def resident_kb() -> int:
    """How much memory this process holds."""
    return int(PAGES.read_text(encoding="ascii").split()[1]) * 4


def open_topics(window: MainWindow, qapp: QApplication, times: int) -> None:
    for number in range(times):
        window.visit(TOPICS[number % len(TOPICS)])
        qapp.processEvents()


def test_a_hundred_topics_opened_leave_memory_and_handles_as_they_were(window: MainWindow, qapp: QApplication) -> None:
    if not PAGES.is_file():
        pytest.skip("only Linux tells in /proc what a process holds")
    open_topics(window, qapp, 30)
    gc.collect()
    handles, before = open_handles(), resident_kb()
    open_topics(window, qapp, 100)
    gc.collect()
    assert resident_kb() - before < MOST_KB
    assert open_handles() <= handles
