"""Every signal of the search, and the one place it leads to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.ui.actions import Actions
from desktop.ui.find_bar import FindBar
from desktop.ui.fragments import TOPIC_LINK
from desktop.ui.reader import Reader
from desktop.ui.searching import Searching

if TYPE_CHECKING:
    from desktop.ui.search_results import Row


def connect_search(searching: Searching, actions: Actions, reader: Reader, show_reading: Callable[[], None]) -> None:
    """How search and find are asked for, where what is chosen opens, and where the reader is when nothing was."""
    connect_find(actions, reader.pane.find_bar)
    actions.search.triggered.connect(searching.ask)
    searching.left.connect(reader.page.setFocus)
    searching.chosen.connect(show_reading)
    searching.chosen.connect(lambda row: _open(reader, row))


def connect_find(actions: Actions, find_bar: FindBar) -> None:
    """How words are found on the page."""
    actions.find.triggered.connect(find_bar.open_bar)
    actions.find_next.triggered.connect(lambda: find_bar.step(1))
    actions.find_previous.triggered.connect(lambda: find_bar.step(-1))


def _open(reader: Reader, row: "Row") -> None:
    """Open what was chosen among the results, and go there."""
    if row.hit is None:
        reader.open(row.link)
    else:
        reader.open_hit(row.hit)
    (reader.page if row.link.startswith(TOPIC_LINK) else reader.drawer).setFocus()
