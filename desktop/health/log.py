"""The log: one line for each fault, with nothing in it that anybody typed.

A line holds the time, the id, the kind of fault, and the place in our own code; never a message, which could repeat a
figure of a patient.
"""

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from desktop.health.error_ids import error_id
from desktop.paths import data_folder

NAME, BEFORE = "wardlight.log", "wardlight.log.1"
_LARGEST = 200_000
_OURS = "desktop"


def log_folder(data: Path | None) -> Path | None:
    """The folder of the log, which may not be there yet; None where this reader can keep nothing."""
    folder = data_folder(data)
    return None if folder is None else folder / "log"


def log_error(error: BaseException, data: Path | None) -> str:
    """The id of an error, once a line about it is in the log; where nothing can be kept, the id alone."""
    name = error_id(error)
    _append(data, name, type(error).__name__, _place(error))
    return name


def log_refusal(code: str, data: Path | None) -> None:
    """Puts what was refused in the log, by its code."""
    _append(data, "refused", code, "-")


def _place(error: BaseException) -> str:
    """The innermost place of ours that an error came through."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        parts = Path(frame.filename).parts
        if _OURS in parts:
            at = len(parts) - 1 - parts[::-1].index(_OURS)
            return f"{'/'.join(parts[at:])}:{frame.lineno}"
    return "-"


def _append(data: Path | None, *words: str) -> None:
    line = " ".join([datetime.now(UTC).isoformat(timespec="seconds"), *words])
    # A log that cannot be written must not stop what is being told about.
    with suppress(OSError):
        folder = log_folder(data)
        if folder is None:
            return
        folder.mkdir(exist_ok=True)
        log = folder / NAME
        if log.exists() and log.stat().st_size > _LARGEST:
            log.replace(folder / BEFORE)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
