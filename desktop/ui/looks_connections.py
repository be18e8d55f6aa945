"""Every signal that changes the look, and the one place it leads to."""

from desktop.ui.actions import Actions
from desktop.ui.looks import Looks
from desktop.ui.reader import Reader
from desktop.ui.theme import USUAL_PERCENT


def connect_looks(looks: Looks, actions: Actions, reader: Reader) -> None:
    """Colours, the size of everything, and the size of what is read, which the wheel changes as well."""
    actions.larger.triggered.connect(lambda: looks.step_size(1))
    actions.smaller.triggered.connect(lambda: looks.step_size(-1))
    actions.usual_size.triggered.connect(lambda: looks.choose_size(USUAL_PERCENT))
    actions.larger_page.triggered.connect(lambda: looks.step_page(1))
    actions.smaller_page.triggered.connect(lambda: looks.step_page(-1))
    actions.usual_page.triggered.connect(lambda: looks.choose_page(USUAL_PERCENT))
    for text in (reader.page, reader.drawer.text):
        text.zoomed.connect(looks.step_page)
    actions.next_scheme.triggered.connect(looks.next_scheme)
    for scheme, action in actions.schemes.items():
        action.triggered.connect(lambda _checked, chosen=scheme: looks.choose_scheme(chosen))
