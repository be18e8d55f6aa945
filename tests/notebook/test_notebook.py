"""What is kept is there at the next start, and nothing else is."""

from pathlib import Path

import pytest

from desktop.domain.notebook import Anchor, Bookmark, Kept, Setting, Standing, excerpt, standing
from desktop.notebook.notebook import LONGEST_NOTE, MOST_RECENT, NotKeptError, open_notebook
from tests.notebook.pages import ANCHOR, DOSING, EVIDENCE, TOPIC, file_in, kept_in


def test_opening_makes_no_file_before_there_is_something_to_keep(tmp_path: Path) -> None:
    assert kept_in(tmp_path).kept == Kept()
    assert list(tmp_path.iterdir()) == []


def test_everything_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = kept_in(tmp_path)
    first.mark(DOSING)
    first.visited(TOPIC)
    first.remember(Setting.ROLE, "nurse")
    first.set_available({"aztreonam", "cefiderocol"})
    note = first.write_note(ANCHOR, "Ask the pharmacy before 16:00.\nİt is “far”. 参考")
    again = kept_in(tmp_path)
    assert again.kept == first.kept
    assert again.kept.notes == (note,)
    assert again.kept.settings[Setting.ROLE] == "nurse"
    assert again.kept.available == frozenset({"aztreonam", "cefiderocol"})


def test_one_file_holds_it_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    kept_in(tmp_path).mark(DOSING)
    assert list(tmp_path.iterdir()) == [file_in(tmp_path)]


def test_bookmarks_and_recent_topics_show_the_newest_first_and_each_once(tmp_path: Path) -> None:
    notebook = kept_in(tmp_path)
    for bookmark in (DOSING, EVIDENCE, DOSING):
        notebook.mark(bookmark)
        notebook.visited(bookmark)
    assert notebook.kept.bookmarks == (DOSING, EVIDENCE)
    assert notebook.kept.recent == (DOSING, EVIDENCE)


def test_a_bookmark_is_taken_away_again(tmp_path: Path) -> None:
    notebook = kept_in(tmp_path)
    notebook.mark(DOSING)
    assert notebook.kept.is_marked("ndm#dosing")
    notebook.unmark("ndm#dosing")
    notebook.unmark("never#there")
    assert not kept_in(tmp_path).kept.is_marked("ndm#dosing")


def test_only_the_latest_topics_are_recent(tmp_path: Path) -> None:
    notebook = kept_in(tmp_path)
    for number in range(MOST_RECENT + 3):
        notebook.visited(Bookmark(f"t{number}", "A topic"))
    recent = [topic.place for topic in kept_in(tmp_path).kept.recent]
    assert recent == [f"t{number}" for number in range(MOST_RECENT + 2, 2, -1)]


def test_a_note_is_rewritten_and_deleted(tmp_path: Path) -> None:
    notebook = kept_in(tmp_path)
    first, second = notebook.write_note(ANCHOR, "one"), notebook.write_note(ANCHOR, "two")
    notebook.rewrite_note(first.id, "one, better")
    assert [note.text for note in kept_in(tmp_path).kept.notes_on("first-line")] == ["one, better", "two"]
    notebook.delete_note(first.id)
    assert kept_in(tmp_path).kept.notes == (second,)


def test_the_number_of_a_deleted_note_is_never_given_again(tmp_path: Path) -> None:
    notebook = kept_in(tmp_path)
    gone = notebook.write_note(ANCHOR, "one")
    notebook.delete_note(gone.id)
    assert notebook.write_note(ANCHOR, "two").id != gone.id
    with pytest.raises(NotKeptError, match="deleted by another window"):
        notebook.rewrite_note(gone.id, "one, better")
    assert [note.text for note in notebook.kept.notes] == ["two"]


@pytest.mark.parametrize(
    ("text", "words"), [("", "without words"), (" \n\t", "without words"), ("x" * (LONGEST_NOTE + 1), "20,001")]
)
def test_an_empty_or_endless_note_is_refused_in_words(tmp_path: Path, text: str, words: str) -> None:
    notebook = kept_in(tmp_path)
    with pytest.raises(NotKeptError, match=words):
        notebook.write_note(ANCHOR, text)
    assert notebook.kept.notes == ()


@pytest.mark.parametrize("text", ["half \ud83d a sign", "nul\0byte", "'; DROP TABLE note; --", "x" * LONGEST_NOTE])
def test_any_text_is_kept(tmp_path: Path, text: str) -> None:
    note = kept_in(tmp_path).write_note(ANCHOR, text)
    assert kept_in(tmp_path).kept.notes == (note,)
    assert note.text == text.replace("\ud83d", "?")


def test_nobody_said_which_drugs_are_here_is_not_the_same_as_none(tmp_path: Path) -> None:
    notebook = kept_in(tmp_path)
    assert notebook.kept.available is None
    notebook.set_available([])
    assert kept_in(tmp_path).kept.available == frozenset()
    notebook.set_available(None)
    assert kept_in(tmp_path).kept.available is None


def test_without_a_folder_the_notebook_works_and_says_that_it_keeps_nothing() -> None:
    notebook = open_notebook(None)
    assert "nothing can be kept here" in notebook.trouble
    assert not notebook.outlives_the_program
    notebook.mark(DOSING)
    notebook.remember(Setting.TEXT_SIZE, "150")
    assert notebook.kept.is_marked("ndm#dosing")
    assert notebook.kept.settings == {Setting.TEXT_SIZE: "150"}


LONG = "The first words of the statement " * 10


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LONG, Standing.HERE),
        (f"Now {LONG}", Standing.REWORDED),
        (f"{LONG} and more", Standing.HERE),
        (None, Standing.GONE),
    ],
)
def test_a_note_knows_what_became_of_its_statement(text: str | None, found: Standing) -> None:
    anchor = Anchor("s", "ndm", "Title", excerpt(LONG), "2026.11")
    assert standing(anchor, {"s": text}.get) is found


def test_an_excerpt_is_one_short_line_of_whole_words() -> None:
    assert excerpt("One\n two  three") == "One two three"
    assert excerpt("x" * 140) == "x" * 140
    assert excerpt("x" * 141) == "x" * 140 + "…"
    short = excerpt(LONG)
    assert len(short) <= 141
    assert short.endswith(" …") is False
    assert LONG.startswith(short[:-1] + " ")
