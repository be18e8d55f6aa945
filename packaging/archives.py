"""Folders into archives that are the same, byte for byte, whenever the folder is."""

import gzip
import io
import stat
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

_EARLIEST_ZIP = (1980, 1, 1, 0, 0, 0)


def tarball(folder: Path, archive: Path, epoch: int) -> None:
    """Nothing; the folder under its own name, links kept as links, owned by root, all of one moment."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            entry = tar.gettarinfo(path, arcname=path.relative_to(folder.parent).as_posix())
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime, entry.mode = epoch, _mode(path)
            with path.open("rb") if entry.isreg() else io.BytesIO() as file:
                tar.addfile(entry, file if entry.isreg() else None)
    with archive.open("wb") as raw, gzip.GzipFile("", "wb", compresslevel=9, fileobj=raw, mtime=epoch) as packed:
        packed.write(held.getvalue())


def zip_file(folder: Path, archive: Path, epoch: int, extra: dict[str, bytes] | None = None) -> None:
    """Nothing; as a tarball, for systems that know zip files better. `extra` are files to add, by their place in it."""
    moment = max(datetime.fromtimestamp(epoch, tz=UTC).timetuple()[:6], _EARLIEST_ZIP)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                continue
            place = path.relative_to(folder.parent).as_posix()
            kind = stat.S_IFLNK | 0o777 if path.is_symlink() else stat.S_IFREG | _mode(path)
            content = str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
            packed.writestr(_entry(place, moment, kind), content)
        for name, content in sorted((extra or {}).items()):
            packed.writestr(_entry(f"{folder.name}/{name}", moment, stat.S_IFREG | 0o644), content)


def _entry(place: str, moment: tuple[int, ...], mode: int) -> zipfile.ZipInfo:
    year, month, day, hour, minute, second = moment
    entry = zipfile.ZipInfo(place, (year, month, day, hour, minute, second))
    entry.create_system, entry.external_attr = 3, mode << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _mode(path: Path) -> int:
    """What anybody may do with a file: read it, and start it where it can be started."""
    if path.is_dir():
        return 0o755
    return 0o755 if path.lstat().st_mode & 0o100 else 0o644
