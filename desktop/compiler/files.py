"""Files of the authored library into TOML tables and text; what cannot be read is a fault like any other."""

import re
import tomllib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from desktop.compiler.authored import Authored
from desktop.compiler.faults import Fault
from desktop.compiler.shapes import shaped

Table = dict[str, Any]
Form = TypeVar("Form", bound=Authored)

_PLACE = re.compile(r"(?P<what>.*) \((?:at )?(?P<place>line \d+, column \d+|end of document)\)", re.DOTALL)
_WHOLE = "the whole file"


class Desk:
    """Reads the files of one library, and collects the faults met on the way and every id that was declared."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []
        self.declared: dict[str, set[str]] = {}
        self.unreadable: set[str] = set()
        self.read: set[Path] = set()

    def text(self, path: Path, name: str) -> str | None:
        """The text of a file, or None after a fault."""
        self.read.add(path)
        try:
            return path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            self.fault(name, _WHOLE, "the file is missing", "Write it; resources/library/FORMAT.md shows its form.")
        except UnicodeDecodeError as error:
            self.fault(name, _WHOLE, f"byte {error.start + 1} is not UTF-8", "Save the file as UTF-8.")
        except OSError as error:
            self.fault(name, _WHOLE, f"it cannot be read ({error.strerror})", "Make it an ordinary, readable file.")
        return None

    def table(self, path: Path, name: str) -> Table | None:
        """The table of a TOML file, or None after a fault."""
        text = self.text(path, name)
        return None if text is None else self.parsed(text, name)

    def parsed(self, text: str, name: str, place: str = "") -> Table | None:
        """The table in TOML text, its fractions exact, or None after a fault."""
        try:
            return tomllib.loads(text, parse_float=Decimal)
        # Not only what TOML forbids: a number of 5,000 digits, or brackets nested 1,000 deep, stop the reading as well.
        except (ValueError, ArithmeticError, RecursionError) as error:
            found = _PLACE.fullmatch(str(error))
            what, where = (found["what"], found["place"]) if found else ("a value in it cannot be read", _WHOLE)
            at = f"{place}, {where} of its head" if place else where
            self.fault(name, at, f"not TOML: {what[:1].lower() + what[1:]}", "Correct the TOML.")
            return None

    def shape(self, form: type[Form], table: Table | None, name: str, place: str = "") -> Form | None:
        """The table in its form, or None after faults."""
        if table is None:
            return None
        found = shaped(form, table, name, place)
        if isinstance(found, list):
            self.faults += found
            return None
        return found

    def entries(self, table: Table, key: str, name: str) -> list[Table]:
        """A list of tables taken out of a table; the rest of the table is left in it."""
        found = table.pop(key, [])
        if isinstance(found, list) and all(isinstance(entry, dict) for entry in found):
            return found
        self.fault(name, key, "it is not a list of tables", f"Write each entry under [[{key}]].")
        return []

    def shapes(self, form: type[Form], entries: Sequence[Table], kind: str, name: str) -> tuple[Form, ...]:
        """Every entry that has its form; each is called by its kind and id, and each id is declared once."""
        found = (
            self.shape(form, entry, name, self.place(kind, entry, index)) for index, entry in enumerate(entries, 1)
        )
        return tuple(entry for entry in found if entry is not None)

    def place(self, kind: str, entry: Table, index: int) -> str:
        """What an entry is called, after its id was declared."""
        key = entry.get("id", entry.get("number"))
        if key is None:
            return f"{kind} {index}"
        place = f'{kind} "{key}"'
        self.declare(kind, str(key))
        return place

    def declare(self, kind: str, key: str) -> None:
        """Remembers an id, so that a reference to an entry with a fault of its own is not called unknown."""
        self.declared.setdefault(kind, set()).add(key)

    def fault(self, name: str, place: str, what: str, remedy: str) -> None:
        """Adds a fault."""
        self.faults.append(Fault(name, place, what, remedy))
