"""Where packs live and who is trusted: the reader's shelf, the administrator's folder, and the roots placed here."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop.paths import BESIDE_PROGRAM, RESOURCES, data_folder, data_places, site_folder
from desktop.policy import machine_policy

SHELF = "content"
PUBLISHER, SITE = "publisher", "site"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders that decide which content is used; without a shelf nothing was imported here."""

    shelf: Path | None
    site: Path
    publisher_root: Path
    named_content: Path | None = None

    @property
    def site_content(self) -> Path:
        """The unpacked pack that an administrator placed for everybody, or named in the policy."""
        return self.named_content or self.site / "content"

    @property
    def has_site_content(self) -> bool | None:
        """Whether that folder is there; None where the system does not say, as where its parent is closed."""
        try:
            return self.site_content.is_dir()
        except ValueError:
            return False  # no folder can have such a name
        except OSError:
            return None

    @property
    def are_empty(self) -> bool:
        """Whether there is no content but the program's own: nothing was imported, placed, named or hidden here."""
        return self.shelf is None and self.named_content is None and self.has_site_content is False

    @property
    def roots(self) -> dict[str, Path]:
        """The root of each publisher that may be trusted on this machine, best known first."""
        return {PUBLISHER: self.publisher_root, SITE: self.site / "root.json"}


def places_to_read(data: Path | None) -> Places:
    """The places as they are; nothing is made or written."""
    folders = (data,) if data is not None else data_places(BESIDE_PROGRAM, sys.platform, os.environ)
    return _places(next((folder for folder in folders if _is_folder(folder / SHELF)), None))


def places_to_write(data: Path | None) -> Places:
    """The places for an import; without a shelf where this reader can keep nothing."""
    return _places(data_folder(data))


def _places(folder: Path | None) -> Places:
    shelf = None if folder is None else folder.absolute() / SHELF
    return Places(shelf, site_folder(), RESOURCES / "trust" / "root.json", machine_policy().content_folder)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
