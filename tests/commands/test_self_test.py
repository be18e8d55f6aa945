"""`self-test`: everything is looked at, and it answers even where nothing can be trusted."""

from pathlib import Path

import pytest

from tests.commands.answers import Run, change

MACHINE = ["files", "program", "fonts", "folder", "policy"]
CONTENT = ["content-hash", "database", "dose-rows", "worked-examples", "citations"]


def test_this_checkout_is_well(run: Run, tmp_path: Path) -> None:
    answer = run("self-test", "--data", tmp_path, "--json")
    assert (answer.status, answer.err, answer.object["ok"]) == (0, "", True)
    names = [check["name"] for check in answer.object["checks"]]
    assert names == [*MACHINE, *CONTENT, "search", "signatures", "content-in-use"]
    assert "Nothing was found wrong" in run("self-test", "--data", tmp_path).out


@pytest.mark.parametrize(
    ("damage", "failing"),
    [
        ("UPDATE worked_example SET figure = '299'", "worked-examples"),
        ("INSERT INTO passage_search(passage_search) VALUES ('delete-all')", "search"),
        ("DELETE FROM edition", "database"),
    ],
)
def test_what_is_wrong_is_named(run: Run, content_copy: Path, damage: str, failing: str) -> None:
    change(content_copy, damage)
    answer = run("self-test", "--content", content_copy, "--json")
    assert (answer.status, answer.object["ok"]) == (3, False)
    assert [check["name"] for check in answer.object["checks"] if not check["ok"]] == [failing]
    assert "Install Wardlight again" in answer.object["error"]["message"]


def test_it_answers_where_no_content_can_be_opened(run: Run, tmp_path: Path) -> None:
    answer = run("self-test", "--content", tmp_path / "gone.db", "--json")
    assert answer.status == 3
    assert [check["name"] for check in answer.object["checks"] if not check["ok"]] == ["content-hash"]


def test_a_folder_that_was_named_and_cannot_be_written_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    answer = run("self-test", "--data", tmp_path / "a file" / "below", "--json")
    assert [check["name"] for check in answer.object["checks"] if not check["ok"]] == ["folder"]
