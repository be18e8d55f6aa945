"""The glossary: what a fault in it reads like, and where its terms are marked in the statements."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.compiler.building import compile_library
from desktop.content.library import Library
from desktop.content.opening import OpenContent, open_content
from desktop.domain.glossary import NameKind, TermKind

Lines = Callable[[], list[str]]
Write = Callable[[str], None]
GOOD = """
[[term]]
id = "mbl"
kind = "enzyme"
name = "metallo-beta-lactamase"
abbreviations = ["MBL"]
misspellings = ["metalobetalactamase"]
definition = "A beta-lactamase of class B."

[[term]]
id = "ceftazidime-avibactam"
kind = "drug"
name = "ceftazidime-avibactam"
abbreviations = ["CZV"]
definition = "A cephalosporin with an inhibitor."
"""


@pytest.fixture
def glossary(sample: Path) -> Write:
    """Writes glossary.toml of the sample."""

    def write(text: str) -> None:
        (sample / "glossary.toml").write_text(text, encoding="utf-8")

    return write


def test_a_glossary_of_names_and_meanings_has_no_fault(glossary: Write, lines: Lines) -> None:
    glossary(GOOD)
    assert lines() == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('"enzyme"', '"enzime"', '"enzime" is not one of'),
        ('id = "mbl"', 'id = "ceftazidime-avibactam"', "the id is used twice"),
        ('["metalobetalactamase"]', '["czv"]', '"czv" is a name of mbl, ceftazidime-avibactam'),
        ('["MBL"]', '["MBL", "MBL"]', "MBL stands here more than once"),
        ("of class B.", "of class B, 2g.", '"2g" is no safe way to write it'),
        ("of class B.", "unlike CZV.", '"CZV" is no safe way to write it'),
        ("class B.", 'class B."\nverification = "secondary', "called verified and cites nothing"),
        ("class B.", 'class B."\ncitations = [{ ref = "label_us" }]\nname2 = "', 'no key "name2" here'),
        ("[[term]]", "[[terms]]", 'there is no key "terms" here'),
    ],
)
def test_a_fault_of_the_glossary_is_named(glossary: Write, lines: Lines, old: str, new: str, wanted: str) -> None:
    assert old in GOOD
    glossary(GOOD.replace(old, new, 1))
    assert any(wanted in line for line in lines()), lines()


def test_a_definition_that_cites_says_how_far_it_was_verified(glossary: Write, lines: Lines) -> None:
    glossary(GOOD.replace("class B.", 'class B."\ncitations = [{ ref = "label_uk" }]\nverification = "secondary', 1))
    (line,) = lines()
    assert line.startswith('glossary.toml, term "mbl", citation 1: reference "label_uk" is not in references.toml.')
    glossary(GOOD.replace("class B.", 'class B."\ncitations = [{ ref = "label_us" }]#', 1))
    assert "does not say how far it was verified. Give its verification." in lines()[0]


def _html(library: Library) -> dict[str, str]:
    return {
        statement.id: statement.html for section in library.topic("ndm").sections for statement in section.statements
    }


def _compiled(sample: Path, tmp_path: Path) -> Library:
    out = tmp_path / "glossary.db"
    assert compile_library(sample, out) == []
    opened = open_content(out)
    assert isinstance(opened, OpenContent)
    return Library(opened)


def test_a_drugs_term_takes_the_names_of_the_drugs_own_file(glossary: Write, sample: Path, tmp_path: Path) -> None:
    glossary(GOOD)
    term = next(term for term in _compiled(sample, tmp_path).glossary if term.kind is TermKind.DRUG)
    assert "CZV" in term.named(NameKind.ABBREVIATION)
    assert term.named(NameKind.BRAND) == ("Avycaz", "Zavicefta")


def test_the_first_mention_in_a_section_is_marked_and_no_more(
    glossary: Write, sample: Path, tmp_path: Path, edit: Callable[[str, str, str], None]
) -> None:
    glossary(GOOD)
    edit("topics/ndm/guidance.md", "So it needs", "An MBL, or MBLs, not mbl nor anti-MBL. So it needs")
    html = _html(_compiled(sample, tmp_path))["mechanism-consequence"]
    assert 'An <a href="term:mbl">MBL</a>, or MBLs, not mbl nor anti-MBL.' in html


def test_a_name_inside_a_link_or_a_longer_name_is_not_marked(
    glossary: Write, sample: Path, tmp_path: Path, edit: Callable[[str, str, str], None]
) -> None:
    lactamase = GOOD.replace('"mbl"', '"lactamase"').replace("metallo-", "").replace('"MBL"', '"BL"')
    glossary(f"{GOOD}{lactamase[: lactamase.index('[[term]]', 5)].replace('metalobeta', 'beta')}")
    words = "See [MBL](reference:label_us), then metallo-beta-lactamases and a beta-lactamase. So it needs"
    edit("topics/ndm/guidance.md", "So it needs", words)
    html = _html(_compiled(sample, tmp_path))["mechanism-consequence"]
    assert '<a href="reference:label_us">MBL</a>' in html
    assert '<a href="term:mbl">metallo-beta-lactamase</a>s and a <a href="term:lactamase">beta-lactamase</a>.' in html


def test_a_link_to_a_term_must_lead_somewhere(
    glossary: Write, lines: Lines, edit: Callable[[str, str, str], None]
) -> None:
    glossary(GOOD)
    edit("topics/ndm/guidance.md", "So it needs", "See [it](term:mbl) and [that](term:mlb). So it needs")
    (line,) = lines()
    assert '"term:mlb" leads nowhere' in line


def test_the_library_explains_its_words(library: Library) -> None:
    terms = {term.id: term for term in library.glossary}
    assert len(terms) >= 100
    marked = {
        link
        for slug in library.topic_slugs
        for section in library.topic(slug).sections
        for statement in section.statements
        for link in re.findall(r'href="term:([^"]*)"', statement.html)
    }
    assert marked <= set(terms)
    assert len(marked) >= 50
    assert {"CAZ-AVI", "CZA"} <= set(terms["ceftazidime-avibactam"].named(NameKind.ABBREVIATION))
    assert set(library.drug_slugs) <= set(terms)
    assert sum(len(term.named(NameKind.MISSPELLING)) for term in terms.values()) >= 80


def test_what_a_term_states_as_a_fact_has_a_source_in_the_library(library: Library) -> None:
    for term in library.glossary:
        assert {source.reference for source in term.sources} <= set(library.references)
        assert (term.verification is None) == (not term.sources)
