"""Whatever a search can find opens from every topic: beside the text, or at its place on a page."""

from collections.abc import Sequence

import pytest

from desktop.content.library import Library
from desktop.content.opening import OpenContent
from desktop.ui.fragments import TOPIC_LINK
from desktop.ui.main_window import MainWindow


@pytest.fixture(scope="session")
def links(content: OpenContent) -> tuple[str, ...]:
    """Where every passage that can be found leads."""
    rows = content.connection.execute("SELECT DISTINCT link FROM passage ORDER BY link")
    return tuple(str(row["link"]) for row in rows)


def dead(window: MainWindow, links: Sequence[str]) -> list[str]:
    """The links that show nothing in the drawer."""
    found = []
    for link in links:
        window.drawer.hide()
        window.drawer.text.clear()
        window.reader.open(link)
        if not (window.drawer.isVisible() and window.drawer.words().strip()):
            found.append(link)
    return found


def places_on_page(window: MainWindow) -> set[str]:
    """Every anchor of the whole page that is open."""
    window.page.be_whole()
    block, found = window.page.document().begin(), set[str]()
    while block.isValid():
        found |= {name for run in block.textFormats() for name in run.format.anchorNames()}
        block = block.next()
    return found


def test_everything_beside_the_text_opens_from_every_topic(
    window: MainWindow, library: Library, links: tuple[str, ...]
) -> None:
    beside = [link for link in links if not link.startswith(TOPIC_LINK)]
    assert {link.partition(":")[0] for link in beside} >= {"answer", "claim", "drug", "effect", "study", "term"}
    for slug in library.topic_slugs:
        window.visit(f"{slug}#")
        assert dead(window, beside) == [], slug
        assert window.reader.topic.id == slug


def test_everything_on_a_page_opens_at_its_place_from_every_topic(
    window: MainWindow, library: Library, links: tuple[str, ...]
) -> None:
    on_pages = [link.removeprefix(TOPIC_LINK) for link in links if link.startswith(TOPIC_LINK)]
    places = {slug: [place for place in on_pages if place.partition("#")[0] == slug] for slug in library.topic_slugs}
    assert sorted(place for several in places.values() for place in several) == on_pages
    for slug, several in places.items():
        window.visit(f"{slug}#")
        assert {place.partition("#")[2] for place in several} <= places_on_page(window)
        for other in library.topic_slugs:
            window.visit(f"{other}#")
            window.reader.open(f"{TOPIC_LINK}{several[0]}")
            assert window.reader.topic.id == slug


def test_a_study_of_another_topic_shows_its_figures_and_its_sources(window: MainWindow) -> None:
    window.visit("ndm#studies")
    window.reader.open("study:study-falcone-2021")
    at_home = window.drawer.words()
    window.visit("serine-carbapenemases#")
    window.reader.open("study:study-falcone-2021")
    assert window.drawer.words() == at_home
    assert "Cannot show:" in at_home
