"""`content html`: a folder of pages, written only where nothing else lies."""

from pathlib import Path

import pytest

from tests.commands.answers import Run

MARK = "wardlight-pages.txt"


def test_a_new_folder_holds_every_page_and_says_so(run: Run, tmp_path: Path) -> None:
    answer = run("content", "html", tmp_path / "new" / "pages", "--json")
    assert answer.status == 0
    told = answer.object
    written = {path.name for path in (tmp_path / "new" / "pages").iterdir()}
    assert written == {*told["pages"], MARK}
    assert "index.html" in written


def test_its_own_folder_is_written_anew_and_pages_that_are_gone_are_taken_away(run: Run, tmp_path: Path) -> None:
    assert run("content", "html", tmp_path).status == 0
    with (tmp_path / MARK).open("a", encoding="utf-8") as mark:
        mark.write("topic-old.html\n../outside.html\n")
    (tmp_path / "topic-old.html").write_text("old", encoding="utf-8")
    outside = tmp_path.parent / "outside.html"
    outside.write_text("kept", encoding="utf-8")
    (tmp_path / "index.html").write_text("old", encoding="utf-8")
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert run("content", "html", tmp_path).status == 0
    assert not (tmp_path / "topic-old.html").exists()
    assert outside.read_text(encoding="utf-8") == "kept"
    assert (tmp_path / "index.html").read_text(encoding="utf-8") != "old"
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["letter.txt", "index.html"])
def test_a_folder_with_anything_else_in_it_is_left_as_it_is(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    answer = run("content", "html", tmp_path, "--json")
    assert (answer.status, answer.code) == (2, "out")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_in_the_place_of_the_folder_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert run("content", "html", tmp_path / "file", "--json").code == "out"
    assert run("content", "html", tmp_path / "file" / "inside", "--json").status == 1


def test_without_a_folder_it_is_not_understood(run: Run) -> None:
    assert run("content", "html", "--json").status == 2
