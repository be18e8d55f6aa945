"""The library is read with few statements of SQL, and none of them goes through a table that grows with the topics."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from desktop.content.library import Library
from desktop.content.opening import OpenContent, open_content
from desktop.ui.links import Links
from desktop.ui.page_content import PageContent
from desktop.ui.page_html import page_html, page_pieces
from desktop.ui.room import WIDEST

# Read whole because they are shown or known whole: the sources, the names of drugs, terms and topics, the matrix.
WHOLE = {"reference", "topic", "drug", "term", "term_name", "enzyme", "effect", "search_name"}
QUESTIONS = ("can I give aztreonam alone", "zavicefta", "colistn dose dialysis", "xyzzy", "NEAR(")


@pytest.fixture
def content() -> Iterator[OpenContent]:
    opened = open_content()
    assert isinstance(opened, OpenContent)
    yield opened
    opened.connection.close()


def asked(connection: sqlite3.Connection, read: Callable[[], object]) -> list[str]:
    """Every statement that SQLite runs while something is read."""
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    read()
    connection.set_trace_callback(None)
    # What the full-text index asks of its own tables is not ours.
    return [statement for statement in statements if "'main'." not in statement]


def whole_tables(connection: sqlite3.Connection, statements: list[str]) -> set[str]:
    """The tables that are gone through from end to end."""
    plans = [row["detail"] for each in statements for row in connection.execute(f"EXPLAIN QUERY PLAN {each}")]
    return {plan.split()[1] for plan in plans if plan.startswith("SCAN ") and "VIRTUAL TABLE" not in plan}


def _whole_page(library: Library, slug: str) -> str:
    return page_html(PageContent(library, slug))


def test_a_topic_is_read_with_few_statements_however_much_it_says(content: OpenContent) -> None:
    library = Library(content)
    for slug in library.topic_slugs:
        assert len(asked(content.connection, partial(_whole_page, library, slug))) <= 45
    assert len(library.topic("ndm").sections) > 15


def test_the_beginning_of_a_page_is_read_with_few_statements(content: OpenContent) -> None:
    library = Library(content)
    first = asked(content.connection, lambda: next(page_pieces(PageContent(library, "ndm"), lambda _: False, WIDEST)))
    assert 0 < len(first) <= 12


def test_the_rules_and_doses_are_read_with_few_statements(content: OpenContent) -> None:
    library = Library(content)
    assert 1 < len(asked(content.connection, lambda: library.rulebook)) <= 200
    assert asked(content.connection, lambda: library.rulebook) == []


@pytest.mark.parametrize("slug", ["ndm", "testing-for-mbl"])
def test_a_study_is_opened_by_reading_no_studies_but_those_of_its_own_topic(content: OpenContent, slug: str) -> None:
    library = Library(content)
    links = Links(PageContent(library, slug), library, lambda _: "")
    statements = asked(content.connection, lambda: links.opened_by("study:study-falcone-2021"))
    assert len([each for each in statements if "FROM study WHERE topic" in each]) == 1
    assert len(asked(content.connection, lambda: links.opened_by("study:never-done"))) == 1
    assert links.opened_by("study:study-falcone-2021") is not None
    assert links.opened_by("study:never-done") is None


@pytest.mark.parametrize("slug", ["ndm", "serine-carbapenemases"])
def test_no_table_that_grows_is_gone_through_to_show_a_topic(content: OpenContent, slug: str) -> None:
    library = Library(content)
    page = partial(_whole_page, library, slug)
    statements = asked(content.connection, lambda: (page(), library.rulebook, library.glossary))
    assert whole_tables(content.connection, statements) <= WHOLE


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_table_that_grows_is_gone_through_to_search(content: OpenContent, question: str) -> None:
    library = Library(content)
    statements = asked(content.connection, lambda: library.search(question))
    assert len(statements) <= 60
    assert whole_tables(content.connection, statements) <= WHOLE


def test_a_table_that_is_gone_through_would_be_seen(content: OpenContent) -> None:
    assert whole_tables(content.connection, ["SELECT id FROM statement WHERE text = 'x'"]) == {"statement"}
