"""Words alone lead nobody to a dose that is not for the patient: the table, or what is to be typed, comes first."""

from decimal import Decimal

import pytest

from desktop.content.library import Library
from desktop.domain.drugs import AgeBand, Band
from desktop.domain.search_result import Hit, HitKind

# Every drug with doses, as it is typed.
DRUGS = {
    "caz-avi": "ceftazidime-avibactam",
    "azactam": "aztreonam",
    "emblaveo": "aztreonam-avibactam",
    "fetroja": "cefiderocol",
    "pmb": "polymyxin-b",
    "colistin": "colistin",
}
# Where a label has a row for each use, one is named.
DRUGS_FOR_A_USE = {f"{drug} uti" if drug == "azactam" else drug: name for drug, name in DRUGS.items()}
SICK_KIDNEYS = (
    *("kidney failure", "renal failure", "CKD", "CKD 3b", "CKD stage 4", "renal impairment", "severe renal impairment"),
    *("poor renal function", "reduced renal function", "decreased renal function", "impaired renal function"),
    *("bad kidney function", "renal insufficiency", "renal shutdown", "kidneys not working", "not normal kidneys"),
    *("creatinine 180", "creat 300", "cr 2.5", "creatinine of 250 umol/L", "kidney failure creatinine 180"),
    *("eGFR 95", "GFR of 110", "egfr 40"),
    *("AKI", "acute kidney injury", "anuric", "oliguria", "kidney", "kidn", "renal", "kidney failu", "mild CKD"),
    *("dose in renal failure", "dose adjustment kidney", "abnormal renal function", "without normal kidneys"),
)
WHOSE = (
    "{drug} {kidneys}",
    "70yo {drug} {kidneys}",
    "67F {drug} {kidneys} ",
    "{drug} {kidneys} 80 y",
    "{kidneys} {drug}",
)
LED_TO = 5
# What rows say besides kidneys. What goes by weight leads to no table where one row is for all kidneys.
OF_ALL_ROWS = (
    *("EU", "US", "FDA", "European", "EU label", "US label", "FDA label", "label"),
    *("daily", "per day", "adult", "adults", "interval", "iv", "patient", "today"),
)
BY_WEIGHT = ("mg/kg", "70 kg", "for 70 kg", "mg per kg", "per kg")
WITHOUT_EU_ROWS = ("azactam", "pmb")
# A figure that is modelled, or passed, is no maximum.
MAXIMUM = {
    "emblaveo": "aztreonam 6 g and avibactam 2 g (8 g in total) a day",
    "fetroja": "8 g",
    "azactam": "8 g",
    "pmb": "Never more than 2.5 mg per kg",
    "colistin": "Never more than 5 mg of colistin base",
}
BRANDS = {
    "avycaz": "ceftazidime-avibactam",
    "zavicefta": "ceftazidime-avibactam",
    "emblaveo": "aztreonam-avibactam",
    "fetcroja": "cefiderocol",
    "fetroja": "cefiderocol",
    "azactam": "aztreonam",
    **dict.fromkeys(("coly-mycin", "Coly-Mycin M", "coly mycin", "colomycin"), "colistin"),
}


def led_to(library: Library, query: str) -> tuple[Hit, ...]:
    return library.search(query).hits[:LED_TO]


def is_full(band: Band) -> bool:
    """Whether a row is for kidneys that need no less than the full dose, and not for all kidneys."""
    return bool(band.low) and (band.high is None or band.high > 79)


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("kidneys", SICK_KIDNEYS)
@pytest.mark.parametrize("drug", DRUGS)
def test_sick_kidneys_lead_to_no_full_dose_and_never_to_a_dose_first(
    library: Library, rows: dict[str, tuple[Band, AgeBand | None]], drug: str, kidneys: str
) -> None:
    for whose in WHOSE:
        hits = led_to(library, whose.format(drug=drug, kidneys=kidneys))
        assert hits
        assert hits[0].id not in rows
        assert [hit.title for hit in hits if hit.id in rows and is_full(rows[hit.id][0])] == []
        assert [hit.title for hit in hits if hit.id in rows and hit.drug != DRUGS[drug]] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "words",
    [
        *("{drug} crcl {crcl}", "{drug} weight 90, crcl {crcl}", "{drug} creatinine 200 clcr {crcl}"),
        *("{drug} creat 180 crcl {crcl}", "{drug} crcl {crcl} age 80", "{drug} clearance {crcl}, weight 80"),
        *("{drug} 80 F crcl {crcl}", "{drug} crcl:{crcl} creat 180", "80 year old {drug} {crcl} ml/min"),
        *(
            "{drug} renal failure crcl {crcl}",
            "67M {crcl} mL per minute {drug}",
            "{drug} kidney failure clearance {crcl}",
        ),
    ],
)
@pytest.mark.parametrize("crcl", ["12", "25", "55"])
@pytest.mark.parametrize("drug", DRUGS)
def test_a_clearance_leads_to_the_row_that_holds_it_and_to_no_other(
    library: Library, rows: dict[str, tuple[Band, AgeBand | None]], drug: str, crcl: str, words: str
) -> None:
    found = [hit for hit in led_to(library, words.format(drug=drug, crcl=crcl)) if hit.id in rows]
    assert all(rows[hit.id][0].holds(Decimal(crcl)) and rows[hit.id][1] is None for hit in found)
    assert {hit.drug for hit in found} == {DRUGS[drug]}


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "words", ["CRRT", "continuous RRT", "continuous renal replacement dose", "CVVHDF", "on CRRT crcl 90"]
)
@pytest.mark.parametrize("drug", DRUGS)
def test_continuous_therapy_leads_to_no_row_for_haemodialysis_or_a_clearance(
    library: Library, drug: str, words: str
) -> None:
    hits = led_to(library, f"{drug} {words}")
    doses = [hit for hit in hits if hit.kind is HitKind.DOSE]
    assert doses
    assert [
        hit.title
        for hit in doses
        if "continuous renal replacement therapy" not in hit.title and "any kidney" not in hit.title
    ] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    ("age", "months"),
    [
        *(("4 months baby", 4), ("4mo old", 4), ("4 month old infant", 4), ("6 week old", 1), ("18 months", 18)),
        *(("18mo", 18), ("18/12", 18), ("1.5 year old", 18), ("one year old", 12), ("eighteen month old", 18)),
        *(("5y", 60), ("5 yo", 60), ("aged 5", 60), ("child 5 years", 60), ("17 year old", 204)),
    ],
)
def test_an_age_leads_to_the_unreduced_rows_for_it_and_to_no_adults(
    library: Library, rows: dict[str, tuple[Band, AgeBand | None]], age: str, months: int
) -> None:
    for query in (f"caz-avi {age}", f"{age} zavicefta dose"):
        found = [hit for hit in led_to(library, query) if hit.id in rows]
        assert found
        for hit in found:
            _, ages = rows[hit.id]
            assert ages is not None
            assert ages.holds(months)
        assert rows[found[0].id][0].high is None


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "ill",
    [
        *("67F on HD 10 years", "67F dialysis 10 years", "dialysis 5 years", "HD x 5 years", "esrd 10 years hd"),
        *("67F dm 10 years crcl 45", "ckd 4 years crcl 25", "renal transplant 8 years crcl 45"),
        *(
            "copd 12 years crcl 45",
            "mother 2 months postpartum crcl 90",
            "7 months pregnant dose",
            "70M 3 years crcl 45",
        ),
        *("woman diabetic 9 years crcl 45", "dose 10 years of CKD"),
    ],
)
def test_the_years_of_an_illness_are_no_age_of_a_child(
    library: Library, rows: dict[str, tuple[Band, AgeBand | None]], ill: str
) -> None:
    for query in (f"caz-avi {ill}", f"{ill} caz-avi"):
        assert [hit.title for hit in led_to(library, query) if hit.id in rows and rows[hit.id][1] is not None] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("age", ["18m", "2 weeks old", "newborn", "baby", "child", "10 days old", "infant"])
def test_a_child_of_no_known_age_is_led_to_no_row_first(
    library: Library, rows: dict[str, tuple[Band, AgeBand | None]], age: str
) -> None:
    hits = led_to(library, f"caz-avi {age}")
    assert hits[0].id not in rows
    assert all(rows[hit.id][1] is not None for hit in hits if hit.id in rows)


@pytest.mark.parametrize("typed", ["mild", "fever", "frail", "male", "tablet", "gout", "oral"])
def test_a_plain_word_is_not_taken_for_a_slip(library: Library, typed: str) -> None:
    assert library.search(f"cefiderocol {typed}").did_you_mean is None


@pytest.mark.parametrize(
    ("typed", "meant", "drug"),
    [
        ("zavicefta dialisys", "zavicefta dialysis", None),
        ("cefiderocal", None, "cefiderocol"),
        ("emblavo", None, "aztreonam-avibactam"),
    ],
)
def test_a_slip_is_mended_and_a_name_so_mended_is_the_drug(
    library: Library, typed: str, meant: str | None, drug: str | None
) -> None:
    result = library.search(typed)
    assert result.did_you_mean is not None
    assert meant in (None, result.did_you_mean)
    assert drug in (None, result.hits[0].id)


@pytest.mark.parametrize("drug", ["meropenem", "imipenem-relebactam", "meropenem-vaborbactam"])
def test_of_a_drug_without_doses_that_is_said_first(library: Library, drug: str) -> None:
    hit = library.search(f"{drug} dose").hits[0]
    assert hit.title == f"{drug}: no dose in this library"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "asked", ["{drug} dose", "dose of {drug}", "{drug} dosing", "{drug} dosage?", "posology {drug}"]
)
@pytest.mark.parametrize("drug", DRUGS)
def test_nothing_but_a_dose_leads_to_the_table_and_to_no_row_of_some_patient(
    library: Library, drug: str, asked: str
) -> None:
    hits = led_to(library, asked.format(drug=drug))
    assert hits[0].id == f"{DRUGS[drug]}/kidneys"
    assert [hit.title for hit in hits[:3] if hit.kind is HitKind.DOSE] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("besides", [*OF_ALL_ROWS, *BY_WEIGHT])
@pytest.mark.parametrize("drug", DRUGS)
def test_a_label_a_day_or_a_weight_beside_a_dose_leads_to_the_table_and_to_no_row_of_some_patient(
    library: Library, rows: dict[str, tuple[Band, AgeBand | None]], drug: str, besides: str
) -> None:
    for asked in (f"{drug} dose {besides}", f"{besides} dose {drug}", f"{drug} {besides} dose "):
        hits = led_to(library, asked)
        if not (drug == "pmb" and besides in BY_WEIGHT) and not (drug in WITHOUT_EU_ROWS and "EU" in besides.upper()):
            assert hits[0].id == f"{DRUGS[drug]}/kidneys"
        assert [hit.title for hit in hits[:2] if hit.id in rows] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "asked", ["maximum dose", "max", "max dose", "dose limit", "ceiling", "highest dose", "most per day", "limit "]
)
@pytest.mark.parametrize("drug", DRUGS)
def test_the_most_of_a_drug_leads_to_what_a_label_says_it_is_and_to_no_row(
    library: Library, rows: dict[str, tuple[Band, AgeBand | None]], drug: str, asked: str
) -> None:
    hits = library.search(f"{drug} {asked}").hits
    assert hits[0].id not in rows
    if drug in MAXIMUM:
        start, end = hits[0].snippet
        assert hits[0].id == f"{DRUGS[drug]}/us-label/maximum"
        assert MAXIMUM[drug] in hits[0].text[start:end]
    assert [hit.id for hit in hits if hit.id.endswith("/maximum") and hit.drug == DRUGS[drug]] == [
        f"{DRUGS[drug]}/us-label/maximum" for known in MAXIMUM if known == drug
    ]


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("brand", BRANDS)
def test_the_dose_of_a_brand_leads_to_the_table_of_its_drug(library: Library, brand: str) -> None:
    for asked in (f"{brand} dose", f"dose of {brand}", f"{brand} daily dose", f"{brand} dose for adults"):
        hits = led_to(library, asked)
        assert hits[0].id == f"{BRANDS[brand]}/kidneys"


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("clearance", ["12", "25", "40", "70", "130"])
@pytest.mark.parametrize(("asked", "other"), [("EU", "US"), ("US", "EU"), ("European", "US"), ("FDA", "EU")])
@pytest.mark.parametrize("drug", DRUGS)
def test_a_named_label_has_no_row_of_the_other_before_its_own_or_first(
    library: Library, rows: dict[str, tuple[Band, AgeBand | None]], drug: str, asked: str, other: str, clearance: str
) -> None:
    hits = led_to(library, f"{drug} crcl {clearance} {asked} label")
    labels = [f"{other} label" in hit.title for hit in hits if hit.id in rows and hit.drug == DRUGS[drug]]
    assert labels == sorted(labels)
    assert hits[0].id not in rows or f"{other} label" not in hits[0].title
