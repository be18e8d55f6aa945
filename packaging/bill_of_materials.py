"""The bill of materials of the standalone program, in CycloneDX: every part by name, version, licence and address."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

from components import Component, components
from desktop import __version__

FORMAT = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}


def bill_of_materials(folder: Path, epoch: int) -> str:
    """The bill as JSON, the same for the same folder and moment; the system's libraries with their SHA-256."""
    made = datetime.fromtimestamp(epoch, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    program = {"type": "application", "bom-ref": "wardlight", "name": "wardlight", "version": __version__}
    parts = [_part(part) for part in components()] + [_library(path) for path in _system_libraries(folder)]
    bill = FORMAT | {"metadata": {"timestamp": made, "component": program}, "components": parts}
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"


def _part(part: Component) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        "licenses": [{"expression": part.licence}] if " " in part.licence else [{"license": {"id": part.licence}}],
    }


def _system_libraries(folder: Path) -> list[Path]:
    """The libraries at the top of the inner folder: those that came from the system and not from a package."""
    return sorted(path for path in (folder / "_internal").glob("*.so*") if path.is_file() and not path.is_symlink())


def _library(path: Path) -> dict[str, object]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "type": "file",
        "bom-ref": f"file:{path.name}",
        "name": path.name,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }
