"""`content html`: the library as a folder of HTML, written only where nothing else lies."""

from datetime import datetime
from pathlib import Path

from desktop.commands.reply import FAILED, CommandError, Reply
from desktop.content.library import Library

MARK = "wardlight-pages.txt"
_HEAD = "The pages that Wardlight wrote into this folder. It replaces these and touches no other file."


def html_edition_folder(library: Library, folder: str) -> Reply:
    """What was written, and where."""
    # Not on the way to the other actions: the templates and Qt take their time.
    from desktop.sheets.html_edition import html_edition
    from desktop.sheets.making import write_whole

    place = Path(folder)
    try:
        old = _own_pages(place)
        pages = html_edition(library, datetime.now().astimezone())
        place.mkdir(parents=True, exist_ok=True)
        for name in (name for name in old if name not in pages):
            (place / name).unlink(missing_ok=True)
        write_whole(place / MARK, "\n".join((_HEAD, *sorted(pages), "")).encode())
        for name, html in pages.items():
            write_whole(place / name, html.encode())
    except OSError as error:
        message = f"The folder could not be written ({error.strerror}). Choose another folder."
        raise CommandError("out", message, field="out", status=FAILED) from error
    data = {"out": str(place), "pages": sorted(pages), "edition": library.edition.edition}
    words = f"{len(pages)} pages written to {place}. Open index.html in any browser; nothing in them runs or loads."
    return Reply(data, f"{words} {library.edition.review.words}.")


def _own_pages(place: Path) -> list[str]:
    """The pages of an earlier edition in the folder; a folder with anything else in it is refused."""
    if place.exists() and not place.is_dir():
        raise CommandError("out", f"{place.name} is a file. Name a new or empty folder.", field="out")
    if not place.is_dir() or not any(place.iterdir()):
        return []
    mark = place / MARK
    if not mark.is_file():
        message = f"{place.name} is not empty, and its files are not Wardlight's. Name a new or empty folder."
        raise CommandError("out", message, field="out")
    listed = mark.read_text(encoding="utf-8", errors="replace").splitlines()[1:]
    return [name for name in listed if name == Path(name).name and name.endswith(".html")]
