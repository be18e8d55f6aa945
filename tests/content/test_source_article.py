"""The source article in the library: every number with its verdict, every claim in order, its sources beside ours."""

import tomllib
from pathlib import Path

import pytest

from desktop.content.library import Library

NUMBERS = tomllib.loads((Path(__file__).parent / "article_numbers.toml").read_text(encoding="utf-8"))["number"]
VERDICTS = ("accurate", "incomplete", "imprecise", "misleading", "outdated", "wrong", "not verified", "omission")


@pytest.mark.parametrize("entry", NUMBERS, ids=lambda entry: entry["claim"])
def test_every_number_of_the_article_stands_in_its_claim_with_a_verdict(
    library: Library, entry: dict[str, object]
) -> None:
    (claim,) = [claim for claim in library.claims("ndm") if claim.id == entry["claim"]]
    assert isinstance(entry["words"], list)
    assert [words for words in entry["words"] if words not in claim.says] == []
    assert claim.verdict in VERDICTS
    assert claim.reason
    assert claim.instead


def test_every_claim_has_one_verdict_of_a_closed_list_and_something_to_read_instead(library: Library) -> None:
    claims = library.claims("ndm")
    assert [claim.id for claim in claims] == [f"C{number:02}" for number in range(1, 27)]
    assert {claim.verdict for claim in claims} <= set(VERDICTS)
    assert [claim.id for claim in claims if not claim.statements] == []


def test_the_articles_eight_numbers_are_mapped_and_only_to_what_the_library_holds(library: Library) -> None:
    mapped = library.article_references("ndm")
    assert [entry.number for entry in mapped] == list(range(1, 9))
    assert {entry.reference for entry in mapped if entry.reference} <= set(library.references)
    cited = {number for claim in library.claims("ndm") for number in claim.article_citations}
    assert cited == {entry.number for entry in mapped}


def test_every_statement_has_a_source_or_is_a_practice_point_that_says_what_it_follows_from(library: Library) -> None:
    for slug in library.topic_slugs:
        for section in library.topic(slug).sections:
            for statement in section.statements:
                follows = statement.kind == "practice-point" and statement.derives_from
                assert statement.sources or follows, statement.id


def test_the_figures_that_wait_for_a_check_are_nowhere(library: Library) -> None:
    shown = [statement.text for section in library.topic("ndm").sections for statement in section.statements]
    shown += [f"{study.shows} {study.size} {study.population}" for study in library.studies("ndm")]
    shown += [str(arm.counts) for study in library.studies("ndm") for count in study.counts for arm in count.arms]
    for withheld in ("328", "167", "215", "(22, 33)", "22 of 33", "(13, 26)", "13 of 26"):
        assert [words for words in shown if withheld in words] == []
