"""CKD-EPI stands beside the clearance only where it can be computed, rounded for display."""

from typing import Any

import pytest

from desktop.domain.other_equations import ckd_epi_words
from tests.domain.builders import patient

FULL: dict[str, Any] = {"age": "50", "sex": "male", "weight": "110", "height": "190", "creatinine": "1.0"}


def test_the_published_example_is_told_with_its_surface_and_as_no_method_of_a_label() -> None:
    (words,) = ckd_epi_words(patient(**FULL))
    assert words == (
        "CKD-EPI 2021: 91.7 mL/min per 1.73 m2, × 2.41 m2 ÷ 1.73 = 127.7 mL/min for this body. "
        "Not the label's method, and no row is chosen by it."
    )


@pytest.mark.parametrize("missing", ["weight", "height"])
def test_without_a_body_it_stays_per_surface(missing: str) -> None:
    (words,) = ckd_epi_words(patient(**{**FULL, missing: ""}))
    assert "91.7 mL/min per 1.73 m2" in words
    assert "for this body" not in words


@pytest.mark.parametrize("missing", ["age", "sex", "creatinine"])
def test_without_age_sex_or_creatinine_nothing_is_told(missing: str) -> None:
    assert ckd_epi_words(patient(**{**FULL, missing: ""})) == ()


def test_of_a_child_nothing_is_told() -> None:
    assert ckd_epi_words(patient(**{**FULL, "age": "17"})) == ()
    assert ckd_epi_words(patient(**{**FULL, "age": "18"})) != ()


@pytest.mark.parametrize(
    ("weight", "height", "told"),
    [("100", "190", "= 121.8 mL/min for this body"), ("70", "165", "× 1.79 m2 ÷ 1.73 = 94.9 mL/min for this body")],
)
def test_a_clearance_for_this_body_is_told_to_one_decimal(weight: str, height: str, told: str) -> None:
    (words,) = ckd_epi_words(patient(**{**FULL, "weight": weight, "height": height}))
    assert told in words
