"""A chart as an image in the colours and at the size of the window."""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.charts.lettering import Drawing
from desktop.charts.tokens import filled
from desktop.ui.theme import Theme


def chart_image(drawing: Drawing, theme: Theme, ratio: float) -> QImage:
    """The drawing, sharp on a screen with `ratio` dots to a pixel."""
    width, height = theme.page_length(drawing.width), theme.page_length(drawing.height)
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.colours["surface"]))
    renderer = QSvgRenderer(QByteArray(filled(drawing.svg, theme.colours).encode()))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
