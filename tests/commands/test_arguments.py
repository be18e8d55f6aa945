"""The arguments themselves: what is there, what is not, and what is hostile."""

import json

import pytest

from desktop import __version__
from tests.commands.answers import Run

NOT_THERE = ("print", "export")


@pytest.mark.parametrize("name", [*NOT_THERE, "", "Read", "rm", "x" * 100_000, "\udcff\x00", "../../etc", "読む"])
def test_a_command_that_is_not_there_is_answered_with_those_there_are(run: Run, name: str) -> None:
    answer = run(name, "--json")
    assert (answer.status, answer.code) == (2, "command")


@pytest.mark.parametrize("name", NOT_THERE)
def test_a_command_that_is_not_there_is_not_advertised(run: Run, name: str) -> None:
    answer = run(name, "anything")
    assert (answer.status, answer.out) == (2, "")
    assert "read, search, dose, check, claims, content info, content verify" in answer.err
    assert name not in run("--help").out.replace("wardlight", "").split()


@pytest.mark.parametrize("action", ["", "htm", "Info"])
def test_an_action_on_content_that_is_not_there_is_a_command_that_is_not_there(run: Run, action: str) -> None:
    answer = run("content", *filter(None, [action]), "--json")
    assert (answer.status, answer.code) == (2, "command")
    assert "content info, content verify" in answer.object["error"]["message"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "ndm", "again"],
        ["read", "ndm", "--rol", "nurse"],
        ["claims", "--weigth", "70"],
        ["dose", "--age"],
        ["dose", "--age", "67", "--age", "66"],
        ["dose", "--unstable-creatinine=yes"],
        ["dose", "@/etc/passwd"],
        ["content", "info", "again"],
        ["content", "import"],
        ["content", "import", "one", "two"],
        ["content", "rollback", "again"],
        ["content", "info", "--content"],
        ["content", "info", "--content", ""],
        ["--topic"],
        ["--topic", "ndm", "dose"],
        ["--weight", "70"],
        ["-x"],
        ["--"],
        ["--content", "x.db", "dose"],
    ],
)
def test_arguments_that_cannot_be_read_are_an_error_object_or_one_line(run: Run, arguments: list[str]) -> None:
    answer = run(*arguments, "--json")
    assert (answer.status, answer.code, answer.err) == (2, "arguments", "")
    answer = run(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert len(answer.err.splitlines()) == 1


def test_an_echo_cannot_steer_the_terminal_nor_flood_it(run: Run) -> None:
    err = run("dose", "--\x1b[2J\n\n" + "x" * 100_000).err
    assert "\x1b" not in err
    assert len(err) < 1000


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"Wardlight {__version__}\n"
    assert run("--version", "--json").object == {"version": __version__}


@pytest.mark.parametrize("command", [[], ["read"], ["dose"], ["claims"], ["content"]])
def test_help_is_told_as_text_and_as_an_object(run: Run, command: list[str]) -> None:
    answer = run(*command, "--help")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("usage: wardlight")
    assert set(json.loads(run(*command, "--help", "--json").out)) == {"help"}


@pytest.mark.parametrize("flag", [["--data", "/nowhere"], ["--data=/etc"]])
def test_the_users_folder_may_be_named_everywhere(run: Run, flag: list[str]) -> None:
    for command in (["read", "ndm"], ["claims"], ["content", "info"], ["dose", "--drug", "aztreonam", "--crcl", "60"]):
        assert run(*command, *flag, "--json").status == 0
