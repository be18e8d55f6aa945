"""What no source doses leads to saying so, and kidneys at their end are no dialysis of a kind that nobody named."""

import pytest

from desktop.content.library import Library
from tests.content.conftest import Bands
from tests.content.test_search_lead import led
from tests.content.test_search_safety import DRUGS

NOT_COVERED = ("q-renal-other", "special-not-covered", "q-meningitis")
HINTS = ("esrd", "ESKD", "eskf", "esrf", "anephric", "end stage", "end-stage renal disease")
OTHER_KINDS = (
    *("capd", "CAPD", "sled", "SLEDD", "sledd", "ccpd", "APD", "on PD", "pirrt", "peritoneal dialysis"),
    *("prolonged intermittent renal replacement therapy", "sustained low efficiency dialysis", "dialysis (CAPD)"),
)


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("kind", [*OTHER_KINDS, "pd", "apd", "on apd"])
@pytest.mark.parametrize("drug", DRUGS)
def test_another_kind_of_dialysis_is_not_covered_whatever_makes_haemodialysis_likely(
    library: Library, drug: str, kind: str
) -> None:
    for words in (f"esrd {kind}", f"{kind} anephric", f"crcl 8 {kind}", f"{kind} crcl 60", f"{kind} eskd crcl 20"):
        assert led(library, f"{drug} {words}") in NOT_COVERED, words


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("kind", OTHER_KINDS)
@pytest.mark.parametrize("drug", DRUGS)
def test_another_kind_of_dialysis_is_not_covered_by_itself(library: Library, drug: str, kind: str) -> None:
    for query in (f"{drug} {kind}", f"{kind} {drug} dose"):
        assert led(library, query) in NOT_COVERED, query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("drug", DRUGS)
def test_small_letters_that_may_be_dialysis_lead_to_the_table(library: Library, drug: str) -> None:
    for query in (f"{drug} pd", f"{drug} on pd", f"pd {drug}"):
        assert led(library, query) == f"{DRUGS[drug]}/kidneys"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("more", ["", "conservative management", "palliative", "EU", "US", "crcl 12", "uti"])
@pytest.mark.parametrize("hint", HINTS)
@pytest.mark.parametrize(
    "drug", ["azactam", "emblaveo", "fetroja", "fetcroja", "colistin", "coly-mycin", "colomycin", "avycaz"]
)
def test_kidneys_at_their_end_lead_to_the_table_where_no_row_says_so(
    library: Library, drug: str, hint: str, more: str
) -> None:
    for query in (f"{drug} {hint} {more}", f"{drug} {more} {hint}"):
        if not (drug == "avycaz" and more == "EU"):
            assert led(library, query).endswith("/kidneys"), query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("hint", HINTS)
def test_the_row_that_says_end_stage_leads_unless_a_clearance_says_otherwise(library: Library, hint: str) -> None:
    for drug in ("zavicefta", "caz-avi", "ceftazidime-avibactam"):
        assert led(library, f"{drug} {hint}") == "ceftazidime-avibactam/eu-label/05"
        assert led(library, f"{drug} {hint} crcl 12") == "ceftazidime-avibactam/kidneys"
    assert led(library, f"zavicefta {hint} US") == "ceftazidime-avibactam/kidneys"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("organ", ["liver disease", "heart failure", "COPD", "cirrhosis"])
@pytest.mark.parametrize("drug", [*DRUGS, "zavicefta"])
def test_the_end_stage_of_another_organ_is_none_of_the_kidneys(
    library: Library, banded: Bands, drug: str, organ: str
) -> None:
    assert led(library, f"{drug} end stage {organ}") not in banded


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "infection",
    [
        *(
            "meningitis",
            "csf",
            "CNS infection",
            "ventriculitis",
            "encephalitis",
            "brain abscess",
            "meningoencephalitis",
        ),
        *("subdural empyema", "cerebritis"),
    ],
)
@pytest.mark.parametrize("drug", [*DRUGS, "avycaz", "zavicefta"])
def test_an_infection_of_the_brain_is_not_covered_whatever_the_kidneys(
    library: Library, drug: str, infection: str
) -> None:
    for kidneys in ("crcl 8", "crcl 20", "crcl 60", "crcl 100", "on HD", "on CRRT", "4 yo crcl 60"):
        for query in (f"{drug} {infection} {kidneys}", f"{drug} {kidneys} {infection}"):
            assert led(library, query) in NOT_COVERED, query
