"""The reading half of the window: the open topic, its contents, the way there and back, and the source beside it."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.content.library import Library
from desktop.domain.guidance import Topic, layer_of
from desktop.ui.copying import copy, words_to_copy
from desktop.ui.fragments import CITE_LINK, TERM_LINK, TOPIC_LINK
from desktop.ui.frame import Banner
from desktop.ui.history import History, place_in
from desktop.ui.keeping import KEPT_LINKS
from desktop.ui.outline import Outline
from desktop.ui.page_content import PageContent
from desktop.ui.page_html import drawn_page
from desktop.ui.page_marks import found_at
from desktop.ui.reading_pane import ReadingPane
from desktop.ui.theme import Theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.domain.search_result import Hit
    from desktop.ui.links import Links

PAGE_LINK = "page:"


class Reader(QObject):
    """Shows one topic of the library at a time and opens what its links lead to; knows nothing of the case.

    `topic_opened` carries the topic, `place_changed` whether there is a way back and forward, `place_reached` which
    section is being read, `kept_link` a link of the notebook; `drawer_opened` tells that a source is beside the text,
    and `copied` that something is on the clipboard.
    """

    topic_opened = Signal(Topic)
    place_changed = Signal(bool, bool)
    place_reached = Signal(str)
    kept_link = Signal(str)
    drawer_opened = Signal()
    copied = Signal(str)

    def __init__(self, library: Library, slug: str, role: str | None = None) -> None:
        super().__init__()
        self._library, self._role = library, role
        # A library never changes while it is open, so no topic is read twice.
        self._read = cache(partial(PageContent, library))
        self._content = self._read(slug, role)
        self._theme: Theme | None = None
        self._links: Links | None = None
        # What the reader keeps on a statement, to stand above its sources.
        self.kept_html: Callable[[str], str] = lambda _statement: ""
        self._history = History(place_in(slug, self.topic.sections[0].id))
        self.banner, self.outline, self.pane = Banner(library.edition), Outline(), ReadingPane()
        self.page, self.drawer = self.pane.page, self.pane.drawer
        self.page.explain(lambda: {f"{TERM_LINK}{term.id}": term.definition for term in library.glossary})
        self.outline.section_chosen.connect(self.visit_section)
        self.page.section_reached.connect(self.outline.mark)
        self.page.section_reached.connect(lambda section: self.place_reached.emit(place_in(self.topic.id, section)))
        self.page.link_opened.connect(self.open)
        self.drawer.link_opened.connect(self.open)
        self._name_topic()

    @property
    def topic(self) -> Topic:
        """The topic that is open."""
        return self._content.topic

    @property
    def links(self) -> "Links":
        """What links stand for, known once one is followed."""
        if self._links is None:
            from desktop.ui.links import Links  # not on the way to the first page

            self._links = Links(self._content, self._library, lambda statement: self.kept_html(statement))
        self._links.content = self._content
        return self._links

    def set_theme(self, theme: Theme) -> None:
        """Take the look; the page is drawn anew and the reader stays in its place."""
        self._theme = theme
        self.outline.fit()
        self.drawer.set_theme(theme)
        self.pane.marks.set_theme(theme)
        self._show_page()

    def _show_page(self) -> None:
        assert self._theme is not None
        sections = tuple(section.id for section in self.topic.sections)
        self.page.show_page(drawn_page(self._content), self._theme, sections)

    def choose_role(self, role: str | None) -> None:
        """Arrange the page for a role, or for everyone; the reader stays in the place."""
        self._role = role
        self._content = self._read(self.topic.id, role)
        self.drawer.hide()
        self._show_page()

    def _name_topic(self) -> None:
        self.banner.show_topic(self.topic)
        self.outline.show_sections(self.topic.sections)
        self.outline.fit()
        self.topic_opened.emit(self.topic)

    def visit_section(self, section: str) -> None:
        """Go to a section of the open topic."""
        self.visit(place_in(self.topic.id, section))

    def visit(self, place: str) -> None:
        """Go to a place of any topic, such as "ndm#dosing"."""
        self._history.visit(place)
        self._go_to(place)

    def back(self) -> None:
        """Go to the place before."""
        self._go_to(self._history.back())

    def forward(self) -> None:
        """Go to the place that was left by going back."""
        self._go_to(self._history.forward())

    def forget(self) -> None:
        """Be back at the beginning of the topic, folded as at first, with no source, no word sought and no way back."""
        self.drawer.hide()
        self.pane.find_bar.forget()
        self.pane.marks.show(())
        self.page.fold_all(False)
        self.visit(place_in(self.topic.id, self.topic.sections[0].id))
        self._history.forget()
        self.place_changed.emit(False, False)

    def places(self) -> list[tuple[str, str]]:
        """Where the reader has been, the latest first: each place once, with its title."""
        titles = {place: self._title_of(place) for place in self._history.visited}
        latest = {title: place for place, title in reversed(titles.items())}
        return [(place, title) for place, title in titles.items() if latest[title] == place]

    def _title_of(self, place: str) -> str:
        slug, _, section = place.partition("#")
        topic = self.topic if slug == self.topic.id else self._library.topic(slug)
        heading = _heading_over(topic, section)
        return f"{topic.title}: {heading}" if heading else topic.title

    def _go_to(self, place: str) -> None:
        slug, _, section = place.partition("#")
        if slug != self.topic.id:
            self._open_topic(slug)
        self.page.go_to(section or self.topic.sections[0].id)
        self.place_changed.emit(self._history.can_go_back, self._history.can_go_forward)

    def _open_topic(self, slug: str) -> None:
        """Show another topic; one that cannot be shown whole must not lend its name to the page that stays."""
        shown, self._content = self._content, self._read(slug, self._role)
        try:
            self._show_page()
        except Exception:
            self._content = shown
            raise
        self.drawer.hide()
        self._name_topic()

    def open(self, link: str) -> None:
        """Go where a link leads, or show beside the text what it stands for."""
        if link.startswith(TOPIC_LINK):
            self.visit(link.removeprefix(TOPIC_LINK))
        elif (words := words_to_copy(link)) is not None:
            copy(words)
            self.drawer.say(tr("Copied: {words}", words=words))
        elif link.startswith(KEPT_LINKS):
            self.kept_link.emit(link)
        elif link.startswith(CITE_LINK):
            self._copy_cited(link)
        elif opened := self.links.opened_by(link):
            of_case, printable = link.startswith("dose:"), link.startswith(PAGE_LINK)
            self._show_opened(opened.title, opened.html, opened.place, of_case=of_case, printable=printable)

    def _copy_cited(self, link: str) -> None:
        """Copy something of the library together with its citation."""
        text = self.links.cited(link)
        if text is not None:
            copy(text)
            self.copied.emit(tr("Copied with its citation."))

    def open_hit(self, hit: "Hit") -> None:
        """Go to what a search found, with what was sought marked."""
        if not hit.link.startswith(TOPIC_LINK):
            self.open(hit.link)
            self.drawer.mark(hit.sought)
            return
        place = hit.link.removeprefix(TOPIC_LINK)
        anchor = place.partition("#")[2]
        self.visit(place)
        self._unfold(anchor)
        self.page.go_to(anchor)
        self.pane.marks.show(found_at(self.page.document(), anchor, hit.sought, 2 * len(hit.text)))

    def _unfold(self, key: str) -> None:
        """Bring the layer of a statement of the open topic into sight."""
        for section in self.topic.sections:
            for statement in section.statements:
                if statement.id == key:
                    self.page.unfold(f"{section.id}/{layer_of(statement)}")

    def _show_opened(
        self, title: str, html: str, place: str = "", *, of_case: bool = False, printable: bool = False
    ) -> None:
        # Told first: a narrow window must show this half before the text can be laid out in its size.
        self.drawer_opened.emit()
        self.drawer.open(title, html, place=place, of_case=of_case, printable=printable)

    def show_beside(self, title: str, html: str) -> None:
        """Show something beside the text."""
        self._show_opened(title, html)


def _heading_over(topic: Topic, place: str) -> str:
    """The section that is a place, or holds the statement or pitfall that is one."""
    for section in topic.sections:
        if place == section.id or any(place == statement.id for statement in section.statements):
            return section.title
    return next((section.title for section in topic.sections if place and section.generated == "pitfalls"), "")
