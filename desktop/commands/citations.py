"""Citation numbers of a topic, in the order in which a reader meets them."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.commands.layout import Page
from desktop.commands.reply import NOT_TRUSTED, CommandError
from desktop.content.cited import cited_in_order
from desktop.content.library import Library
from desktop.domain import citing
from desktop.domain.citing import reference_words
from desktop.domain.guidance import Reference, Topic
from desktop.domain.provenance import Source
from desktop.domain.wording import HARD_SPACE


class Citations:
    """The sources that a topic cites, each with its number; the same whatever the role of the reader."""

    def __init__(self, library: Library, topic: Topic) -> None:
        self._references = library.references
        met = cited_in_order(library, topic)
        self._numbers = {reference: number for number, reference in enumerate(met, 1)}

    def marks(self, keys: Iterable[str]) -> str:
        """`[1, 3]` for sources, nothing for none."""
        numbers = sorted({self._numbers[key] for key in keys})
        return f"[{f',{HARD_SPACE}'.join(map(str, numbers))}]" if numbers else ""

    def short(self, key: str) -> str:
        """The short name of a source."""
        return cited(self._references, key).short

    def write(self, page: Page) -> None:
        """Every cited source with its number, as a list."""
        page.gap()
        for key, number in self._numbers.items():
            page.paragraph(f"[{number}] {reference_words(cited(self._references, key))}", hanging=4)


def cited(references: Mapping[str, Reference], key: str) -> Reference:
    """The source that is cited; content that cites what it does not hold is not to be trusted."""
    found = references.get(key)
    if found is None:
        message = f"The content cites {key} and does not hold it. Do not use it for doses; use another content file."
        raise CommandError("content-damaged", message, status=NOT_TRUSTED)
    return found


def source_words(source: Source, references: Mapping[str, Reference]) -> str:
    """The place of a fact and how far it was checked, such as "US label AVYCAZ, Table 3 (source text read)"."""
    return citing.source_words(source, cited(references, source.reference).short)


def located_words(source: Source, references: Mapping[str, Reference]) -> str:
    """The same, with a word where the place in the source is not held."""
    return citing.located_words(source, cited(references, source.reference).short)


def source_data(sources: Sequence[Source]) -> list[dict[str, object]]:
    """Sources for a script."""
    return [
        {"reference": source.reference, "locator": source.locator, "verification": source.verification}
        for source in sources
    ]
