"""Where the links of the library lead in its folder of HTML."""

import re
from collections.abc import Mapping
from html import escape

from desktop.content.library import Library
from desktop.domain.answers import Part, PartKind

INDEX, SOURCES, GLOSSARY, ANSWERS, ABOUT = "index.html", "sources.html", "glossary.html", "answers.html", "about.html"
_HREF = re.compile(r'<a href="([a-z]+):([^"]*)">(.*?)</a>', re.DOTALL)


def topic_file(slug: str) -> str:
    """The page of a topic."""
    return f"topic-{slug}.html"


def drug_file(slug: str) -> str:
    """The page of a drug."""
    return f"drug-{slug}.html"


class Places:
    """Finds the page and the place in it of everything that a link can name."""

    def __init__(self, library: Library) -> None:
        self._statements: Mapping[str, str] = {
            statement.id: f"{topic_file(slug)}#{statement.id}"
            for slug in library.topic_slugs
            for section in library.topic(slug).sections
            for statement in section.statements
        }
        self._pitfalls: Mapping[str, str] = {
            pitfall.id: f"{topic_file(slug)}#pitfall-{pitfall.id}"
            for slug in library.topic_slugs
            for pitfall in library.pitfalls(slug)
        }
        self._drugs = frozenset(library.drug_slugs)

    def of(self, kind: str, key: str) -> str:
        """The address of a thing inside the folder; nothing where it has none."""
        if kind == "reference":
            return f"{SOURCES}#{key}"
        if kind == "term":
            return f"{GLOSSARY}#{key}"
        if kind == "drug":
            return drug_file(key) if key in self._drugs else ""
        return {"statement": self._statements, "pitfall": self._pitfalls}.get(kind, {}).get(key, "")

    def of_part(self, part: Part) -> str:
        """The address of a part of an answer."""
        if part.kind in (PartKind.STATEMENT, PartKind.PITFALL):
            return self.of(part.kind.value, part.target)
        return self.of("drug", part.target.partition("/")[0])

    def linked(self, html: str) -> str:
        """A compiled fragment with its links leading inside the folder."""

        def link(found: re.Match[str]) -> str:
            place = self.of(found[1], found[2])
            return f'<a href="{escape(place)}">{found[3]}</a>' if place else found[3]

        return _HREF.sub(link, html)
