"""The sheet of keys: every action of the menus that has one, and the keys that belong to a place."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.html_text import escape
from desktop.ui.words import tr, tr_later

_IN_A_PLACE = (
    ("Tab, Shift+Tab", tr_later("the next or previous field, link or button")),
    ("Enter", tr_later("follow the chosen link, or press the chosen button")),
    ("Space", tr_later("tick or untick")),
    ("Esc", tr_later("close the source, the list of results or the bar for finding")),
    ("Page up, Page down, Home, End", tr_later("move through the page")),
    ("F3, Shift+F3", tr_later("the next or previous place of what was found on this page")),
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
        for keys, words in (*rows, *((keys, tr(words)) for keys, words in _IN_A_PLACE))
    )
    return f'<table cellspacing="0" cellpadding="0">{cells}</table>'
