"""Line icons, drawn in a colour of the theme."""

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QIcon, QPixmap

from desktop.paths import RESOURCES

_DRAWN_PX = 48


def icon(name: str, colour: str) -> QIcon:
    """The icon of that name; drawn larger than shown, so that it stays sharp on a fine screen."""
    return QIcon(_drawn(name, colour))


def switch_icon(off: str, on: str, colour: str) -> QIcon:
    """An icon with another drawing for what is switched on."""
    made = icon(off, colour)
    made.addPixmap(_drawn(on, colour), QIcon.Mode.Normal, QIcon.State.On)
    return made


def _drawn(name: str, colour: str) -> QPixmap:
    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    tinted = drawing.replace("currentColor", colour).replace('width="24"', f'width="{_DRAWN_PX}"', 1)
    pixmap = QPixmap(QSize(_DRAWN_PX, _DRAWN_PX))
    pixmap.loadFromData(QByteArray(tinted.replace('height="24"', f'height="{_DRAWN_PX}"', 1).encode()), "SVG")
    return pixmap
