"""Forms that have been misread and forms that have not, chosen from the conventions of the field alone.

They were written before the linter was looked at; the linter was mended until it agreed.
"""

import tomllib
from pathlib import Path

import pytest

from desktop.compiler.expression import RULES, abbreviation_rules, unsafe_expressions
from desktop.compiler.prose import drug_abbreviations
from desktop.compiler.reading import read_library
from desktop.paths import LIBRARY

STRINGS = tomllib.loads((Path(__file__).with_name("expression_strings.toml")).read_text(encoding="utf-8"))
LEAST = 40


@pytest.fixture(scope="module")
def refused() -> list[str]:
    return list(drug_abbreviations(read_library(LIBRARY)[0]))


def _found(text: str, abbreviations: list[str]) -> list[str]:
    return [found for found, _ in unsafe_expressions(text, [*RULES, *abbreviation_rules(abbreviations)])]


@pytest.mark.parametrize(("text", "misread"), STRINGS["bad"], ids=[text for text, _ in STRINGS["bad"]])
def test_what_can_be_misread_is_caught_at_its_place(text: str, misread: str, refused: list[str]) -> None:
    found = _found(text, refused)
    assert any(misread.casefold() in one.casefold() or one.casefold() in misread.casefold() for one in found), found


@pytest.mark.parametrize("text", STRINGS["good"])
def test_what_cannot_be_misread_is_let_be(text: str, refused: list[str]) -> None:
    assert _found(text, refused) == []


def test_there_are_enough_of_both() -> None:
    assert len(STRINGS["bad"]) >= LEAST
    assert len(STRINGS["good"]) >= LEAST
    assert len({text for text, _ in STRINGS["bad"]}) == len(STRINGS["bad"])
