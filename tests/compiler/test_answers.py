"""Follow-up questions: made of what is there, or said not to be covered; never both, never neither."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.domain.answers import PartKind

Lines = Callable[[], list[str]]
GOOD = """
[[answer]]
id = "one"
question = "May it be given?"
asked_by = ["nurse"]
made_of = ["drug:ceftazidime-avibactam"]
"""


@pytest.fixture
def answers(sample: Path) -> Callable[[str], None]:
    """Writes answers.toml of the sample's topic."""

    def write(text: str) -> None:
        (sample / "topics" / "ndm" / "answers.toml").write_text(text, encoding="utf-8")

    return write


def test_answers_made_of_what_is_there_have_no_fault(answers: Callable[[str], None], lines: Lines) -> None:
    answers(GOOD)
    assert lines() == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("drug:ceftazidime-avibactam", "drug:aspirin", 'there is no drug "aspirin"'),
        ("drug:ceftazidime-avibactam", "statement:nowhere", 'there is no statement "nowhere"'),
        ("drug:ceftazidime-avibactam", "pitfall:nowhere", 'there is no pitfall "nowhere"'),
        ("drug:ceftazidime-avibactam", "claim:C01", '"claim:C01" does not have the right form'),
        ('made_of = ["drug:ceftazidime-avibactam"]\n', "", "not exactly one of made_of and not_covered"),
        ("asked_by", 'not_covered = "Ask."\nasked_by', "not exactly one of made_of and not_covered"),
        ('"nurse"', '"porter"', "porter is not one of prescriber"),
        ("May it", "May 2g", '"2g" is no safe way to write it'),
        ("[[answer]]", "[[anwser]]", 'there is no key "anwser" here'),
        ('"drug:ceftazidime-avibactam"', '"drug:ceftazidime-avibactam", "drug:ceftazidime-avibactam"', "a part twice"),
    ],
)
def test_a_fault_is_named(answers: Callable[[str], None], lines: Lines, old: str, new: str, wanted: str) -> None:
    assert old in GOOD
    answers(GOOD.replace(old, new))
    (line,) = lines()
    assert wanted in line


def test_a_question_asked_twice_is_named(answers: Callable[[str], None], lines: Lines) -> None:
    answers(GOOD + GOOD.replace('"one"', '"two"').replace("May it", "may IT"))
    assert [line for line in lines() if "is asked twice" in line]


def test_the_library_answers_what_every_role_asks_and_says_what_it_does_not_cover(library: Library) -> None:
    every = library.answers("ndm")
    assert len(every) >= 40
    for role in ("prescriber", "pharmacist", "nurse", "microbiologist", "student"):
        assert sum(role in answer.asked_by for answer in every) >= 5, role
    assert sum(answer.not_covered is not None for answer in every) >= 4
    statements = {
        statement.id
        for slug in library.topic_slugs
        for section in library.topic(slug).sections
        for statement in section.statements
    }
    named = {part.target for answer in every for part in answer.parts if part.kind is PartKind.STATEMENT}
    assert named <= statements
