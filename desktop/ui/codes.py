"""A reference's identifiers as codes for a phone's camera: this program opens no address itself."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6 import QtCore

from desktop.domain.guidance import Reference
from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QImage

_SCHEME = "code"
_CODE_PX = 150


def addresses(reference: Reference) -> Mapping[str, str]:
    """Where a phone finds the reference, by the identifier that leads there."""
    found = {
        "DOI": f"https://doi.org/{quote(reference.doi, safe='/')}" if reference.doi else None,
        "PMID": f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/" if reference.pmid else None,
        "address": reference.url,
    }
    return {name: address for name, address in found.items() if address}


def code_html(address: str) -> str:
    """The code of an address, as the drawer draws it."""
    return f'<p><img src="{_SCHEME}:{quote(address, safe="")}"></p>'


class DrawerText(ClosedBrowser):
    """The text of the drawer, which draws codes and opens nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the look; what is shown already keeps the old one."""
        self._theme = theme
        self.document().setDefaultStyleSheet(theme.document_css)

    def loadResource(self, kind: int, name: "QUrl | str") -> "QImage":
        """A code that the text asks for; anything else is a blank image."""
        url = QtCore.QUrl(name)
        if url.scheme() == _SCHEME and self._theme is not None:
            address = url.path(QtCore.QUrl.ComponentFormattingOption.FullyDecoded)
            return _code_image(address, self._theme, self.devicePixelRatioF())
        return super().loadResource(kind, name)


def _code_image(address: str, theme: Theme, ratio: float) -> "QImage":
    from desktop.sheets.qr import TooLong, qr_drawing  # segno and QtSvg are not on the way to the first window
    from desktop.ui.chart_image import chart_image

    drawing = qr_drawing(address, _CODE_PX)
    assert not isinstance(drawing, TooLong), address
    return chart_image(drawing, theme, ratio)
