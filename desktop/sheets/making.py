"""A sheet in the form that an ending asks for, and written whole or not at all."""

import os
from pathlib import Path

from desktop.sheets.paper import Paper
from desktop.sheets.sheet import Sheet, pdf

ENDINGS = (".pdf", ".html", ".txt")


def made(sheet: Sheet, ending: str, paper: Paper) -> bytes:
    """The bytes of a sheet; a KeyError for an ending that is not one of `ENDINGS`."""
    forms = {
        ".pdf": lambda: pdf(sheet, paper),
        ".html": lambda: sheet.html().encode(),
        ".txt": lambda: sheet.text().encode(),
    }
    return forms[ending]()


def write_whole(place: Path, data: bytes) -> None:
    """Nothing; the file holds all of the data, or still what it held before.

    What is half written lies in the very folder that was chosen, so that no other ever holds a figure of a patient.
    """
    target = place.resolve()
    half = target.with_name(f".wardlight-{os.getpid()}.part")
    try:
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
