"""The one list of what leaves the checkout with the program: for the wheel and the standalone build alike."""

from pathlib import Path

# resources/library is for authors and is not here: readers get what was compiled from it.
REQUIRED = (
    "content.db",
    "resources/content.sha256",
    "resources/fonts",
    "resources/icons",
    "resources/safety/hazards.toml",
    "resources/templates",
    "resources/theme",
)
# A build without a publisher's root accepts no packs.
OPTIONAL = ("resources/trust/root.json",)
# Languages as they were compiled; their sources are for translators.
LANGUAGES = "resources/languages/*.qm"


def shipped_files(root: Path) -> list[tuple[Path, str]]:
    """Each shipped file with its place below the program's root; a missing required one stops the build."""
    found: list[tuple[Path, str]] = []
    for name in REQUIRED + OPTIONAL:
        files = _files(root / name)
        if not files and name in REQUIRED:
            raise FileNotFoundError(f"{name} is missing from the checkout and must ship; build it or restore it.")
        found += [(file, file.relative_to(root).as_posix()) for file in files]
    return found + [(file, file.relative_to(root).as_posix()) for file in sorted(root.glob(LANGUAGES))]


def _files(path: Path) -> list[Path]:
    """Every file at or below a path, sorted so that two builds agree."""
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file())
