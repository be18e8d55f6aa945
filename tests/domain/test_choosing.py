"""Which row is for a child, for continuous therapy, and what is said where none is."""

import pytest

from desktop.domain.answering import Doses, doses_of
from desktop.domain.choosing import BORN_AT_TERM, KIDNEYS_NOT_GIVEN
from desktop.domain.dosing import Dose, NearEdge, Withheld
from desktop.domain.drugs import Row, Situation
from desktop.domain.patient import Patient
from tests.domain.builders import EVERY_REFUSAL, basis, drug, patient, row

ADULT = row("[0, )", also_haemodialysis=True)
INFANT, INFANT_LOW = row("(50, )", months=(3, 24)), row("(15, 50]", months=(3, 24))
CHILD, CHILD_LOW = row("(50, )", months=(24, 216)), row("[0, 50]", months=(24, 216), also_haemodialysis=True)
SLOW, FAST = row("[0, 2]", when="effluent"), row("(2, )", when="effluent")


def _answer(found: Patient, *rows: Row) -> Dose | Withheld:
    assessment = doses_of(found, [drug(basis(*rows))])
    assert isinstance(assessment, Doses)
    (answer,) = assessment.answers
    return answer


def _refusal(found: Patient, *rows: Row) -> Situation:
    answer = _answer(found, *rows)
    assert isinstance(answer, Withheld)
    return next(situation for situation, refusal in EVERY_REFUSAL.items() if refusal is answer.refusal)


ALL = (ADULT, INFANT, INFANT_LOW, CHILD, CHILD_LOW)


@pytest.mark.parametrize(
    ("months", "filtration", "chosen"),
    [
        ("3", "50.001", INFANT),
        ("23", "50", INFANT_LOW),
        ("24", "50", CHILD_LOW),
        ("24", "50.001", CHILD),
        ("215", "300", CHILD),
    ],
)
def test_the_age_band_and_the_filtration_choose_the_row(months: str, filtration: str, chosen: Row) -> None:
    answer = _answer(patient(age_months=months, clearance=filtration), *ALL)
    assert isinstance(answer, Dose)
    assert answer.row is chosen
    assert answer.differs_by_weight == {}


@pytest.mark.hazard("H11")
def test_an_adult_never_gets_a_childs_row_and_a_child_never_an_adults() -> None:
    adult = _answer(patient(age_months="216", clearance="60"), *ALL)
    assert isinstance(adult, Dose)
    assert adult.row is ADULT
    assert _refusal(patient(age_months="2", clearance="60"), *ALL) is Situation.CHILD
    assert _refusal(patient(age="10", clearance="60"), ADULT) is Situation.CHILD


def test_kidneys_below_every_row_of_the_age_are_refused() -> None:
    assert _refusal(patient(age_months="6", clearance="15"), *ALL) is Situation.CHILD_KIDNEYS


def test_schwartz_chooses_a_childs_row_near_its_edge() -> None:
    found = patient(age="10", sex="female", weight="30", height="140", creatinine="1.1")
    answer = _answer(found, *ALL)  # 0.413 * 140 / 1.1 = 52.6
    assert isinstance(answer, Dose)
    assert answer.row is CHILD
    assert answer.near_edge is not None
    assert answer.near_edge.other is CHILD_LOW


def test_without_a_filtration_an_infant_gets_the_unimpaired_row_and_is_told_so() -> None:
    answer = _answer(patient(age_months="8"), *ALL)
    assert isinstance(answer, Dose)
    assert answer.row is INFANT
    assert answer.remarks == (KIDNEYS_NOT_GIVEN,)
    known = _answer(patient(age_months="8", clearance="80"), *ALL)
    assert isinstance(known, Dose)
    assert known.remarks == ()


@pytest.mark.hazard("H24")
@pytest.mark.parametrize(
    ("months", "said"), [("3", True), ("5", True), ("6", True), ("7", True), ("8", False), ("23", False)]
)
def test_below_8_months_a_dose_says_that_its_row_is_for_one_born_at_term(months: str, said: bool) -> None:
    young = row("(50, )", months=(3, 24))
    for clearance, kidneys in (("", (KIDNEYS_NOT_GIVEN,)), ("80", ())):
        answer = _answer(patient(age_months=months, clearance=clearance), ADULT, young)
        assert isinstance(answer, Dose)
        assert answer.remarks == (*kidneys, *((BORN_AT_TERM,) if said else ()))


def test_on_dialysis_nothing_is_said_of_kidneys_that_were_not_given() -> None:
    dialysed = row("[0, )", months=(3, 24), when="haemodialysis")
    answer = _answer(patient(age_months="8", dialysis="haemodialysis"), ADULT, dialysed)
    assert isinstance(answer, Dose)
    assert answer.remarks == ()


def test_an_adult_is_told_nothing_of_being_born_at_term() -> None:
    for found in (patient(age="18", clearance="60"), patient(clearance="60")):
        answer = _answer(found, *ALL)
        assert isinstance(answer, Dose)
        assert answer.remarks == ()


@pytest.mark.hazard("H11")
@pytest.mark.parametrize(
    "found",
    [
        patient(age_months="11", weight="9", height="72", creatinine="5"),
        patient(age_months="23", weight="12", creatinine="5"),
        patient(age_months="6", unstable=True),
    ],
    ids=["below 1 year", "without a height", "not steady"],
)
def test_an_infant_whose_kidneys_are_in_doubt_is_never_given_the_unimpaired_row(found: Patient) -> None:
    answer = _answer(found, *ALL)
    assert isinstance(answer, Withheld)
    assert "cannot be told whether the kidneys are impaired" in answer.refusal.reason
    assert "filtration" in answer.refusal.remedy


def test_a_filtration_settles_the_kidneys_of_an_infant_with_a_creatinine() -> None:
    schwartz = _answer(patient(age_months="12", height="75", creatinine="0.3"), *ALL)
    typed = _answer(patient(age_months="6", clearance="80", unstable=True), *ALL)
    assert isinstance(schwartz, Dose)
    assert isinstance(typed, Dose)
    assert schwartz.row is typed.row is INFANT


@pytest.mark.parametrize(("months", "asked"), [("23", False), ("24", True)])
def test_two_years_is_where_a_filtration_is_asked_for(months: str, asked: bool) -> None:
    assert isinstance(_answer(patient(age_months=months), *ALL), Withheld) is asked


def test_a_newborn_gets_no_row_that_begins_at_a_month() -> None:
    first = row("(50, )", months=(1, 3))
    assert _refusal(patient(age_months="0", clearance="60"), ADULT, first) is Situation.CHILD
    answer = _answer(patient(age_months="1"), ADULT, first)
    assert isinstance(answer, Dose)
    assert answer.row is first


def test_the_unimpaired_row_is_a_clearance_row_without_an_upper_edge() -> None:
    low, dialysed = row("[0, 50]", months=(3, 24)), row("[0, )", months=(3, 24), when="haemodialysis")
    answer = _answer(patient(age_months="6"), ADULT, low, dialysed, INFANT)
    assert isinstance(answer, Dose)
    assert answer.row is INFANT


def test_without_a_filtration_an_older_child_is_asked_for_it() -> None:
    answer = _answer(patient(age="3", weight="15"), *ALL)
    assert isinstance(answer, Withheld)
    assert "no filtration is known" in answer.refusal.reason
    assert "creatinine and height" in answer.refusal.remedy


def test_a_childs_dialysis_has_the_childs_row_or_a_refusal() -> None:
    answer = _answer(patient(age="5", dialysis="haemodialysis", clearance="60"), *ALL)
    assert isinstance(answer, Dose)
    assert answer.row is CHILD_LOW
    assert answer.remarks == ()
    assert _refusal(patient(age_months="6", dialysis="haemodialysis"), *ALL) is Situation.CHILD_KIDNEYS
    assert _refusal(patient(age="5", dialysis="crrt", clearance="60"), *ALL) is Situation.CRRT


@pytest.mark.parametrize(("rate", "chosen"), [("0.1", SLOW), ("2", SLOW), ("2.001", FAST), ("12", FAST)])
def test_the_effluent_rate_chooses_among_its_own_rows(rate: str, chosen: Row) -> None:
    answer = _answer(patient(dialysis="crrt", effluent=rate, clearance="60"), ADULT, SLOW, FAST)
    assert isinstance(answer, Dose)
    assert answer.row is chosen


def test_near_the_edge_of_an_effluent_band_the_other_row_is_named() -> None:
    answer = _answer(patient(dialysis="crrt", effluent="2.1"), ADULT, SLOW, FAST)
    assert isinstance(answer, Dose)
    assert answer.near_edge == NearEdge(SLOW.band.high or SLOW.band.low, SLOW)
    far = _answer(patient(dialysis="crrt", effluent="2.3"), ADULT, SLOW, FAST)
    assert isinstance(far, Dose)
    assert far.near_edge is None


def test_without_a_rate_the_source_that_goes_by_it_refuses() -> None:
    assert _refusal(patient(dialysis="crrt"), ADULT, SLOW, FAST) is Situation.EFFLUENT


def test_a_clearance_row_serves_continuous_therapy_only_where_its_source_says_so() -> None:
    assert _refusal(patient(dialysis="crrt", clearance="60"), ADULT) is Situation.CRRT
    serving = row("[0, )", also_crrt=True)
    answer = _answer(patient(dialysis="crrt", clearance="60"), serving)
    assert isinstance(answer, Dose)
    assert answer.row is serving
