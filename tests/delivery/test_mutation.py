"""What the mutation drill keeps: an ended drill is continued, and a changed module is drilled anew."""

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import children
import mutate
from kept import Kept, hash_of_tests, kept, write_answer

MUTANT = mutate.Mutant("dates", "NumberReplacer/0", 3, "days = 31", "days = 32", "days = 32\n", same=False)
REASON = {"module": "dates|days", "operator": "NumberReplacer", "line": "^days = 31$", "reason": "No month is longer."}


@pytest.fixture
def module(tmp_path: Path) -> Path:
    """A module of one line."""
    path = tmp_path / "dates.py"
    path.write_text("days = 31\n", encoding="utf-8")
    return path


def none_made() -> str:
    """Stands for the making of mutants where none may be made."""
    pytest.fail("the mutants were made again")


def test_mutants_are_made_once(module: Path, tmp_path: Path) -> None:
    place = kept(module, tmp_path / "build")
    made = [{"operator": "NumberReplacer/0"}, {"operator": "NumberReplacer/1"}]
    text = '{"operator": "NumberReplacer/0"}\n{"operator": "NumberReplacer/1"}\n'
    assert place.all_mutants(lambda: text) == made
    assert place.all_mutants(none_made) == made


def test_mutants_whose_making_was_broken_off_are_made_again(module: Path, tmp_path: Path) -> None:
    def broken_off() -> str:
        raise KeyboardInterrupt

    place = kept(module, tmp_path / "build")
    with pytest.raises(KeyboardInterrupt):
        place.all_mutants(broken_off)
    assert place.all_mutants(lambda: '{"row": 1}\n') == [{"row": 1}]


def test_an_answer_is_known_as_soon_as_it_was_written_and_the_last_one_holds(module: Path, tmp_path: Path) -> None:
    place = kept(module, tmp_path)
    assert place.outcomes() == {}
    write_answer(place.answers, "NumberReplacer/0", "survived", "tests")
    assert place.outcomes() == {"NumberReplacer/0": "survived"}
    write_answer(place.answers, "NumberReplacer/0", "killed", "tests")
    assert kept(module, tmp_path).outcomes() == {"NumberReplacer/0": "killed"}


def test_an_answer_of_which_only_half_was_written_is_none(module: Path, tmp_path: Path) -> None:
    place = kept(module, tmp_path)
    write_answer(place.answers, "NumberReplacer/0", "killed", "tests")
    with place.answers.open("a", encoding="utf-8") as out:
        out.write('["NumberReplacer/1", "kil')
    assert place.outcomes() == {"NumberReplacer/0": "killed"}


def test_what_was_killed_by_tests_that_changed_since_is_told_apart(module: Path, tmp_path: Path) -> None:
    place, folder = kept(module, tmp_path), tmp_path / "tests"
    folder.mkdir()
    (folder / "test_dates.py").write_text("assert days == 31\n", encoding="utf-8")
    before = hash_of_tests(folder)
    write_answer(place.answers, "NumberReplacer/0", "killed", before)
    write_answer(place.answers, "NumberReplacer/1", "survived", before)
    assert place.killed_by(before) == {"NumberReplacer/0"}
    (folder / "test_dates.py").write_text("", encoding="utf-8")
    assert place.killed_by(hash_of_tests(folder)) == set()


def ended_by(number: int) -> Callable[[], int]:
    """Work that is ended by a signal."""

    def work() -> int:
        os.kill(os.getpid(), number)
        return 0

    return work


def full_disk() -> int:
    raise OSError(28, "No space left on device")


def endless() -> int:
    raise RecursionError


def test_a_child_that_hangs_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang() -> int:
        while True:
            pass

    monkeypatch.setattr(children, "_LONGEST_S", 1)
    assert list(children.in_children([("mutant", hang)], 1)) == [("mutant", True)]


@pytest.mark.parametrize(
    ("work", "failed"),
    [
        (lambda: 0, False),
        (lambda: 1, True),
        (endless, True),
        (ended_by(signal.SIGXCPU), True),
        (ended_by(signal.SIGKILL), None),
        (ended_by(signal.SIGTERM), None),
        (full_disk, None),
    ],
)
def test_a_child_that_the_machine_or_a_person_ended_says_nothing_of_its_mutant(
    work: Callable[[], int], failed: bool | None
) -> None:
    assert list(children.in_children([("mutant", work)], 1)) == [("mutant", failed)]


def test_a_drill_without_a_worker_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        mutate.main(["--workers", "0", "dates"])
    assert "at least one mutant" in capsys.readouterr().err


def test_a_module_that_changed_has_no_answers_until_it_is_as_it_was(module: Path, tmp_path: Path) -> None:
    write_answer(kept(module, tmp_path).answers, "NumberReplacer/0", "killed", "tests")
    module.write_text("days = 30\n", encoding="utf-8")
    assert kept(module, tmp_path).outcomes() == {}
    module.write_text("days = 31\n", encoding="utf-8")
    assert kept(module, tmp_path).outcomes() == {"NumberReplacer/0": "killed"}


def test_what_is_forgotten_is_tried_again(tmp_path: Path) -> None:
    place = Kept(tmp_path / "mutants", tmp_path / "answers")
    place.forget()
    write_answer(place.answers, "NumberReplacer/0", "killed", "tests")
    place.forget()
    assert place.outcomes() == {}


def test_survivors_without_a_reason_are_tried_again_after_what_was_never_tried_and_nothing_else_is() -> None:
    survivor, dead, equal, untried = (replace(MUTANT, operator=f"AddNot/{number}") for number in range(4))
    same = replace(MUTANT, operator="AddNot/4", same=True)
    outcomes = {survivor.operator: "survived", dead.operator: "killed", equal.operator: "equal"}
    mutants = [survivor, dead, equal, untried, same]
    assert mutate.left_to_try(mutants, outcomes, []) == [untried, survivor]
    assert mutate.left_to_try(mutants, outcomes, [REASON | {"operator": "AddNot"}]) == [untried]


@pytest.mark.parametrize(
    ("outcome", "reasons", "fate"),
    [
        ("killed", [], "killed"),
        ("equal", [], "equal"),
        (None, [REASON], "untried"),
        ("survived", [], "unexplained"),
        ("survived", [REASON], "justified"),
        ("survived", [REASON | {"reason": ""}], "unexplained"),
        ("survived", [REASON | {"module": "kidney"}], "unexplained"),
        ("survived", [REASON | {"line": "days = 30"}], "unexplained"),
        ("survived", [REASON | {"operator": "Comparison"}], "unexplained"),
        ("survived", [REASON | {"changed": "^days = 32$"}], "justified"),
        ("survived", [REASON | {"changed": "^days = 30$"}], "unexplained"),
    ],
)
def test_only_a_survivor_with_its_own_reason_is_justified(
    outcome: str | None, reasons: list[dict[str, str]], fate: str
) -> None:
    assert mutate.fate_of(MUTANT, outcome, reasons) == fate


@pytest.mark.parametrize(("known", "status"), [("killed", 0), ("survived", 1), (None, 1)])
def test_a_survivor_and_an_untried_mutant_fail_the_drill(
    known: str | None, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    outcomes = {} if known is None else {MUTANT.operator: known}
    assert mutate.report(["dates"], [[MUTANT]], [outcomes], []) == status
    said = capsys.readouterr().out
    assert ("survived: dates.py:3 NumberReplacer/0: days = 31  ->  days = 32" in said) is (known == "survived")
    assert ("dates: 1 untried" in said) is (known is None)
