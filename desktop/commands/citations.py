"""Citation numbers of a topic, in the order in which a reader meets them."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.commands.layout import Page
from desktop.commands.reply import NOT_TRUSTED, CommandError
from desktop.content.library import Library
from desktop.domain.guidance import Reference, Topic
from desktop.domain.provenance import VERIFICATION_WORDS, Source
from desktop.domain.wording import HARD_SPACE


class Citations:
    """The sources that a topic cites, each with its number; the same whatever the role of the reader."""

    def __init__(self, library: Library, topic: Topic) -> None:
        self._references = library.references
        self._numbers: dict[str, int] = {}
        for reference in _cited_by(library, topic):
            self._numbers.setdefault(reference, len(self._numbers) + 1)

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


def _cited_by(library: Library, topic: Topic) -> Iterable[str]:
    cited = [statement.sources for section in topic.sections for statement in section.statements]
    cited += [guideline.sources for guideline in library.guidelines(topic.id)]
    cited += [study.sources for study in library.studies(topic.id)]
    cited += [one.sources for one in library.breakpoints(topic.id)]
    if any(section.generated == "matrix" for section in topic.sections):
        cited += [effect.sources for effect in library.matrix.effects]
    cited += [pitfall.sources for pitfall in library.pitfalls(topic.id)]
    yield from (source.reference for sources in cited for source in sources)
    for claim in library.claims(topic.id):
        yield from claim.references


def reference_words(reference: Reference) -> str:
    """One source as it stands in a list of references; what is not known is left out."""
    issue = " ".join(str(part) for part in (reference.journal, reference.year) if part)
    issue = f"{issue};{reference.volume_pages}" if reference.volume_pages else issue
    parts = [reference.authors, reference.title, issue]
    parts += [f"doi:{reference.doi}" if reference.doi else None, f"PMID {reference.pmid}" if reference.pmid else None]
    listed = " ".join(f"{part.rstrip('.')}." for part in parts if part)
    return f"{listed} ({VERIFICATION_WORDS[reference.verification]}; read: {reference.depth})"


def source_words(source: Source, references: Mapping[str, Reference]) -> str:
    """The place of a fact and how far it was checked, such as "US label AVYCAZ, Table 3 (source text read)"."""
    place = ", ".join(filter(None, (cited(references, source.reference).short, source.locator)))
    return f"{place} ({VERIFICATION_WORDS[source.verification]})"


def source_data(sources: Sequence[Source]) -> list[dict[str, object]]:
    """Sources for a script."""
    return [
        {"reference": source.reference, "locator": source.locator, "verification": source.verification}
        for source in sources
    ]
