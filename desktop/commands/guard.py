"""The last net under every start of the program: no traceback, and no patient's figure in any message."""

from collections.abc import Callable
from pathlib import Path

from desktop.commands.output import complain
from desktop.commands.reply import FAILED, NOT_TRUSTED, NOT_UNDERSTOOD, CommandError

_CONTENT = "desktop.content"


def guarded(task: Callable[[], int], *, as_json: bool, data: Path | None = None) -> int:
    """The status of a task; whatever stops it becomes one error of ours, and a line in the reader's log."""
    try:
        return _refused(task, as_json=as_json, data=data)
    except OSError:
        # Standard output or standard error is gone: there is nowhere left to say anything.
        return FAILED


def _refused(task: Callable[[], int], *, as_json: bool, data: Path | None) -> int:
    try:
        return task()
    except CommandError as error:
        if error.status != NOT_UNDERSTOOD:
            from desktop.health.log import log_refusal

            log_refusal(error.code, data)
        return complain(error, as_json=as_json)
    except KeyboardInterrupt:
        return complain(CommandError("interrupted", "Stopped before it was done.", status=FAILED), as_json=as_json)
    except Exception as error:
        return complain(_unexpected(error, data), as_json=as_json)


def _unexpected(error: Exception, data: Path | None) -> CommandError:
    """A fault that nobody foresaw: of the content where reading it failed, otherwise of the program."""
    from desktop.health.error_ids import raised_in
    from desktop.health.log import log_error

    name = log_error(error, data)
    # A KeyError is a slug that nobody checked, not damage.
    if raised_in(error, _CONTENT) and not isinstance(error, KeyError):
        message = f"The content cannot be read (error id {name}). Do not use it for doses. Install it again."
        return CommandError("content-damaged", message, status=NOT_TRUSTED)
    message = f"Wardlight stopped on a fault of its own (error id {name}). Nothing was computed. Report the id."
    return CommandError("internal", message, status=FAILED)
