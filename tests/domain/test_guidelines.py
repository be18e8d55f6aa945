"""A grade in its issuer's words, and in circles only where it is one of GRADE's."""

import pytest

from desktop.domain.guidelines import GRADE, Position, circles, grade_line
from desktop.domain.provenance import Verification


@pytest.mark.parametrize(
    ("certainty", "drawn"), [("very low", "⊕◯◯◯"), ("low", "⊕⊕◯◯"), ("moderate", "⊕⊕⊕◯"), ("high", "⊕⊕⊕⊕")]
)
def test_each_certainty_of_grade_has_its_circles(certainty: str, drawn: str) -> None:
    assert circles(certainty, "".join(("GRA", "DE"))) == drawn


@pytest.mark.parametrize(("certainty", "system"), [("high", "none"), ("high", "ACP"), ("strong", GRADE), (None, GRADE)])
def test_what_is_not_of_grade_has_no_circles(certainty: str | None, system: str) -> None:
    assert circles(certainty, system) == ""


def test_a_position_is_graded_in_words_and_then_in_circles() -> None:
    graded = Position("the pair", "strong", "moderate", Verification.SECONDARY)
    assert grade_line(graded, GRADE) == "strong; certainty moderate ⊕⊕⊕◯"
    assert grade_line(graded, "none") == "strong; certainty moderate"
    assert grade_line(Position("the pair", None, None, Verification.SECONDARY), GRADE) == ""
