"""The notebook as a file to carry: JSON comes back whole, Markdown is for people."""

import json
from pathlib import Path

import pytest

from desktop.domain.notebook import Anchor, Kept, Setting
from desktop.domain.refusal import Refusal
from desktop.notebook.exchange import as_json, as_markdown, from_json, read_export, write_export
from desktop.notebook.notebook import NotKeptError
from tests.notebook.pages import ANCHOR, DOSING, EVIDENCE, TOPIC, kept_in


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A notebook with something of everything."""
    (tmp_path / "own").mkdir()
    notebook = kept_in(tmp_path / "own")
    notebook.mark(EVIDENCE)
    notebook.mark(DOSING)
    notebook.visited(TOPIC)
    notebook.write_note(ANCHOR, "Ask the pharmacy.\nİt is “far”. 参考")
    notebook.write_note(Anchor("gone", "old", "Old topic: Old section", "It said …", "2025.01"), "still wanted")
    notebook.set_available({"aztreonam"})
    notebook.remember(Setting.ROLE, "nurse")
    notebook.remember(Setting.WINDOW, "AdnQywADAAA=")
    notebook.remember(Setting.FIRST_START, "seen")
    return notebook.kept


def test_an_export_that_is_read_back_gives_the_same_export(tmp_path: Path, kept: Kept) -> None:
    write_export(tmp_path / "notebook.json", as_json(kept))
    read = read_export(tmp_path / "notebook.json")
    assert isinstance(read, Kept)
    other = kept_in(tmp_path)
    other.take(read)
    assert as_json(other.kept) == as_json(kept)
    assert as_json(kept_in(tmp_path).kept) == as_json(kept)


def test_an_import_adds_what_is_new_keeps_what_is_here_and_takes_nothing_twice(tmp_path: Path, kept: Kept) -> None:
    other = kept_in(tmp_path)
    mine = other.write_note(ANCHOR, "mine")
    other.mark(EVIDENCE)
    other.take(kept)
    other.take(kept)
    assert other.kept.notes[0] == mine
    assert [note.text for note in other.kept.notes[1:]] == [note.text for note in kept.notes]
    assert set(other.kept.bookmarks) == {DOSING, EVIDENCE}
    assert other.kept.available == frozenset({"aztreonam"})


def test_what_tells_of_this_machine_does_not_travel(kept: Kept) -> None:
    assert json.loads(as_json(kept))["settings"] == {"available": "aztreonam", "role": "nurse"}


GOOD = '{"wardlight-notebook": 1, "notes": []}'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "cannot be read"),
        ("null", "the file is no object"),
        ("[]", "the file is no object"),
        ("{}", "no export of a notebook"),
        ('{"wardlight-notebook": true}', "no export of a notebook"),
        ('{"wardlight-notebook": "1"}', "no export of a notebook"),
        ('{"wardlight-notebook": 2}', "newer Wardlight"),
        ('{"wardlight-notebook": 1, "notes": {}}', '"notes" is no list'),
        ('{"wardlight-notebook": 1, "notes": [1]}', "a note is no object"),
        ('{"wardlight-notebook": 1, "notes": [{"text": ""}]}', "empty or too long"),
        ('{"wardlight-notebook": 1, "notes": [{"text": "x"}]}', '"statement" is missing'),
        ('{"wardlight-notebook": 1, "bookmarks": [{"place": 1, "title": ""}]}', '"place" is missing or no text'),
        ('{"wardlight-notebook": 1, "settings": []}', "settings is no object"),
        ('{"wardlight-notebook": 1, "settings": {"patient": "x"}}', '"patient" is no setting'),
        ('{"wardlight-notebook": 1, "settings": {"role": null}}', '"role" is missing or no text'),
        ("[" * 100_000, "cannot be read"),
        ('{"wardlight-notebook": ' + "9" * 5_000 + "}", "cannot be read"),
    ],
)
def test_what_is_no_export_is_refused_in_words(text: str, words: str) -> None:
    found = from_json(text)
    assert isinstance(found, Refusal)
    assert words in found.reason
    assert found.remedy == "Choose a file that Wardlight exported as JSON."


def test_a_bare_export_is_read() -> None:
    assert from_json(GOOD) == Kept()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x80", None])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "export.json"
    if content is not None:
        path.write_bytes(content)
    assert isinstance(read_export(path), Refusal)


def test_an_export_saved_by_an_editor_with_a_mark_at_its_head_is_read(tmp_path: Path) -> None:
    (tmp_path / "export.json").write_text(GOOD, encoding="utf-8-sig")
    assert read_export(tmp_path / "export.json") == Kept()


def test_markdown_tells_of_every_note_and_what_became_of_its_statement(kept: Kept) -> None:
    here = {"first-line": "For invasive infection …"}
    text = as_markdown(kept, lambda statement: here.get(statement))
    assert "- NDM Enterobacterales: Dosing (`ndm#dosing`)" in text
    assert "### NDM Enterobacterales: First-line therapy\n\n> For invasive infection …\n\nAsk the pharmacy." in text
    assert "### Old topic: Old section" in text
    assert text.count("no longer in the library") == 1
    assert "edition 2025.01. The statement is no longer in the library.*" in text
    assert "- aztreonam\n" in text


def test_an_empty_notebook_says_so() -> None:
    assert as_markdown(Kept(), lambda _statement: None).count("None.") == 2


def test_an_export_that_cannot_be_written_is_told_and_leaves_the_old_one(tmp_path: Path, kept: Kept) -> None:
    with pytest.raises(NotKeptError, match="was not written"):
        write_export(tmp_path / "no" / "folder" / "x.json", as_json(kept))
    (tmp_path / "taken").mkdir()
    with pytest.raises(NotKeptError, match="was not written"):
        write_export(tmp_path / "taken", as_json(kept))
    assert [path.name for path in tmp_path.iterdir() if path.name != "own"] == ["taken"]
