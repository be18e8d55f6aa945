"""Installs the Debian package on a bare system with no Python and no network, uses it, and takes it off again.

Root only, on Debian or Ubuntu: `python3 packaging/dev.py chroot`. The bare system is made by debootstrap.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bundle import virtual_screen
from debian import debian_package
from deliver import BUILT, DELIVERY
from desktop import __version__
from environment import source_date_epoch

NEWER = f"{__version__}+drill"
LIBRARY, COMMANDS = "usr/lib/wardlight", ("usr/bin/wardlight", "usr/bin/wardlight-cli")
TOPIC = "NDM-producing Enterobacterales"


def main() -> int:
    """0 when the package could be installed, started, upgraded, removed and purged."""
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        sys.exit("The drill needs root and debootstrap: apt-get install debootstrap")
    (package,) = DELIVERY.glob("wardlight_*.deb")
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "bare"
        _run(["debootstrap", "--variant=minbase", _suite(), str(root), *_mirror()])
        newer = debian_package(BUILT, Path(scratch), source_date_epoch(), version=NEWER)
        found = [*_install_and_use(root, package), *_upgrade(root, newer), *_take_off(root)]
    for complaint in found:
        print(f"FAILED: {complaint}")
    print("installed, started, upgraded, removed and purged" if not found else f"{len(found)} complaints")
    return 1 if found else 0


def _suite() -> str:
    said = Path("/etc/os-release").read_text(encoding="utf-8")
    return str(re.findall(r"^VERSION_CODENAME=(\w+)", said, re.MULTILINE)[0])


def _mirror() -> list[str]:
    """The mirror that this machine itself uses."""
    lists = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in lists if path.is_file())
    named = re.findall(r"^(?:deb (?:\[[^\]]*\] )?|URIs: *)(\S+)", text, re.MULTILINE)
    return [address for address in named if re.search(r"/(debian|ubuntu)/?$", address)][:1]


def _install_and_use(root: Path, package: Path) -> Iterator[str]:
    if shutil.which("python3", path=str(root / "usr/bin")):
        yield "the bare system has a Python, so that the drill proves nothing"
    yield from _dpkg(root, "--install", package)
    answer = _inside(root, ["wardlight-cli", "content", "verify"])
    if answer.returncode != 0:
        yield f"content verify ended with {answer.returncode}: {answer.stdout}{answer.stderr}"
    if TOPIC not in _inside(root, ["wardlight"]).stdout:
        yield "without a display the topic is not printed"
    with virtual_screen() as display, _screen_in(root):
        shown = _inside(root, ["wardlight", "--exit-when-complete"], {"DISPLAY": display})
        if shown.returncode != 0 or shown.stderr:
            yield f"the window ended with {shown.returncode} and said: {shown.stderr}"


def _upgrade(root: Path, newer: Path) -> Iterator[str]:
    kept = root / "etc/wardlight/content"
    kept.mkdir(parents=True)
    yield from _dpkg(root, "--install", newer)
    listed = _inside(root, ["dpkg-query", "--show", "--showformat=${Version}", "wardlight"]).stdout
    if listed != NEWER:
        yield f"after the upgrade the version is {listed}"
    if not kept.is_dir():
        yield "the upgrade took what the administrator had placed in /etc/wardlight"
    kept.rmdir()


def _take_off(root: Path) -> Iterator[str]:
    yield from _dpkg(root, "--remove", "wardlight")
    yield from (f"/{left} is still there" for left in (LIBRARY, *COMMANDS) if (root / left).exists())
    yield from _dpkg(root, "--purge", "wardlight")
    if (root / "etc/wardlight").exists():
        yield "the empty /etc/wardlight is still there"


def _dpkg(root: Path, action: str, subject: Path | str) -> Iterator[str]:
    """A complaint when dpkg refuses; a package is first placed inside."""
    words = str(subject)
    if isinstance(subject, Path):
        shutil.copyfile(subject, root / subject.name)
        words = f"/{subject.name}"
    done = _inside(root, ["dpkg", action, words])
    if done.returncode != 0:
        yield f"dpkg {action}: {done.stderr}"


@contextmanager
def _screen_in(root: Path) -> Iterator[None]:
    """The virtual screen's socket inside the bare system: with no network it is the only way to it."""
    place = root / "tmp/.X11-unix"
    place.mkdir(parents=True, exist_ok=True)
    _run(["mount", "--bind", "/tmp/.X11-unix", str(place)])  # noqa: S108, the place is X's own
    try:
        yield
    finally:
        _run(["umount", str(place)])


def _inside(root: Path, command: Sequence[str], more: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """A finished command inside the bare system, in a network namespace where not even loopback is up."""
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"} | (more or {})
    words = ["unshare", "--net", "chroot", str(root), *command]
    return subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120, check=False)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed: {done.stdout[-500:]}{done.stderr[-500:]}")


if __name__ == "__main__":
    sys.exit(main())
