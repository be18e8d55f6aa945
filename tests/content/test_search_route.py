"""No dose row is shown for a route that it is not for, nor for a drug that the library does not know."""

import re

import pytest

from desktop.content.library import Library
from desktop.domain.search_result import HitKind
from tests.content.test_search_safety import DRUGS

ROUTES = (
    "intrathecal",
    "intraventricular",
    "inhaled",
    "nebulised",
    "oral",
    "topical",
    "intramuscular",
    "IM",
    "aerosol",
    "ivt",
    "IP",
)
UNKNOWN = ("amikacin", "recabrio", "tobramycin", "frobnicillin")


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("drug", DRUGS)
def test_another_route_leads_to_no_dose_row(library: Library, drug: str, route: str) -> None:
    for words in ("crcl 20", "crcl 70", "on HD", "on CRRT", "dose", ""):
        for query in (f"{route} {drug} {words}", f"{drug} {words} {route}"):
            hits = library.search(query).hits
            assert hits, query
            assert [hit.id for hit in hits if hit.kind is HitKind.DOSE] == [], query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", ["intrathecal", "inhaled"])
@pytest.mark.parametrize("drug", ["colistin", "pmb"])
def test_what_is_not_covered_of_a_route_comes_first(library: Library, drug: str, words: str) -> None:
    for query in (f"{words} {drug} crcl 20", f"{words} {drug}"):
        assert "Not covered" in library.search(query).hits[0].text, query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("unknown", UNKNOWN)
@pytest.mark.parametrize("words", ["hd", "crcl 20", "dose crcl 40", "on CRRT", "child 4 years crcl 20", "maximum dose"])
def test_a_drug_that_is_unknown_leads_to_no_other_drugs_dose_row(library: Library, unknown: str, words: str) -> None:
    found = library.search(f"{unknown} {words}")
    assert unknown in found.unknown
    assert [hit.id for hit in found.hits if hit.kind is HitKind.DOSE] == []


def test_a_drug_that_is_known_keeps_its_rows_beside_a_word_that_is_not(library: Library) -> None:
    hits = library.search("cefiderocol crcl 20 frobnicillin").hits
    assert [hit for hit in hits if hit.kind is HitKind.DOSE and hit.drug == "cefiderocol"]
    hits = library.search("cefiderocol haemodialysis dose 48").hits
    assert [hit for hit in hits if hit.kind is HitKind.DOSE and hit.drug == "cefiderocol"]


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("route", ["IM", "intraventricular", "oral", "inhaled", "subcutaneous"])
@pytest.mark.parametrize("drug", ["caz-avi", "azactam", "emblaveo", "fetroja", "pmb", "colistin"])
def test_beside_another_route_no_answer_leads_with_the_dose_of_some_clearance(
    library: Library, drug: str, route: str
) -> None:
    for query in (f"{drug} {route} crcl 20", f"{route} {drug} crcl 70"):
        first = library.search(query).hits[0]
        start, end = first.snippet
        assert re.search(r"every \d+ hours", first.text[start:end]) is None, query
