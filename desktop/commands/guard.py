"""The last net under every start of the program: no traceback, and no patient's figure in any message."""

from collections.abc import Callable

from desktop.commands.output import complain
from desktop.commands.reply import FAILED, NOT_TRUSTED, CommandError

_CONTENT = "desktop.content"


def guarded(task: Callable[[], int], *, as_json: bool) -> int:
    """The status of a task; whatever stops it becomes one error of ours."""
    try:
        return _refused(task, as_json=as_json)
    except OSError:
        # Standard output or standard error is gone: there is nowhere left to say anything.
        return FAILED


def _refused(task: Callable[[], int], *, as_json: bool) -> int:
    try:
        return task()
    except CommandError as error:
        return complain(error, as_json=as_json)
    except KeyboardInterrupt:
        return complain(CommandError("interrupted", "Stopped before it was done.", status=FAILED), as_json=as_json)
    except Exception as error:
        return complain(_unexpected(error), as_json=as_json)


def _unexpected(error: Exception) -> CommandError:
    """A fault that nobody foresaw: of the content where reading it failed, otherwise of the program."""
    from desktop.health.error_ids import error_id, raised_in

    name = error_id(error)
    # A KeyError is a slug that nobody checked, not damage.
    if raised_in(error, _CONTENT) and not isinstance(error, KeyError):
        message = f"The content cannot be read (error id {name}). Do not use it for doses. Install it again."
        return CommandError("content-damaged", message, status=NOT_TRUSTED)
    message = f"Wardlight stopped on a fault of its own (error id {name}). Nothing was computed. Report the id."
    return CommandError("internal", message, status=FAILED)
