"""The whole library as a folder of HTML pages that run and need nothing, for machines that run no program."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial

from markupsafe import Markup

from desktop.charts.lettering import Drawing
from desktop.content.library import Library
from desktop.domain.answers import Answer, Part, PartKind
from desktop.domain.currency import currency, step_words
from desktop.domain.drugs import Drug
from desktop.domain.guidance import Statement
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.sheets.drug_values import drug_values
from desktop.sheets.edition_links import ABOUT, ANSWERS, GLOSSARY, INDEX, SOURCES, Places, drug_file, topic_file
from desktop.sheets.glossary_values import glossary_values
from desktop.sheets.references_sheet import listed_references
from desktop.sheets.sheet import Sheet
from desktop.sheets.stamp import Stamp, stamp
from desktop.sheets.topic_lists import drug_name
from desktop.sheets.topic_values import TopicPage

Said = tuple[Markup, str, str]


def _slug(part: Part) -> str:
    """The drug that a part of an answer is about."""
    return part.target.partition("/")[0]


def html_edition(library: Library, made_at: datetime) -> dict[str, str]:
    """Every page by the name of its file; each is whole by itself, and every link leads to another of them."""
    edition = _Edition(library, stamp(library, made_at), made_at.date().isoformat())
    return {name: sheet.html() for name, sheet in edition.sheets()}


class _Edition:
    """The pages of one library, made at one moment."""

    def __init__(self, library: Library, stamped: Stamp, today: str) -> None:
        self._library, self._stamp, self._today = library, stamped, today
        self._places = Places(library)
        found = [library.drug(slug) for slug in library.drug_slugs]
        self._drugs = [drug for drug in found if isinstance(drug, Drug)]
        self._unavailable = tuple(drug.reason for drug in found if not isinstance(drug, Drug))
        topics = [(title, topic_file(slug)) for slug, title in library.topic_titles.items()]
        self._about = [("Questions and answers", ANSWERS), ("Sources", SOURCES), ("Glossary", GLOSSARY)]
        self._about += [("About this library", ABOUT)]
        drugs = [(drug.name, drug_file(drug.slug)) for drug in self._drugs]
        self._ways = (("Contents", INDEX), *topics, *drugs, *self._about)

    def sheets(self) -> Iterator[tuple[str, Sheet]]:
        """Every page with the name of its file."""
        library = self._library
        yield INDEX, self._sheet("Contents", "index", self._index())
        for slug in library.topic_slugs:
            page = TopicPage(library, slug, self._places.linked)
            yield topic_file(slug), self._sheet(page.topic.title, "topic", {"page": page}, page.charts)
        for drug in self._drugs:
            values = {"drug": drug_values(drug, library.references)}
            yield drug_file(drug.slug), self._sheet(drug.name, "drug", values)
        yield SOURCES, self._sheet("Sources", "sources", {"listed": listed_references(library.references)})
        yield GLOSSARY, self._sheet("Glossary", "glossary", {"terms": glossary_values(library)})
        yield ANSWERS, self._sheet("Questions and answers", "answers", {"answers": self._answers()})
        pages = [(page, self._fragment(page.html)) for page in library.pages]
        yield ABOUT, self._sheet("About this library", "about", {"told": pages})

    def _sheet(
        self, title: str, template: str, values: Mapping[str, object], drawings: Mapping[str, Drawing] | None = None
    ) -> Sheet:
        told = {**values, "ways": self._ways}
        made = partial(Sheet, title=title, template=f"edition_{template}", stamp=self._stamp, values=told)
        return made(drawings=drawings or {})

    def _index(self) -> dict[str, object]:
        library = self._library
        topics = [library.topic(slug) for slug in library.topic_slugs]
        return {
            "edition": library.edition,
            "sha256": library.sha256,
            "step": step_words(library.edition.review),
            "currency": currency(topics[0], library.edition, self._today).words if topics else "",
            "topics": [(topic.title, topic_file(topic.id), topic.about) for topic in topics],
            "drugs": [(drug.name, drug_file(drug.slug)) for drug in self._drugs],
            "unavailable": self._unavailable,
            "about": [
                *self._about[:-1],
                *((page.title, f"{ABOUT}#{page.id}") for page in library.pages),
            ],
        }

    def _fragment(self, html: str) -> Markup:
        return Markup(self._places.linked(html))  # noqa: S704 (compiled or escaped before)

    def _answers(self) -> list[tuple[str, str, str, list[Said]]]:
        library = self._library
        said = {
            statement.id: statement
            for slug in library.topic_slugs
            for section in library.topic(slug).sections
            for statement in section.statements
        }
        every = [answer for slug in library.topic_slugs for answer in library.answers(slug)]
        return [
            (one.question, f"answer-{one.id}", one.not_covered or "", list(self._parts(one, said))) for one in every
        ]

    def _parts(self, answer: Answer, statements: Mapping[str, Statement]) -> Iterator[Said]:
        """The statements that answer in full; pitfalls and drugs by their names."""
        pitfalls = {one.id: one for slug in self._library.topic_slugs for one in self._library.pitfalls(slug)}
        for part in answer.parts:
            place = self._places.of_part(part)
            if part.kind is PartKind.STATEMENT:
                statement = statements[part.target]
                level = VERIFICATION_WORDS[statement.verification]
                yield self._fragment(statement.html), f"{level}; where this comes from", place
            elif part.kind is PartKind.PITFALL:
                found = pitfalls[part.target]
                words = Markup("<p><strong>{}.</strong> {} {}</p>").format(found.title, found.why, found.action)
                yield words, f"{VERIFICATION_WORDS[found.verification]}; where this comes from", place
            else:
                yield Markup(""), f"Doses, preparation and warnings: {drug_name(self._library, _slug(part))}", place
