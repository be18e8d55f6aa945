"""Imports go down the list of rooms, and nothing reaches for the network or for a widget where it may not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.paths import ROOT
from tests.house.source import Module, is_within, modules

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"

# Parts of packages, which import-linter cannot tell apart; and what nothing may import at all.
EVERYWHERE: frozenset[str] = frozenset()
BANS: list[tuple[str, frozenset[str], str]] = [
    ("PySide6.QtWidgets", frozenset({"ui", "__main__"}), "widgets are built in ui alone"),
    ("PySide6.QtPrintSupport", frozenset({"ui"}), "print dialogs live in ui"),
    ("PySide6.QtNetwork", EVERYWHERE, "the program is offline"),
    ("PySide6.QtWebEngineCore", EVERYWHERE, "QTextBrowser, never a web engine"),
    ("PySide6.QtWebEngineWidgets", EVERYWHERE, "QTextBrowser, never a web engine"),
    ("PySide6.QtWebSockets", EVERYWHERE, "the program is offline"),
    ("PySide6.QtWebChannel", EVERYWHERE, "the program is offline"),
    ("PySide6.QtQml", EVERYWHERE, "Qt Widgets, no QML"),
    *(
        (name, EVERYWHERE, "the program is offline")
        for name in (
            "urllib.request",
            "urllib.error",
            "http",
            "socket",
            "socketserver",
            "ssl",
            "asyncio",
            "requests",
            "httpx",
            "ftplib",
            "smtplib",
            "imaplib",
            "poplib",
            "telnetlib",
            "xmlrpc",
            "webbrowser",
            "select",
            "selectors",
        )
    ),
    ("threading", EVERYWHERE, "no thread until something measured takes over 50 ms"),
    ("multiprocessing", EVERYWHERE, "no second process"),
    ("concurrent", EVERYWHERE, "no thread until something measured takes over 50 ms"),
    ("pickle", EVERYWHERE, "what is read must not run"),
    ("yaml", EVERYWHERE, "one syntax: TOML for data, Markdown for prose"),
    ("locale", EVERYWHERE, "numbers are read and printed the same everywhere"),
    (
        "datetime",
        frozenset({"ui", "commands", "sheets", "packs", "notebook", "health", "compiler"}),
        "domain and content know no clock",
    ),
    ("jinja2", frozenset({"sheets", "compiler"}), "templates belong to sheets and the compiler"),
    ("segno", frozenset({"sheets"}), "QR codes are made for what is handed over"),
]


def _breaches(module: Module) -> list[str]:
    return [
        f"{module.name}:{line} imports {name}: {reason}"
        for name, line in module.imported()
        for banned, rooms, reason in BANS
        if is_within(name, banned) and module.room not in rooms
    ]


def test_no_module_imports_what_its_room_may_not() -> None:
    assert [breach for module in modules() for breach in _breaches(module)] == []


@pytest.mark.parametrize(
    "line",
    [
        "import PySide6.QtWidgets",
        "from PySide6 import QtWidgets",
        "from PySide6.QtWidgets import QLabel as Label",
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import os, socket",
        "import http.client as nothing",
        "def late():\n    import asyncio",
        "import importlib\nimportlib.import_module('ssl')",
        "__import__('socket')",
    ],
)
def test_the_check_of_imports_can_fail(line: str) -> None:
    assert _breaches(Module("desktop/content/scratch.py", line))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("desktop/ui/window.py", "from PySide6.QtWidgets import QLabel"),
        ("desktop/__main__.py", "from PySide6.QtWidgets import QApplication"),
        ("desktop/sheets/pdf.py", "from PySide6.QtGui import QPdfWriter"),
        ("desktop/content/opening.py", "from urllib.parse import quote"),
        ("desktop/compiler/build.py", "import socketless"),
    ],
)
def test_the_check_of_imports_lets_pass_what_is_allowed(name: str, line: str) -> None:
    assert _breaches(Module(name, line)) == []


def _lint(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)


def test_the_contracts_of_imports_are_kept() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


ROOMS = ("ui", "commands", "health", "content", "charts", "domain", "compiler")


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """An empty house with the repository's own contracts."""
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    for room in ROOMS:
        (tmp_path / "desktop" / room).mkdir(parents=True)
        (tmp_path / "desktop" / room / "__init__.py").touch()
        (tmp_path / "desktop" / room / "thing.py").touch()
    for module in ("__init__", "__main__", "paths", "policy"):
        (tmp_path / "desktop" / f"{module}.py").touch()
    return tmp_path


def test_an_empty_house_keeps_the_contracts(scratch: Path) -> None:
    done = _lint(scratch)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("domain/thing.py", "import desktop.content.thing", "Imports go down the list of rooms"),
        ("ui/thing.py", "import desktop.commands.thing", "Imports go down the list of rooms"),
        ("content/thing.py", "import desktop.compiler.thing", "Imports go down the list of rooms"),
        ("misc/__init__.py", "", "Imports go down the list of rooms"),
        ("domain/thing.py", "import pathlib", "The domain touches no screen"),
        ("domain/thing.py", "import sqlite3", "The domain touches no screen"),
        ("content/thing.py", "import PySide6.QtCore", "know no Qt"),
        ("ui/thing.py", "import pydantic", "Only the compiler"),
        ("ui/thing.py", "import sqlite3", "speak SQL"),
        ("commands/thing.py", "import socket", "Nothing opens a connection"),
    ],
)
def test_the_contracts_of_imports_can_be_broken(scratch: Path, module: str, line: str, contract: str) -> None:
    path = scratch / "desktop" / module
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{line}\n", encoding="utf-8")
    done = _lint(scratch)
    assert done.returncode == 1, done.stdout + done.stderr
    assert contract in done.stdout


@pytest.mark.parametrize(
    "line", ["import sqlite3", "import pydantic, sqlite_utils, markdown_it", "import desktop.content.thing"]
)
def test_the_compiler_may_use_its_own_libraries(scratch: Path, line: str) -> None:
    (scratch / "desktop/compiler/thing.py").write_text(f"{line}\n", encoding="utf-8")
    done = _lint(scratch)
    assert done.returncode == 0, done.stdout + done.stderr
