"""The library as a folder of HTML: everything of the database is in it, and it needs and runs nothing."""

import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from desktop.content.library import Library
from desktop.paths import CONTENT_DB
from desktop.sheets.html_edition import html_edition


class Page(HTMLParser):
    """The ids by class, the links and the tags of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: dict[str, str] = {}
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.handlers: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One tag with what it says."""
        told = dict(attrs)
        self.tags.add(tag)
        if told.get("id"):
            assert told["id"] not in self.ids, told["id"]
            self.ids[str(told["id"])] = str(told.get("class"))
        self.links += [str(told[name]) for name in ("href", "src", "action", "data") if told.get(name)]
        self.handlers += [name for name in told if name.startswith("on")]


@pytest.fixture(scope="module")
def edition() -> dict[str, str]:
    from desktop.content.opening import OpenContent, open_content

    opened = open_content()
    assert isinstance(opened, OpenContent)
    return html_edition(Library(opened), datetime(2026, 11, 26, 8, 30, tzinfo=UTC))


@pytest.fixture(scope="module")
def pages(edition: dict[str, str]) -> dict[str, Page]:
    return {name: Page(html) for name, html in edition.items()}


def _column(select: str) -> Iterator[str]:
    connection = sqlite3.connect(f"{CONTENT_DB.as_uri()}?mode=ro", uri=True)
    yield from (row[0] for row in connection.execute(select).fetchall())
    connection.close()


def _ids(pages: dict[str, Page], look: str, start: str = "") -> list[str]:
    return [
        key for name, page in pages.items() if name.startswith(start) for key, has in page.ids.items() if has == look
    ]


@pytest.mark.parametrize(
    ("select", "look", "start"),
    [
        ("SELECT id FROM statement", "statement", "topic-"),
        ("SELECT id FROM dose_row", "dose", "drug-"),
        ("SELECT 'pitfall-' || id FROM pitfall", "keep", "topic-"),
        ("SELECT 'claim-' || id FROM claim", "keep", "topic-"),
        ("SELECT id FROM reference", "keep", "sources"),
        ("SELECT id FROM term", "keep", "glossary"),
        ("SELECT 'answer-' || id FROM answer", "h3", "answers"),
        ("SELECT id FROM page", "h1", "about"),
    ],
)
def test_every_row_of_the_database_is_in_it_once_and_the_other_way_round(
    pages: dict[str, Page], select: str, look: str, start: str
) -> None:
    prefix = select.partition("'")[2].partition("'")[0]
    there = sorted(key for key in _ids(pages, look, start) if key.startswith(prefix))
    if start == "topic-" and look == "keep":
        assert there == sorted(_column(select))
    else:
        assert sorted(_ids(pages, look, start)) == sorted(_column(select))


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_every_statement_and_dose_is_in_it_word_for_word(edition: dict[str, str], library: Library) -> None:
    words = _plain(" ".join(edition.values()))
    for slug in library.topic_slugs:
        for section in library.topic(slug).sections:
            for statement in section.statements:
                assert _plain(statement.html) in words, statement.id
    assert "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total)" in words.replace("\N{NO-BREAK SPACE}", " ")


def test_nothing_in_it_runs_or_is_fetched(edition: dict[str, str], pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert not page.tags & {"script", "iframe", "object", "embed", "link", "base", "form", "img"}, name
        assert page.handlers == [], name
        assert "@import" not in edition[name]
        assert "url(" not in edition[name]
        assert ">None<" not in edition[name]


def test_every_link_leads_to_a_place_in_the_folder(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        for link in page.links:
            file, _, anchor = link.partition("#")
            target = pages[file or name]
            assert not anchor or anchor in target.ids, (name, link)


def test_every_page_says_that_nobody_reviewed_it_and_which_content_it_is(
    edition: dict[str, str], library: Library
) -> None:
    for html in edition.values():
        assert "Not clinically reviewed" in html
        assert library.sha256[:8] in html
    assert "Evidence to 01-Mar-2026, 8 months ago. Review by" in _plain(edition["index.html"])


def test_plain_words_stand_beside_the_statement(edition: dict[str, str]) -> None:
    assert "In plain words, for students and nurses" in edition["topic-ndm.html"]
