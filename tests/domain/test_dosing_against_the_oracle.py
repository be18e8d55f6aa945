"""Every dose of the library equals the dose of a second derivation that never saw the library."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from desktop.content.drugs import UnavailableDrug
from desktop.content.library import Library
from desktop.domain.answering import Doses, doses_of
from desktop.domain.dosing import Dose, Withheld, doses_for
from desktop.domain.drugs import Drug
from desktop.domain.given import Component
from desktop.domain.intake import Refused, read_patient
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import Dialysis, Patient, Typed
from tests.domain.builders import patient
from tests.oracle import doses as oracle
from tests.oracle import kidney as oracle_kidney

USES = {
    None: "severe",
    "urinary tract infection": "uti",
    "moderately severe systemic infection": "moderate",
    "severe or life-threatening infection, or Pseudomonas aeruginosa": "severe",
}
PLACES = [
    (drug, basis, use)
    for drug in oracle.DRUGS
    for basis in oracle.BASES
    for use in (tuple(USES)[1:] if (drug, basis) == ("aztreonam", "us-label") else (None,))
]
"""Every drug, basis and use that must have an answer."""
Find = Callable[[str, str, str | None, Patient], Dose | Withheld]


@pytest.fixture(scope="session")
def drugs(library: Library) -> dict[str, Drug]:
    found = {slug: library.drug(slug) for slug in oracle.DRUGS}
    damaged = [drug for drug in found.values() if isinstance(drug, UnavailableDrug)]
    assert not damaged, damaged
    return {slug: drug for slug, drug in found.items() if isinstance(drug, Drug)}


@pytest.fixture(scope="session")
def answer(drugs: dict[str, Drug]) -> Find:
    """The one answer of a drug's basis and use."""

    def find(drug: str, basis: str, use: str | None, found: Patient) -> Dose | Withheld:
        kidney = KidneyFunction(found.clearance_ml_min)
        (only,) = (
            given for given in doses_for(drugs[drug], found, kidney) if (given.basis.slug, given.use) == (basis, use)
        )
        return only

    return find


def _parts(components: Iterable[Component]) -> tuple[oracle.Part, ...]:
    return tuple(
        oracle.Part(component.substance, Fraction(component.mg.low), Fraction(component.mg.high))
        for component in components
    )


def _as_derived(answered: Dose | Withheld) -> oracle.Given | None:
    """A dose in the oracle's own terms; None for a refusal, which must have words."""
    if isinstance(answered, Withheld):
        assert answered.refusal.reason
        assert answered.refusal.remedy
        return None
    row = answered.row
    assert row.maintenance is not None
    minutes = row.maintenance.over_min
    assert minutes is None or minutes.is_exact
    if row.loading is not None:
        assert row.loading.over_min == minutes
        assert row.loading.every_h == ()
    return oracle.Given(
        each=_parts(row.maintenance.components),
        hours=tuple(int(hours) for hours in row.maintenance.every_h),
        minutes=None if minutes is None else int(minutes.low),
        loading=_parts(row.loading.components) if row.loading else (),
        after_dialysis=False,
        supplement=_parts(row.supplement.components) if row.supplement else (),
    )


def _derived(asked: oracle.Asked) -> oracle.Given | None:
    found = oracle.dose(asked)
    if isinstance(found, oracle.Refused):
        return None
    return oracle.Given(found.each, found.hours, found.minutes, found.loading, supplement=found.supplement)


def _asked(drug: str, basis: str, use: str | None, clearance: str = "0", dialysis: str = "none") -> oracle.Asked:
    return oracle.Asked(drug, basis, Fraction(clearance), dialysis, USES[use])


def _name(place: tuple[str, str, str | None]) -> str:
    return " ".join(part for part in place if part)


def test_the_library_holds_the_oracles_drugs_bases_and_uses_and_no_other(drugs: dict[str, Drug]) -> None:
    held = [(drug.slug, basis.slug, use) for drug in drugs.values() for basis in drug.bases for use in basis.uses]
    assert sorted(map(_name, held)) == sorted(map(_name, PLACES))


@pytest.mark.parametrize("place", PLACES, ids=_name)
def test_the_edges_of_the_rows_are_the_oracles_edges(
    drugs: dict[str, Drug], place: tuple[str, str, str | None]
) -> None:
    drug, slug, use = place
    basis = drugs[drug].basis(slug)
    assert basis is not None
    bands = [row.band for row in basis.rows if row.use == use and row.when == "clearance"]
    edges = {edge for band in bands for edge in (band.low, band.high) if edge}
    assert edges == {Decimal(edge) for edge in oracle.EDGES[drug, slug]}


@pytest.mark.parametrize("offset", ["-0.001", "0", "0.001"])
@pytest.mark.parametrize("place", PLACES, ids=_name)
@pytest.mark.hazard("H04")
def test_every_edge_is_answered_as_the_source_prints_it(
    language: str, answer: Find, place: tuple[str, str, str | None], offset: str
) -> None:
    edges = {Decimal(edge) for pair in oracle.EDGES.values() for edge in pair} | {Decimal(0), Decimal(300)}
    for edge in sorted(edges):
        clearance = edge + Decimal(offset)
        if Decimal(0) <= clearance <= Decimal(300):
            typed = str(clearance)
            assert _as_derived(answer(*place, patient(clearance=typed))) == _derived(_asked(*place, typed)), typed


@pytest.mark.parametrize("place", PLACES, ids=_name)
@pytest.mark.hazard("H12")
def test_every_clearance_from_0_to_200_has_one_dose_or_one_refusal(
    answer: Find, place: tuple[str, str, str | None]
) -> None:
    for tenths in range(2001):
        clearance = Decimal(tenths) / 10
        answered = answer(*place, Patient(clearance_ml_min=clearance))
        assert _as_derived(answered) == _derived(_asked(*place, str(clearance))), clearance
        if isinstance(answered, Dose):
            rows = [row for row in answered.basis.rows if row.use == answered.use and row.when == "clearance"]
            rows = [row for row in rows if row.children is None]
            assert [row for row in rows if row.band.holds(clearance)] == [answered.row]


@pytest.mark.parametrize("clearance", ["", "3", "60"])
@pytest.mark.parametrize("dialysis", ["haemodialysis", "crrt"])
@pytest.mark.parametrize("place", PLACES, ids=_name)
@pytest.mark.hazard("H05")
def test_dialysis_decides_whatever_the_clearance(
    answer: Find, place: tuple[str, str, str | None], dialysis: str, clearance: str
) -> None:
    answered = answer(*place, patient(dialysis=dialysis, clearance=clearance))
    assert _as_derived(answered) == _derived(_asked(*place, dialysis=dialysis))
    if isinstance(answered, Dose):
        assert answered.near_edge is None
        assert answered.differs_by_weight == {}


@pytest.mark.parametrize("place", PLACES, ids=_name)
def test_a_combination_on_haemodialysis_is_given_after_the_session(
    answer: Find, place: tuple[str, str, str | None]
) -> None:
    derived = oracle.dose(_asked(*place, dialysis="haemodialysis"))
    answered = answer(*place, patient(dialysis="haemodialysis"))
    notes = answered.row.notes if isinstance(answered, Dose) else ()
    printed = any("after the session" in note for note in notes)
    assert printed is (isinstance(derived, oracle.Given) and derived.after_dialysis)
    if isinstance(answered, Dose) and answered.row.supplement:
        assert answered.row.supplement.occasion == "after each haemodialysis session, in serious infection only"


@pytest.mark.parametrize("dialysis", ["none", "haemodialysis", "crrt"])
@pytest.mark.parametrize("fields", [{"age": "17"}, {"age_months": "215"}, {"age_months": "0"}])
@pytest.mark.parametrize("place", PLACES, ids=_name)
@pytest.mark.hazard("H11")
def test_a_child_never_gets_an_adults_row(
    answer: Find, place: tuple[str, str, str | None], fields: dict[str, str], dialysis: str
) -> None:
    child = patient(
        clearance="60", dialysis=dialysis, age=fields.get("age", ""), age_months=fields.get("age_months", "")
    )
    labelled = place[0] == "ceftazidime-avibactam" and place[1] != "idsa-2026" and dialysis != "crrt"
    answered = answer(*place, child)
    assert isinstance(answered, Withheld)
    if labelled and child.age_months:
        assert "no weight" in answered.refusal.reason or "no filtration" in answered.refusal.reason


@pytest.mark.parametrize("place", PLACES, ids=_name)
def test_an_adult_of_eighteen_years_is_dosed_as_an_adult(answer: Find, place: tuple[str, str, str | None]) -> None:
    for young in (patient(clearance="60", age="18"), patient(clearance="60", age_months="216")):
        assert _as_derived(answer(*place, young)) == _derived(_asked(*place, "60"))


PEOPLE = {
    "age": st.integers(18, 110),
    "sex": st.sampled_from(["female", "male"]),
    "weight": st.decimals(35, 180, places=1),
    "height": st.decimals(140, 210, places=0),
    "creatinine": st.decimals("0.4", 10, places=2),
}


def _person(**figures: object) -> Patient:
    """The patient of some figures, unless their clearance is beyond what is read at all."""
    typed: dict[str, Any] = {name: str(figure) for name, figure in figures.items()}
    read = read_patient(Typed(**typed, creatinine_unit="mg/dL"))
    if isinstance(read, Refused):
        assert [fault.code for fault in read.faults] == ["crcl-range"]
        reject()
    return read


def _assessed(drugs: dict[str, Drug], person: Patient) -> Doses:
    assessment = doses_of(person, tuple(drugs.values()))
    assert isinstance(assessment, Doses), assessment
    return assessment


@given(**PEOPLE)
def test_a_whole_patient_gets_the_doses_of_the_second_derivation(
    drugs: dict[str, Drug], age: int, sex: str, weight: Decimal, height: Decimal, creatinine: Decimal
) -> None:
    female = sex == "female"
    chosen = oracle_kidney.chosen_weight(female=female, height_cm=Fraction(height), actual=Fraction(weight))
    clearance = oracle_kidney.cockcroft_gault(
        female=female, age=age, weight=chosen.kilograms, creatinine_mg_dl=Fraction(creatinine)
    )
    person = _person(age=age, sex=sex, weight=weight, height=height, creatinine=creatinine)
    for answered in _assessed(drugs, person).answers:
        asked = oracle.Asked(answered.drug.slug, answered.basis.slug, clearance, "none", USES[answered.use], age)
        assert _as_derived(answered) == _derived(asked)


def _in_a_day(answered: Dose | Withheld) -> dict[str, Fraction]:
    """The most of each substance in 24 hours of maintenance; empty for a refusal."""
    derived = _as_derived(answered)
    return {} if derived is None else {part.name: part.high * 24 / min(derived.hours) for part in derived.each}


@given(**PEOPLE, worse_by=st.decimals("0.01", 9, places=2))
def test_a_worse_creatinine_never_gives_more_drug_in_a_day(
    drugs: dict[str, Drug],
    age: int,
    sex: str,
    weight: Decimal,
    height: Decimal,
    creatinine: Decimal,
    worse_by: Decimal,
) -> None:
    better, worse = (
        _assessed(drugs, _person(age=age, sex=sex, weight=weight, height=height, creatinine=figure)).answers
        for figure in (creatinine, creatinine + worse_by)
    )
    for one, other in zip(better, worse, strict=True):
        before, after = _in_a_day(one), _in_a_day(other)
        assert all(after[name] <= before[name] for name in before.keys() & after.keys())


@pytest.mark.parametrize("place", PLACES, ids=_name)
def test_a_lower_row_never_loads_more_than_a_higher_one_of_a_combination(
    drugs: dict[str, Drug], place: tuple[str, str, str | None]
) -> None:
    drug, slug, use = place
    basis = drugs[drug].basis(slug)
    assert basis is not None
    rows = sorted((row for row in basis.rows if row.use == use and row.when == "clearance"), key=lambda r: r.band.low)
    loads = [row.loading.total_mg.high for row in rows if row.loading and len(row.loading.components) > 1]
    assert loads == sorted(loads)


def test_a_micromole_creatinine_gives_the_doses_of_the_same_milligrams(drugs: dict[str, Drug]) -> None:
    rest: dict[str, Any] = {"age": "67", "sex": "female", "weight": "70", "height": "165"}
    milligrams = patient(**rest, creatinine="1.9")
    micromoles = patient(**rest, creatinine="167.96", unit="umol/L")
    assert milligrams == micromoles
    assert _assessed(drugs, milligrams) == _assessed(drugs, micromoles)


@pytest.mark.parametrize("dialysis", list(Dialysis))
@pytest.mark.hazard("H09")
def test_the_answers_are_the_same_under_every_language(
    language: str, drugs: dict[str, Drug], dialysis: Dialysis
) -> None:
    person = patient(age="67", sex="female", weight="70", height="165", creatinine="1.9", dialysis=dialysis)
    rows = [
        answered.row.band.printed
        for answered in _assessed(drugs, person).answers
        if isinstance(answered, Dose) and answered.basis.slug == "us-label"
    ]
    hd = {
        "ceftazidime": "6 to 15; less than or equal to 5",
        "aztreonam": "less than 10, including haemodialysis",
        "pair": "less than or equal to 15, including haemodialysis",
    }
    expected = {
        Dialysis.NONE: ["16 to 30", *["between 10 and 30"] * 3, "greater than 15 to less than or equal to 30"],
        Dialysis.HAEMODIALYSIS: [hd["ceftazidime"], *[hd["aztreonam"]] * 3, hd["pair"]],
        Dialysis.CRRT: [],
    }
    assert rows == expected[dialysis]
