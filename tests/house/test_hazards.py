"""Every hazard has a control and a test that carries its id; every mark names a hazard."""

from pathlib import Path

import pytest

from desktop.health.hazards import HAZARD_LOG, hazards
from tests.house.source import marked_tests


def test_every_hazard_says_what_stands_against_it_and_what_remains() -> None:
    found = hazards()
    assert [hazard.id for hazard in found] == [f"H{number:02}" for number in range(1, len(found) + 1)]
    for hazard in found:
        assert hazard.controls, hazard.id
        assert all((hazard.hazard, hazard.cause, hazard.harm, hazard.residual_risk, *hazard.controls)), hazard.id
        assert hazard.clinical_sign_off == "open", f"{hazard.id} names a signature: only a real one may stand there"


def test_every_hazard_has_a_marked_test_and_every_mark_names_a_hazard() -> None:
    marked = marked_tests("hazard")
    assert {mark for mark, _ in marked} == {hazard.id for hazard in hazards()}


@pytest.mark.parametrize("text", ["", "[[hazard]]\nid = 1", "hazard = 3", "[[hazard", "[[hazard]]\nwhat = 'x'"])
def test_a_damaged_log_is_told_in_words(tmp_path: Path, text: str) -> None:
    damaged = tmp_path / HAZARD_LOG.name
    damaged.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"hazards\.toml cannot be read"):
        hazards(damaged)


def test_a_missing_log_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        hazards(tmp_path / "gone.toml")
