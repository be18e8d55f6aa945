"""What the tests of the commands share: one run's answer, and content with something changed in it."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Object = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What one run left behind."""

    status: int
    out: str
    err: str

    @property
    def object(self) -> Object:
        """The one JSON object on standard output; more or less than one is a failure."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def code(self) -> str:
        """The code of the error object."""
        assert set(self.object) == {"error"}
        error = self.object["error"]
        assert set(error) == {"code", "field", "message"}
        assert error["message"]
        return str(error["code"])


Run = Callable[..., Answer]


def change(content: Path, *commands: str) -> Path:
    """The content file after SQL that no check of SQLite's own was asked about."""
    connection = sqlite3.connect(content)
    connection.execute("PRAGMA foreign_keys = OFF")
    for command in commands:
        connection.execute(command)
    connection.commit()
    connection.close()
    return content
