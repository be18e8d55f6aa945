"""A dose row comes first only where the question plainly says for whom: its clearance, its units and its ages."""

from decimal import Decimal

import pytest

from desktop.content.library import Library
from desktop.domain.drugs import AgeBand, Band
from desktop.domain.search_figures import UNKNOWN, Span
from desktop.domain.search_result import Hit, HitKind

# Every drug with doses, as it is typed.
DRUGS = ("caz-avi", "azactam", "emblaveo", "fetroja", "pmb", "colistin")
WITH_CHILDREN = "caz-avi"
EDGES = ("5", "10", "15", "16", "29", "30", "31", "50", "51", "59", "60", "80", "90", "119", "120")
BELOW = (
    "less than {edge}",
    "<{edge}",
    "below {edge} ml/min",
    "crcl <{edge}",
    "crcl < {edge} ml/min",
    "crcl less than {edge}",
    "clearance below {edge}",
    "crcl under {edge}",
)
ABOVE = (
    "more than {edge}",
    ">{edge}",
    "above {edge} ml/min",
    "crcl >{edge}",
    "crcl > {edge} ml/min",
    "crcl more than {edge}",
    "clearance above {edge}",
    "crcl over {edge}",
)
Rows = dict[str, tuple[Band, AgeBand | None]]


def first(library: Library, query: str) -> Hit:
    return library.search(query).hits[0]


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("drug", DRUGS)
def test_a_row_that_comes_first_holds_all_that_a_comparison_says(
    library: Library, rows: Rows, drug: str, edge: str
) -> None:
    below = Span(UNKNOWN.low, (Decimal(edge), -1))
    above = Span((Decimal(edge), 1), UNKNOWN.high)
    for said, span in (*((one, below) for one in BELOW), *((one, above) for one in ABOVE)):
        hit = first(library, f"{drug} {said.format(edge=edge)}")
        assert hit.id not in rows or span.is_within(rows[hit.id][0]), said


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("fetroja crcl <15", "less than 15"),
        ("azactam uti crcl less than 10", "less than 10"),
        ("caz-avi crcl >50", "more than 50"),
        ("emblaveo crcl > 50", "more than 50"),
        ("colistin crcl <10", "less than 10"),
        ("fetroja crcl 15 to 29", "15 to 29"),
        ("emblaveo more than 30 to less than or equal to 50 ml/min", "more than 30 to less than or equal to 50"),
        ("colistin crcl less than 30 to 10", "less than 30 to 10"),
    ],
)
def test_a_comparison_that_one_row_holds_leads_to_it(library: Library, rows: Rows, said: str, row: str) -> None:
    hit = first(library, said)
    assert hit.id in rows
    assert row in hit.title


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("name", ["CrCl", "ClCr", "clearance", "creatinine clearance", "Cockcroft-Gault"])
@pytest.mark.parametrize(
    "said", ["fetroja {name} 20", "{name} 20 fetroja", "fetroja {name} is about 20", "fetroja {name}: 20"]
)
def test_every_name_of_the_clearance_gives_its_figure(library: Library, rows: Rows, name: str, said: str) -> None:
    hit = first(library, said.format(name=name))
    assert hit.id in rows
    assert "15 to 29" in hit.title


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "said",
    [
        *("crcl was {old} now {new}", "crcl dropped from {old} to {new}", "crcl {old} yesterday, {new} today"),
        *("crcl {old} -> {new}", "clearance {old} last week and since monday it is {new}", "crcl {new}, was {old}"),
        *("{old} ml/min, now {new} ml/min", "{old} now {new} ml/min", "crcl {new} or {old}"),
    ],
)
@pytest.mark.parametrize(("old", "new"), [("60", "20"), ("130", "8"), ("12", "55")])
@pytest.mark.parametrize("drug", DRUGS)
def test_of_two_clearances_that_are_not_of_one_row_none_is_taken(
    library: Library, rows: Rows, drug: str, old: str, new: str, said: str
) -> None:
    hit = first(library, f"{drug} {said.format(old=old, new=new)}")
    span = Span(*sorted([(Decimal(old), 0), (Decimal(new), 0)]))
    assert hit.id not in rows or span.is_within(rows[hit.id][0])


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "said",
    [
        *(
            "crcl 0.5 ml/s",
            "crcl 40 ml/h",
            "clearance 1.5 l/h",
            "crcl 60 l/day",
            "crcl 25 ml",
            "crcl day 3",
            "ward 30 crcl",
        ),
        *("mic 4 crcl", "oxa-48 crcl", "bed 12 crcl", "map 65 crcl", "temp 38 crcl", "week 2 crcl", "crcl in bed 30"),
    ],
)
@pytest.mark.parametrize("drug", DRUGS)
def test_a_number_of_another_unit_or_of_another_thing_leads_to_no_row_first(
    library: Library, rows: Rows, drug: str, said: str
) -> None:
    hit = first(library, f"{drug} {said}")
    assert hit.id not in rows or rows[hit.id][0].is_for_all


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "whose",
    ["preterm 30 weeks", "neonate 34 weeks", "newborn 32 weeks", "term baby 40 weeks", "preterm 28 weeks gestation"],
)
@pytest.mark.parametrize("drug", DRUGS)
def test_weeks_of_gestation_are_no_age_of_an_older_child(library: Library, rows: Rows, drug: str, whose: str) -> None:
    for query in (f"{drug} {whose}", f"{whose} {drug}", f"{drug} dose {whose}"):
        assert first(library, query).id not in rows


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "child",
    [
        *("girl", "boy", "teenager", "teen", "adolescent", "peds", "paeds", "paed", "schoolchild", "toddler", "son"),
        *("daughter", "kid", "infant", "baby", "7m", "12M", "16m", "24m"),
    ],
)
@pytest.mark.parametrize("drug", DRUGS)
def test_a_child_of_no_age_is_led_to_no_row_first_and_to_none_of_an_adult(
    library: Library, rows: Rows, drug: str, child: str
) -> None:
    for query in (f"{drug} {child} crcl 25", f"{drug} {child} egfr 45", f"{drug} {child}"):
        hits = library.search(query).hits[:5]
        assert hits[0].id not in rows
        assert [hit.title for hit in hits if hit.id in rows and rows[hit.id][1] is None] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    ("child", "months"),
    [
        *(("girl 7", 84), ("boy 12", 144), ("9F", 108), ("10 f", 120), ("daughter 8", 96), ("adolescent 15", 180)),
        *(("boy 5", 60), ("female 16", 192), ("kid 3", 36), ("14 female", 168)),
    ],
)
@pytest.mark.parametrize("drug", DRUGS)
def test_a_number_beside_a_child_is_its_age_and_no_clearance(
    library: Library, rows: Rows, drug: str, child: str, months: int
) -> None:
    for query in (f"{drug} {child} crcl 25", f"{drug} {child}", f"{drug} {child} egfr 45 "):
        found = [hit for hit in library.search(query).hits[:5] if hit.id in rows]
        assert bool(found) == (drug == WITH_CHILDREN)
        for hit in found:
            ages = rows[hit.id][1]
            assert ages is not None
            assert ages.holds(months)


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "adult",
    [
        "breastfeeding 2 month old baby",
        "mother of 2 month old",
        "lactating",
        "pregnant 7 months",
        "postpartum 3 months",
    ],
)
@pytest.mark.parametrize("drug", DRUGS)
def test_who_is_pregnant_or_has_a_baby_is_led_to_no_row_of_a_child(
    library: Library, rows: Rows, drug: str, adult: str
) -> None:
    for query in (f"{drug} {adult}", f"{drug} {adult} crcl 90", f"{adult} {drug} crcl 25"):
        hits = library.search(query).hits[:5]
        assert [hit.title for hit in hits if hit.id in rows and rows[hit.id][1] is not None] == []


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "said", ["10 years diabetes crcl 45", "5 years hypertension crcl 25", "3 months sepsis crcl 60"]
)
@pytest.mark.parametrize("drug", DRUGS)
def test_years_that_may_be_of_an_illness_lead_to_no_row_first(
    library: Library, rows: Rows, drug: str, said: str
) -> None:
    assert first(library, f"{drug} {said}").id not in rows


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("load", ["loading dose", "load", "loading dose 70 kg"])
@pytest.mark.parametrize("drug", DRUGS)
def test_a_load_of_nobody_leads_to_no_row(library: Library, rows: Rows, drug: str, load: str) -> None:
    assert first(library, f"{drug} {load}").id not in rows


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("crcl", ["12", "20", "80"])
@pytest.mark.parametrize("drug", ["caz-avi", "azactam uti", "emblaveo", "fetroja", "colistin"])
def test_the_weight_of_an_adult_brings_no_dose_of_a_child(library: Library, rows: Rows, drug: str, crcl: str) -> None:
    for query in (f"{drug} 80 kg crcl {crcl}", f"{drug} crcl {crcl} 70kg", f"67 y {drug} weight 80 kg crcl {crcl}"):
        hit = first(library, query)
        band, ages = rows[hit.id]
        assert ages is None, query
        assert band.holds(Decimal(crcl)), query


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("whose", ["CRRT dose", "haemodialysis dose", "HDF dose", "crcl 20 dose", "dose in a child"])
def test_where_no_drug_is_named_no_row_of_any_leads(library: Library, rows: Rows, whose: str) -> None:
    assert first(library, whose).kind is not HitKind.DRUG


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    "adult",
    ["sixty-five year old woman", "seventy one year old man", "2 year old graft 70 yo", "3 year old prosthesis"],
)
@pytest.mark.parametrize("drug", DRUGS)
def test_an_age_in_words_or_of_a_thing_brings_no_dose_of_a_child(
    library: Library, rows: Rows, drug: str, adult: str
) -> None:
    hit = first(library, f"{drug} {adult} crcl 40")
    assert hit.id not in rows or rows[hit.id][1] is None


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("age", ["3 1/2 months old", "5\u00bd months old", "3 to 6 months old", "1 year 6 months old"])
@pytest.mark.parametrize("drug", DRUGS)
def test_an_age_that_is_no_single_figure_leads_to_no_row_first(
    library: Library, rows: Rows, drug: str, age: str
) -> None:
    assert first(library, f"{drug} {age}").id not in rows


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("said", ["crcl -5", "crcl \u22125", "infusion 30 ml/min"])
@pytest.mark.parametrize("drug", DRUGS)
def test_a_minus_or_a_flow_chooses_no_row_for_reduced_kidneys(
    library: Library, rows: Rows, drug: str, said: str
) -> None:
    hit = first(library, f"{drug} {said}")
    assert hit.id not in rows or rows[hit.id][0].high is None


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("drug", DRUGS)
def test_a_raised_figure_is_no_digit_of_the_clearance(library: Library, rows: Rows, drug: str) -> None:
    hit = first(library, f"{drug} crcl 3\u00b2")
    assert hit.id not in rows or rows[hit.id][0].holds(Decimal(3))


@pytest.mark.parametrize("said", ["nil by mouth", "nothing by mouth", "PO4 1.2"])
@pytest.mark.parametrize("drug", DRUGS)
def test_who_has_nothing_by_mouth_is_asked_about_a_dose_for_the_vein(
    library: Library, rows: Rows, drug: str, said: str
) -> None:
    found = [hit.id for hit in library.search(f"{drug} {said} crcl 25").hits if hit.id in rows]
    assert found
