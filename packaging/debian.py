"""The Debian package: the standalone folder below /usr/lib, with its commands, its icon and its place in the menus."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from desktop import __version__
from environment import ROOT

LINUX = ROOT / "packaging" / "linux"
APPSTREAM = "io.github.wardlight.Wardlight.metainfo.xml"
# The glibc that Qt's own wheels of this release were built against; nothing else is needed.
CONTROL = """\
Package: wardlight
Version: {version}
Architecture: {architecture}
Maintainer: The Wardlight authors <wardlight@example.invalid>
Installed-Size: {size_kb}
Depends: libc6 (>= 2.34)
Section: science
Priority: optional
Description: offline reference for metallo-beta-lactamase producers
 Guidance, doses and pitfalls for clinicians who treat infections with NDM and
 other metallo-beta-lactamase producing Enterobacterales, without internet.
 Not clinically reviewed yet: it shows what sources print, and does not
 prescribe.
"""
# What an administrator put into /etc/wardlight is theirs; purging takes away only the empty folder.
POSTRM = """\
#!/bin/sh
set -e
if [ "$1" = purge ] && [ -d /etc/wardlight ]; then
    rmdir --ignore-fail-on-non-empty /etc/wardlight
fi
"""


def debian_package(bundle: Path, target: Path, epoch: int, version: str = __version__) -> Path:
    """The package file, the same for the same folder and moment."""
    architecture = _said_by(["dpkg", "--print-architecture"])
    package = target / f"wardlight_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        _lay_out(bundle, root)
        size_kb = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir()) // 1024
        _control(root, CONTROL.format(version=version, architecture=architecture, size_kb=size_kb))
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)]
        subprocess.run(
            command, env=os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}, check=True, stdout=subprocess.DEVNULL
        )
    return package


def _said_by(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _lay_out(bundle: Path, root: Path) -> None:
    """Places every file of the package where it lies when it is installed."""
    library = root / "usr/lib/wardlight"
    shutil.copytree(bundle, library, symlinks=True)
    commands = root / "usr/bin"
    commands.mkdir(parents=True)
    for name in ("wardlight", "wardlight-cli"):
        (commands / name).symlink_to(f"../lib/wardlight/{name}")
    for source, place in (
        (LINUX / "wardlight.desktop", "usr/share/applications/wardlight.desktop"),
        (LINUX / APPSTREAM, f"usr/share/metainfo/{APPSTREAM}"),
        (LINUX / "wardlight.svg", "usr/share/icons/hicolor/scalable/apps/wardlight.svg"),
        (bundle / "THIRD-PARTY-LICENCES.txt", "usr/share/doc/wardlight/copyright"),
        (ROOT / "packaging" / "ADMINISTRATORS.md", "usr/share/doc/wardlight/ADMINISTRATORS.md"),
    ):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, root / place)
    (root / "etc/wardlight").mkdir(parents=True)
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _control(root: Path, control: str) -> None:
    folder = root / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text(control, encoding="utf-8")
    (folder / "postrm").write_text(POSTRM, encoding="utf-8")
    (folder / "postrm").chmod(0o755)
