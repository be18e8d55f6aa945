"""Cefiderocol, the polymyxins and the children's rows equal a second derivation that never saw the library."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.library import Library
from desktop.domain.answering import Doses, doses_of
from desktop.domain.dosing import Dose, Withheld, doses_for
from desktop.domain.drugs import Drug, When
from desktop.domain.given import Component, UnitScale
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import Dialysis, Patient, WeightKind
from desktop.domain.quantity import Amount
from tests.domain.builders import patient
from tests.oracle import children, other_doses

_TODDLERS_TO = 24
"""Below this age in months the second derivation has no cap, and the labels only their largest single dose."""
PLACES = sorted(other_doses.EDGES)
BODIES = [(None, None), ("70", None), ("60", "60"), ("70", "60"), ("72", "60"), ("100", "60"), ("40", "75")]
"""Actual and ideal weight in kg; None where it is not known. 72 is 1.2 times 60."""
_THERAPY = {"none": "none", "haemodialysis": "hd", "crrt": "crrt"}
Find = Callable[[str, str, Patient, KidneyFunction], Dose | Withheld]


@pytest.fixture(scope="session")
def answer(library: Library) -> Find:
    """The one answer of a drug's basis."""
    held = {slug: library.drug(slug) for slug in library.drug_slugs}

    def find(drug: str, basis: str, found: Patient, kidney: KidneyFunction) -> Dose | Withheld:
        known = held[drug]
        assert isinstance(known, Drug)
        (only,) = (one for one in doses_for(known, found, kidney) if one.basis.slug == basis)
        return only

    return find


def _weights(actual: str | None, ideal: str | None) -> dict[WeightKind, Decimal]:
    given_kg = {WeightKind.ACTUAL: actual, WeightKind.IDEAL: ideal}
    return {kind: Decimal(kg) for kind, kg in given_kg.items() if kg is not None}


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _amount(amount: Amount) -> other_doses.Part:
    return other_doses.Part(Fraction(amount.low), Fraction(amount.high))


def _part(components: tuple[Component, ...]) -> other_doses.Part:
    """One component in the oracle's own unit: mg, of colistin base for colistin, as an exact fraction."""
    (only,) = components
    part = _amount(only.mg)
    if only.scale is not UnitScale.COLISTIN:
        return part
    return other_doses.Part(part.low * 300 / 720, part.high * 300 / 720)


def _as_derived(answered: Dose | Withheld) -> other_doses.Given | None:
    if isinstance(answered, Withheld):
        assert answered.refusal.reason
        assert answered.refusal.remedy
        return None
    dose, extra = answered.maintenance, answered.supplement
    printed = dose.components[0].printed_million_units
    return other_doses.Given(
        each=_part(dose.components),
        hours=tuple(int(hours) for hours in dose.every_h),
        minutes=None if dose.over_min is None else (int(dose.over_min.low), int(dose.over_min.high)),
        per_day=dose.per_day,
        loading=None if answered.loading is None else _part(answered.loading.components),
        supplement=None if extra is None else _part(extra.components),
        instead=extra is not None and extra.instead,
        printed_million_units=None if printed is None else Fraction(printed.low),
    )


def _same(
    answer: Find,
    place: tuple[str, str],
    clearance: str | None,
    dialysis: str,
    effluent: str | None,
    body: tuple[str | None, str | None],
) -> None:
    actual, ideal = body
    asked = other_doses.Asked(
        *place, _fraction(clearance), _THERAPY[dialysis], _fraction(effluent), _fraction(actual), _fraction(ideal)
    )
    figure = None if clearance is None else Decimal(clearance)
    rate = None if effluent is None else Decimal(effluent)
    found = Patient(dialysis=Dialysis(dialysis), effluent_l_h=rate)
    answered = answer(*place, found, KidneyFunction(figure, weights_kg=_weights(actual, ideal)))
    assert _as_derived(answered) == other_doses.dose(asked), asked


@pytest.mark.hazard("H04")
@pytest.mark.parametrize("offset", ["-0.001", "0", "0.001"])
@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_every_edge_is_answered_as_the_source_prints_it(answer: Find, place: tuple[str, str], offset: str) -> None:
    edges = {Decimal(str(float(edge))) for pair in other_doses.EDGES.values() for edge in pair} | {Decimal(0)}
    for edge in sorted(edges):
        clearance = edge + Decimal(offset)
        for body in BODIES:
            if clearance >= 0:
                _same(answer, place, str(clearance), "none", None, body)


@pytest.mark.hazard("H12")
@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_every_clearance_from_0_to_200_has_one_dose_or_one_refusal(answer: Find, place: tuple[str, str]) -> None:
    for tenths in range(2001):
        _same(answer, place, str(Decimal(tenths) / 10), "none", None, ("70", "60"))


@pytest.mark.hazard("H05")
@pytest.mark.parametrize("clearance", [None, "3", "60"])
@pytest.mark.parametrize("dialysis", ["haemodialysis", "crrt"])
@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_dialysis_decides_whatever_the_clearance(
    answer: Find, place: tuple[str, str], dialysis: str, clearance: str | None
) -> None:
    for body in BODIES:
        _same(answer, place, clearance, dialysis, None, body)


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_every_effluent_rate_has_its_dose(answer: Find, place: tuple[str, str]) -> None:
    for hundredths in range(10, 1201):
        _same(answer, place, None, "crrt", str(Decimal(hundredths) / 100), ("70", "60"))


@pytest.mark.hazard("H17")
@pytest.mark.parametrize("place", PLACES, ids=" ".join)
@given(
    actual=st.decimals(35, 200, places=2), ideal=st.decimals(30, 95, places=2), clearance=st.decimals(0, 200, places=1)
)
def test_every_body_gets_the_dose_of_the_second_derivation(
    answer: Find, place: tuple[str, str], actual: Decimal, ideal: Decimal, clearance: Decimal
) -> None:
    _same(answer, place, str(clearance), "none", None, (str(actual), str(ideal)))


def _child(
    answer: Find, basis: str, months: int, weight: str | None, filtration: str | None, dialysis: str
) -> children.Given | None:
    """The program's answer for a child, in the oracle's own terms."""
    figure = None if filtration is None else Decimal(filtration)
    kidney = KidneyFunction(None, weights_kg=_weights(weight, None), filtration_1_73=figure)
    found = Patient(age_months=months, dialysis=Dialysis(dialysis))
    answered = answer("ceftazidime-avibactam", basis, found, kidney)
    if isinstance(answered, Withheld):
        return None
    (ceftazidime, avibactam), over = answered.maintenance.components, answered.maintenance.over_min
    assert over == Amount.exactly(Decimal(120))
    assert (ceftazidime.substance, avibactam.substance) == ("ceftazidime", "avibactam")
    assert answered.loading is None
    (hours,) = answered.maintenance.every_h
    return children.Given(Fraction(ceftazidime.mg.high), Fraction(avibactam.mg.high), int(hours))


@pytest.mark.hazard("H11")
@pytest.mark.parametrize("dialysis", ["none", "haemodialysis", "crrt"])
@pytest.mark.parametrize("basis", ["us-label", "eu-label"])
def test_every_age_filtration_and_weight_of_a_child_is_answered_as_the_label_prints_it(
    answer: Find, basis: str, dialysis: str
) -> None:
    filtrations: list[str | None] = [None, "0", "120"]
    filtrations += [str(edge + Decimal(offset)) for edge in children.EGFR_EDGES for offset in ("-0.001", "0", "0.001")]
    for months in range(216):
        for filtration in filtrations:
            for weight in (None, "3.2", "12", "40", *(("40.001", "90") if months >= _TODDLERS_TO else ())):
                derived = children.dose(basis, months, _fraction(weight), _fraction(filtration), _THERAPY[dialysis])
                found = _child(answer, basis, months, weight, filtration, dialysis)
                assert found == derived, (months, filtration, weight)


@pytest.mark.parametrize(("months", "kg"), [(1, "90"), (3, "60"), (6, "41")])
@pytest.mark.parametrize("basis", ["us-label", "eu-label"])
def test_no_infant_gets_more_than_the_largest_single_dose(answer: Find, basis: str, months: int, kg: str) -> None:
    found = _child(answer, basis, months, kg, "90", "none")
    assert found == children.Given(Fraction(2000), Fraction(500), 8)


@pytest.mark.parametrize("basis", ["us-label", "eu-label"])
def test_a_childs_worse_kidneys_never_get_more_drug_in_a_day(answer: Find, basis: str) -> None:
    for months in (1, 3, 6, 24, 100, 215):
        before = None
        for filtration in range(120, -1, -1):
            found = _child(answer, basis, months, "17", str(filtration), "none")
            daily = None if found is None else found.ceftazidime * 24 / found.hours
            assert before is None or daily is None or daily <= before
            before = daily or before


def test_a_whole_child_is_answered_by_schwartz(library: Library) -> None:
    drug = library.drug("ceftazidime-avibactam")
    assert isinstance(drug, Drug)
    found = doses_of(patient(age="10", sex="male", weight="50", height="140", creatinine="1.8"), [drug])
    assert isinstance(found, Doses)
    doses = [one for one in found.answers if isinstance(one, Dose)]
    assert {one.basis.slug: one.row.when for one in doses} == {"us-label": When.CLEARANCE, "eu-label": When.CLEARANCE}
    assert all(one.maintenance.total_mg == Amount.exactly(Decimal(1250)) for one in doses)
