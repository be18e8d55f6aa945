"""A source, a statement and its grade in words; what is not known is left out."""

from dataclasses import replace

import pytest

from desktop.domain.citing import grade_words, reference_words, source_words, standing_words
from desktop.domain.guidance import Grade, Kind, Reference, Statement
from desktop.domain.provenance import PLACE_NOT_HELD, Source, Verification

PAPER = Reference(
    id="a-2020",
    short="A 2020",
    type="cohort",
    title="On tests",
    authors="A, B",
    journal="J Test",
    year=2020,
    volume_pages="1:2-3",
    doi="10.1/x",
    pmid="123",
    url=None,
    note=None,
    is_primary=True,
    depth="abstract",
    verification=Verification.SECONDARY,
)
STATEMENT = Statement(
    id="a",
    kind=Kind.EVIDENCE,
    subheading=None,
    html="",
    text="",
    grade=None,
    sources=(),
    derives_from=(),
    corrects=(),
    foreground=(),
    preclinical=False,
    verification=Verification.SECONDARY,
)


def test_a_reference_is_one_entry_of_a_list() -> None:
    assert reference_words(PAPER) == (
        "A, B. On tests. J Test 2020;1:2-3. doi:10.1/x. PMID 123. (secondary source; read: abstract)"
    )


@pytest.mark.parametrize(
    ("without", "words"),
    [
        ({"volume_pages": None}, "J Test 2020. doi"),
        ({"doi": None}, "2-3. PMID 123."),
        ({"pmid": None}, "doi:10.1/x. (secondary"),
        ({"doi": None, "pmid": None}, "2-3. (secondary"),
    ],
)
def test_what_is_not_known_of_a_reference_is_left_out(without: dict[str, None], words: str) -> None:
    assert words in reference_words(replace(PAPER, **without))  # type: ignore[arg-type]  # one field at a time


@pytest.mark.parametrize(("locator", "words"), [("Table 3", "A 2020, Table 3 ("), (None, "A 2020 (")])
def test_a_source_is_its_place_and_how_far_it_was_checked(locator: str | None, words: str) -> None:
    assert source_words(Source("a-2020", locator, Verification.SECONDARY), "A 2020").startswith(words)


@pytest.mark.parametrize(("locator", "place"), [("Table 3", "Table 3"), (None, PLACE_NOT_HELD)])
def test_a_place_that_is_not_held_is_said_not_to_be(locator: str | None, place: str) -> None:
    assert Source("a-2020", locator, Verification.SECONDARY).place == place


@pytest.mark.parametrize(("system", "words"), [("GRADE", " (GRADE)"), ("none", ""), ("own", " (own)")])
def test_a_grade_keeps_strength_and_certainty_apart(system: str, words: str) -> None:
    graded = Grade("a", "strong", "low", system)
    assert grade_words(graded, "A 2020") == f"A 2020: strength strong, certainty low{words}"


def test_a_statement_stands_by_its_sort_its_grade_and_how_far_it_was_checked() -> None:
    assert standing_words(STATEMENT, str) == "Evidence; secondary source"
    full = replace(
        STATEMENT,
        grade=Grade("a", "strong", "low", "none"),
        preclinical=True,
        derives_from=("b",),
        corrects=("C01", "C02"),
    )
    assert standing_words(full, str.upper) == (
        "Evidence; A: strength strong, certainty low; laboratory or animal work; secondary source; "
        "follows from other statements here; corrects C01, C02"
    )
