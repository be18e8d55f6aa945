"""Nothing is imported before the first painted window beyond what it shows."""

import json
import os
import subprocess
import sys

import pytest

from desktop.paths import ROOT
from tests.house.source import is_within

OPEN = """
import enum, gc, json, sys
files = []
sys.addaudithook(lambda event, told: files.append(str(told[0])) if event == "open" else None)
from desktop.__main__ import main
status = main(["--exit-after-paint", "--data", sys.argv[1]])
gc.unfreeze()
kinds = [each for each in gc.get_objects() if isinstance(each, enum.EnumMeta) and each.__module__.startswith("PySide6")]
choices = sum(len(kind.__members__) for kind in kinds)
files = [file for file in files if not file.endswith((".py", ".pyc"))]
sys.stdout.write(json.dumps({"status": status, "modules": sorted(sys.modules), "choices": choices, "files": files}))
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
    "html",
    "http",
    "urllib.request",
    "multiprocessing",
    "importlib.metadata",
    "pytest",
    "desktop.charts.evidence",
    "desktop.compiler",
    "desktop.content.drugs",
    "desktop.content.evidence",
    "desktop.content.rules",
    "desktop.domain.case",
    "desktop.domain.drugs",
    "desktop.domain.patient",
    "desktop.domain.regimen",
    "desktop.health.hazards",
    "desktop.health.shift",
    "desktop.notebook.exchange",
    "desktop.ui.about",
    "desktop.ui.case_desk",
    "desktop.ui.fault_window",
    "desktop.ui.links",
    "desktop.ui.lists_html",
    "desktop.ui.note_dialog",
    "desktop.ui.notebook_html",
    "desktop.ui.page_dialog",
    "desktop.ui.places",
    "desktop.ui.second_check",
    "desktop.ui.sheet_dialog",
    "desktop.ui.shift_check",
    "desktop.ui.welcome",
)

# As many as there are; whoever needs more says here that it is worth the time of every start.
MOST_MODULES, MOST_CHOICES, MOST_FILES = 95, 1_810, 13
SCREEN = {"name": "one", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a window that has just painted itself has imported, in a program of its own."""
    folder = tmp_path_factory.mktemp("data")
    screen = tmp_path_factory.mktemp("screen") / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}"},
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


def test_no_more_of_the_program_is_imported_than_the_first_page_needs(opened: dict[str, object]) -> None:
    assert len([name for name in _modules(opened) if is_within(name, "desktop")]) <= MOST_MODULES


def test_few_of_the_choices_of_qt_are_made(opened: dict[str, object]) -> None:
    choices = opened["choices"]
    assert isinstance(choices, int)
    # A window with nothing but a label has 1,227; to name one of the namespace `Qt` makes another 1,195.
    assert 1_000 < choices <= MOST_CHOICES


def test_few_files_are_opened_and_each_once(opened: dict[str, object]) -> None:
    files = opened["files"]
    assert isinstance(files, list)
    assert len(files) == len(set(files))
    assert any(file.endswith("content.sha256") for file in files)
    assert len(files) <= MOST_FILES


def test_a_refused_module_would_be_seen() -> None:
    assert is_within("http.client", "http")
    assert not is_within("httpx", "http")
