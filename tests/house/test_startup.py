"""Nothing is imported before the first painted window beyond what it shows."""

import json
import os
import subprocess
import sys

import pytest

from desktop.paths import ROOT
from tests.house.source import is_within

OPEN = """
import json, sys
from desktop.__main__ import main
status = main(["--exit-after-paint", "--data", sys.argv[1]])
sys.stdout.write(json.dumps({"status": status, "modules": sorted(sys.modules)}))
"""
REFUSED = (
    "jinja2",
    "pydantic",
    "sqlite_utils",
    "markdown_it",
    "tuf",
    "segno",
    "rapidfuzz",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtPrintSupport",
    "ssl",
    "_ssl",
    "socket",
    "_socket",
    "asyncio",
    "http",
    "urllib.request",
    "multiprocessing",
    "importlib.metadata",
    "pytest",
    "desktop.compiler",
    "desktop.health.hazards",
    "desktop.health.shift",
    "desktop.notebook.exchange",
    "desktop.ui.note_dialog",
    "desktop.ui.notebook_html",
    "desktop.ui.places",
    "desktop.ui.second_check",
    "desktop.ui.sheet_dialog",
    "desktop.ui.shift_check",
    "desktop.ui.welcome",
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a window that has just painted itself has imported, in a program of its own."""
    folder = tmp_path_factory.mktemp("data")
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def _modules(opened: dict[str, object]) -> list[str]:
    modules = opened["modules"]
    assert isinstance(modules, list)
    return modules


def test_the_window_paints_and_leaves(opened: dict[str, object]) -> None:
    assert opened["status"] == 0
    assert {"PySide6.QtWidgets", "desktop.ui.application", "desktop.content.library"} <= set(_modules(opened))


@pytest.mark.parametrize("refused", REFUSED)
def test_a_module_that_the_first_window_does_not_show_is_not_imported(opened: dict[str, object], refused: str) -> None:
    assert [name for name in _modules(opened) if is_within(name, refused)] == []


def test_a_refused_module_would_be_seen() -> None:
    assert is_within("http.client", "http")
    assert not is_within("httpx", "http")
