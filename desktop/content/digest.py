"""The SHA-256 of a file, which may be computed beside whatever else goes on."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

_HEXADECIMAL = 64
# A stopped process would keep the reader waiting for ever; one that works needs a hundredth of this.
PATIENCE_S, _LOOKED_EVERY_S = 5.0, 0.0005
# As `signal` has it, which turns every signal into a choice at its import.
_SIGKILL = 9
State = tuple[int, int, int, int, int]


def file_digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal, however large it is."""
    import hashlib  # not on the way to the first window, which has it computed beside

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def state(path: Path) -> State | None:
    """What differs as soon as a file is written to or another takes its name; None where there is no regular file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


class Digest:
    """The SHA-256 of a file, computed by a process of its own while this one goes on.

    Python computes one with the lock that everything else waits for. Where no process can be split off, as on Windows,
    where it says nothing and where the file changed meanwhile, the hash is computed when it is asked for.
    """

    def __init__(self, path: Path) -> None:
        self.path, self._state = path, state(path)
        self._child = _split_off(path) if sys.platform == "linux" and self._state is not None else None

    def taken(self) -> str:
        """The hash, in hexadecimal; asked for again, it is that of the file as it is then."""
        told = self._told()
        return told if told and state(self.path) == self._state else file_digest(self.path)

    def close(self) -> None:
        """Nothing; the process, where there still is one, goes."""
        if self._child is not None:
            process, source = self._child
            self._child = None
            os.close(source)
            # At once: it has nothing to put away, and one that is stopped hears nothing else.
            with suppress(OSError):
                os.kill(process, _SIGKILL)
                os.waitpid(process, 0)

    def _told(self) -> str:
        """What the process says before patience ends; empty where that is no hash."""
        if self._child is None:
            return ""
        _, source = self._child
        os.set_blocking(source, False)
        told, until = None, monotonic() + PATIENCE_S
        while told is None and monotonic() < until:
            told = _read(source)
        self.close()
        return told.decode("ascii") if told is not None and len(told) == _HEXADECIMAL else ""


def _read(source: int) -> bytes | None:
    """What was written, nothing where nobody will write any more; None, after a moment, where nobody did yet."""
    try:
        return os.read(source, _HEXADECIMAL)
    except BlockingIOError:
        sleep(_LOOKED_EVERY_S)
        return None
    except OSError:
        return b""


def _split_off(path: Path) -> tuple[int, int] | None:
    """The process that computes the hash of a file, and where it writes it; None where there can be none."""
    try:
        source, target = os.pipe()
    except OSError:
        return None
    try:
        process = os.fork()
    except OSError:
        os.close(source)
        os.close(target)
        return None
    if process == 0:
        # Whatever happens here, this must never live on as a second program.
        try:
            os.write(target, file_digest(path).encode("ascii"))
        finally:
            os._exit(0)
    os.close(target)
    return process, source
