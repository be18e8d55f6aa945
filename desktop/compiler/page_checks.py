"""Whether the pages about the library itself are well made."""

from collections import Counter
from collections.abc import Iterator

from desktop.compiler.faults import Fault
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.topic_checks import link_faults


def page_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults of marks that are not let through, of links, and of two pages in one place."""
    taken = Counter(page.head.position for page in library.pages)
    for page in library.pages:
        for name in page.prose.refused:
            remedy = "Keep to paragraphs, bold, emphasis, lists and links inside the library."
            yield Fault(page.file, "text", f"it has {name}", remedy)
        for what, remedy in link_faults(page.prose.links, library):
            yield Fault(page.file, "text", what, remedy)
        if taken[page.head.position] > 1:
            yield Fault(page.file, "position", "another page has it too", "Give each its own place.")
