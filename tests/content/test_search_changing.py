"""No dose row comes first by a clearance of kidneys that have failed, or changed, since."""

from decimal import Decimal

import pytest

from desktop.content.library import Library
from tests.content.conftest import Bands
from tests.content.test_search_safety import DRUGS, led_to

CHANGES = (
    *("now anuric", "anuria", "oliguric", "oliguria", "AKI", "acute kidney injury", "acute renal failure"),
    *("creatinine rising", "creatinine doubled", "creatinine doubling", "unstable creatinine", "creatinine unsteady"),
    *("kidneys worsening", "worsening renal function", "renal function deteriorating", "creatinine changing"),
    *("rising creat", "creatinine 90 yesterday, now rising"),
)


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("clearance", ["12", "40", "60", "100", "130"])
@pytest.mark.parametrize("changes", CHANGES)
@pytest.mark.parametrize("drug", DRUGS)
def test_a_clearance_of_kidneys_that_change_leads_to_no_row_but_one_for_all_kidneys(
    library: Library, rows: Bands, drug: str, changes: str, clearance: str
) -> None:
    for query in (
        f"{drug} crcl {clearance} {changes}",
        f"{changes} {drug} crcl {clearance}",
        f"{drug} {changes} crcl {clearance} ml/min",
    ):
        hit = led_to(library, query)[0]
        assert hit.id not in rows or rows[hit.id][0].is_for_all, query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("changes", ["anuric", "oliguric", "creatinine rising"])
@pytest.mark.parametrize("drug", DRUGS)
def test_normal_kidneys_that_change_lead_to_no_row_but_one_for_all_kidneys(
    library: Library, rows: Bands, drug: str, changes: str
) -> None:
    hit = led_to(library, f"{drug} normal kidneys, now {changes}")[0]
    assert hit.id not in rows or rows[hit.id][0].is_for_all


@pytest.mark.parametrize("denied", ["not anuric", "non-oliguric", "creatinine not rising"])
@pytest.mark.parametrize("drug", DRUGS)
def test_a_change_that_is_denied_leaves_the_clearance_to_choose(
    library: Library, rows: Bands, drug: str, denied: str
) -> None:
    found = [hit for hit in led_to(library, f"{drug} crcl 40 {denied}") if hit.id in rows]
    assert found
    assert all(rows[hit.id][0].holds(Decimal(40)) for hit in found)
