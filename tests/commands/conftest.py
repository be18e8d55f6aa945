"""Runs of the program's own entry, as a script would make them."""

from pathlib import Path

import pytest

from desktop.__main__ import main
from tests.commands.answers import Answer, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The program run in this process with the given arguments."""

    def started(*arguments: str | Path) -> Answer:
        status = main([str(argument) for argument in arguments])
        streams = capsys.readouterr()
        assert "Traceback" not in streams.out + streams.err
        return Answer(status, streams.out, streams.err)

    return started
