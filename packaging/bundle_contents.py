"""What lies in the standalone program: nothing that has no place there, and not too much of it."""

import re
import subprocess
import sys
from pathlib import Path

# The budget for everything but the content.
LIMIT_MB = 120

FORBIDDEN_MODULES = (
    "PySide6.QtNetwork",
    "_ssl",
    "cryptography",
    "desktop.compiler",
    "markdown_it",
    "pydantic",
    "pydantic_core",
    "requests",
    "sqlite_utils",
    "ssl",
    "tkinter",
)
# The only libraries that every Linux has.
_C_LIBRARY = re.compile(r"(libc|libm|libdl|libpthread|librt|libresolv|libutil|ld-linux[a-z0-9-]*)\.so\.")
# Only the plug-in for printers asks for it, and Qt does without that plug-in where the system has no printing.
_PRINTING = "libcups.so.2"

FORBIDDEN_FILES = re.compile(
    r"(QtNetwork|Qt6Network|QtWebEngine|_ssl\b|libssl|libcrypto|pydantic|sqlite_utils|markdown_it|resources/library)"
)


def misplaced_files(folder: Path) -> list[str]:
    """The files and links of the bundle that must not be in it."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return [f"{name} is in the bundle" for name in names if FORBIDDEN_FILES.search(name)]


def dangling_links(folder: Path) -> list[str]:
    """The links that lead nowhere, as they do when a library was left out but not its link."""
    return [f"{path.name} leads nowhere" for path in folder.rglob("*") if path.is_symlink() and not path.exists()]


def misplaced_modules(executable: Path) -> list[str]:
    """The Python modules inside an executable that must not be in it."""
    modules = packed_modules(executable)
    if "desktop.paths" not in modules:
        return ["the list of packed modules could not be read"]
    return [
        f"module {module} is in the bundle"
        for module in sorted(modules)
        if any(module == name or module.startswith(f"{name}.") for name in FORBIDDEN_MODULES)
    ]


def packed_modules(executable: Path) -> set[str]:
    """The names of all Python modules inside an executable."""
    command = [sys.executable, "-m", "PyInstaller.utils.cliutils.archive_viewer", "-l", "-r", "-b", str(executable)]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {line.strip().strip("'") for line in listing.splitlines()}


def missing_libraries(folder: Path) -> list[str]:
    """The libraries that the bundle's own libraries ask for and that neither it nor the C library brings."""
    libraries = [path for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    if not libraries:
        return ["no library was found in the bundle"]
    command = ["objdump", "--private-headers", *map(str, libraries)]
    headers = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    needed = set(re.findall(r"NEEDED +(\S+)", headers))
    brought = {path.name for path in folder.rglob("*.so*")}
    return [
        f"{name} is needed and not in the bundle"
        for name in sorted(needed - brought - {_PRINTING})
        if not _C_LIBRARY.match(name)
    ]


def size_mb(folder: Path) -> float:
    """The megabytes of all files but the content; a file that is linked to counts once."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(path.stat().st_size for path in files if path.name != "content.db") / 1e6


def oversize(folder: Path) -> list[str]:
    """A complaint when the bundle is over its budget."""
    size = size_mb(folder)
    return [f"{size:.0f} MB without content is over the {LIMIT_MB} MB allowed"] if size > LIMIT_MB else []
