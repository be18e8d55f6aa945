"""Who may be a child though none is named: by an age that nothing else takes, or by what is said to be below one."""

from decimal import Decimal

import pytest

from desktop.domain.drugs import AgeBand
from desktop.domain.search_body import BodySaid, body_said
from desktop.domain.search_dialysis import HAEMODIALYSIS
from desktop.domain.search_figures import exactly
from desktop.domain.search_fit import CLEARANCE, Fit, Kidneys, PatientAsked
from desktop.domain.search_patient import patient_asked
from desktop.domain.search_query import Meaning, asked_of, read_query
from tests.domain.builders import band

_MEANINGS = {
    "cza": [Meaning("cef avi", 0.85, "cef-avi")],
    "crcl": [Meaning(CLEARANCE, 0.75)],
    "hd": [Meaning(HAEMODIALYSIS, 0.8)],
}


def _patient(typed: str) -> PatientAsked:
    query = read_query(typed)
    return patient_asked(query, asked_of(query, _MEANINGS, {"the", "of", "on"}))[0]


def _is_open(typed: str) -> bool:
    """Whether the age is open, in front of a clearance and behind it; both have to say the same."""
    [found] = {_patient(query).age_open for query in (f"cza iv {typed} crcl 40", f"cza crcl 40 {typed}")}
    return found


@pytest.mark.parametrize(
    "typed",
    [
        *("8 years", "17 years", "17.9 years", "12 yrs", "8 y", "(8 y)", "5 months", "215 mo", "3 mths", "eight years"),
        *("10 weeks", "8wk", "6 wks", "34 w", "5 days", "5d", "6/52", "3/7", "12-17 years", "8 years of age"),
        *("8 months after birth", "8 years on hd", "over 8 years", "leukaemia 8 years", "ckd 8 y", "dialysis 3 years"),
        *("day of life 5", "36 hours old", "5 days of life", "48 h of life", "osteomyelitis 6 months"),
        *("<18", "under 12", "<18 years", "less than 18 yrs", "up to 18 y", "not an adult", "non-adult", "no adults"),
        *("U18", "age in months: 5", "age (yrs): 8", "2 fortnights", "8 yos", "underage", "pubertal", "lad"),
        *("minor", "minors", "school age", "copd 6 weeks"),
    ],
)
def test_so_few_years_or_weeks_that_nothing_takes_leave_the_age_open(typed: str) -> None:
    assert _is_open(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "age (yrs): 18",
            "years 8",
            "U 40",
            "18 years",
            "216 months",
            "67 years",
            "67 years, hd 8 years",
            "67M 8 years",
            "adult 8 years",
            "woman 8 y",
        ),
        *("mother 8 weeks", "8 years ago", "8 years of hd", "8 months post transplant", "3 years after surgery"),
        *("since 2 years", "diabetes for 10 years", "diabetes for about 10 years", "past 3 months", "last 2 weeks"),
        *("for 6 weeks", "for 5 days", "hd x 5 years", "q 2 weeks", "every 2 weeks", "within 3 months", "in 3 days"),
        *("osteomyelitis 6 weeks", "endocarditis 6 wks", "6 week course", "course 14 days", "7 days treatment"),
        *("ckd 4 years", "copd 12 years", "hypertension 6 months", "1.7 m", "in d5w", "over 18", ">18", "mic <2"),
        *("48 h", "the life", "5 times", "8", "67 y, lost 18 y", "adult, not septic"),
    ],
)
def test_a_span_of_time_or_an_adult_leaves_no_age_open(typed: str) -> None:
    assert not _is_open(typed)


@pytest.mark.parametrize(
    ("typed", "is_open"),
    [
        *(("cza crcl 40 for 8 years", True), ("for 8 years cza crcl 40", True), ("crcl 40 cza for 8 years", True)),
        *(("crcl 40 cza dose for 8 years", True), ("crcl 40 cza diabetes for 8 years", False)),
        *(("cza 8 years", False), ("cza pneumonia 8 months", False), ("cza hd 8 y", True), ("cza <18", False)),
        *(("cza for 6 weeks crcl 40", False), ("6 weeks of cza crcl 40", False), ("cza 6 weeks crcl 40", True)),
        *(("cza under 18 years, crcl 40, mother 30 years", False), ("cza child 8 years crcl 40", False)),
    ],
)
def test_nobody_is_given_a_drug_for_years_and_an_age_is_open_only_where_kidneys_are_named(
    typed: str, is_open: bool
) -> None:
    assert _patient(typed).age_open is is_open


@pytest.mark.parametrize("kidneys", [Kidneys.NAMED, Kidneys.NORMAL])
@pytest.mark.parametrize("dialysis", [frozenset[str](), frozenset({HAEMODIALYSIS})])
def test_while_the_age_is_open_no_row_is_the_patients_and_the_table_is_asked_for(
    kidneys: Kidneys, dialysis: frozenset[str]
) -> None:
    patient = PatientAsked(clearance=exactly(Decimal(40)), kidneys=kidneys, dialysis=dialysis, age_open=True)
    title = f" {HAEMODIALYSIS} " if dialysis else ""
    assert patient.asks_for_table
    assert patient.fit(title, band("(30, 50]"), None) is Fit.OPEN
    assert patient.fit(title, band("(30, 50]"), AgeBand(24, 216)) is Fit.NO
    assert PatientAsked(kidneys=kidneys, age_open=True).fit("", None, None) is Fit.OPEN
    if not dialysis:
        assert patient.fit("", band("(50, )"), None) is Fit.NO


@pytest.mark.parametrize(
    ("typed", "is_child"),
    [
        *(("cza 3200 g crcl 60", True), ("cza 400 g", True), ("cza 9999 grams", True), ("cza 3,200 g", True)),
        *(("cza 399 g", False), ("cza 10000 g", False), ("cza 2 g crcl 60", False), ("cza 2000 mg", False)),
        *(("cza 67 years 3200 g", False), ("cza lost 900 g", False), ("cza dol 5", True), ("cza youth", True)),
        *(("cza juvenile", True), ("cza kiddo", True), ("cza teens", True), ("cza minor", False)),
    ],
)
def test_so_many_grams_or_a_word_for_somebody_young_name_a_child(typed: str, is_child: bool) -> None:
    patient = _patient(typed)
    assert (patient.is_child, patient.months) == (is_child, None)


def test_grams_are_read_as_a_weight_that_no_adult_has() -> None:
    assert body_said(read_query("cza 3200 g")) == BodySaid(is_small=True, is_impossible=True)
