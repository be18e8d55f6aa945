"""The pages about the library itself: a head with title and position, and Markdown below it."""

from collections.abc import Sequence

from desktop.compiler.authored_topic import PageHead
from desktop.compiler.files import Desk
from desktop.compiler.library import AuthoredPage
from desktop.compiler.rendering import rendered
from desktop.compiler.tables import Tables

_FENCE = "+++\n"


def read_pages(desk: Desk) -> tuple[AuthoredPage, ...]:
    """Every page that could be read, in its place; a library may do without any."""
    found = []
    for path in sorted((desk.folder / "pages").glob("*.md")):
        name = f"pages/{path.name}"
        text = desk.text(path, name)
        before, _, rest = (text or "").partition(_FENCE)
        head, closing, prose = rest.partition(_FENCE)
        if text is not None and (before or not closing):
            desk.fault(name, "head", "it has no head", "Begin with title and position between two +++ lines.")
        elif text is not None:
            read = desk.shape(PageHead, desk.parsed(head, name, "head"), name, "head")
            found += [] if read is None else [AuthoredPage(path.stem, read, rendered(prose))]
    return tuple(sorted(found, key=lambda page: page.head.position))


def add_pages(tables: Tables, pages: Sequence[AuthoredPage]) -> None:
    """Adds every page."""
    for page in pages:
        head = page.head
        tables.add(
            "page", id=page.id, position=head.position, title=head.title, html=page.prose.html, text=page.prose.text
        )
