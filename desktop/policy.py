"""What an administrator sets for everybody on this machine; a file is read only where there is one."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.paths import BESIDE_PROGRAM, site_folder

if TYPE_CHECKING:
    from desktop.domain.patient import CreatinineUnit

FILE, BESIDE = "policy.toml", "wardlight-policy.toml"
_SWITCHES = ("kiosk", "calculators")
_KEYS = (*_SWITCHES, "content-folder", "basis", "creatinine-unit")
_TELL = "Tell your administrator."


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is set. What a file says well is followed; any fault in it turns the calculators off.

    For nobody can tell whether the hospital wants them. `content_folder` holds the site's unpacked pack; `basis` comes
    first wherever several are shown, and hides none; `creatinine_unit` stands in the field until another is chosen.
    """

    file: Path | None = None
    kiosk: bool = False
    calculators: bool = True
    content_folder: Path | None = None
    basis: str | None = None
    creatinine_unit: "CreatinineUnit | None" = None
    faults: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Everything that differs from a machine without a policy."""
        from desktop.domain.patient import CREATININE_UNIT_WORDS

        said = (
            "Kiosk: on." if self.kiosk else "",
            "" if self.calculators else "Calculators: off.",
            f"Content of this site: {self.content_folder}." if self.content_folder else "",
            f"Basis that comes first: {self.basis}." if self.basis else "",
            f"Unit of the creatinine: {CREATININE_UNIT_WORDS[self.creatinine_unit]}." if self.creatinine_unit else "",
        )
        return " ".join(filter(None, said)) or "Nothing differs from a machine without one."

    @property
    def fault_words(self) -> str:
        """What is wrong with the file, where, and what follows from it; empty where nothing is."""
        if not self.faults:
            return ""
        return (
            f"The policy of this machine, {self.file}, has a fault. {' '.join(self.faults)} "
            f"Until it is mended nothing is calculated; everything can be read. {_TELL}"
        )

    @property
    def why_no_doses(self) -> str:
        """Why nothing is calculated here, and what to do instead; empty where the calculators are on."""
        if self.calculators:
            return ""
        if self.faults:
            return self.fault_words
        return (
            f"This hospital's policy ({self.file}) has turned the calculators off: no dose, clearance or card is made "
            "here. The guidance and the rows as the sources print them can be read."
        )


NO_POLICY = Policy()


def machine_policy() -> Policy:
    """The policy of this machine: the administrator's, or else the one that lies beside a portable program."""
    return first_policy((site_folder() / FILE, BESIDE_PROGRAM / BESIDE))


def first_policy(files: Sequence[Path]) -> Policy:
    """What the first file that is there says; without any, nothing is set."""
    for file in files:
        if os.path.lexists(file):
            return _read(file)
    return NO_POLICY


def _read(file: Path) -> Policy:
    import tomllib  # only where there is such a file

    from desktop.domain.patient import CreatinineUnit

    try:
        # Some editors on Windows put a mark before the first letter.
        text = file.read_text(encoding="utf-8-sig")
        table = tomllib.loads(text)
    except OSError as error:
        return Policy(file=file, calculators=False, faults=(f"It cannot be read ({error.strerror}).",))
    except RecursionError:
        return Policy(file=file, calculators=False, faults=("It is not written in TOML: it is nested too deeply.",))
    except ValueError as error:
        return Policy(file=file, calculators=False, faults=(f"It is not written in TOML: {error}.",))
    faults = {key: fault for key, value in table.items() if (fault := _fault(key, value))}
    good = {key: value for key, value in table.items() if key not in faults}
    folder, unit = good.get("content-folder"), good.get("creatinine-unit")
    return Policy(
        file=file,
        kiosk=good.get("kiosk", False),
        calculators=good.get("calculators", True) and not faults,
        content_folder=None if folder is None else Path(folder),
        basis=good.get("basis"),
        creatinine_unit=None if unit is None else CreatinineUnit(unit),
        faults=tuple(f"Line {_line_of(key, text)}: {fault}" for key, fault in faults.items()),
    )


def _line_of(key: str, text: str) -> int:
    """The line on which a key is set, counted from 1."""
    starts = (line.lstrip(" \t[\"'").startswith(key) for line in text.splitlines())
    return next((number for number, found in enumerate(starts, start=1) if found), 1)


def _fault(key: str, value: object) -> str:
    """What is wrong with one key; empty where nothing is."""
    if key not in _KEYS:
        return f'"{key[:40]}" is not known here. There is: {", ".join(_KEYS)}.'
    if key in _SWITCHES:
        return "" if isinstance(value, bool) else f"{key} is true or false, without quotation marks."
    if key == "content-folder":
        whole = isinstance(value, str) and "\0" not in value and Path(value).is_absolute()
        return "" if whole else "content-folder is the whole path of a folder, in quotation marks."
    from desktop.domain.case_choices import KNOWN_BASES
    from desktop.domain.patient import CreatinineUnit

    choices = KNOWN_BASES if key == "basis" else tuple(CreatinineUnit)
    return "" if value in choices else f"{key} is one of: {', '.join(choices)}; in quotation marks."
