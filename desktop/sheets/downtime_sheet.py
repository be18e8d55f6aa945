"""The downtime folder: everything that the library says, for a day without a computer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from desktop.content.library import Library
from desktop.domain.dates import day_words
from desktop.domain.drugs import Drug
from desktop.domain.guidance import Page
from desktop.domain.steps import Steps, finished
from desktop.sheets.drug_values import DrugValues, drug_values
from desktop.sheets.glossary_values import glossary_values
from desktop.sheets.references_sheet import listed_references
from desktop.sheets.sheet import Sheet
from desktop.sheets.stamp import stamp
from desktop.sheets.topic_values import TopicPage, without_links


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: words, the place they lead to, and whether it is a part or a section of one."""

    words: str
    anchor: str
    is_part: bool


def downtime_sheet(library: Library, printed_at: datetime) -> Sheet:
    """Topics, doses, glossary, sources and the pages about the library, with contents in front."""
    return finished(downtime_steps(library, printed_at))


def downtime_steps(library: Library, printed_at: datetime) -> Steps[Sheet]:
    """The same in steps, one for each topic."""
    topics: list[TopicPage] = []
    for slug in library.topic_slugs:
        topics.append(TopicPage(library, slug))
        yield len(topics) / len(library.topic_slugs)
    return _sheet(library, tuple(topics), printed_at)


def _sheet(library: Library, topics: tuple[TopicPage, ...], printed_at: datetime) -> Sheet:
    read = [library.drug(slug) for slug in library.drug_slugs]
    drugs = tuple(drug_values(drug, library.references) for drug in read if isinstance(drug, Drug))
    unavailable = tuple(drug.reason for drug in read if not isinstance(drug, Drug))
    pages = tuple(_told(page) for page in library.pages)
    entries = tuple(_entries(topics, drugs, pages))
    edition = library.edition
    values = {
        "edition": edition,
        "dates": f"Evidence through {day_words(edition.evidence_through)}. Review by {day_words(edition.review_by)}.",
        "sha256": library.sha256,
        "entries": entries,
        "topics": topics,
        "drugs": drugs,
        "unavailable": unavailable,
        "listed": listed_references(library.references),
        "not_covered": library.rulebook.not_covered,
        "terms": glossary_values(library),
        "pages_about": pages,
    }
    return Sheet(
        title="Downtime folder",
        template="downtime",
        stamp=stamp(library, printed_at),
        values=values,
        drawings={name: drawing for page in topics for name, drawing in page.charts.items()},
        places=tuple(entry.anchor for entry in entries),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """One page about the library itself, such as its intended use."""

    title: str
    anchor: str
    html: Markup
    paragraphs: tuple[str, ...]


def _told(page: Page) -> Told:
    lines = tuple(line for line in page.text.split("\n") if line.strip())
    return Told(page.title, f"about-{page.id}", Markup(without_links(page.html)), lines)  # noqa: S704 (compiled or escaped before)


def _entries(topics: Sequence[TopicPage], drugs: Sequence[DrugValues], pages: Sequence[Told]) -> Iterator[Entry]:
    for page in topics:
        yield Entry(page.topic.title, page.topic.id, is_part=True)
        yield from (Entry(section.title, section.anchor, is_part=False) for section in page.sections)
    yield Entry("Doses", "doses", is_part=True)
    yield from (Entry(drug.name, drug.anchor, is_part=False) for drug in drugs)
    yield Entry("Not covered by this library", "not-covered", is_part=True)
    yield Entry("Glossary", "glossary", is_part=True)
    yield Entry("Sources", "all-sources", is_part=True)
    yield Entry("About this library", "about", is_part=True)
    yield from (Entry(told.title, told.anchor, is_part=False) for told in pages)
