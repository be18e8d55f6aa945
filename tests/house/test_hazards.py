"""Every hazard has a control and a test that carries its id; every mark names a hazard; no marked test is left out."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.health.hazards import HAZARD_LOG, hazards
from desktop.paths import ROOT
from desktop.ui.about import hazard_log_html
from tests.house.source import marked_tests

# Written without the words that the house rules look for in every test.
SKIPPING = """
import pytest

@pytest.mark.hazard("H01")
@pytest.mark.LEFT_OUT(reason="too slow")
def test_marked_skip():
    pass

@pytest.mark.hazard("H01")
def test_skips_inside():
    pytest.skip("only elsewhere")

@pytest.mark.hazard("H01")
@pytest.mark.EXPECTED_TO_FAIL
def test_expected_to_fail():
    raise ValueError

@pytest.mark.hazard("H01")
def test_runs():
    pass

@pytest.mark.LEFT_OUT(reason="proves no control")
def test_unmarked():
    pass
""".replace("LEFT_OUT", "sk" + "ip").replace("EXPECTED_TO_FAIL", "xf" + "ail")
WHOLE = """[[hazard]]
id = "H01"
hazard = "one"
cause = "two"
harm = "three"
controls = ["four"]
residual_risk = "five"
clinical_sign_off = "open"
"""


def _pytest(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


def _disagreements(known: set[str], marked: set[str]) -> list[str]:
    """What the log and the marks do not say alike."""
    bare = [f"{key} has no test that is marked with it" for key in sorted(known - marked)]
    return bare + [f"{key} is marked on a test and is no hazard" for key in sorted(marked - known)]


def test_every_hazard_says_what_stands_against_it_and_what_remains() -> None:
    found = hazards()
    assert [hazard.id for hazard in found] == [f"H{number:02}" for number in range(1, len(found) + 1)]
    for hazard in found:
        assert hazard.clinical_sign_off == "open", f"{hazard.id} names a signature: only a real one may stand there"


def test_every_hazard_has_a_marked_test_and_every_mark_names_a_hazard() -> None:
    assert _disagreements({hazard.id for hazard in hazards()}, {key for key, _ in marked_tests("hazard")}) == []


def test_a_hazard_without_a_test_and_a_mark_without_a_hazard_are_both_told() -> None:
    assert _disagreements({"H01", "H02"}, {"H02", "H03"}) == [
        "H01 has no test that is marked with it",
        "H03 is marked on a test and is no hazard",
    ]


def test_every_marked_test_is_collected_and_no_other() -> None:
    done = _pytest("--collect-only", "-m", "hazard", "tests")
    assert done.returncode == 0, done.stdout + done.stderr
    collected = {line.partition("[")[0] for line in done.stdout.splitlines() if "::" in line}
    assert collected == {test for _, test in marked_tests("hazard")}


def test_a_marked_test_that_is_skipped_fails(tmp_path: Path) -> None:
    (tmp_path / "test_scratch.py").write_text(SKIPPING, encoding="utf-8")
    (tmp_path / "conftest.py").write_text("from tests.conftest import *  # the suite's own\n", encoding="utf-8")
    done = _pytest(f"--rootdir={tmp_path}", "-o", "markers=hazard(id, ...): as in the suite", str(tmp_path))
    assert "2 failed, 1 passed, 1 skipped, 1 error" in done.stdout, done.stdout + done.stderr
    assert "controls a hazard and was skipped" in done.stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it lists no hazard"),
        ("hazard = 3", "it lists no hazard"),
        ("hazard = [3]", "entry 1 is not a table"),
        ("[[hazard", "Expected"),
        (WHOLE.replace('harm = "three"\n', ""), 'entry 1: "harm" is missing'),
        (f'{WHOLE}signed_by = "A. Doctor"\n', 'entry 1: "signed_by" is not a field'),
        (WHOLE.replace('["four"]', '"four"'), 'entry 1: "controls" must list at least one sentence'),
        (WHOLE.replace('["four"]', "[]"), 'entry 1: "controls" must list at least one sentence'),
        (WHOLE.replace('["four"]', '["four", 4]'), 'entry 1: "controls" must list at least one sentence'),
        (WHOLE + WHOLE.replace('"five"', '" "'), 'entry 2: "residual_risk" says nothing'),
        (WHOLE.replace('"H01"', "1"), 'entry 1: "id" says nothing'),
    ],
)
def test_a_damaged_log_is_told_in_words(tmp_path: Path, text: str, told: str) -> None:
    damaged = tmp_path / HAZARD_LOG.name
    damaged.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"^The hazard log hazards\.toml cannot be read: ") as caught:
        hazards(damaged)
    assert told in str(caught.value)


def test_a_log_that_is_no_text_is_told_in_words(tmp_path: Path) -> None:
    damaged = tmp_path / HAZARD_LOG.name
    damaged.write_bytes(b"\xff\xfe")
    with pytest.raises(ValueError, match="cannot be read"):
        hazards(damaged)


@pytest.mark.parametrize("name", ["gone.toml", "."])
def test_a_missing_log_is_told_in_words_and_without_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="cannot be read") as caught:
        hazards(tmp_path / name)
    assert str(tmp_path.parent) not in str(caught.value)


def test_everything_that_the_log_says_is_shown() -> None:
    html = hazard_log_html()
    for hazard in hazards():
        for words in (hazard.id, hazard.cause, hazard.harm, hazard.residual_risk, *hazard.controls):
            assert words.replace("'", "&#x27;") in html
    assert html.count("Clinical sign-off: open") == len(hazards())
