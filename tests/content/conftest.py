"""The dose rows of the program's own content, by what they go by."""

import pytest

from desktop.content.dose_rows import dose_bands
from desktop.content.opening import OpenContent, open_content
from desktop.domain.drugs import L_PER_HOUR, AgeBand, Band

Bands = dict[str, tuple[Band, AgeBand | None]]


@pytest.fixture(scope="session")
def banded() -> dict[str, tuple[Band, AgeBand | None] | None]:
    """Every dose row with its band and the ages of a child's; None where it goes by no figure alone."""
    opened = open_content()
    assert isinstance(opened, OpenContent)
    ids = [found["id"] for found in opened.connection.execute("SELECT id FROM dose_row")]
    bands = dose_bands(opened.connection, ids)
    opened.connection.close()
    return {row: bands.get(row) for row in ids}


@pytest.fixture(scope="session")
def rows(banded: dict[str, tuple[Band, AgeBand | None] | None]) -> Bands:
    """The dose rows by clearance, with the ages of a child's."""
    return {row: found for row, found in banded.items() if found is not None and found[0].unit != L_PER_HOUR}
