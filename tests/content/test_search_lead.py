"""What nobody chose leads to no dose row: words that are unknown, figures of something else, two drugs, no use."""

from decimal import Decimal
from itertools import combinations

import pytest

from desktop.content.library import Library
from tests.content.conftest import Bands
from tests.content.test_search_safety import DRUGS


def led(library: Library, query: str) -> str:
    """What a search leads to."""
    return library.search(query).hits[0].id


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("word", ["hdx", "HDU patient", "bd", "qwerty", "foo", "foo "])
@pytest.mark.parametrize("drug", DRUGS)
def test_a_word_that_is_unknown_leads_to_no_row(library: Library, banded: Bands, drug: str, word: str) -> None:
    hit = library.search(f"{drug} {word}").hits[0]
    assert hit.id not in banded
    assert word == "foo " or hit.drug in (DRUGS[drug], None)


@pytest.mark.hazard("H25")
def test_beside_a_word_that_is_unknown_the_table_takes_the_place_of_a_row(library: Library) -> None:
    for word in ("hdx", "HDU patient", "bd", "qwerty", "foo"):
        assert led(library, f"zavicefta {word}") == "ceftazidime-avibactam/kidneys"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "figure",
    [
        *("gcs 15", "hr 120", "map 60", "k 5", "day 60", "bed 3", "ward 7", "bed 30", "noradrenaline 20 ml/h"),
        *("heparin 15 ml/h", "60 ml/h", "propofol 15 ml/h", "9 million units"),
    ],
)
@pytest.mark.parametrize("drug", DRUGS)
def test_a_figure_that_is_no_clearance_leads_to_no_row(library: Library, banded: Bands, drug: str, figure: str) -> None:
    for query in (f"{drug} {figure}", f"{figure} {drug}"):
        assert led(library, query) not in banded, query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "figure", ["12O", "6O", "1OO", "5O", "3o", "of 2O0", "1e2", "2 0", "5 0", "12 0", "60 now 20", "15-50"]
)
@pytest.mark.parametrize("drug", [drug for drug in DRUGS if drug != "pmb"])
def test_a_clearance_that_nobody_can_tell_leads_to_the_table(library: Library, drug: str, figure: str) -> None:
    assert led(library, f"{drug} crcl {figure}") == f"{DRUGS[drug]}/kidneys"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("name", ["ESRD", "eskd", "ESKF", "esrf", "anephric"])
def test_every_name_of_kidneys_that_are_gone_leads_to_the_row_for_dialysis(library: Library, name: str) -> None:
    hit = library.search(f"zavicefta {name}").hits[0]
    assert hit.id == "ceftazidime-avibactam/eu-label/05"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("whose", ["8 mo eskd", "8 mo anephric", "4 yo qwerty", "4 yo kidney failure"])
def test_a_child_of_whom_more_must_be_known_is_led_to_no_row(library: Library, banded: Bands, whose: str) -> None:
    assert led(library, f"caz-avi {whose}") not in banded


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    ("kidneys", "row"), [("HD", "us-label/14"), *((one, "eu-label/17") for one in ("eskd", "anephric", "esrd"))]
)
def test_a_child_without_kidneys_is_led_to_the_row_of_its_age_that_says_so(
    library: Library, kidneys: str, row: str
) -> None:
    assert led(library, f"caz-avi 4 yo {kidneys}") == f"ceftazidime-avibactam/{row}"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("label", ["us label", "US label", "us prescribing information", "FDA label"])
@pytest.mark.parametrize("clearance", ["20", "30"])
def test_a_label_that_has_no_row_leads_to_no_row_of_another_source(
    library: Library, banded: Bands, label: str, clearance: str
) -> None:
    assert led(library, f"polymyxin b {label} crcl {clearance}") not in banded
    assert led(library, f"polymyxin b {label} crcl 90") == "polymyxin-b/us-label/01"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("clearance", ["8", "20", "40", "130"])
@pytest.mark.parametrize("two", ["{} + {}", "switch {} to {}", "{} plus {}"])
@pytest.mark.parametrize("drug", DRUGS)
def test_of_two_drugs_no_row_of_one_leads(library: Library, banded: Bands, drug: str, two: str, clearance: str) -> None:
    for other in DRUGS:
        if other != drug:
            query = f"{two.format(drug, other)} crcl {clearance}"
            assert led(library, query) not in banded, query


def test_of_the_pair_what_is_said_of_both_leads(library: Library) -> None:
    assert led(library, "aztreonam + caz-avi crcl 40") == "q-pair-kidneys"
    assert led(library, "aztreonam plus ceftazidime-avibactam crcl 40") == "q-pair-kidneys"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("pair", ["avycaz+azactam", "atm caz-avi", "aztreonam plus zavicefta", "CZA and ATM"])
def test_the_dose_of_the_pair_leads_with_normal_kidneys_and_what_is_said_of_reduced_ones_with_those(
    library: Library, pair: str
) -> None:
    for clearance in ("51", "60", "70", "100", "over 60"):
        assert led(library, f"{pair} crcl {clearance}") == "q-pair-dose"
    for kidneys in ("crcl 50", "crcl 30", "crcl 8", "crcl 40-60", "on HD", "on CRRT"):
        assert led(library, f"{pair} {kidneys}") == "q-pair-kidneys"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("kidneys", ["crcl 12", "crcl 20", "crcl 60", "crcl 130", "on HD"])
@pytest.mark.parametrize("two", list(combinations(DRUGS, 2)))
def test_of_two_drugs_that_are_no_pair_the_table_of_one_leads(
    library: Library, two: tuple[str, str], kidneys: str
) -> None:
    if set(two) != {"caz-avi", "azactam"}:
        tables = [f"{DRUGS[drug]}/kidneys" for drug in two]
        assert led(library, f"{' and '.join(two)} {kidneys}") in tables
        assert led(library, f"{' '.join(reversed(two))} {kidneys}") in tables


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("kidneys", ["below 50", "dropped from 60 to 25", "over 20", "20-60"])
@pytest.mark.parametrize("drug", ["caz-avi", "avycaz", "zavicefta", "emblaveo", "fetroja", "colistin"])
def test_a_clearance_that_chooses_no_row_leads_to_the_table(library: Library, drug: str, kidneys: str) -> None:
    assert led(library, f"{drug} crcl {kidneys}").endswith("/kidneys")


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("child", ["boy", "girl", "child", "5 year old", "8 month old"])
@pytest.mark.parametrize("drug", [drug for drug in DRUGS if drug != "caz-avi"])
def test_of_a_drug_without_rows_for_children_that_is_said_and_no_dose_of_another(
    library: Library, drug: str, child: str
) -> None:
    for kidneys in ("crcl 80", "crcl 20", "on HD"):
        hit = library.search(f"{drug} {child} {kidneys}").hits[0]
        assert hit.id.endswith("/child")
        assert hit.drug == DRUGS[drug]


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "name",
    ["ceftaz avi", "ceftaz-avi", "ceftazadime avibactam", "cetfazidime-avibactam", "ceftazidime avibactm"],
)
def test_a_name_in_two_parts_is_known_however_it_is_spelt(library: Library, rows: Bands, name: str) -> None:
    hit = library.search(f"{name} crcl 20").hits[0]
    assert hit.drug == "ceftazidime-avibactam"
    assert rows[hit.id][0].holds(Decimal(20))


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("half", ["ceftazidime", "avibactam"])
def test_half_of_a_name_with_a_clearance_leads_to_no_dose_of_another(
    library: Library, banded: Bands, half: str
) -> None:
    hit = library.search(f"{half} crcl 20").hits[0]
    start, end = hit.snippet
    assert hit.id not in banded
    assert "every 8 hours" not in hit.text[start:end]


@pytest.mark.hazard("H25")
def test_moderately_severe_is_not_severe(library: Library) -> None:
    assert led(library, "aztreonam severe") == "aztreonam/kidneys"
    assert led(library, "aztreonam severe infection crcl 20") == "aztreonam/us-label/08"
    assert led(library, "aztreonam moderately severe infection crcl 20") == "aztreonam/us-label/05"


@pytest.mark.parametrize("name", ["csf", "ventriculitis", "brain abscess"])
def test_every_name_of_an_infection_of_the_brain_is_answered_as_meningitis_is(library: Library, name: str) -> None:
    for drug in ("cefiderocol", "colistin"):
        assert led(library, f"{drug} {name}") == led(library, f"{drug} meningitis") == "q-meningitis"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("clearance", ["8", "20", "35", "70"])
def test_where_a_label_has_a_row_for_each_use_one_leads_where_its_use_is_named(
    library: Library, banded: Bands, clearance: str
) -> None:
    row = 3 if clearance == "8" else 2 if clearance == "20" else 1
    assert led(library, f"azactam crcl {clearance}") == "aztreonam/kidneys"
    assert led(library, f"azactam pneumonia crcl {clearance}") not in banded
    for more, use in ((0, "uti"), (3, "moderately severe"), (6, "severe"), (6, "pseudomonas")):
        assert led(library, f"azactam {use} crcl {clearance}") == f"aztreonam/us-label/0{row + more}"
