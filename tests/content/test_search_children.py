"""No dose row comes first for a child whose age is not known, nor for one that the row is not for."""

import pytest

from desktop.content.library import Library
from tests.content.conftest import Bands
from tests.content.test_search_safety import DRUGS, led_to

BODIES = ("8 kg", "18 kg", "25 kg", "weight 12", "height 100 cm", "PICU", "NICU", "SCBU")
KIDNEYS = ("crcl 40", "crcl 60", "crcl 130", "hd", "crrt", "crrt effluent 1 l/h", "on dialysis", "dose", "")
EARLY = ("premature", "preterm", "born 28 weeks", "ex 30 weeker", "ex prem", "corrected", "gestation 30 weeks")


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("drug", DRUGS)
def test_a_body_or_a_ward_of_a_child_leads_to_no_dose(
    library: Library, banded: dict[str, object], drug: str, body: str
) -> None:
    for kidneys in KIDNEYS:
        for query in (f"{drug} {body} {kidneys}", f"{kidneys} {body} {drug}"):
            assert led_to(library, query)[0].id not in banded, query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("clearance", ["12", "40", "70"])
@pytest.mark.parametrize("whose", ["70 years 38 kg", "67F 30 kg", "adult 32 kg", "38 kg", "weight 38 aged 70"])
@pytest.mark.parametrize("drug", DRUGS)
def test_an_adult_who_weighs_little_is_led_to_the_same_as_any(
    library: Library, banded: dict[str, object], drug: str, whose: str, clearance: str
) -> None:
    first, usual = (led_to(library, f"{drug} {one} crcl {clearance}")[0].id for one in (whose, "70 years 80 kg"))
    assert (first in banded) is (usual in banded)


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("dialysis", ["HD", "dialysis", "esrd", "CRRT", "haemodialysis", "RRT"])
@pytest.mark.parametrize("age", ["1 year old", "18 month old", "20 months", "2 month old", "15 months old", "23mo"])
@pytest.mark.parametrize(
    "drug", ["caz-avi", "zavicefta", "avycaz", "fetroja", "emblaveo", "azactam", "colistin", "pmb"]
)
def test_a_child_on_dialysis_below_the_ages_of_a_row_is_led_to_no_dose(
    library: Library, banded: dict[str, object], drug: str, age: str, dialysis: str
) -> None:
    # Behind dialysis, or before "on", so many months without "old" are how long it has run.
    is_said = age.endswith("old")
    wordings = (
        "{drug} {age} {dialysis}",
        "{age} {dialysis} {drug}",
        "{dialysis} {age} {drug}",
        "{drug} {age} on {dialysis}",
    )
    for wording in wordings if is_said else wordings[:2]:
        query = wording.format(drug=drug, age=age, dialysis=dialysis)
        assert led_to(library, query)[0].id not in banded, query


@pytest.mark.hazard("H25")
def test_a_child_on_dialysis_of_the_ages_of_a_row_is_led_to_it(library: Library, rows: Bands) -> None:
    hit = led_to(library, "caz-avi 5 year old HD")[0]
    _, ages = rows[hit.id]
    assert ages is not None
    assert ages.holds(60)


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("early", EARLY)
@pytest.mark.parametrize("age", ["6 week old", "1 month old", "2 month old", "7 month old", "3 months"])
@pytest.mark.parametrize("drug", ["caz-avi", "zavicefta", "avycaz"])
def test_the_months_of_an_infant_born_early_lead_to_no_row(
    library: Library, banded: dict[str, object], drug: str, age: str, early: str
) -> None:
    for query in (f"{drug} {age} {early}", f"{early} {age} {drug} dose", f"{drug} {early} {age} normal kidneys"):
        assert led_to(library, query)[0].id not in banded, query
