"""One import at a time: a lock that goes away with the program that holds it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.packs.refusal import KEPT, PackRefusedError, not_written


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """The lock, held; a refusal where another program holds it."""
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("ab")
    except OSError as error:
        raise not_written(error) from error
    with file:
        try:
            _take(file)
        except OSError as error:
            raise PackRefusedError(
                "pack-busy",
                "Content is being imported already, in another window of Wardlight.",
                f"{KEPT} Wait until it is done, then try again.",
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
