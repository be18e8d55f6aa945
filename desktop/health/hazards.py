"""The hazard log: what could harm a patient here, what stands against it, and what remains."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
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
    """Every hazard of the log, in order; ValueError, in words, where the log cannot be read whole."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("hazard")
        if not isinstance(entries, list) or not entries:
            raise ValueError("it lists no hazard")
        found = tuple(_hazard(number, entry) for number, entry in enumerate(entries, 1))
    except OSError as error:
        raise ValueError(f"The hazard log {path.name} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise ValueError(f"The hazard log {path.name} cannot be read: {error}.") from error
    return found


def _hazard(number: int, entry: object) -> Hazard:
    """One entry; ValueError names the field that is missing, unknown or no words."""
    if not isinstance(entry, Mapping):
        raise ValueError(f"entry {number} is not a table")
    names = [field.name for field in fields(Hazard)]
    odd = sorted(set(names) ^ set(entry))
    if odd:
        raise ValueError(f'entry {number}: "{odd[0]}" is {"missing" if odd[0] in names else "not a field"}')
    controls = entry["controls"]
    if not isinstance(controls, list) or not controls or not all(map(_is_words, controls)):
        raise ValueError(f'entry {number}: "controls" must list at least one sentence')
    empty = [name for name in names if name != "controls" and not _is_words(entry[name])]
    if empty:
        raise ValueError(f'entry {number}: "{empty[0]}" says nothing')
    return Hazard(**{**entry, "controls": tuple(controls)})


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
