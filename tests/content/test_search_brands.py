"""A brand is one label's: no row of another source leads where only one label has a product of that name."""

import pytest

from desktop.content.library import Library
from tests.content.conftest import Bands
from tests.content.test_search_lead import led

OF_ONE_LABEL = {
    **dict.fromkeys(("avycaz", "AVYCAZ"), ("ceftazidime-avibactam", "us-label")),
    "zavicefta": ("ceftazidime-avibactam", "eu-label"),
    "fetroja": ("cefiderocol", "us-label"),
    "fetcroja": ("cefiderocol", "eu-label"),
    **dict.fromkeys(("coly-mycin", "coly mycin m", "Coly-Mycin M"), ("colistin", "us-label")),
    "colomycin": ("colistin", "eu-label"),
}
KIDNEYS = (
    *("crcl 5", "crcl 12", "crcl 20", "crcl 40", "crcl 60", "crcl 130", "hd", "on CRRT", "normal kidneys", "esrd"),
    *("18 months crcl 25", "5 months crcl 25", "5 yo crcl 25", "2 months", "8 yo", "4 yo HD", "1 yo HD"),
    "crrt effluent 2 l/h",
)


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("kidneys", KIDNEYS)
@pytest.mark.parametrize("brand", OF_ONE_LABEL)
def test_a_brand_leads_to_no_row_of_another_source(library: Library, banded: Bands, brand: str, kidneys: str) -> None:
    for query in (f"{brand} {kidneys}", f"{kidneys} {brand}"):
        first = led(library, query)
        assert first not in banded or first.startswith("/".join(OF_ONE_LABEL[brand])), query


@pytest.mark.parametrize("brand", OF_ONE_LABEL)
def test_a_brand_leads_to_the_row_of_its_label(library: Library, banded: Bands, brand: str) -> None:
    assert led(library, f"{brand} crcl 40") in banded


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("brand", ["coly-mycin", "coly mycin m"])
def test_what_the_label_of_a_brand_does_not_print_leads_to_the_table_or_its_refusal(
    library: Library, brand: str
) -> None:
    for kidneys, refusal in (("hd", "haemodialysis"), ("crrt", "crrt"), ("on dialysis", "haemodialysis")):
        assert led(library, f"{brand} {kidneys}") in ("colistin/kidneys", f"colistin/us-label/{refusal}")


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("age", ["18 months", "5 months", "8 mo"])
def test_a_child_of_whom_the_label_of_a_brand_has_no_row_is_led_to_its_refusal(library: Library, age: str) -> None:
    assert led(library, f"avycaz {age} crcl 25") == "ceftazidime-avibactam/us-label/child-kidneys"
    assert led(library, f"zavicefta {age} crcl 8") == "ceftazidime-avibactam/eu-label/child-kidneys"


def test_a_label_that_is_named_counts_before_that_of_a_brand(library: Library) -> None:
    assert led(library, "zavicefta us label crcl 20") == "ceftazidime-avibactam/us-label/03"
    assert led(library, "avycaz eu label crcl 20") == "ceftazidime-avibactam/eu-label/03"


@pytest.mark.parametrize("name", ["emblaveo", "caz-avi", "cefiderocol", "colistin", "avycaz zavicefta", "polymyxin b"])
def test_a_name_of_both_labels_or_of_none_chooses_neither(library: Library, banded: Bands, name: str) -> None:
    hits = library.search(f"{name} crcl 20").hits
    assert hits[0].id in banded
    found = {hit.id.split("/")[1] for hit in hits[:3] if hit.id in banded}
    assert len(found) > 1 or name == "polymyxin b"
