"""One import in a program of its own, with whatever goes wrong on the way; prints what the reader would be told.

`python one_import.py PACK SHELF ROOT [trouble]`, where trouble is `fault=N` (the Nth file operation fails), `refuse=N`
(the note is refused N times), `limit=N` (no file may grow beyond N bytes), `pull` (the pack ends while it is copied),
`nobody` (a plain user without rights), or `mount` (nothing: the folder itself is the trouble).
"""

import errno
import os
import sys
from pathlib import Path

import tuf.api.metadata
import tuf.api.serialization.json  # noqa: F401  # loaded before the trouble begins, as its own files are not the matter

from desktop.content.guidance import edition
from desktop.content.opening import OpenContent
from desktop.packs.choosing import best
from desktop.packs.importing import staged
from desktop.packs.places import Places
from desktop.packs.refusal import PackRefusedError

OPERATIONS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir", "sqlite3.connect")


class Trouble:
    """Counts the file operations of this program, and fails those that it is told to."""

    def __init__(self, kind: str, number: int, pack: Path) -> None:
        self.kind, self.number, self.pack = kind, number, pack
        self.count, self.active = 0, False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.active or event not in OPERATIONS:
            return
        if self.kind == "fault":
            self.count += 1
            if self.count == self.number:
                raise OSError(errno.EIO, "the drill")
        if self.kind == "refuse" and event == "os.rename" and "active.json" in str(arguments[1]):
            self.count += 1
            if self.count <= self.number:
                raise PermissionError(errno.EACCES, "the drill")
        if self.kind == "pull" and event == "open" and self._is_content(Path(str(arguments[0]))):
            # What was announced is no longer all there when it is read.
            os.truncate(str(arguments[0]), 5000)

    def _is_content(self, path: Path) -> bool:
        return path.parent == self.pack and path.name.endswith(".content.db")


def places(shelf: Path, root: Path) -> Places:
    return Places(shelf, shelf.parent / "site", root)


def attempt(pack: Path, at: Places) -> str:
    """What an import comes to: `done`, or the code of its refusal."""
    try:
        with staged(pack, at) as candidate:
            candidate.accept()
    except PackRefusedError as error:
        return error.code
    return "done"


def version_in_use(at: Places) -> int:
    """The version that opens at the next start; 0 where none does."""
    choice = best(at)
    if not isinstance(choice.content, OpenContent):
        return 0
    found = edition(choice.content.connection).version
    choice.close()
    return found


def main(words: list[str]) -> None:
    pack, shelf, root = map(Path, words[:3])
    kind, _, number = (words[3] if len(words) > 3 else "mount").partition("=")
    at = places(shelf, root)
    trouble = Trouble(kind, int(number or 0), pack)
    sys.addaudithook(trouble)
    version_in_use(at)
    if kind == "limit":
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(number), resource.RLIM_INFINITY))
    if kind == "nobody" and os.geteuid() == 0:
        os.setuid(65534)
    trouble.active = True
    told = attempt(pack, at)
    trouble.active = False
    sys.stdout.write(f"{told} {trouble.count}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
