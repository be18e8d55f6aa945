"""A content file that is named on the command line, opened as a library."""

from pathlib import Path

from desktop.commands.reply import NOT_TRUSTED, CommandError
from desktop.content.library import Library
from desktop.content.opening import ContentFault, open_content
from desktop.policy import machine_policy


def opened_file(name: str) -> Library:
    """The library in a file; what cannot be trusted ends the request."""
    try:
        found = open_content(Path(name))
    except OSError as error:
        # A name that no file can have, or a folder that may not be looked into.
        message = f"The content file cannot be opened ({error.strerror}). Choose another file."
        raise CommandError("content-missing", message, status=NOT_TRUSTED) from error
    if isinstance(found, ContentFault):
        raise CommandError(found.code, f"{found.reason} {found.remedy}", status=NOT_TRUSTED)
    return Library(found, machine_policy().basis)
