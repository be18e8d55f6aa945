"""The dose rows of the program's own content, by what they go by."""

import pytest

from desktop.content.dose_rows import dose_bands
from desktop.content.opening import OpenContent, open_content
from desktop.domain.drugs import AgeBand, Band


@pytest.fixture(scope="session")
def rows() -> dict[str, tuple[Band, AgeBand | None]]:
    """The band of every dose row by clearance, with the ages of a child's."""
    opened = open_content()
    assert isinstance(opened, OpenContent)
    ids = [found["id"] for found in opened.connection.execute("SELECT id FROM dose_row")]
    bands = dose_bands(opened.connection, ids)
    opened.connection.close()
    return bands
