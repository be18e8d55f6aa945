"""The program as a process of its own: no screen, a poor locale, an output that goes away."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.paths import ROOT
from tests.commands.answers import Run

POOR = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
DOSE = ("dose", "--drug", "ceftazidime-avibactam", "--age", "67", "--sex", "female", "--weight", "70")
FIGURES = ("--height", "165", "--creatinine", "1.9", "--creatinine-unit", "mg/dL")
UNWANTED = (
    "PySide6",
    "jinja2",
    "pydantic",
    "sqlite_utils",
    "markdown_it",
    "socket",
    "ssl",
    "http",
    "asyncio",
    "urllib.request",
)
PROBE = """
import sys
from desktop.__main__ import main
status = main(sys.argv[1:])
loaded = " ".join(sorted(sys.modules))
print(status, loaded, file=sys.stderr)
"""


def environment(**more: str) -> dict[str, str]:
    """This process's environment without a screen."""
    return {name: value for name, value in os.environ.items() if name not in NO_SCREEN} | more


def started(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """One whole run of the program."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(**more),
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_a_poor_locale_changes_nothing_in_an_answer() -> None:
    poor = started("-m", "desktop", *DOSE, *FIGURES, "--json", **POOR)
    usual = started("-m", "desktop", *DOSE, *FIGURES, "--json")
    assert (poor.returncode, poor.stderr) == (0, b"")
    assert poor.stdout == usual.stdout
    answered = json.loads(poor.stdout.decode("utf-8"))
    assert answered["results"][0]["maintenance"]["total_mg"] == 937.5
    text = started("-m", "desktop", *DOSE, *FIGURES, **POOR)
    assert (text.returncode, text.stderr) == (0, b"")
    assert "×" in text.stdout.decode("utf-8")


@pytest.mark.parametrize("language", ["tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.UTF-8"])
def test_another_language_changes_nothing_in_an_answer(language: str) -> None:
    here = started("-m", "desktop", *DOSE, *FIGURES, LANG=language, LC_ALL=language)
    assert here.returncode == 0
    assert here.stdout == started("-m", "desktop", *DOSE, *FIGURES).stdout


def test_bytes_that_are_no_text_are_an_unknown_drug() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "dose", "--drug", b"\xff\xfe", "--crcl", "60", "--json"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (2, b"")
    assert json.loads(done.stdout)["error"]["code"] == "drug"


@pytest.mark.parametrize(
    "arguments", [(), ("--topic", "ndm"), ("--kiosk",), ("--exit-after-paint",), ("--exit-when-complete",)]
)
def test_without_a_display_the_topic_is_told_as_text(arguments: tuple[str, ...]) -> None:
    done = started("-m", "desktop", *arguments)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert b"no display" in done.stderr
    assert done.stdout == started("-m", "desktop", "read", "ndm").stdout


@pytest.mark.parametrize("arguments", [(), ("read", "ndm"), (*DOSE, *FIGURES), ("content", "verify"), ("claims",)])
def test_no_command_loads_what_it_does_not_need(arguments: tuple[str, ...]) -> None:
    done = started("-c", PROBE, *arguments)
    status, *loaded = done.stderr.decode().splitlines()[-1].split()
    assert status == "0"
    assert not [name for name in loaded if name in UNWANTED or name.startswith("PySide6")]


def test_a_reader_that_goes_away_is_no_fault() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "claims"],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), said) == (1, b"")


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_full_disk_is_said_in_one_line(more: tuple[str, ...]) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("only Linux has a disk that is always full")
    with full.open("wb") as nowhere:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "content", "info", *more],
            cwd=ROOT,
            env=environment(),
            stdout=nowhere,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"could not be written" in done.stderr


def test_another_working_directory_changes_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "content", "verify", "--json"],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.hazard("H21")
def test_a_fault_nobody_foresaw_is_an_error_with_an_id(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    # A terminal that reports a nonsensical width is a fault that the program does not look for.
    monkeypatch.setattr("shutil.get_terminal_size", lambda _fallback: None)
    answer = run(*DOSE, *FIGURES, "--json")
    assert (answer.status, answer.code) == (1, "internal")
    assert "error id" in answer.object["error"]["message"]
    assert not {"67", "70", "165", "1.9"} & set(answer.object["error"]["message"].split())
    text = run(*DOSE, *FIGURES)
    assert (text.status, text.out) == (1, "")
    assert len(text.err.splitlines()) == 1


REACHING = """
import sys
sys.argv = ["wardlight", "--version"]
from desktop.__main__ import main
main()
import socket
for reach in (lambda: socket.socket(), lambda: socket.getaddrinfo("localhost", 80), lambda: socket.gethostbyname("x")):
    try:
        reach()
    except PermissionError as error:
        print(error)
"""


def test_the_program_itself_stops_whoever_reaches_for_a_socket() -> None:
    done = started("-c", REACHING)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().count("Wardlight is offline and opens no connection.") == 3
