"""Starts the standalone program, and says what was wrong with how it ran."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Whole lines that may stand on standard error, each with the reason why. Anything else fails.
ACCEPTED_LINES = {
    "This plugin does not support propagateSizeHints()": (
        "Qt's offscreen plug-in says so of every window with a least size; no real screen does."
    ),
}

# Long enough for a cold start on a slow disk; a program that hangs must not hang the gate.
_PATIENCE_S = 60

# The plain user whom every Linux has.
NOBODY = 65534

ON_WINDOWS = os.name == "nt"
# Without these Windows starts no program, or finds no folder of its reader.
_NEEDED_BY_WINDOWS = ("SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP")


def program(folder: Path, name: str) -> Path:
    """A program in the standalone folder, as its file is called on this system."""
    return folder / (f"{name}.exe" if ON_WINDOWS else name)


def is_root() -> bool:
    """Whether whoever builds may do everything; on Windows nobody is asked."""
    return not ON_WINDOWS and os.geteuid() == 0


@dataclass(frozen=True)
class Bundle:
    """A built program, with a home of its own so that no setting of this machine is read or written."""

    folder: Path
    home: Path

    @property
    def window(self) -> Path:
        """The program that opens the window."""
        return program(self.folder, "wardlight")

    @property
    def console(self) -> Path:
        """The program that runs the commands."""
        return program(self.folder, "wardlight-cli")

    def start(
        self,
        command: Sequence[str | Path],
        screen: dict[str, str] | None = None,
        cwd: Path | None = None,
        unprivileged: bool = False,
    ) -> subprocess.CompletedProcess[str]:
        """The finished program; status 124 stands for one that had to be stopped."""
        user = NOBODY if unprivileged and is_root() else None
        words = [str(word) for word in command]
        try:
            return subprocess.run(
                words,
                env=self._environment() | (screen or {}),
                cwd=cwd or self.home,
                user=user,
                group=user,
                extra_groups=None if user is None else [],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=_PATIENCE_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(words, 124, "", f"still running after {_PATIENCE_S} s")

    def _environment(self) -> dict[str, str]:
        """Only what a plain login has: nothing of the checkout or of Python leaks into the program."""
        home = str(self.home)
        if ON_WINDOWS:
            needed = {name: os.environ[name] for name in _NEEDED_BY_WINDOWS if name in os.environ}
            return needed | {"USERPROFILE": home, "APPDATA": home, "LOCALAPPDATA": home}
        return {"HOME": home, "XDG_RUNTIME_DIR": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def complaints(run: subprocess.CompletedProcess[str], status: int = 0) -> list[str]:
    """What was wrong with a finished program: another status, or a line that nobody has reviewed."""
    found = [f"standard error: {line}" for line in unexpected_lines(run.stderr)]
    if run.returncode != status:
        found.append(f"status {run.returncode} instead of {status}")
    return found


def unexpected_lines(stderr: str) -> list[str]:
    """The lines of standard error that are not among the reviewed ones, word for word."""
    return [line for line in stderr.splitlines() if line not in ACCEPTED_LINES]


def internet_calls(trace: str) -> list[str]:
    """The lines of an strace log in which an internet socket appears."""
    return [line for line in trace.splitlines() if re.search(r"\bAF_INET6?\b", line)]


@contextmanager
def virtual_screen() -> Iterator[str]:
    """The name of an X display of its own, gone again afterwards."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def no_network() -> list[str] | None:
    """The words that start a program with no network at all, or None where the system does not permit it."""
    if shutil.which("unshare") is None:
        return None
    for words in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
            return words
    return None


def set_writable(folder: Path, writable: bool) -> None:
    """Nothing; every file and folder below becomes writable for its owner, or for nobody."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | 0o200 if writable else mode & ~0o222)
