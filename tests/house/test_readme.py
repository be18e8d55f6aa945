"""The README's commands exist and its links lead somewhere."""

import re
import subprocess
import sys

import pytest

import dev
from desktop.paths import ROOT

README = ROOT / "README.md"


@pytest.fixture(scope="module")
def readme() -> str:
    """The README; a checkout without one is not finished."""
    if not README.is_file():
        pytest.fail("README.md is missing; it must name the two commands: packaging/dev.py run and test")
    return README.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["python3 packaging/dev.py run", "python3 packaging/dev.py test"])
def test_the_two_commands_are_in_the_readme(readme: str, command: str) -> None:
    assert command in readme


def test_every_command_of_dev_that_is_named_is_one_that_it_offers(readme: str) -> None:
    done = subprocess.run(
        [sys.executable, "packaging/dev.py"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    offered = set(re.findall(r"packaging/dev\.py (\w+)", done.stderr))
    named = set(re.findall(r"packaging/dev\.py (\w+)", readme))
    assert {"run", "test"} <= named <= offered


def test_every_command_that_dev_offers_is_one_that_it_knows() -> None:
    assert set(re.findall(r"packaging/dev\.py ([\w-]+)", dev.USAGE)) == dev.commands().keys()


def test_every_command_of_wardlight_that_is_named_is_one_that_it_offers(readme: str) -> None:
    named = set(re.findall(r"^(?:\S*/)?wardlight ([a-z]+(?: [a-z]+)?)", readme, re.MULTILINE))
    assert named
    for words in sorted(named):
        command = [sys.executable, "-m", "desktop", *words.split()[:1], "--help"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, f"wardlight {words}: {done.stderr}"


def test_every_file_that_is_named_in_the_readme_is_there(readme: str) -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", readme)
    quoted = re.findall(r"`((?:desktop|packaging|resources|tests)/[\w./-]+)`", readme)
    in_commands = re.findall(r"\b(packaging/\w+\.py)\b", readme)
    missing = [name for name in {*linked, *quoted, *in_commands} if not (ROOT / name).exists()]
    assert missing == []
