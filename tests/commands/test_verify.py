"""`content verify`: every check is there, and every check can fail."""

from pathlib import Path

import pytest

from tests.commands.answers import Run, change

CHECKS = ["content-hash", "database", "dose-rows", "worked-examples", "citations"]


def test_the_bundled_content_is_well(run: Run) -> None:
    answer = run("content", "verify", "--json")
    assert (answer.status, answer.err) == (0, "")
    assert set(answer.object) == {"ok", "checks"}
    assert answer.object["ok"] is True
    assert [check["name"] for check in answer.object["checks"]] == CHECKS
    assert all(check["ok"] is True and check["detail"] for check in answer.object["checks"])
    assert "Nothing was found wrong" in run("content", "verify").out


def test_a_chosen_file_is_well_but_unverified(run: Run, content_copy: Path) -> None:
    answer = run("content", "verify", "--content", content_copy, "--json")
    assert answer.status == 0
    by_name = {check["name"]: check for check in answer.object["checks"]}
    assert "no hash is known" in by_name["content-hash"]["detail"]


@pytest.mark.parametrize(
    ("damage", "failing"),
    [
        ("UPDATE worked_example SET total_mg_low = '1', total_mg_high = '1' WHERE position = 1", ["worked-examples"]),
        ("UPDATE worked_example SET loading_mg_low = '1', loading_mg_high = '1'", ["worked-examples"]),
        ("UPDATE worked_example SET figure = '299'", ["worked-examples"]),
        ("DELETE FROM worked_example", ["worked-examples"]),
        ("DELETE FROM reference WHERE id = 'lbl_us_avycaz'", ["database", "citations"]),
        (
            "UPDATE claim_reference SET reference = 'gone' WHERE claim = 'C01' AND position = 1",
            ["database", "citations"],
        ),
        ("DELETE FROM edition", ["database"]),
        ("UPDATE dose_row SET high = '29' WHERE printed = '16 to 30'", ["dose-rows"]),
    ],
)
def test_every_check_can_fail(run: Run, content_copy: Path, damage: str, failing: list[str]) -> None:
    change(content_copy, damage)
    answer = run("content", "verify", "--content", content_copy, "--json")
    assert answer.status == 3
    assert answer.object["ok"] is False
    assert [check["name"] for check in answer.object["checks"] if not check["ok"]] == failing
    assert answer.object["error"]["code"] == "content-damaged"
    text = run("content", "verify", "--content", content_copy)
    assert text.status == 3
    assert "FAILED" in text.out
    assert "Not to be trusted" in text.out
