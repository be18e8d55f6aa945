"""Links that put words on the clipboard: this program opens no address, so it hands them over to be pasted."""

from urllib.parse import quote, unquote

from PySide6.QtGui import QGuiApplication

_COPY_LINK = "copy:"


def copy_link(words: str) -> str:
    """The link that copies some words, such as a DOI with brackets and slashes in it."""
    return f"{_COPY_LINK}{quote(words, safe='')}"


def words_to_copy(link: str) -> str | None:
    """What a link copies, or None for a link that copies nothing."""
    return unquote(link.removeprefix(_COPY_LINK)) if link.startswith(_COPY_LINK) else None


def copy(words: str) -> None:
    """Put the words on the clipboard."""
    QGuiApplication.clipboard().setText(words)


def forget_copied() -> None:
    """Leave nothing on the clipboard for the next reader."""
    QGuiApplication.clipboard().clear()
