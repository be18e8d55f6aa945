"""Dialysis that is denied, past or to come leads to no row for dialysis, and a filtration rate to no row at all."""

from decimal import Decimal

import pytest

from desktop.content.library import Library
from desktop.domain.drugs import AgeBand, Band
from desktop.domain.search_result import Hit
from tests.content.conftest import Bands
from tests.content.test_search_safety import DRUGS, DRUGS_FOR_A_USE, LED_TO

DENIED = (
    *("no dialysis", "never dialysed", "not dialysed", "not on dialysis", "without dialysis", "no longer on dialysis"),
    *("dialysis not needed", "dialysis not yet started", "isn't on dialysis", "no longer needs dialysis", "no CRRT"),
    *("hasn't needed dialysis", "not on regular HD", "no acute dialysis", "no indication for dialysis", "no RRT"),
    *("not on the filter", "no CRRT or dialysis", "dialysis: no", "non-dialysis", "dialysis independent"),
    "ESRD not on dialysis",
)
DOUBTFUL = (
    *("off dialysis now", "dialysis stopped", "came off dialysis", "previously on dialysis", "had dialysis last year"),
    *("dialysis 3 months ago", "weaned from dialysis", "history of dialysis", "used to be on dialysis", "off RRT"),
    *("before dialysis starts", "pre-dialysis", "awaiting dialysis", "dialysis starts tomorrow", "planned for HD"),
    *("may need dialysis", "refuses dialysis", "dialysis refused", "days off HD", "MWF HD tomorrow", "just had HD"),
    *("CRRT stopped", "dialysis line in place", "dialysis catheter infection", "HD line", "dialysis access"),
    *("dialysis fistula", "no dialysis today", "recovering after haemodialysis", "never stopped dialysis"),
)
# Words that nobody listed: what is not known to say nothing leaves dialysis open.
UNLISTED = (
    *("w/o dialysis", "nil dialysis", "zero dialysis", "nt on dialysis", "neg for dialysis", "hd -ve", "HD N", "HD 0"),
    *("hd held", "hd on hold", "hd cancelled", "hd paused", "d/c HD", "dc'd hd", "unable to dialyse", "dialysis n"),
    *("dialysis unavailable", "if on dialysis", "dialysis unit", "hd ward", "on HD 5 (hospital day)", "HD, stopped"),
    *(
        "dialysis unit, not on CRRT",
        "haemodiafiltration",
        "HDF",
        "thrice weekly HDF",
        "intermittent haemodiafiltration",
    ),
)
BARE = ("dialysis", "HD", "dose HD", "dialysis patient")
ON_DIALYSIS = (
    *("on dialysis", "on dialysis, no fever", "dialysis began 2 years ago", "not eating, on dialysis", "HD mwf"),
    *("CRRT stopped, now on dialysis", "started dialysis today", "intermittent RRT", "receiving HD", "HD on monday"),
    *("RRT three times a week", "RRT session today", "dialysis line in, on dialysis", "dialysis dependent"),
)
CONTINUOUS = (
    "on CVVHDF",
    "on continuous haemodiafiltration",
    "on continuous veno-venous haemodiafiltration",
    "on CRRT",
)
EFFLUENT_L_H = (
    "0.5",
    "1",
    "1.5",
    "1.8",
    "2",
    "2.05",
    "2.1",
    "2.5",
    "3",
    "3.05",
    "3.5",
    "3.6",
    "4",
    "4.001",
    "4.5",
    "5",
)
NO_EFFLUENT = ("", "effluent", "effluent 2.8", "effluent 3", "effluent 35 ml/kg/h", "effluent 2-3 l/h", "3 l/h")
FILTRATIONS = (
    *("egfr 40 ml/min/1.73m2", "eGFR 40 mL/min/1.73 m2", "gfr 40 ml/min", "egfr 12 dose", "egfr 25", "egfr of 95"),
    *("40 ml/min/1.73m2", "40 ml/min per 1.73 m^2", "40 mL/min/1.73 m²", "crcl 40 ml/min per 1.73", "MDRD 40 ml/min"),
    *("egfr this morning from the lab 40 ml/min", "40 ml/min egfr", "CKD-EPI 40 ml/min", "normal egfr", "70 y egfr 40"),
)


class Doses:
    """Every dose row: its band and ages, none where it does not go by the clearance alone."""

    def __init__(self, banded: dict[str, tuple[Band, AgeBand | None] | None], rows: Bands) -> None:
        self.ids, self.bands = frozenset(banded), rows
        self.effluent = {row: found[0] for row, found in banded.items() if found is not None and row not in rows}

    def among(self, hits: tuple[Hit, ...]) -> list[str]:
        """The dose rows that a question leads to."""
        return [hit.id for hit in hits[:LED_TO] if hit.id in self.ids]

    def is_for_adult(self, row: str, crcl: str) -> bool:
        """Whether a row is for an adult of a clearance who is on no dialysis."""
        band, ages = self.bands.get(row, (None, None))
        return band is not None and ages is None and band.holds(Decimal(crcl))


@pytest.fixture(scope="module")
def doses(banded: dict[str, tuple[Band, AgeBand | None] | None], rows: Bands) -> Doses:
    return Doses(banded, rows)


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", DENIED)
@pytest.mark.parametrize("drug", DRUGS_FOR_A_USE)
def test_where_there_is_no_dialysis_the_row_for_the_clearance_is_first(
    library: Library, doses: Doses, drug: str, words: str
) -> None:
    for crcl in ("12", "40", "70"):
        for query in (f"{drug} crcl {crcl} {words}", f"{drug} {words}, crcl {crcl}", f"{drug} {words} crcl {crcl}"):
            hits = library.search(query).hits
            assert doses.is_for_adult(hits[0].id, crcl), query
            assert [row for row in doses.among(hits) if not doses.is_for_adult(row, crcl)] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", [*DOUBTFUL, *UNLISTED, *BARE])
@pytest.mark.parametrize("drug", DRUGS)
def test_where_nobody_can_tell_whether_dialysis_runs_the_table_leads_and_no_row(
    library: Library, doses: Doses, drug: str, words: str
) -> None:
    for query in (f"{drug} crcl 70 {words}", f"{words} {drug} crcl 70", f"{drug} {words} crcl 40"):
        hits = library.search(query).hits
        # Of polymyxin B one row is for all.
        assert hits[0].id not in doses.ids or DRUGS[drug] == "polymyxin-b", query
        assert f"{DRUGS[drug]}/kidneys" in [hit.id for hit in hits[:3]], query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", DENIED)
@pytest.mark.parametrize("drug", DRUGS)
def test_without_a_clearance_what_is_no_dialysis_leads_to_the_table_and_to_no_row_first(
    library: Library, doses: Doses, drug: str, words: str
) -> None:
    hits = library.search(f"{drug} {words}").hits
    assert hits[0].id not in doses.ids
    assert f"{DRUGS[drug]}/kidneys" in [hit.id for hit in hits[:LED_TO]]
    assert [row for row in doses.among(hits) if row not in doses.bands] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", UNLISTED)
@pytest.mark.parametrize("drug", DRUGS)
def test_nor_does_a_row_lead_where_no_clearance_is_given(library: Library, doses: Doses, drug: str, words: str) -> None:
    for query in (f"{drug} {words}", f"{words} {drug}", f"{drug} dose {words}"):
        hits = library.search(query).hits
        # Of polymyxin B one row is for all.
        assert hits[0].id not in doses.ids or DRUGS[drug] == "polymyxin-b", query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", CONTINUOUS)
@pytest.mark.parametrize("drug", DRUGS)
def test_on_continuous_therapy_no_row_for_haemodialysis_or_a_clearance_leads(
    library: Library, doses: Doses, drug: str, words: str
) -> None:
    for query in (f"{drug} {words}", f"{drug} crcl 40 {words}"):
        hits = library.search(query).hits
        others = [hit.id for hit in hits[:LED_TO] if hit.id in doses.ids and "continuous renal" not in hit.title]
        assert not others or DRUGS[drug] == "polymyxin-b", query
        if drug == "colistin":
            assert "continuous renal" in hits[0].title


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("rate", EFFLUENT_L_H)
def test_an_effluent_rate_leads_to_the_row_of_its_band_and_to_no_other(
    library: Library, doses: Doses, rate: str
) -> None:
    assert len(doses.effluent) > 3
    [row] = [row for row, band in doses.effluent.items() if band.holds(Decimal(rate))]
    litres, millilitres = f"{rate} l/h", f"{Decimal(rate) * 1000:f} ml/hour"
    for words in (
        f"effluent {litres}",
        f"crrt effluent rate {litres}",
        f"on CRRT, {litres} effluent",
        f"effluent {millilitres}",
    ):
        for query in (f"fetroja {words}", f"{words} cefiderocol"):
            hits = library.search(query).hits
            assert hits[0].id == row, query
            assert doses.among(hits) == [row], query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", NO_EFFLUENT)
@pytest.mark.parametrize("drug", DRUGS)
def test_without_an_effluent_rate_no_row_that_goes_by_one_is_among_the_first(
    library: Library, doses: Doses, drug: str, words: str
) -> None:
    for query in (f"{drug} crrt {words}", f"{drug} on CRRT {words}"):
        hits = library.search(query).hits
        assert not {hit.id for hit in hits[:1]} & set(doses.effluent), query
        if DRUGS[drug] == "cefiderocol":
            led = [hit.id for hit in hits[:3]]
            assert {"cefiderocol/kidneys", "cefiderocol/us-label/effluent"} & set(led), query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", ON_DIALYSIS)
@pytest.mark.parametrize("drug", ["caz-avi", "azactam", "emblaveo", "fetroja", "colistin"])
def test_on_dialysis_its_rows_lead_whatever_the_clearance(
    library: Library, doses: Doses, drug: str, words: str
) -> None:
    for query in (f"{drug} {words}", f"{drug} crcl 40 {words}"):
        found = doses.among(library.search(query).hits)
        shown = {hit.id: hit.title for hit in library.search(query).hits}
        assert found, query
        assert "haemodialysis" in shown[found[0]], query
        assert [row for row in found if "continuous renal" in shown[row]] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", ["RRT", "renal replacement therapy", "on RRT", "RRT crcl 40", "renal replacement"])
@pytest.mark.parametrize("drug", DRUGS)
def test_dialysis_of_no_named_kind_leads_to_the_table(library: Library, doses: Doses, drug: str, words: str) -> None:
    hits = library.search(f"{drug} {words}").hits
    assert f"{DRUGS[drug]}/kidneys" in [hit.id for hit in hits[:LED_TO]]
    # Of polymyxin B one row is for all.
    assert hits[0].id not in doses.ids or DRUGS[drug] == "polymyxin-b"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", ["peritoneal dialysis crcl 40", "SLED crcl 40", "slow extended dialysis crcl 40"])
@pytest.mark.parametrize("drug", DRUGS)
def test_dialysis_of_a_kind_without_rows_leads_to_no_row_first(
    library: Library, doses: Doses, drug: str, words: str
) -> None:
    assert library.search(f"{drug} {words}").hits[0].id not in doses.ids


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", FILTRATIONS)
@pytest.mark.parametrize("drug", DRUGS)
def test_a_filtration_rate_leads_to_the_table_and_to_which_equation_and_to_no_row_for_dialysis_or_children(
    library: Library, doses: Doses, drug: str, words: str
) -> None:
    for query in (f"{drug} {words}", f"{words} {drug}"):
        hits = library.search(query).hits
        assert hits[0].id not in doses.ids
        led = [hit.id for hit in hits[:3]]
        assert f"{DRUGS[drug]}/kidneys" in led, query
        assert "q-which-equation" in led, query
        found = doses.among(hits)
        assert [row for row in found if row not in doses.bands or doses.bands[row][1] is not None] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("drug", DRUGS_FOR_A_USE)
def test_a_clearance_beside_a_filtration_rate_chooses_the_row(library: Library, doses: Doses, drug: str) -> None:
    for query in (f"{drug} crcl 40 egfr 70 ml/min/1.73m2", f"{drug} egfr 70 crcl 40"):
        hits = library.search(query).hits
        assert doses.is_for_adult(hits[0].id, "40")


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("words", ["5 years egfr 20 ml/min/1.73m2", "child 5 y crcl 20 ml/min per 1.73 m2"])
def test_the_rows_of_a_child_go_by_the_filtration_rate(library: Library, doses: Doses, words: str) -> None:
    found = doses.among(library.search(f"caz-avi {words}").hits)
    assert found
    for row in found:
        band, ages = doses.bands[row]
        assert ages is not None
        assert ages.holds(60)
        assert band.holds(Decimal(20))


def test_a_row_that_holds_only_while_dialysis_runs_goes_by_no_clearance(library: Library, doses: Doses) -> None:
    assert "aztreonam-avibactam/eu-label/04" in doses.ids
    assert "aztreonam-avibactam/eu-label/04" not in doses.bands
    assert "aztreonam-avibactam/us-label/04" in doses.bands
    assert "aztreonam-avibactam/eu-label/04" not in doses.among(library.search("emblaveo crcl 12").hits)
    assert "aztreonam-avibactam/eu-label/04" in doses.among(library.search("emblaveo crcl 12 on dialysis").hits)
