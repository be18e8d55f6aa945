"""What the windowed program answers on Windows, where it has nowhere to write the answer of a command."""

from collections.abc import Sequence

from desktop.commands.arguments import HELP_FLAGS

_WORDS = (
    "This program opens the window, and has nowhere to write the answer to a command. For commands there is "
    "wardlight-cli in the same folder: open a console there and type wardlight-cli --help"
)


def words_for_a_command(platform: str, arguments: Sequence[str], *, can_write: bool) -> str:
    """The words of a dialog that leads to the console program; empty where an answer can be written, or none is due.

    Nothing that was typed is repeated: it may be a patient's.
    """
    if platform != "win32" or can_write or not arguments:
        return ""
    wants_text = not arguments[0].startswith("-") or (HELP_FLAGS | {"--version"}) & set(arguments)
    return _WORDS if wants_text else ""
