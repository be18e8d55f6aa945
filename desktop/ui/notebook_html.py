"""The notebook beside the text: bookmarks, notes with those whose statement is gone, recent topics, the drugs here."""

from collections.abc import Sequence

from desktop.domain.case_choices import drug_words
from desktop.domain.dates import day_words
from desktop.domain.notebook import Bookmark, Kept, Note, Standing, standing
from desktop.ui.fragments import heading_html
from desktop.ui.html_text import escape
from desktop.ui.keeping import AVAILABLE_LINK, LISTED, MARK_LINK, NOTE_LINK, UNMARK_LINK
from desktop.ui.places import Places
from desktop.ui.words import tr, tr_later

_STANDING_WORDS = {
    Standing.HERE: "",
    Standing.REWORDED: tr_later("the statement was reworded since"),
    Standing.GONE: tr_later("the statement is no longer in this library"),
}


_NO_BOOKMARK = tr_later("None yet. Mark the section you are reading with Ctrl+D or the star.")
_NOT_SAID = tr_later("Not said: every drug is listed as if it could be had.")
_NO_NOTE = tr_later("None yet. “Where this comes from”, under every statement, leads to a note on it.")


def notebook_html(kept: Kept, places: Places, where: str) -> str:
    """Everything that is kept, each with its way there; `where` says in which file."""
    found = [(note, standing(note.anchor, places.text_of)) for note in kept.notes]
    here = [_note_html(note, state) for note, state in found if state is not Standing.GONE]
    gone = [_note_html(note, state) for note, state in found if state is Standing.GONE]
    bookmarks = [_bookmark_html(bookmark, places) for bookmark in kept.bookmarks]
    recent = [_link_html(topic) for topic in kept.recent if places.is_there(topic.place)]
    parts = [
        _list_html(tr("Bookmarks"), bookmarks, tr(_NO_BOOKMARK)),
        heading_html(3, tr("Notes")),
        "".join(here) or f"<p>{escape(tr(_NO_NOTE))}</p>",
    ]
    if gone:
        parts += [heading_html(3, tr("Notes whose statement is gone")), *gone]
    parts += [_available_html(kept), _list_html(tr("Recent topics"), recent, tr("None yet."))]
    return f'{"".join(parts)}<p class="quiet">{escape(where)}</p>'


def _list_html(heading: str, entries: Sequence[str], empty: str) -> str:
    listed = "".join(f"<li>{entry}</li>" for entry in entries)
    return heading_html(3, heading) + (f"<ul>{listed}</ul>" if listed else f"<p>{escape(empty)}</p>")


def _link_html(bookmark: Bookmark) -> str:
    return f'<a href="topic:{escape(bookmark.place)}">{escape(bookmark.title)}</a>'


def _bookmark_html(bookmark: Bookmark, places: Places) -> str:
    there = places.is_there(bookmark.place)
    title = _link_html(bookmark) if there else escape(tr("{title} (no longer in this library)", title=bookmark.title))
    return f'{title} · <a href="{UNMARK_LINK}{escape(bookmark.place)}{LISTED}">{tr("remove")}</a>'


def _note_html(note: Note, state: Standing) -> str:
    anchor = note.anchor
    title = escape(anchor.title)
    if state is not Standing.GONE:
        title = f'<a href="statement:{escape(anchor.statement)}">{title}</a>'
    quoted = f'<p class="quiet">{escape(anchor.excerpt)}</p>'
    return f"<p><strong>{title}</strong></p>{quoted}{_words_html(note, _STANDING_WORDS[state], LISTED)}"


def _words_html(note: Note, state: str = "", then: str = "") -> str:
    """The reader's own words, when they were written, and the way to change them."""
    words = escape(note.text).replace("\n", "<br>")
    edition = escape(note.anchor.edition)
    when = tr("Your note · {day}, edition {edition}", day=day_words(note.written[:10]), edition=edition)
    since = f" · <strong>{escape(tr(state))}</strong>" if state else ""
    change = f'<a href="{NOTE_LINK}{escape(note.anchor.statement)}/{note.id}{then}">{tr("change or delete")}</a>'
    return f'<p>{words}</p><p class="quiet">{when}{since} · {change}</p>'


def _available_html(kept: Kept) -> str:
    names = ", ".join(drug_words(slug) for slug in sorted(kept.available or ()))
    said = tr(_NOT_SAID) if kept.available is None else names or tr("None.")
    change = f'<a href="{AVAILABLE_LINK}{LISTED}">{tr("change")}</a>'
    return f"{heading_html(3, tr('Drugs available here'))}<p>{escape(said)} · {change}</p>"


def statement_kept_html(kept: Kept, statement: str, place: str) -> str:
    """What stands above the sources of a statement: its notes, and the ways to add one and to mark it."""
    notes = "".join(_words_html(note) for note in kept.notes_on(statement))
    mark = f'<a href="{MARK_LINK}{place}">{tr("bookmark this statement")}</a>'
    if kept.is_marked(place):
        mark = f'<a href="{UNMARK_LINK}{place}">{tr("remove its bookmark")}</a>'
    return f'{notes}<p><a href="{NOTE_LINK}{statement}">{tr("Write a note")}</a> · {mark}</p>'
