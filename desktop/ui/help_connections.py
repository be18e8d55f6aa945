"""What the Help menu shows beside the text; none of it is on the way to the first window."""

from desktop.content.library import Library
from desktop.ui.actions import Actions
from desktop.ui.reader import Reader
from desktop.ui.words import tr


def connect_help(actions: Actions, reader: Reader, library: Library) -> None:
    """The keys, the program itself, and its hazard log."""

    def keys() -> None:
        from desktop.ui.shortcuts_html import shortcuts_html

        reader.show_beside(tr("Keyboard"), shortcuts_html(actions.all()))

    def about() -> None:
        from desktop.ui.about import about_html

        reader.show_beside(tr("About Wardlight"), about_html(library))

    def hazards() -> None:
        from desktop.ui.about import hazard_log_html

        reader.show_beside(tr("Hazard log"), hazard_log_html())

    for action, show in ((actions.shortcuts, keys), (actions.about, about), (actions.hazards, hazards)):
        action.triggered.connect(show)
