"""The sheet of keys: every action of the menus that has one, and the keys that belong to a place."""

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QAction, QKeySequence

_IN_A_PLACE = (
    ("Tab, Shift+Tab", "the next or previous field, link or button"),
    ("Enter", "follow the chosen link, or press the chosen button"),
    ("Space", "tick or untick"),
    ("Esc", "close the source, the list of results or the bar for finding"),
    ("Page up, Page down, Home, End", "move through the page"),
    ("F3, Shift+F3", "the next or previous place of what was found on this page"),
)


def shortcuts_html(actions: Iterable[QAction]) -> str:
    """A table of keys and what they do."""
    form = QKeySequence.SequenceFormat.NativeText
    rows = [
        (action.shortcut().toString(form), action.text().replace("&", "").removesuffix("…"))
        for action in actions
        if not action.shortcut().isEmpty()
    ]
    cells = "".join(
        f'<tr><td style="padding: 2px 24px 2px 0;"><strong>{escape(keys)}</strong></td>'
        f'<td style="padding: 2px 0;">{escape(words[:1].upper() + words[1:])}</td></tr>'
        for keys, words in (*rows, *_IN_A_PLACE)
    )
    return f'<table cellspacing="0" cellpadding="0">{cells}</table>'
