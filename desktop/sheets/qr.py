"""A QR code of plain text, as a drawing; what does not fit is refused and never cut."""

from dataclasses import dataclass
from itertools import groupby

import segno

from desktop.charts.lettering import Drawing

# A code with more modules is no longer read from paper by every phone.
_LARGEST_VERSION = 33
MOST_BYTES = 2_068
_QUIET = 4
# Any of the eight can be read; to weigh them all takes half a second of a large code.
_MASK = 3


@dataclass(frozen=True, slots=True)
class TooLong:
    """Why there is no code, and what to do."""

    bytes_over: int

    @property
    def words(self) -> str:
        """The sentence that stands in place of the code."""
        return f"No code: the text is {self.bytes_over:,} bytes too long for one, and it is not cut. Leave out a part."


def qr_drawing(text: str, width: int) -> Drawing | TooLong:
    """The code of a text so many pixels wide, black on white; or by how much the text is too long."""
    over = len(text.encode()) - MOST_BYTES
    if over > 0:
        return TooLong(over)
    code = segno.make_qr(text, error="L", encoding="utf-8", boost_error=True, mask=_MASK)
    assert isinstance(code.version, int)
    assert code.version <= _LARGEST_VERSION
    return Drawing(_svg(code), width, width, "QR code of this text")


def _svg(code: segno.QRCode) -> str:
    """The dark modules inside a quiet zone, one path for each row."""
    side = len(code.matrix) + 2 * _QUIET
    dark = "".join(f'<path d="{_row_path(bytes(row), y)}"/>' for y, row in enumerate(code.matrix))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#FFFFFF"/><g fill="#000000">{dark}</g></svg>'
    )


def _row_path(row: bytes, y: int) -> str:
    """Every run of dark modules of one row."""
    path, x = "", 0
    for module, run in groupby(row):
        length = len(list(run))
        if module:
            path += f"M{x + _QUIET} {y + _QUIET}h{length}v1h-{length}z"
        x += length
    return path
