"""The windowed program on Windows leads whoever gives it a command to the console program."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.__main__ import main
from desktop.commands.windowed import words_for_a_command

COMMANDS = [["dose", "--drug", "aztreonam"], ["nonsense"], ["self-test"], ["--version"], ["--help"], ["--topic", "-h"]]


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_command_that_cannot_be_answered_names_the_console_program(arguments: list[str]) -> None:
    words = words_for_a_command("win32", arguments, can_write=False)
    assert "wardlight-cli in the same folder" in words


@pytest.mark.parametrize("arguments", COMMANDS)
def test_nothing_that_was_typed_is_repeated(arguments: list[str]) -> None:
    assert words_for_a_command("win32", [*arguments, "70.123"], can_write=False).find("70.123") == -1


@pytest.mark.parametrize("arguments", COMMANDS)
@pytest.mark.parametrize(("platform", "can_write"), [("win32", True), ("linux", False), ("darwin", False)])
def test_where_an_answer_can_be_written_it_is(arguments: list[str], platform: str, can_write: bool) -> None:
    assert words_for_a_command(platform, arguments, can_write=can_write) == ""


@pytest.mark.parametrize("arguments", [[], ["--kiosk"], ["--topic", "ndm"], ["--data", "folder", "--exit-after-paint"]])
def test_the_window_itself_opens(arguments: list[str]) -> None:
    assert words_for_a_command("win32", arguments, can_write=False) == ""


def test_the_dialog_is_shown_and_its_end_ends_the_program(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stdout", None)
    shown: list[str] = []

    def read() -> None:
        (box,) = [each for each in qapp.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]
        shown.append(box.text())
        box.accept()

    QTimer.singleShot(0, read)
    assert main(["dose", "--drug", "aztreonam", "--crcl", "40"]) == 2
    assert len(shown) == 1
    assert "wardlight-cli" in shown[0]
