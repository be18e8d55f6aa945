"""The hazard log: what could harm a patient here, what stands against it, and what remains."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from desktop.paths import RESOURCES

HAZARD_LOG = RESOURCES / "safety" / "hazards.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """One way in which the program could harm; `clinical_sign_off` is open until a named clinician signs."""

    id: str
    hazard: str
    cause: str
    harm: str
    controls: tuple[str, ...]
    residual_risk: str
    clinical_sign_off: str


def hazards(path: Path = HAZARD_LOG) -> tuple[Hazard, ...]:
    """Every hazard of the log, in order; ValueError, in words, where the log cannot be read."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["hazard"]
        return tuple(Hazard(**entry | {"controls": tuple(entry["controls"])}) for entry in entries)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"the hazard log {path.name} cannot be read: {error}") from error
