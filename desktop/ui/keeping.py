"""The reader's notebook in the window: what is marked, noted and listed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.library import Library
from desktop.domain.notebook import Bookmark, Kept
from desktop.health.log import log_refusal
from desktop.notebook.notebook import Notebook, NotKeptError, open_notebook
from desktop.paths import data_folder
from desktop.ui.strips import NewsStrip
from desktop.ui.words import tr, tr_later

if TYPE_CHECKING:
    from desktop.ui.places import Places

NOTE_LINK, MARK_LINK, UNMARK_LINK, AVAILABLE_LINK = "note:", "mark:", "unmark:", "available:"
KEPT_LINKS = (NOTE_LINK, MARK_LINK, UNMARK_LINK, AVAILABLE_LINK)
STATEMENT_LINK = "statement:"
# At the end of a link of the list: what was changed there is shown there.
LISTED = "@list"


class Keeping(QObject):
    """Does what the reader asks of the notebook; knows nothing of the case.

    `listed` carries a title and the whole notebook as HTML; `marked` whether the present place has a bookmark;
    `stale` a link whose answer is to be shown anew; `available_changed` the drugs of this place, or None.
    """

    listed = Signal(str, str)
    marked = Signal(bool)
    stale = Signal(str)
    available_changed = Signal(object)

    def __init__(self, notebook: Notebook, library: Library) -> None:
        super().__init__()
        self._notebook, self._library = notebook, library
        self._place, self._told = "", ""
        self._places: Places | None = None
        self.strip = NewsStrip()
        self._tell_trouble()

    @property
    def kept(self) -> Kept:
        """Everything that is kept now."""
        return self._notebook.kept

    @property
    def places(self) -> "Places":
        """The places of the library, read when one is first asked for."""
        if self._places is None:
            from desktop.ui.places import Places  # not on the way to the first window

            self._places = Places(self._library)
        return self._places

    def reach(self, place: str) -> None:
        """Take the section that is being read, such as "ndm#dosing"."""
        self._place = place
        self.marked.emit(self.kept.is_marked(place))

    def visit(self, topic: str, title: str) -> None:
        """Keep a topic as the most recent one."""
        self._notebook.visited(Bookmark(topic, title))
        self._tell_trouble()

    def toggle_bookmark(self) -> None:
        """Mark the section that is being read, or take its bookmark away."""
        self._mark(self._place, marked=not self.kept.is_marked(self._place))

    def follow(self, link: str, window: QWidget) -> None:
        """Do what one of KEPT_LINKS asks for."""
        plain = link.removesuffix(LISTED)
        after = LISTED if plain != link else ""
        kind, _, key = plain.partition(":")
        if kind == "note":
            self._edit_note(key, after, window)
        elif kind == "available":
            self.edit_available(window)
        else:
            self._mark(key, marked=kind == "mark")
            self._show_anew(after or f"{STATEMENT_LINK}{key.partition('#')[2]}")

    def show_list(self) -> None:
        """Show everything that is kept."""
        from desktop.ui.notebook_html import notebook_html  # not on the way to the first window

        self.listed.emit(tr("Notebook"), notebook_html(self.kept, self.places, self._notebook.where))

    def statement_html(self, statement: str) -> str:
        """What is kept on a statement, to stand above its sources."""
        from desktop.ui.notebook_html import statement_kept_html  # not on the way to the first window

        return statement_kept_html(self.kept, statement, self.places.place_of(statement))

    def edit_available(self, window: QWidget) -> None:
        """Let the reader say which drugs this place has."""
        from desktop.ui.available_dialog import AvailableDialog  # not on the way to the first window

        dialog = AvailableDialog(self.kept.available, window)
        dialog.chosen.connect(self._set_available)
        dialog.open()

    def _show_anew(self, link: str) -> None:
        """Have what changed shown again: the list, or a statement that is still here."""
        statement = link.removeprefix(STATEMENT_LINK)
        if link == LISTED or self.places.text_of(statement) is None:
            self.show_list()
        else:
            self.stale.emit(link)

    def take_available(self, slugs: frozenset[str] | None) -> None:
        """Keep which drugs this place has, as they were chosen at the bedside."""
        self.was_kept(lambda: self._notebook.set_available(slugs))

    def _set_available(self, slugs: frozenset[str] | None) -> None:
        if self.was_kept(lambda: self._notebook.set_available(slugs)):
            self.available_changed.emit(slugs)

    def _edit_note(self, key: str, after: str, window: QWidget) -> None:
        """Open a note of a statement, `statement/number`, or a new one, `statement`."""
        from desktop.ui.note_dialog import NoteDialog  # not on the way to the first window

        statement, _, number = key.partition("/")
        note = next((note for note in self.kept.notes if str(note.id) == number), None)
        anchor = note.anchor if note else self.places.anchor(statement)
        if anchor is None:
            return
        dialog = NoteDialog(anchor, note.text if note else "", window, is_new=note is None)

        def keep(change: Callable[[], object]) -> None:
            try:
                change()
            except NotKeptError as error:
                dialog.show_fault(str(error))
                return
            dialog.accept()
            self._show_anew(after or f"{STATEMENT_LINK}{statement}")

        if note is None:
            dialog.saved.connect(lambda text: keep(lambda: self._notebook.write_note(anchor, text)))
        else:
            dialog.saved.connect(lambda text: keep(lambda: self._notebook.rewrite_note(note.id, text)))
            dialog.deleted.connect(lambda: keep(lambda: self._notebook.delete_note(note.id)))
        dialog.open()

    def take(self, other: Kept) -> None:
        """Add everything of an imported notebook, and show what is kept now."""
        before = self.kept
        if self.was_kept(lambda: self._notebook.take(other)):
            notes, bookmarks = (
                len(now) - len(then) for now, then in zip(_lists(self.kept), _lists(before), strict=True)
            )
            said = tr_later("Imported: {notes} new notes, {bookmarks} new bookmarks. What was here stayed.")
            self.strip.tell(tr(said, notes=notes, bookmarks=bookmarks))
            self.available_changed.emit(self.kept.available)
            self.show_list()

    def take_up(self, notebook: Notebook) -> None:
        """Go on with another notebook; what the last one kept is out of sight."""
        self._notebook = notebook
        self._tell_trouble()
        self.reach(self._place)
        self.available_changed.emit(self.kept.available)

    def _mark(self, place: str, *, marked: bool) -> None:
        if marked:
            self.was_kept(lambda: self._notebook.mark(self.places.bookmark(place)))
        else:
            self.was_kept(lambda: self._notebook.unmark(place))
        self.reach(self._place)

    def was_kept(self, change: Callable[[], object]) -> bool:
        """Whether a change was kept; where it was not, the reader is told."""
        try:
            change()
        except NotKeptError as error:
            self.strip.warn(str(error))
            return False
        return True

    def _tell_trouble(self) -> None:
        """Say once what keeps the notebook from keeping, if anything does."""
        if self._notebook.trouble not in ("", self._told):
            self._told = self._notebook.trouble
            self.strip.warn(self._told)


def _lists(kept: Kept) -> tuple[tuple[object, ...], tuple[object, ...]]:
    return kept.notes, kept.bookmarks


def readers_notebook(data: Path | None, *, kiosk: bool) -> Notebook:
    """The reader's notebook; a kiosk keeps nothing, and its notebook is gone with it."""
    notebook = Notebook() if kiosk else open_notebook(data_folder(data))
    if notebook.trouble and not kiosk:
        log_refusal("notebook", data)
    return notebook
