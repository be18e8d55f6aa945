"""A role decides what comes first, and never what is said."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from desktop.content.library import Library
from desktop.domain.guidance import Kind, Statement, layer_of
from desktop.domain.roles import ROLE_WORDS, foremost
from desktop.ui.page_content import PageContent
from desktop.ui.page_html import page_html

ROLES = [None, *ROLE_WORDS]


def _sections(library: Library) -> list[tuple[Statement, ...]]:
    return [section.statements for slug in library.topic_slugs for section in library.topic(slug).sections]


@pytest.mark.parametrize("role", ROLES)
def test_what_is_meant_for_a_role_comes_first_in_its_layer_and_nothing_is_lost(
    library: Library, role: str | None
) -> None:
    for statements in _sections(library):
        found = foremost(statements, role)
        assert sorted(one.id for one in found) == sorted(one.id for one in statements)
        layers = [layer_of(one) for one in found]
        assert layers == [layer_of(one) for one in statements]
        for before, after in pairwise(found):
            if layer_of(before) is layer_of(after):
                assert role in before.foreground or role not in after.foreground


def test_without_a_role_the_order_is_the_authors(library: Library) -> None:
    assert all(foremost(statements, None) == statements for statements in _sections(library))


def test_a_statement_moves_before_its_neighbours_only(library: Library) -> None:
    one = next(one for statements in _sections(library) for one in statements if one.kind is Kind.CAUTION)
    first, second = replace(one, id="first", foreground=()), replace(one, id="second", foreground=("nurse",))
    assert [found.id for found in foremost((first, second), "nurse")] == ["second", "first"]
    assert [found.id for found in foremost((first, second), "student")] == ["first", "second"]


def _page(library: Library, slug: str, role: str | None) -> str:
    return page_html(PageContent(library, slug, role), lambda _layer: False)


@pytest.mark.parametrize("role", ROLE_WORDS)
def test_every_warning_and_every_pitfall_reads_the_same_to_a_role(library: Library, role: str) -> None:
    for slug in library.topic_slugs:
        page, for_all = _page(library, slug, role), _page(library, slug, None)
        cautions = [one for s in library.topic(slug).sections for one in s.statements if one.kind is Kind.CAUTION]
        for caution in cautions:
            assert caution.plain_for(role) is None
            words = re.sub(r"^<p>|</p>$", "", caution.html.strip())
            assert words in page
            assert words in for_all
        pitfalls = [re.escape(pitfall.title) for pitfall in library.pitfalls(slug)]
        for title in pitfalls:
            assert len(re.findall(title, page)) == len(re.findall(title, for_all))


@pytest.mark.parametrize("role", ROLE_WORDS)
def test_every_word_for_everyone_is_on_the_page_of_a_role(library: Library, role: str) -> None:
    for slug in library.topic_slugs:
        page = _page(library, slug, role)
        for section in library.topic(slug).sections:
            for statement in section.statements:
                assert re.sub(r"^<p>|</p>$", "", statement.html.strip()) in page
        assert ("IN PLAIN WORDS" in page) == any(
            one.plain_for(role) for section in library.topic(slug).sections for one in section.statements
        )


def test_doses_and_findings_know_no_role() -> None:
    from desktop.domain import case, dosing, regimen, trigger

    for module in (case, dosing, regimen, trigger):
        assert not [name for name in vars(module) if "role" in name.casefold()]
