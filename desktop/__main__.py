"""The start of Wardlight: a command where one is named, otherwise the window."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from desktop import __version__
from desktop.commands.arguments import HELP_FLAGS, window_parser
from desktop.commands.guard import guarded
from desktop.commands.output import ready_streams, show
from desktop.commands.reply import FAILED, NOT_UNDERSTOOD, CommandError, Reply
from desktop.commands.windowed import words_for_a_command

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_ALWAYS_A_DISPLAY = ("win32", "darwin")


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 failed, 2 not understood, 3 content or installation not to be trusted."""
    if argv is None:
        # The program itself, not a call from a test: from here on whoever reaches for a socket is stopped.
        sys.addaudithook(_stay_offline)
    arguments = list(sys.argv[1:] if argv is None else argv)
    as_json = "--json" in arguments
    ready_streams()
    return guarded(lambda: _start(arguments, as_json=as_json), as_json=as_json, data=_folder_in(arguments))


def _stay_offline(event: str, _arguments: tuple[object, ...]) -> None:
    """Refuses every socket; Python tells of each before it is made."""
    if event.startswith("socket."):
        raise PermissionError("Wardlight is offline and opens no connection.")


def _folder_in(arguments: Sequence[str]) -> Path | None:
    """The reader's folder as it was named, for the log of a start that goes wrong before the arguments are read."""
    named = [value for flag, value in pairwise(arguments) if flag == "--data"]
    named += [word.removeprefix("--data=") for word in arguments if word.startswith("--data=")]
    return Path(named[0]) if named and named[0] else None


def _start(arguments: Sequence[str], *, as_json: bool) -> int:
    if words := words_for_a_command(sys.platform, arguments, can_write=sys.stdout is not None):
        from desktop.ui.words_dialog import show_words

        show_words(words)
        return NOT_UNDERSTOOD
    if arguments and not arguments[0].startswith("-"):
        from desktop.commands.running import run

        return run(arguments, as_json=as_json)
    parser = window_parser()
    if HELP_FLAGS & set(arguments):
        from desktop.commands.running import THERE_IS, help_reply

        parser.epilog = f"Commands: {THERE_IS}. Each explains itself: wardlight dose --help"
        return show(help_reply(parser), as_json=as_json)
    if "--version" in arguments:
        return show(Reply({"version": __version__}, f"Wardlight {__version__}"), as_json=as_json)
    return _open(parser.parse_args(arguments))


def _open(options: Namespace) -> int:
    """The window, or the topic as text where there is no display; Qt is not even imported then."""
    if not has_display():
        from desktop.commands.running import read_without_display

        return read_without_display(options)
    from desktop.content.opening import begun_digest

    _spare_the_session_bus()
    digest = begun_digest() if options.content is None else None
    # Until the first page is painted nearly nothing that is made goes again; to look for it takes a tenth of the time.
    gc.disable()
    try:
        from desktop.ui.application import run_window
    except ImportError as error:
        if digest is not None:
            digest.close()
        message = f"The window cannot be opened on this machine ({error}). The commands work: wardlight read ndm"
        raise CommandError("window", message, status=FAILED) from error
    return run_window(
        content=_path(options.content),
        data=_path(options.data),
        topic=options.topic,
        kiosk=options.kiosk,
        leave=options.leave,
        digest=digest,
    )


def _spare_the_session_bus() -> None:
    """Without a bus and without a writable home, Qt would wait three seconds for one at every start."""
    home = Path("~").expanduser()
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ and not os.access(home, os.W_OK):
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"


def _path(typed: str | None) -> Path | None:
    return None if typed is None else Path(typed)


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display is named."""
    return sys.platform in _ALWAYS_A_DISPLAY or any(os.environ.get(name) for name in _DISPLAYS)


if __name__ == "__main__":
    sys.exit(main())
