"""Sheets of the bundled library, and a fixed moment to print them at."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.sheets.downtime_sheet import downtime_sheet
from desktop.sheets.paper import Paper
from desktop.sheets.sheet import Sheet, pdf
from tests.sheets.reading import Pdf

AT = datetime(2026, 11, 26, 4, 5)  # noqa: DTZ001 (the clock on the wall)


@pytest.fixture(scope="session")
def write(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sheet, Paper], Pdf]:
    """Writes a sheet as a PDF, to be read by a program that is not ours."""
    folder = Path(tmp_path_factory.mktemp("sheets"))

    def written(sheet: Sheet, paper: Paper) -> Pdf:
        place = folder / f"{len(list(folder.iterdir()))}.pdf"
        place.write_bytes(pdf(sheet, paper))
        return Pdf(place)

    return written


@pytest.fixture(scope="session")
def folder(write: Callable[[Sheet, Paper], Pdf], library: Library) -> Pdf:
    """The downtime folder: it holds everything that any other sheet but the card holds."""
    return write(downtime_sheet(library, AT), Paper.A4)
