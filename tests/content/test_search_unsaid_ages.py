"""So few years, months or weeks that nothing else takes may be a child's: no dose row comes first for them."""

import pytest

from desktop.content.library import Library
from tests.content.conftest import Bands
from tests.content.test_search_safety import DRUGS, DRUGS_FOR_A_USE, led_to

AGES = (
    *("5 months", "8 years", "12 yrs", "(8 y)", "14 y", "8 years of age", "eight years", "3 mo", "18 months", "8-year"),
    *("10 weeks", "8wk", "6 wks", "34 wk", "5 days", "DOL 5", "day of life 5", "6/52", "36 hours old", "12-17 years"),
    *("<18 years", "under 18 y", "<18", "not an adult", "minor", "youth", "juvenile", "school age", "kiddo", "teens"),
    *(
        "3200 g",
        "2500 g",
        "900 grams",
        "toddler",
        "baby",
        "infant",
        "tween",
        "preschool",
        "underage",
        "U18",
        "8 yos",
        "age in months: 5",
        "over 8 years",
        "for 8 years",
    ),
)
PLACES = (
    *(
        "{drug} {age} {kidneys}",
        "{drug} {kidneys} {age}",
        "{drug} {kidneys}, {age}, 40 kg",
        "{drug} dose {age} {kidneys}",
    ),
    *("{drug} iv {age} {kidneys}", "{drug} renal {age} {kidneys}", "{kidneys} {age} {drug}"),
)
SPANS = (
    *("for 6 weeks", "osteomyelitis 6 weeks", "since 2 years"),
    *("ckd 4 years", "diabetes for 10 years", "67 years, copd 8 years", "67M 8 years", "adult 10 weeks"),
)


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("drug", DRUGS_FOR_A_USE)
def test_an_age_that_may_be_a_childs_leads_to_no_row_of_an_adult_wherever_it_stands(
    library: Library, banded: dict[str, object], rows: Bands, drug: str, age: str
) -> None:
    for place in PLACES:
        query = place.format(drug=drug, age=age, kidneys="crcl 60")
        hit = led_to(library, query)[0]
        is_childs = hit.id in rows and rows[hit.id][1] is not None
        assert hit.id not in banded or is_childs, query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("age", ["8 y", "8 yrs", "8 years", "5 months", "18 months", "10 weeks"])
@pytest.mark.parametrize("dialysis", ["HD", "dialysis", "eskd", "eskf", "esrd", "on HD", "CRRT"])
@pytest.mark.parametrize("drug", DRUGS)
def test_so_long_on_dialysis_may_be_the_age_of_a_child_on_it(
    library: Library, banded: dict[str, object], drug: str, dialysis: str, age: str
) -> None:
    for query in (f"{drug} {dialysis} {age}", f"{dialysis} {age} {drug}", f"{drug} {age} on {dialysis}"):
        assert led_to(library, query)[0].id not in banded, query


@pytest.mark.parametrize("age", ["for 8 years", "since 8 years", "8 years ago", "20 years", "67 years"])
@pytest.mark.parametrize("drug", ["caz-avi", "emblaveo", "fetroja", "colistin"])
def test_what_is_said_to_be_a_span_of_dialysis_leaves_its_row_where_it_was(
    library: Library, banded: dict[str, object], drug: str, age: str
) -> None:
    first, usual = (led_to(library, f"{drug} on HD {one}")[0].id for one in (age, ""))
    assert (first in banded) is (usual in banded and age != "8 years ago")


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("drug", DRUGS_FOR_A_USE)
def test_a_span_of_time_or_an_adult_leads_to_the_row_of_the_clearance(
    library: Library, banded: dict[str, object], drug: str, span: str
) -> None:
    assert led_to(library, f"{drug} crcl 40 {span}")[0].id in banded
