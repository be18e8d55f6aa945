"""Plain words say the same: the same figures, quantities and drugs, and never another warning."""

from collections.abc import Callable

import pytest

from desktop.compiler.plain_checks import quantities
from desktop.content.library import Library
from desktop.domain.guidance import Kind, Statement

Edit = Callable[[str, str, str], None]
Lines = Callable[[], list[str]]
GUIDANCE = "topics/ndm/guidance.md"


def _plain(edit: Edit, words: str) -> None:
    edit(GUIDANCE, "So it needs a partner", "Give ceftazidime 2 g every 8 hours to 10%. So it needs a partner")
    edit(GUIDANCE, 'id = "mechanism-consequence"', f'id = "mechanism-consequence"\nplain_for = ["nurse"]\n{words}')


def test_the_same_figures_and_drugs_in_other_words_are_let_through(edit: Edit, lines: Lines) -> None:
    _plain(edit, 'plain = "To 10%: ceftazidime, **2 g** every 8 hours, and something beside it."')
    assert lines() == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("To 10%: ceftazidime 2 g.", "its figures lack 8 hour."),
        ("To 10%: ceftazidime 2 mg every 8 hours.", "its figures lack 2 g."),
        ("To 10%: ceftazidime 2 mg every 8 hours.", "its figures add 2 mg."),
        ("To 10%: ceftazidime 2.5 g every 8 hours.", "its figures add 2.5 g."),
        ("To 10: ceftazidime 2 g every 8 hours.", "its figures lack 10%."),
        ("To 10%: ceftazidime 2 g every 8 hours for 7 days.", "its figures add 7 day."),
        ("To 10%: the drug, 2 g every 8 hours.", "its drugs lack ceftazidime."),
        ("To 10%: ceftazidime or cefiderocol 2 g every 8 hours.", "its drugs add cefiderocol."),
        ("To 10%: ceftazidime 2 g every 8 hours. See [it](statement:nowhere).", "leads nowhere"),
        ("To 10%: ceftazidime <b>2 g</b> every 8 hours.", "it has raw HTML"),
        ("To 10%: ceftazidime 2 g every 8 hours, q8h.", '"q8h" is no safe way to write it'),
    ],
)
def test_a_figure_or_drug_lost_or_added_is_a_fault(edit: Edit, lines: Lines, words: str, wanted: str) -> None:
    _plain(edit, f"plain = '{words}'")
    assert any(wanted in line for line in lines()), lines()


def test_plain_words_are_for_somebody(edit: Edit, lines: Lines) -> None:
    edit(GUIDANCE, 'id = "mechanism-consequence"', 'id = "mechanism-consequence"\nplain = "Words."')
    (line,) = lines()
    assert "plain and plain_for do not stand together" in line


def test_a_caution_has_one_wording(edit: Edit, lines: Lines) -> None:
    _plain(edit, 'plain = "To 10%: ceftazidime, 2 g every 8 hours."')
    edit(GUIDANCE, 'id = "mechanism-consequence"\n', 'id = "mechanism-consequence"\n# kind\n')
    text_before = 'kind = "practice-point"'
    edit(GUIDANCE, text_before, 'kind = "caution"\ncitations = [{ ref = "label_us" }]')
    assert any("a caution has another wording" in line for line in lines()), lines()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,250 mg and 0.5 g, 8 hours", {"1,250 mg", "0.5 g", "8 hour"}),
        ("19.2%, 10 of 52.", {"19.2%", "10", "52"}),
        ("NDM-1 in 2022", {"1", "2022"}),
    ],
)
def test_figures_are_found_with_their_units(text: str, found: set[str]) -> None:
    assert quantities(text) == found


def _statements(library: Library) -> list[Statement]:
    return [
        statement
        for slug in library.topic_slugs
        for section in library.topic(slug).sections
        for statement in section.statements
    ]


def test_the_library_offers_plain_words_to_students_and_nurses(library: Library) -> None:
    plain = [statement.plain for statement in _statements(library) if statement.plain is not None]
    assert len(plain) >= 15
    assert sum("nurse" in one.roles for one in plain) >= 8
    assert sum("student" in one.roles for one in plain) >= 12


def test_no_caution_is_said_otherwise_to_anybody(library: Library) -> None:
    assert not [one.id for one in _statements(library) if one.kind is Kind.CAUTION and one.plain is not None]
