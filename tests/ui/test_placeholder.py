"""What an empty field says it is for can be read: 4.5 to 1 or more against its ground, as it is painted."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Scheme
from tests.ui.test_contrast import TEXT, contrast


def painted_contrast(field: QLineEdit) -> float:
    """The contrast of the clearest point of a field's words against the ground that most of them stand on."""
    picture = field.grab().toImage()
    inside = field.rect().adjusted(field.height(), field.height() // 4, -4, -field.height() // 4)
    points = [(x, y) for x in range(inside.left(), inside.right()) for y in range(inside.top(), inside.bottom())]
    colours = [picture.pixelColor(x, y).name() for x, y in points]
    ground = max(set(colours), key=colours.count)
    return max(contrast(colour, ground) for colour in set(colours))


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_what_an_empty_field_says_can_be_read(
    window: MainWindow, looks: Looks, qapp: QApplication, scheme: Scheme
) -> None:
    # Large letters have points that are painted in nothing but their colour.
    looks.choose_size(200)
    looks.choose_scheme(scheme)
    window.resize(1600, 768)
    window.page.setFocus()
    window.actions_.find.trigger()
    window.page.setFocus()
    qapp.processEvents()
    fields = [window.header.search, window.reader.pane.find_bar.words]
    try:
        for field in fields:
            assert field.placeholderText()
            assert not field.text()
            assert not field.hasFocus()
            assert painted_contrast(field) >= TEXT
    finally:
        window.reader.pane.find_bar.close_bar()
