"""The renal equations meet the published worked examples, and a second derivation everywhere else."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import renal
from desktop.domain.patient import MICROMOL_L_PER_MG_DL, Sex
from tests.domain.builders import patient
from tests.oracle import kidney as oracle

F, M = Sex.FEMALE, Sex.MALE
TINY = Fraction(1, 10**18)


def _d(text: str | float) -> Decimal:
    return Decimal(str(text))


def _gault(sex: Sex, age: int, weight: str, creatinine: str) -> Decimal:
    return renal.cockcroft_gault_ml_min(age, _d(weight), _d(creatinine), sex)


def _de_indexed(sex: Sex, age: int, creatinine: str, height: str, weight: str) -> Decimal:
    surface = renal.body_surface_m2(_d(height), _d(weight))
    return renal.de_indexed_ml_min(renal.ckd_epi_2021(age, _d(creatinine), sex), surface)


def _milligrams(micromoles: str) -> Decimal:
    read = patient(creatinine=micromoles, unit="umol/L").creatinine_mg_dl
    assert read is not None
    return read


# Copied from the clinical sources (worked_examples.json): the id, what is computed, what comes out, how near.
PUBLISHED: list[tuple[str, Callable[[], Decimal], str, str]] = [
    ("BSA-P1", lambda: renal.body_surface_m2(_d(170), _d(70)), "1.8181", "0.0006"),
    ("BSAD-C5", lambda: renal.body_surface_dubois_m2(_d(110), _d(18)), "0.7411", "0.0005"),
    ("BSAD-C6", lambda: renal.body_surface_dubois_m2(_d(200), _d(100)), "2.3693", "0.0005"),
    ("BSAM-C1", lambda: renal.body_surface_m2(_d(50), _d("3.5")), "0.2205", "0.0005"),
    ("BSAM-C3", lambda: renal.body_surface_m2(_d(150), _d(40)), "1.291", "0.0005"),
    ("CG-C1", lambda: _gault(M, 25, "80", "0.7"), "182.5397", "0.01"),
    ("CG-C2", lambda: _gault(F, 82, "48", "1.9"), "17.2982", "0.01"),
    ("CG-C5", lambda: _gault(M, 76, "61", "6.8"), "7.9739", "0.01"),
    ("CG-P3", lambda: _gault(F, 45, "60", "0.9"), "74.7685", "0.05"),
    ("CGSI-C4", lambda: renal.cockcroft_gault_ml_min(82, _d(48), _milligrams("168"), F), "17.2941", "0.02"),
    ("CKDEPI-C10", lambda: renal.ckd_epi_2021(88, _d("1.6"), M), "41.1857", "0.02"),
    ("CKDEPI-C2", lambda: renal.ckd_epi_2021(50, _d("0.7"), F), "105.2976", "0.02"),
    ("CKDEPI-P1", lambda: renal.ckd_epi_2021(55, _d("1.2"), M), "71.4178", "0.05"),
    ("CONV-C1", lambda: _d("1.0") * MICROMOL_L_PER_MG_DL, "88.4", "0.001"),
    ("CONVR-C5", lambda: _milligrams("400"), "4.5249", "0.0005"),
    ("DEIDX-C1", lambda: _de_indexed(M, 50, "1.0", "190", "110"), "127.7041", "0.03"),
    ("IBW-C1", lambda: renal.ideal_weight_kg(_d(180), M), "74.9921", "0.005"),
    ("IBW-C2", lambda: renal.ideal_weight_kg(_d(165), F), "56.9094", "0.005"),
    ("SCH-C3", lambda: renal.bedside_schwartz(_d(140), _d("1.8")), "32.1222", "0.01"),
    ("SCH-C4", lambda: renal.bedside_schwartz(_d(165), _d("0.9")), "75.7167", "0.01"),
    ("SCH-SI1", lambda: renal.bedside_schwartz(_d(120), _milligrams("53.04")), "82.6", "0.02"),
]
"""CGW-C1 and CGW-C5, which test the rule of weights, stand in test_kidney.py."""


@pytest.mark.parametrize(
    ("compute", "value", "tolerance"), [case[1:] for case in PUBLISHED], ids=[c[0] for c in PUBLISHED]
)
def test_a_published_worked_example_is_met(
    language: str, compute: Callable[[], Decimal], value: str, tolerance: str
) -> None:
    assert abs(compute() - Decimal(value)) <= Decimal(tolerance)


AGES = st.integers(18, 120)
SEXES = st.sampled_from([F, M])
WEIGHTS = st.decimals(20, 400, places=2)
HEIGHTS = st.decimals(120, 240, places=1)
CREATININES = st.decimals("0.2", 20, places=3)


def _same(computed: Decimal, derived: Fraction) -> bool:
    return abs(Fraction(computed) - derived) <= TINY * (1 + derived)


@given(AGES, SEXES, WEIGHTS, CREATININES)
def test_cockcroft_gault_agrees_with_the_cross_multiplied_fractions(
    age: int, sex: Sex, weight: Decimal, creatinine: Decimal
) -> None:
    derived = oracle.cockcroft_gault(
        female=sex is F, age=age, weight=Fraction(weight), creatinine_mg_dl=Fraction(creatinine)
    )
    assert _same(renal.cockcroft_gault_ml_min(age, weight, creatinine, sex), derived)


@given(SEXES, HEIGHTS, WEIGHTS)
def test_ideal_and_adjusted_weight_agree_with_the_fractions(sex: Sex, height: Decimal, weight: Decimal) -> None:
    ideal = oracle.ideal_weight(female=sex is F, height_cm=Fraction(height))
    computed = renal.ideal_weight_kg(height, sex)
    assert _same(computed, ideal)
    assert _same(
        renal.adjusted_weight_kg(weight, computed), oracle.adjusted_weight(ideal=ideal, actual=Fraction(weight))
    )


@given(AGES, SEXES, CREATININES)
def test_ckd_epi_agrees_with_the_sum_of_logarithms(age: int, sex: Sex, creatinine: Decimal) -> None:
    derived = oracle.ckd_epi_2021(female=sex is F, age=age, creatinine_mg_dl=Fraction(creatinine))
    assert _same(renal.ckd_epi_2021(age, creatinine, sex), derived)


@pytest.mark.parametrize("sex", [F, M])
@pytest.mark.parametrize("creatinine", ["0.699", "0.7", "0.701", "0.899", "0.9", "0.901"])
def test_ckd_epi_agrees_on_both_sides_of_its_bend(sex: Sex, creatinine: str) -> None:
    derived = oracle.ckd_epi_2021(female=sex is F, age=50, creatinine_mg_dl=Fraction(creatinine))
    assert _same(renal.ckd_epi_2021(50, Decimal(creatinine), sex), derived)


@given(st.decimals(25, 240, places=1), st.decimals("0.4", 400, places=1))
def test_body_surface_agrees_with_roots_and_logarithms(height: Decimal, weight: Decimal) -> None:
    tall, heavy = Fraction(height), Fraction(weight)
    assert _same(renal.body_surface_m2(height, weight), oracle.mosteller(height_cm=tall, weight=heavy))
    assert _same(renal.body_surface_dubois_m2(height, weight), oracle.du_bois(height_cm=tall, weight=heavy))


@given(st.decimals(1, 300, places=2), st.decimals("0.2", "3", places=3))
def test_de_indexing_agrees_with_the_fractions(indexed: Decimal, surface: Decimal) -> None:
    derived = oracle.de_indexed(Fraction(indexed), Fraction(surface))
    assert _same(renal.de_indexed_ml_min(indexed, surface), derived)


@given(st.decimals(25, 220, places=1), CREATININES)
def test_schwartz_agrees_with_the_fractions(height: Decimal, creatinine: Decimal) -> None:
    derived = oracle.schwartz(height_cm=Fraction(height), creatinine_mg_dl=Fraction(creatinine))
    assert _same(renal.bedside_schwartz(height, creatinine), derived)


@given(st.decimals("17.68", 1768, places=2))
def test_the_creatinine_units_agree_with_the_fractions(micromoles: Decimal) -> None:
    derived = oracle.mg_per_dl(Fraction(micromoles))
    assert oracle.umol_per_l(derived) == Fraction(micromoles)
    assert _same(_milligrams(str(micromoles)), derived)


@given(st.decimals(25, 240, places=1), st.decimals("0.4", 400, places=1))
def test_body_mass_index_is_weight_over_height_squared(height: Decimal, weight: Decimal) -> None:
    assert _same(renal.body_mass_index(weight, height), Fraction(weight) * 10_000 / Fraction(height) ** 2)


@given(AGES, SEXES, WEIGHTS, WEIGHTS, CREATININES)
def test_heavier_never_means_less_clearance(
    age: int, sex: Sex, one: Decimal, other: Decimal, creatinine: Decimal
) -> None:
    light, heavy = sorted((one, other))
    lower, higher = (renal.cockcroft_gault_ml_min(age, weight, creatinine, sex) for weight in (light, heavy))
    assert lower <= higher


@given(AGES, AGES, SEXES, WEIGHTS, CREATININES)
def test_older_never_means_more_clearance(one: int, other: int, sex: Sex, weight: Decimal, creatinine: Decimal) -> None:
    young, old = sorted((one, other))
    assert renal.cockcroft_gault_ml_min(young, weight, creatinine, sex) >= renal.cockcroft_gault_ml_min(
        old, weight, creatinine, sex
    )
    assert renal.ckd_epi_2021(young, creatinine, sex) >= renal.ckd_epi_2021(old, creatinine, sex)


@given(AGES, SEXES, WEIGHTS, CREATININES, CREATININES)
def test_a_worse_creatinine_never_means_more_clearance(
    age: int, sex: Sex, weight: Decimal, one: Decimal, other: Decimal
) -> None:
    better, worse = sorted((one, other))
    assert renal.cockcroft_gault_ml_min(age, weight, better, sex) >= renal.cockcroft_gault_ml_min(
        age, weight, worse, sex
    )
    assert renal.ckd_epi_2021(age, better, sex) >= renal.ckd_epi_2021(age, worse, sex)


@given(AGES, WEIGHTS, CREATININES)
def test_a_woman_has_85_percent_of_a_mans_clearance(age: int, weight: Decimal, creatinine: Decimal) -> None:
    man, woman = (renal.cockcroft_gault_ml_min(age, weight, creatinine, sex) for sex in (M, F))
    assert _same(woman * 20, Fraction(man) * 17)
