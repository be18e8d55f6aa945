"""Whether questions are answered: some were given, the others were written here; none of them is in the library."""

import json
import re
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.content.opening import OpenContent, open_content

QUESTIONS = Path(__file__).parent / "questions"


def questions(half: str) -> list[tuple[str, str]]:
    """The questions of one half, each with what an answer must hold."""
    found = json.loads((QUESTIONS / f"{half}.json").read_text(encoding="utf-8"))["questions"]
    return [(question["q"], question["expect"]) for question in found]


def answered_at(library: Library, question: str, expect: str) -> int | None:
    """The place of the first result that answers."""
    pattern = re.compile(expect, re.IGNORECASE | re.DOTALL)
    hits = library.search(question).hits
    return next((place for place, hit in enumerate(hits, 1) if pattern.search(f"{hit.title}\n{hit.text}")), None)


@pytest.mark.parametrize("half", ["given", "own", "fresh", "unseen"])
def test_four_of_five_questions_are_answered_first_and_nearly_all_among_three(library: Library, half: str) -> None:
    places = {question: answered_at(library, question, expect) for question, expect in questions(half)}
    first = [question for question, place in places.items() if place == 1]
    among_three = [question for question, place in places.items() if place is not None and place <= 3]
    missed = sorted(set(places) - set(among_three))
    assert len(first) >= 0.8 * len(places), sorted(set(places) - set(first))
    assert len(among_three) >= 0.95 * len(places), missed


def test_there_are_enough_questions_of_our_own() -> None:
    assert len({question for half in ("own", "fresh", "unseen") for question, _ in questions(half)}) >= 340


def test_no_question_is_written_into_the_library() -> None:
    opened = open_content()
    assert isinstance(opened, OpenContent)
    selects = (
        "SELECT question FROM answer",
        "SELECT wording FROM answer_wording",
        "SELECT title FROM passage",
        "SELECT asked FROM search_meaning",
    )
    written = {row[0].casefold().rstrip("?") for select in selects for row in opened.connection.execute(select)}
    opened.connection.close()
    # One of three words or fewer may be the name of a thing, such as a test.
    asked = {
        question.casefold()
        for half in ("given", "fresh", "unseen")
        for question, _ in questions(half)
        if len(question.split()) > 3
    }
    assert not asked & written
