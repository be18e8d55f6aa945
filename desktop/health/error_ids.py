"""Short names for faults of the program, which say where one happened and nothing about the patient."""

import traceback
from pathlib import PurePath

_LENGTH = 8


def error_id(error: BaseException) -> str:
    """An id that is the same for the same fault at the same place; made of code places only, never of values."""
    import hashlib  # not on the way to the first window

    places = [f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in _frames(error)]
    text = "|".join([type(error).__name__, *places])
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def raised_in(error: BaseException, package: str) -> bool:
    """Whether a fault came out of a package: reading content fails only where the content is damaged."""
    step = error.__traceback__
    while step is not None:
        name = str(step.tb_frame.f_globals.get("__name__", ""))
        if name == package or name.startswith(f"{package}."):
            return True
        step = step.tb_next
    return False


def _frames(error: BaseException) -> traceback.StackSummary:
    return traceback.extract_tb(error.__traceback__)
