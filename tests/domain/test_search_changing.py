"""A clearance beside kidneys that fail or change is an old one: it chooses no row."""

from decimal import Decimal

import pytest

from desktop.domain.search_changing import kidneys_change
from desktop.domain.search_figures import UNKNOWN, exactly
from desktop.domain.search_fit import CLEARANCE, Kidneys
from desktop.domain.search_patient import patient_asked
from desktop.domain.search_query import Meaning, asked_of, read_query
from desktop.domain.search_words import terms_in

_MEANINGS = {
    "crcl": [Meaning(CLEARANCE, 0.75)],
    terms_in("normal kidneys"): [Meaning(terms_in("normal kidneys"), 0.8)],
}


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "crcl 60 now anuric",
            "crcl 60 oliguric",
            "anuria crcl 60",
            "crcl 60, oliguria",
            "crcl 60 AKI",
            "crcl 60 ATN",
        ),
        *("acute kidney injury crcl 60", "crcl 60 acute renal failure", "acute on chronic kidney disease crcl 20"),
        *("crcl 100 creatinine rising", "rising creatinine crcl 60", "creat 180 and still rising, crcl 60"),
        *(
            "crcl 100 creatinine doubled",
            "creatinine has doubled since yesterday",
            "doubling creatinine",
            "scr tripled",
        ),
        *(
            "unstable creatinine crcl 40",
            "creatinine unsteady",
            "creatinine not stable",
            "crcl 40 changing",
            "crcl labile",
        ),
        *(
            "renal function worsening",
            "worsening renal function",
            "kidneys deteriorating",
            "deteriorating kidney function",
        ),
        *("kidneys failing crcl 60", "kidneys shutting down", "creatinine up from 80 to 160", "creatinine rose to 300"),
        *("crcl falling 60", "urine output dropping", "no urine output crcl 60", "crcl 60 not passing urine"),
        *("creatinine improving", "kidneys recovering crcl 40", "not oliguric but anuric", "crcl 60 worsening"),
    ],
)
def test_kidneys_fail_or_change(typed: str) -> None:
    assert kidneys_change(read_query(f"kpc {typed}"))


@pytest.mark.parametrize(
    "typed",
    [
        *("crcl 60", "crcl 60 creatinine 90", "lactate rising", "crcl 60 crp rising", "crcl 60 patient deteriorating"),
        *("unstable angina", "worsening pneumonia", "rising lactate, crcl 60", "doubled dose", "dose changing"),
        *(
            "crcl 60 not anuric",
            "non-oliguric crcl 60",
            "no AKI crcl 60",
            "crcl 60 without AKI",
            "creatinine not rising",
        ),
        *(
            "creatinine stable crcl 60",
            "crcl 60 failing meropenem",
            "chronic kidney disease crcl 20",
            "not worsening kidneys",
        ),
        *(
            "crcl fell to 40",
            "crcl has dropped from 60 to 40",
            "urine culture",
            "no urine culture",
            "look up creatinine 90",
        ),
    ],
)
def test_what_is_not_of_the_kidneys_or_is_denied_is_no_change_of_them(typed: str) -> None:
    assert not kidneys_change(read_query(f"kpc {typed}"))


@pytest.mark.parametrize("typed", ["crcl 60 anuric", "anuric, crcl 60", "crcl 60 creatinine rising"])
def test_a_clearance_of_kidneys_that_change_may_be_any(typed: str) -> None:
    query = read_query(f"kpc {typed}")
    patient, _ = patient_asked(query, asked_of(query, _MEANINGS, ()))
    assert (patient.clearance, patient.kidneys) == (UNKNOWN, Kidneys.NAMED)


def test_kidneys_that_were_normal_and_change_are_not_taken_for_normal() -> None:
    for typed, kidneys in (("normal kidneys", Kidneys.NORMAL), ("normal kidneys, now anuric", Kidneys.NAMED)):
        query = read_query(f"kpc {typed}")
        patient, _ = patient_asked(query, asked_of(query, _MEANINGS, ()))
        assert (patient.clearance, patient.kidneys) == (None, kidneys)


def test_without_a_change_the_clearance_is_what_it_is_said_to_be() -> None:
    query = read_query("kpc crcl 60 not anuric")
    patient, _ = patient_asked(query, asked_of(query, _MEANINGS, ()))
    assert patient.clearance == exactly(Decimal(60))
