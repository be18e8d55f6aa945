"""Two entries of one case: what agrees, what differs, and in which words."""

from dataclasses import fields, replace

import pytest

from desktop.domain.patient import Typed
from desktop.domain.refusal import InputFault
from desktop.domain.second_check import Difference, second_check

FIRST = Typed(
    age="67", sex="female", weight="70", height="165", creatinine="1.9", creatinine_unit="mg/dL", dialysis="none"
)


def _differences(second: Typed, first: Typed = FIRST) -> list[str]:
    return [found.words for found in second_check(first, second) if isinstance(found, Difference)]


@pytest.mark.parametrize(
    "second",
    [
        FIRST,
        replace(FIRST, weight="70.0", height=" 165 "),
        replace(FIRST, creatinine="167.96", creatinine_unit="umol/L"),
        replace(FIRST, dialysis=""),
    ],
)
def test_figures_agree_by_what_they_mean(second: Typed) -> None:
    assert second_check(FIRST, second) == ()


@pytest.mark.hazard("H18")
@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"age": "76"}, "Age: first 67 years, second 76 years."),
        ({"age": "", "age_months": "60"}, "Age: first 67 years, second 60 months."),
        ({"sex": "male"}, "Sex: first female, second male."),
        ({"weight": "70.1"}, "Weight: first 70 kg, second 70.1 kg."),
        ({"height": ""}, "Height: first 165 cm, second not typed."),
        (
            {"creatinine": "1.8"},
            "Creatinine: first 1.9 mg/dL, second 1.8 mg/dL.",
        ),
        (
            {"creatinine": "168", "creatinine_unit": "umol/L"},
            "Creatinine: first 1.9 mg/dL, second 168 micromol/L (1.9005 mg/dL).",
        ),
        ({"creatinine": "1.901"}, "Creatinine: first 1.9 mg/dL, second 1.901 mg/dL."),
        ({"creatinine": "", "creatinine_unit": ""}, "Creatinine: first 1.9 mg/dL, second not typed."),
        ({"dialysis": "haemodialysis"}, "Dialysis: first none, second haemodialysis."),
        ({"unstable_creatinine": True}, "Creatinine not steady: first no, second yes."),
        ({"weight_used": "ideal"}, "Weight used: first by the rule, second ideal."),
    ],
)
def test_each_difference_is_named_with_both_readings(changed: dict[str, object], words: str) -> None:
    assert _differences(replace(FIRST, **changed)) == [words]  # type: ignore[arg-type]  # one field at a time


def test_an_effluent_rate_and_a_clearance_are_compared_too() -> None:
    first = Typed(dialysis="crrt", effluent="2.1", clearance="40")
    assert _differences(Typed(dialysis="crrt", effluent="2.2", clearance="41"), first) == [
        "Clearance: first 40 mL/min, second 41 mL/min.",
        "Effluent rate: first 2.1 L per hour, second 2.2 L per hour.",
    ]


def test_a_second_entry_that_cannot_be_read_is_a_fault_and_no_agreement() -> None:
    (fault,) = second_check(FIRST, replace(FIRST, weight="7o"))
    assert isinstance(fault, InputFault)
    assert fault.field == "weight"


def test_an_empty_second_entry_agrees_with_nothing() -> None:
    assert len(_differences(Typed())) == 5


def test_a_first_entry_that_cannot_be_read_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="can be read"):
        second_check(replace(FIRST, age="x"), FIRST)


OTHERWISE = {
    "age": {"age": "66"},
    "age_months": {"age": "", "age_months": "60"},
    "sex": {"sex": "male"},
    "weight": {"weight": "71"},
    "height": {"height": "166"},
    "creatinine": {"creatinine": "2"},
    "creatinine_unit": {"creatinine": "190", "creatinine_unit": "umol/L"},
    "clearance": {"creatinine": "", "clearance": "30"},
    "dialysis": {"dialysis": "crrt"},
    "effluent": {"dialysis": "crrt", "effluent": "2"},
    "unstable_creatinine": {"unstable_creatinine": True},
    "weight_used": {"weight_used": "ideal"},
}


def test_no_field_of_the_case_is_left_out_of_the_comparison() -> None:
    assert set(OTHERWISE) == {field.name for field in fields(Typed)}
    for changed in OTHERWISE.values():
        assert _differences(replace(FIRST, **changed)), changed  # type: ignore[arg-type]  # a few fields at a time


def test_an_unusual_figure_differs_like_any_other() -> None:
    assert _differences(replace(FIRST, weight="250")) == ["Weight: first 70 kg, second 250 kg."]
