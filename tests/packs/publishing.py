"""A publisher for tests, with keys of its own; everything is made with the publisher's real tools."""

import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import publish
from desktop.packs.carrying import members_of, write_file
from desktop.packs.places import Places
from desktop.packs.strict_json import canonical, strict_object
from desktop.paths import CONTENT_DB

PASSPHRASE = "of the tests"


def content_of(version: int, at: Path, *commands: str) -> Path:
    """The bundled content as another version of itself."""
    shutil.copyfile(CONTENT_DB, at)
    connection = sqlite3.connect(at)
    for command in (f"UPDATE edition SET version = {version}, edition = '2027.{version:02}'", *commands):
        connection.execute(command)
    connection.commit()
    connection.close()
    return at


class Publisher:
    """Three keys for roots and content alike, two of which must sign."""

    def __init__(self, folder: Path, names: Sequence[str] = ("ada", "ben", "cem")) -> None:
        self.home, self.folder = folder, folder / "published"
        self.home.mkdir(parents=True, exist_ok=True)
        self.signers: list[Path] = []
        self.change_keys(names)

    @property
    def root(self) -> Path:
        """The first root, as it ships with a program."""
        return self.folder / "1.root.json"

    def change_keys(self, names: Sequence[str]) -> None:
        """Names other people; those before them sign it too."""
        before, self.signers = self.signers, [self.home / name for name in names]
        for key in self.signers:
            if not key.exists():
                publish.make_key(key, PASSPHRASE)
        public = [key.with_name(f"{key.name}.pub") for key in self.signers]
        named = publish.name_keys(self.folder, public, public, (2, 2))
        self.sign(named, [*before[:2], *self.signers[:2]])

    def sign(self, file: Path, keys: Sequence[Path]) -> None:
        """Signatures in turn, as several people give them."""
        for key in keys:
            publish.sign(file, key, PASSPHRASE)

    def release(self, version: int, *commands: str, take_back: Sequence[int] = (), signers: int = 2) -> Path:
        """A signed pack as a folder."""
        content = content_of(version, self.home / "content.db", *commands)
        self.sign(publish.release(self.folder, content, take_back), self.signers[:signers])
        return Path(shutil.copytree(self.folder, self.home / f"pack {version}", dirs_exist_ok=True))

    def release_file(self, version: int) -> Path:
        """A signed pack as one file."""
        return as_file(self.release(version), self.home / f"version {version}.wardlight")


def as_file(folder: Path, out: Path) -> Path:
    """The folder of a pack as one file."""
    write_file({name: member.file for name, member in members_of(folder).items()}, out)
    return out


def rewrite(file: Path, **changes: object) -> None:
    """Changes the signed part of a file, in its one spelling, and leaves its signatures as they were."""
    found = strict_object(file.read_bytes())
    found["signed"].update(changes)
    file.write_bytes(canonical(found))


def places_of(publisher: Publisher, folder: Path) -> Places:
    """A machine that trusts this publisher, and to which nothing was ever brought."""
    return Places(folder / "data" / "content", folder / "site", publisher.root)
