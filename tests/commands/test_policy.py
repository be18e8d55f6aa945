"""What an administrator set holds for every command: no dose where the calculators are off, and words that say why."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import policy as policies
from desktop.policy import FILE
from tests.commands.answers import Run

DOSE = ("dose", "--drug", "ceftazidime-avibactam", "--crcl", "40", "--json")
CHECK = ("check", "--enzyme", "ndm", "--drug", "aztreonam", "--json")
CREATININE = ("--creatinine", "1.9", "--creatinine-unit", "mg/dL", "--age", "67", "--weight", "70", "--sex", "female")
CARD = ("sheet", "--kind", "card", "--case", "-", "--json", "--out")
Set = Callable[[str], Path]


@pytest.fixture
def set_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Set:
    monkeypatch.setattr(policies, "site_folder", lambda: tmp_path)

    def written(text: str) -> Path:
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        return tmp_path / FILE

    return written


def test_without_calculators_no_dose_is_made_and_the_policy_is_named(run: Run, set_policy: Set) -> None:
    file = set_policy("calculators = false")
    answer = run(*DOSE)
    assert (answer.status, answer.code) == (1, "calculators-off")
    message = answer.object["error"]["message"]
    assert f"This hospital's policy ({file}) has turned the calculators off" in message
    assert "wardlight search" in message


@pytest.mark.usefixtures("qapp")
def test_without_calculators_no_card_is_made_but_every_other_sheet(
    run: Run, set_policy: Set, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policy("calculators = false")
    case = json.dumps({"inputs": {"crcl": "40"}, "enzymes": ["ndm"], "drugs": ["aztreonam-avibactam"]})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(case.encode())))
    answer = run(*CARD, tmp_path / "card.txt")
    assert (answer.status, answer.code) == (1, "calculators-off")
    assert not (tmp_path / "card.txt").exists()
    assert run("sheet", "--kind", "topic", "--json", "--out", tmp_path / "topic.txt").status == 0


def test_without_calculators_a_regimen_is_checked_but_no_clearance_computed(run: Run, set_policy: Set) -> None:
    set_policy("calculators = false")
    assert run(*CHECK).object["findings"][0]["id"] == "aztreonam-alone"
    answer = run(*CHECK, *CREATININE)
    assert (answer.status, answer.code) == (1, "calculators-off")
    assert "Leave out --creatinine" in answer.object["error"]["message"]


@pytest.mark.parametrize(
    "command",
    [("read", "ndm"), ("search", "caz-avi"), ("claims",), ("content", "info"), ("content", "verify"), ("self-test",)],
)
def test_everything_that_is_read_can_be_read_without_calculators(
    run: Run, set_policy: Set, command: tuple[str, ...]
) -> None:
    set_policy("calculators = false")
    assert run(*command, "--json").status == 0


def test_a_policy_with_a_fault_stops_every_dose_until_it_is_mended(run: Run, set_policy: Set) -> None:
    file = set_policy("calculator = true")
    answer = run(*DOSE)
    assert (answer.status, answer.code) == (3, "calculators-off")
    assert 'Line 1: "calculator" is not known here.' in answer.object["error"]["message"]
    set_policy("calculators = true")
    assert run(*DOSE).status == 0
    file.unlink()
    assert run(*DOSE).status == 0


def test_the_basis_of_the_policy_comes_first_and_hides_none(run: Run, set_policy: Set) -> None:
    before = [result["basis"] for result in run(*DOSE).object["results"]]
    set_policy('basis = "idsa-2026"')
    after = [result["basis"] for result in run(*DOSE).object["results"]]
    assert before[0] != "idsa-2026"
    assert after[0] == "idsa-2026"
    assert sorted(before) == sorted(after)


def test_a_drug_that_lacks_the_basis_of_the_policy_is_as_before(run: Run, set_policy: Set) -> None:
    before = run(*DOSE).object
    set_policy('basis = "nation-2017"')
    assert run(*DOSE).object == before


def test_a_unit_of_the_policy_is_never_taken_for_one_that_was_typed(run: Run, set_policy: Set) -> None:
    set_policy('creatinine-unit = "mg/dL"')
    figures = ("--creatinine", "1.9", "--age", "67", "--weight", "70", "--sex", "female")
    answer = run("dose", "--drug", "ceftazidime-avibactam", *figures, "--json")
    assert (answer.status, answer.code) == (2, "creatinine-unit")


def test_the_self_test_tells_what_is_set_and_what_is_wrong(run: Run, set_policy: Set) -> None:
    def told() -> tuple[bool, str]:
        (found,) = [check for check in run("self-test", "--json").object["checks"] if check["name"] == "policy"]
        return found["ok"], found["detail"]

    assert told() == (True, "No policy is set for this machine.")
    file = set_policy("calculators = false")
    assert told() == (True, f"Set by this hospital's policy, {file}: Calculators: off.")
    set_policy("calculators = 0")
    ok, detail = told()
    assert not ok
    assert "Line 1: calculators is true or false" in detail


def test_a_content_folder_of_the_policy_that_is_not_there_is_said(run: Run, set_policy: Set, tmp_path: Path) -> None:
    set_policy(f"content-folder = '{tmp_path / 'share'}'")
    answer = run("read", "ndm")
    assert answer.status == 0
    assert f"The folder that the policy names for content, {tmp_path / 'share'}, is not there." in answer.err
    assert "In use: the content that came with the program" in answer.err
