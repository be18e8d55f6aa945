"""The log: a line for each fault, and nothing in it that anybody typed."""

import re
from pathlib import Path

import pytest

from desktop.health.hazards import hazards
from desktop.health.log import BEFORE, NAME, log_error, log_refusal
from tests.commands.answers import Run
from tests.health.test_error_ids import fault

LINE = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00 \S+ \S+ \S+"


def lines(data: Path) -> list[str]:
    return (data / "log" / NAME).read_text(encoding="utf-8").splitlines()


@pytest.mark.hazard("H21")
def test_a_line_holds_time_id_kind_and_place_and_no_figure(tmp_path: Path) -> None:
    name = log_error(fault("71.5"), tmp_path)
    (line,) = lines(tmp_path)
    assert re.fullmatch(LINE, line)
    assert f" {name} ValueError " in line
    assert "71.5" not in line


def test_the_place_is_in_our_own_code(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read") as caught:
        hazards(tmp_path / "gone.toml")
    log_error(caught.value, tmp_path)
    assert re.search(r" desktop/health/hazards\.py:\d+$", lines(tmp_path)[-1])


def test_a_full_log_gives_way_to_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    for content in ("first", "second"):
        (tmp_path / "log" / NAME).write_text(content * 100_000, encoding="utf-8")
        log_refusal("pack-damaged", tmp_path)
    assert len(lines(tmp_path)) == 1
    assert (tmp_path / "log" / BEFORE).read_text(encoding="utf-8").startswith("second")
    assert len(list((tmp_path / "log").iterdir())) == 2


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    assert len(log_error(fault(1), tmp_path)) == 8
    assert len(log_error(fault(1), tmp_path / "log" / "below")) == 8


def test_a_refusal_of_a_command_is_one_line_of_the_log(run: Run, tmp_path: Path) -> None:
    answer = run("content", "info", "--content", tmp_path / "gone.db", "--data", tmp_path, "--json")
    assert answer.status == 3
    (line,) = lines(tmp_path)
    assert line.endswith(" refused content-missing -")


@pytest.mark.hazard("H21")
def test_a_fault_that_nobody_foresaw_is_logged_without_what_was_typed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda _fallback: None)
    case = ("--age", "67", "--sex", "female", "--weight", "71.5", "--creatinine", "1.9", "--creatinine-unit", "mg/dL")
    answer = run("dose", "--drug", "aztreonam", *case, "--data", tmp_path)
    (line,) = lines(tmp_path)
    assert line.split()[1] in answer.err
    assert not {"67", "71.5", "1.9", "female"} & set(re.split(r"[ :]", line))
