"""The places of the library by name: what a bookmark or a note of another day still finds."""

from functools import cached_property

from desktop.content.library import Library
from desktop.domain.guidance import Statement
from desktop.domain.notebook import Anchor, Bookmark, excerpt
from desktop.ui.history import place_in


class Places:
    """Finds topics, sections and statements in one opened library; read when first asked."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _titles(self) -> dict[str, str]:
        """What every place is called: a topic, a section, a statement by the section that it stands in."""
        titles = dict(self._library.topic_titles)
        for topic in map(self._library.topic, self._library.topic_slugs):
            for section in topic.sections:
                places = (section.id, *(statement.id for statement in section.statements))
                titles |= {place_in(topic.id, place): f"{topic.title}: {section.title}" for place in places}
        return titles

    @cached_property
    def _statements(self) -> dict[str, tuple[str, Statement]]:
        """Every statement with its topic."""
        topics = map(self._library.topic, self._library.topic_slugs)
        return {s.id: (topic.id, s) for topic in topics for section in topic.sections for s in section.statements}

    def is_there(self, place: str) -> bool:
        """Whether this library has the place."""
        return place in self._titles

    def bookmark(self, place: str) -> Bookmark:
        """The place with its title."""
        return Bookmark(place, self._titles.get(place, place))

    def text_of(self, statement: str) -> str | None:
        """The text of a statement, None where there is none of that id."""
        found = self._statements.get(statement)
        return found[1].text if found else None

    def place_of(self, statement: str) -> str:
        """Where a statement stands; a KeyError for one that is not here."""
        return place_in(self._statements[statement][0], statement)

    def anchor(self, statement: str) -> Anchor | None:
        """What a note on a statement is to remember of it; None for one that is not here."""
        if statement not in self._statements:
            return None
        topic, found = self._statements[statement]
        title = self._titles[place_in(topic, statement)]
        return Anchor(statement, topic, title, excerpt(found.text), self._library.edition.edition)
