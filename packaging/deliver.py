"""Everything that people install, out of dist/wardlight into dist/delivery: `python3 packaging/dev.py deliver`."""

import hashlib
import platform
import shutil
import sys
from pathlib import Path

from archives import tarball, zip_file
from authenticode import hash_list
from bill_of_materials import bill_of_materials
from debian import debian_package
from desktop import __version__
from desktop.paths import PORTABLE_MARKER
from environment import ROOT, source_date_epoch

BUILT = ROOT / "dist" / "wardlight"
DELIVERY = ROOT / "dist" / "delivery"
MARKER = b"Wardlight keeps its notes and settings in the folder beside this file, because this file is here.\n"


def main() -> int:
    """0, once dist/delivery holds every form, with the sums and the bill of materials."""
    if not BUILT.is_dir():
        sys.exit("There is nothing in dist/wardlight: run `python3 packaging/dev.py build` first.")
    shutil.rmtree(DELIVERY, ignore_errors=True)
    DELIVERY.mkdir(parents=True)
    epoch = source_date_epoch()
    name = f"wardlight-{__version__}-{sys.platform}-{platform.machine().lower()}"
    zip_file(BUILT, DELIVERY / f"{name}-portable.zip", epoch, {PORTABLE_MARKER: MARKER})
    if sys.platform == "linux":
        tarball(BUILT, DELIVERY / f"{name}.tar.gz", epoch)
    if shutil.which("dpkg-deb"):
        debian_package(BUILT, DELIVERY, epoch)
    if sys.platform == "win32":
        (DELIVERY / f"{name}-applocker.csv").write_text(hash_list(BUILT), encoding="utf-8")
    (DELIVERY / f"{name}.cdx.json").write_text(bill_of_materials(BUILT, epoch), encoding="utf-8")
    shutil.copyfile(BUILT / "THIRD-PARTY-LICENCES.txt", DELIVERY / "THIRD-PARTY-LICENCES.txt")
    shutil.copyfile(ROOT / "packaging" / "ADMINISTRATORS.md", DELIVERY / "ADMINISTRATORS.md")
    (DELIVERY / "SHA256SUMS").write_text(sums(DELIVERY), encoding="utf-8")
    print(f"Delivered {DELIVERY}:")
    print("\n".join(f"  {path.stat().st_size / 1e6:8.1f} MB  {path.name}" for path in sorted(DELIVERY.iterdir())))
    return 0


def sums(folder: Path) -> str:
    """The SHA-256 of every file, as `sha256sum --check` reads them."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


if __name__ == "__main__":
    sys.exit(main())
