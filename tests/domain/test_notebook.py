"""What a reader keeps: what is marked, which notes belong where, and whether a statement is still the one noted on."""

import pytest

from desktop.domain.notebook import Anchor, Bookmark, Kept, Note, Setting, Standing, excerpt, standing

LONGEST = 140


def note(number: int, statement: str) -> Note:
    return Note(number, anchor(statement, ""), "a thought", "2026-11-26T04:15:00+00:00")


def anchor(statement: str, beginning: str) -> Anchor:
    return Anchor(statement, "ndm", "A title", beginning, "2026.11")


@pytest.mark.parametrize(("said", "held"), [("", ""), ("colistin", "colistin"), ("a b  c", "a b c")])
def test_the_drugs_of_a_place_are_those_it_named(said: str, held: str) -> None:
    assert Kept(settings={Setting.AVAILABLE: said}).available == frozenset(held.split())


def test_a_place_that_said_nothing_about_its_drugs_is_not_a_place_without_drugs() -> None:
    assert Kept().available is None


@pytest.mark.parametrize(("place", "marked"), [("b", True), ("a", False), ("c", False)])
def test_only_the_very_place_is_marked(place: str, marked: bool) -> None:
    assert Kept(bookmarks=(Bookmark("ndm#b", "B"),)).is_marked(f"ndm#{place}") is marked
    assert not Kept().is_marked(f"ndm#{place}")


def test_the_notes_on_a_statement_keep_their_order() -> None:
    notes = tuple(note(number, f"statement-{letter}") for number, letter in enumerate("babc"))
    assert Kept(notes=notes).notes_on("statement-b") == (notes[0], notes[2])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The same words", Standing.HERE),
        ("The  same\nwords", Standing.HERE),
        ("The same word", Standing.REWORDED),
        ("Zebra", Standing.REWORDED),
        ("", Standing.REWORDED),
        (None, Standing.GONE),
    ],
)
def test_a_statement_stands_was_reworded_or_is_gone(text: str | None, found: Standing) -> None:
    asked: list[str] = []

    def text_of(statement: str) -> str | None:
        asked.append(statement)
        return text

    assert standing(anchor("b", "The same words"), text_of) is found
    assert asked == ["b"]


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("short", "short"),
        ("", ""),
        (" two\n lines ", "two lines"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * LONGEST + "…"),
        ("x" * LONGEST + " y", "x" * LONGEST + "…"),
        ("x" * (LONGEST - 1) + " y", "x" * (LONGEST - 1) + "…"),
        ("x" * LONGEST + "y z", "x" * LONGEST + "…"),
        ("ab " * 60, ("ab " * 47).strip() + "…"),
        ("ab " * 47 + "c", ("ab " * 47).strip() + "…"),
    ],
)
def test_an_excerpt_is_cut_between_words(text: str, beginning: str) -> None:
    assert excerpt(text) == beginning
