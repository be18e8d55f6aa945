"""The notebook as a file to carry: JSON, which can be read back whole, and Markdown, for people."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from desktop.domain.dates import day_words
from desktop.domain.notebook import OF_THIS_MACHINE, Anchor, Bookmark, Kept, Note, Setting, Standing, standing
from desktop.domain.refusal import Refusal
from desktop.notebook.notebook import LONGEST_NOTE, NotKeptError

_FORMAT = "wardlight-notebook"
_SHAPE = 1
_LARGEST_BYTES = 20_000_000
_ANCHOR = ("statement", "topic", "title", "excerpt", "edition")
_CHOOSE = "Choose a file that Wardlight exported as JSON."


def as_json(kept: Kept) -> str:
    """Everything that is kept, but what tells of this machine; `from_json` gives it back."""
    data = {
        _FORMAT: _SHAPE,
        "bookmarks": [_bookmark_data(bookmark) for bookmark in kept.bookmarks],
        "notes": [_note_data(note) for note in kept.notes],
        "recent": [_bookmark_data(topic) for topic in kept.recent],
        "settings": {
            setting.value: kept.settings[setting]
            for setting in Setting
            if setting in kept.settings and setting not in OF_THIS_MACHINE
        },
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n"


def _bookmark_data(bookmark: Bookmark) -> dict[str, str]:
    return {"place": bookmark.place, "title": bookmark.title}


def _note_data(note: Note) -> dict[str, str]:
    anchor = {name: getattr(note.anchor, name) for name in _ANCHOR}
    return {"text": note.text, "written": note.written, **anchor}


def from_json(text: str) -> Kept | Refusal:
    """What an export holds, or why nothing is taken from it."""
    try:
        data = _mapping(json.loads(text), "the file")
        shape = data.get(_FORMAT)
        if shape != _SHAPE or isinstance(shape, bool):
            newer = isinstance(shape, int) and shape > _SHAPE
            return Refusal("It needs a newer Wardlight." if newer else "It is no export of a notebook.", _CHOOSE)
        return Kept(
            tuple(_bookmark(entry) for entry in _list(data, "bookmarks")),
            tuple(_note(entry) for entry in _list(data, "notes")),
            tuple(_bookmark(entry) for entry in _list(data, "recent")),
            _settings(_mapping(data.get("settings", {}), "settings")),
        )
    except (ValueError, RecursionError) as error:
        return Refusal(f"The file cannot be read: {error}.", _CHOOSE)


def _bookmark(entry: object) -> Bookmark:
    fields = _mapping(entry, "a bookmark")
    return Bookmark(_words(fields, "place"), _words(fields, "title"))


def _note(entry: object) -> Note:
    fields = _mapping(entry, "a note")
    text = _words(fields, "text")
    if not text.strip() or len(text) > LONGEST_NOTE:
        raise ValueError("a note is empty or too long")
    return Note(0, Anchor(*(_words(fields, name) for name in _ANCHOR)), text, _words(fields, "written"))


def _settings(entry: Mapping[str, object]) -> dict[Setting, str]:
    unknown = sorted(set(entry) - set(Setting))
    if unknown:
        raise ValueError(f'"{unknown[0][:40]}" is no setting')
    return {Setting(name): _words(entry, name) for name in entry if Setting(name) not in OF_THIS_MACHINE}


def _list(data: Mapping[str, object], name: str) -> list[object]:
    found = data.get(name, [])
    if not isinstance(found, list):
        raise ValueError(f'"{name}" is no list')
    return found


def _mapping(entry: object, name: str) -> Mapping[str, object]:
    if not isinstance(entry, dict):
        raise ValueError(f"{name} is no object")
    return entry


def _words(fields: Mapping[str, object], name: str) -> str:
    found = fields.get(name)
    if not isinstance(found, str):
        raise ValueError(f'"{name}" is missing or no text')
    return found.encode("utf-8", "replace").decode()


def as_markdown(kept: Kept, text_of: Callable[[str], str | None]) -> str:
    """Bookmarks and notes for people; a note whose statement is gone or reworded says so."""
    parts = ["# Notebook of Wardlight", "## Bookmarks"]
    parts.append("\n".join(f"- {bookmark.title} (`{bookmark.place}`)" for bookmark in kept.bookmarks) or "None.")
    parts.append("## Notes")
    parts += [_note_markdown(note, standing(note.anchor, text_of)) for note in kept.notes] or ["None."]
    if kept.available is not None:
        parts += ["## Drugs available here", "\n".join(f"- {slug}" for slug in sorted(kept.available)) or "None."]
    return "\n\n".join(parts) + "\n"


_STANDING_WORDS = {
    Standing.HERE: "",
    Standing.REWORDED: " The statement was reworded since.",
    Standing.GONE: " The statement is no longer in the library.",
}


def _note_markdown(note: Note, found: Standing) -> str:
    anchor = note.anchor
    when = f"{day_words(note.written[:10])}, edition {anchor.edition}.{_STANDING_WORDS[found]}"
    return f"### {anchor.title}\n\n> {anchor.excerpt}\n\n{note.text}\n\n*{when}*"


def write_export(path: Path, text: str) -> None:
    """Put an export at a path, whole or not at all; NotKeptError says why it could not be."""
    try:
        beside = path.with_name(f"{path.name}.part")
        try:
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(path)
        finally:
            with suppress(OSError, ValueError):
                beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise NotKeptError(f"{path} was not written: {getattr(error, 'strerror', None) or error}.") from error


def read_export(path: Path) -> Kept | Refusal:
    """What the export at a path holds, or why nothing is taken from it."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST_BYTES:
            return Refusal(f"{path.name} is no file, or a far too large one.", _CHOOSE)
        return from_json(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        return Refusal(f"{path.name} cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'}).", _CHOOSE)
