"""The two streams: exactly one object or one text on standard output, everything else on standard error."""

import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import TextIO

from desktop.commands.reply import FAILED, CommandError, Reply

_LONGEST_LINE = 600


def ready_streams() -> None:
    """Make both streams able to write every character, whatever the locale: doses hold × and −, names hold accents."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def show(reply: Reply, *, as_json: bool) -> int:
    """The status of an answer that was written in full."""
    try:
        _write(sys.stdout, _object(reply.data) if as_json else f"{reply.text.rstrip()}\n")
    except BrokenPipeError:
        # The reader has seen enough, as `head` does; there is nobody to tell.
        _silence()
        return FAILED
    except OSError as error:
        _silence()
        say(f"The answer could not be written ({error.strerror}).")
        return FAILED
    return reply.status


def complain(error: CommandError, *, as_json: bool) -> int:
    """The status of a refusal: an error object for a script, otherwise plain lines on standard error."""
    if as_json:
        _write(sys.stdout, _object(error.data))
    else:
        say(*error.lines)
    return error.status


def say(*lines: str) -> None:
    """Plain lines on standard error; what was typed is echoed without anything that could steer a terminal."""
    _write(sys.stderr, "".join(f"{plain_line(line)}\n" for line in lines))


def plain_line(text: str) -> str:
    """The text on one line of bearable length, in printable characters."""
    line = "".join(character if character.isprintable() else " " for character in text[: 2 * _LONGEST_LINE])
    line = " ".join(line.split())
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"


def _silence() -> None:
    """Point standard output nowhere, so that Python's own last flush cannot fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _object(data: Mapping[str, object]) -> str:
    # Not on the way to the window, where nobody asks for it.
    import json

    return f"{json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)}\n"


def _write(stream: TextIO | None, text: str) -> None:
    # A windowed program on Windows has no streams at all.
    if stream is not None:
        stream.write(text)
        stream.flush()
