"""Who is a child without its age: by its body, its ward, or a birth so early that its months choose no row."""

import pytest

from desktop.domain.drugs import AgeBand
from desktop.domain.search_body import BodySaid, body_said
from desktop.domain.search_dialysis import CRRT, HAEMODIALYSIS
from desktop.domain.search_fit import CHILDREN, CLEARANCE, Fit, PatientAsked
from desktop.domain.search_patient import patient_asked
from desktop.domain.search_query import Asked, Meaning, asked_of, read_query
from desktop.domain.tiers import body_tiers
from tests.domain.builders import band

_MEANINGS = {
    "cza": [Meaning("cef avi", 0.85, "cef-avi")],
    "crcl": [Meaning(CLEARANCE, 0.75)],
    "hd": [Meaning(HAEMODIALYSIS, 0.8)],
    "crrt": [Meaning(CRRT, 0.8)],
}


def _read(typed: str) -> tuple[PatientAsked, list[Asked]]:
    query = read_query(typed)
    return patient_asked(query, asked_of(query, _MEANINGS, {"the", "of", "on"}))


def _child(typed: str) -> tuple[bool, int | None]:
    patient, _ = _read(typed)
    return patient.is_child, patient.months


@pytest.mark.parametrize(
    "typed",
    [
        *("cza 8 kg crcl 60", "cza 8kg", "cza 25 kilos", "cza weight 8", "cza wt: 12, crcl 40", "cza weighs 9 kg"),
        *("cza weight 900 g", "cza 40 lb crcl 40", "cza twenty kg", "cza 30-40 kg", "cza 12 to 40 kg"),
        *("cza height 100 cm crcl 40", "cza 110 cm", "cza ht 95", "cza height 1.1 m", "cza 34.9 kg", "cza 139 cm"),
        *("cza PICU crcl 40", "NICU cza", "cza scbu", "cza weight 20 F crcl 40"),
        *("cza poor weight gain 5 kg", "cza 8 kg, postnatal ward", "baby 3 kg, mother 30 years, cza"),
        *("cza 10 kg 18m crcl 40", "cza 8 kg 2 weeks ago"),
        *("cza 30\u201140 kg", "cza 30\u201440 kg", "cza 30\u221240 kg", "cza 30/40 kg", "cza 12 kilogrammes crcl 40"),
    ],
)
def test_a_body_that_is_no_usual_adults_or_a_childrens_ward_is_a_childs_of_no_known_age(typed: str) -> None:
    assert _child(typed) == (True, None)


@pytest.mark.parametrize(
    "typed",
    [
        *("cza 70 years 38 kg", "cza crcl 40 70 years 30 kg", "67F cza 30 kg", "cza adult 30 kg", "woman 34 kg cza"),
        *("cza aged 70, 32 kg", "cza 35 kg", "cza height 140", "cza thirty-eight kg", "cza 60 year old NICU"),
        *(
            "cza 2 mg/kg",
            "cza 2 mg per kg",
            "cza per 8 kg",
            "cza lost 8 kg",
            "cza loss of 8 kg",
            "cza 8 kg weight loss",
        ),
        *("cza bmi 18 kg/m2", "cza 18 kg/m2", "cza abscess 5 cm", "cza weight 18 stone", "cza height 5 ft 2"),
        *("cza height 5'2", "cza height 1.72 m", "cza 70-80 kg", "cza mother 34 kg", "cza kg", "cza 12", "cza 1.73 m2"),
    ],
)
def test_an_adult_or_what_is_no_body_is_no_child(typed: str) -> None:
    assert _child(typed) == (False, None)


def test_the_limits_are_those_of_the_fields() -> None:
    weight, height = body_tiers(None)
    for tier, unit in ((weight, "kg"), (height, "cm")):
        for figure, is_small, is_impossible in (
            (tier.usual[0], False, False),
            (tier.usual[0] - 1, True, False),
            (tier.possible[0], True, False),
            (tier.possible[0] - 1, True, True),
        ):
            found = body_said(read_query(f"cza {figure} {unit}"))
            assert found == BodySaid(is_small=is_small, is_impossible=is_impossible)


def test_a_body_that_no_adult_has_is_not_the_mothers() -> None:
    assert _child("cza 3 kg, mother 30 years") == (True, None)
    assert _child("cza 34 kg, mother 30 years") == (False, None)


def test_no_passage_has_to_hold_a_ward_or_a_weight() -> None:
    for typed in ("cza picu", "cza 8 kg"):
        _, asked = _read(typed)
        assert [one.phrase or one.all_phrases[0] for one in asked] == ["cza", CHILDREN]


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        *(("cza 1 year old HD", 12), ("cza 18 month old dialysis", 18), ("cza 2 month old CRRT", 2)),
        *(("cza 1 year old esrd HD", 12), ("cza 1 year old HD patient", 12), ("cza 5 year old PICU", 60)),
        *(("cza 5 year old HD line", None), ("cza 5 year old dialysis catheter", None), ("cza 10 years HD", None)),
        *(("cza 20 months dialysis", None), ("cza 5 year old PICU nurse", None)),
    ],
)
def test_dialysis_or_a_ward_behind_an_age_leaves_it_somebodys_and_what_is_behind_that_does_not(
    typed: str, months: int | None
) -> None:
    assert _child(typed) == (True, months)


@pytest.mark.parametrize("kind", [HAEMODIALYSIS, CRRT])
@pytest.mark.parametrize(("months", "fit"), [(None, Fit.OPEN), (12, Fit.NO), (60, Fit.YES)])
def test_a_childs_row_for_dialysis_hangs_on_the_age(kind: str, months: int | None, fit: Fit) -> None:
    patient = PatientAsked(is_child=True, months=months, dialysis=frozenset({kind}))
    assert patient.fit(f" {CHILDREN} {kind} ", band("[0, 5]"), AgeBand(24, 216)) is fit


@pytest.mark.parametrize(
    "early",
    [
        *(
            "premature",
            "preterm",
            "ex prem",
            "preemie",
            "ex 30 weeker",
            "born 28 weeks",
            "born at 28 wk",
            "born at 28/40",
        ),
        *(
            "gestation 30 weeks",
            "corrected",
            "postmenstrual 36 weeks",
            "PMA 36",
            "ex 26+3/40",
            "28 weeks gestational age",
        ),
    ],
)
def test_the_months_of_an_infant_born_early_are_left_open_until_its_row_says_nothing_of_term(early: str) -> None:
    assert _child(f"cza 2 month old {early}") == (True, None)
    assert _child(f"cza 7 month old {early}") == (True, None)


@pytest.mark.parametrize("typed", ["2 month old", "2 month old dose, born at term", "2 month old, weighs 4 kg"])
def test_the_months_of_an_infant_of_whom_no_early_birth_is_said_are_known(typed: str) -> None:
    assert _child(f"cza {typed}") == (True, 2)


@pytest.mark.parametrize(
    ("typed", "is_child"),
    [
        *(("cza born 28 weeks crcl 40", True), ("cza ex 30 weeker", True), ("cza crcl 40 3 months corrected", True)),
        *(("cza crcl 40, 3 months, gestation 30 weeks", True), ("cza crcl 40 gestation 30 weeks", False)),
        *(("cza corrected calcium crcl 40", False), ("cza mother born 28 weeks", False), ("cza born 1950", False)),
        *(("cza woman born 28 weeks", False), ("cza 30 years old, ex 28 weeker", False)),
    ],
)
def test_an_early_birth_is_a_childs_unless_it_may_be_its_mother_who_is_asked_about(typed: str, is_child: bool) -> None:
    assert _child(typed) == (is_child, None)


def test_a_child_of_months_that_every_row_has_keeps_them_though_born_early() -> None:
    assert _child("cza 9 month old preterm") == (True, 9)
    assert _child("cza 5 years old premature") == (True, 60)


def test_a_weight_is_read_as_exactly_as_it_is_typed() -> None:
    assert body_said(read_query("34.99 kg")).is_small
    assert not body_said(read_query("35.0 kg")).is_small


@pytest.mark.parametrize("size", ["40 kilograms", "40 pounds", "150 centimetres", "12 stone", "5 feet", "60 inches"])
def test_a_body_behind_a_clearance_is_no_second_figure_of_it(size: str) -> None:
    patient, _ = _read(f"cza crcl 60 {size}")
    alone, _ = _read("cza crcl 60")
    assert patient.clearance == alone.clearance
