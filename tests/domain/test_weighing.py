"""Doses per kg: which weight, the cap, and what is refused without one."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.given import Component, Given, PerKg, UnitScale
from desktop.domain.patient import WeightKind
from desktop.domain.quantity import Amount
from desktop.domain.refusal import Refusal
from desktop.domain.weighing import Weighed, weighed
from tests.domain.builders import amount, given, row

ACTUAL, IDEAL = WeightKind.ACTUAL, WeightKind.IDEAL


def _per_kg(kind: PerKg, most: str | None = None) -> Given:
    part = Component("testicillin", amount("2 to 3"), Decimal(most) if most else None)
    return replace(given(testicillin="1"), components=(part,), per_kg=kind)


def _weighed(dose: Given, actual: str | None, ideal: str | None) -> Weighed | Refusal:
    weights = {kind: Decimal(kg) for kind, kg in ((ACTUAL, actual), (IDEAL, ideal)) if kg is not None}
    return weighed(row("[0, )", dose=dose), weights)


@pytest.mark.parametrize(
    ("kind", "actual", "ideal", "used"),
    [
        (PerKg.ACTUAL, "70", None, "70"),
        (PerKg.ACTUAL, "70", "50", "70"),
        (PerKg.IDEAL, "70", "50", "50"),
        (PerKg.IDEAL, None, "50", "50"),
        (PerKg.IDEAL, "45", "50", "50"),
        (PerKg.IDEAL_IN_OBESITY, "60", "50", "60"),
        (PerKg.IDEAL_IN_OBESITY, "60.001", "50", "50"),
        (PerKg.IDEAL_IN_OBESITY, "45", "50", "45"),
    ],
)
@pytest.mark.hazard("H17")
def test_the_source_says_which_weight(kind: PerKg, actual: str | None, ideal: str | None, used: str) -> None:
    found = _weighed(_per_kg(kind), actual, ideal)
    assert isinstance(found, Weighed)
    assert found.maintenance.total_mg == amount("2 to 3").times(Decimal(used))
    assert found.maintenance.per_kg is None
    assert f"× {used.removesuffix('.001')} kg" in found.steps[0]
    assert "Rounded for display only" in found.steps[0]


@pytest.mark.parametrize(
    ("kind", "actual", "ideal", "asked"),
    [
        (PerKg.ACTUAL, None, "50", "Type the weight"),
        (PerKg.IDEAL, "70", None, "height and sex"),
        (PerKg.IDEAL_IN_OBESITY, "70", None, "height and sex"),
        (PerKg.IDEAL_IN_OBESITY, None, "50", "weight, height and sex"),
    ],
)
@pytest.mark.hazard("H17")
def test_without_its_weight_a_dose_is_refused(kind: PerKg, actual: str | None, ideal: str | None, asked: str) -> None:
    found = _weighed(_per_kg(kind), actual, ideal)
    assert isinstance(found, Refusal)
    assert asked in found.remedy


def test_the_cap_of_the_source_holds_each_end_and_is_told() -> None:
    found = _weighed(_per_kg(PerKg.ACTUAL, "180"), "70", None)
    assert isinstance(found, Weighed)
    assert found.maintenance.total_mg == Amount(Decimal(140), Decimal(180))
    assert "The most that the source allows" in found.steps[0]
    for most in ("210", "300"):
        below = _weighed(_per_kg(PerKg.ACTUAL, most), "70", None)
        assert isinstance(below, Weighed)
        assert "Rounded for display only" in below.steps[0]


def test_the_weight_is_shown_to_two_decimals() -> None:
    found = _weighed(_per_kg(PerKg.IDEAL), None, "56.9094")
    assert isinstance(found, Weighed)
    assert "× 56.91 kg (ideal weight)" in found.steps[0]


def test_the_working_of_both_doses_is_kept_when_the_load_is_left_out() -> None:
    found = weighed(row("[0, )", dose=_per_kg(PerKg.ACTUAL), loading=_per_kg(PerKg.IDEAL)), {ACTUAL: Decimal(70)})
    assert isinstance(found, Weighed)
    assert len(found.steps) == 1
    assert found.load_withheld is not None
    assert "× 70 kg (actual weight)" in found.steps[0]
    assert found.maintenance.total_mg == amount("140 to 210")


def test_a_load_without_its_weight_is_left_out_and_said_not_guessed() -> None:
    weights = {ACTUAL: Decimal(70)}
    found = weighed(row("[0, )", loading=_per_kg(PerKg.IDEAL)), weights)
    assert isinstance(found, Weighed)
    assert found.loading is None
    assert found.steps == ()
    assert found.load_withheld is not None
    assert "type weight, height and sex to see it" in found.load_withheld
    whole = weighed(row("[0, )", loading=_per_kg(PerKg.IDEAL)), weights | {IDEAL: Decimal(60)})
    assert isinstance(whole, Weighed)
    assert whole.loading is not None
    assert whole.loading.total_mg == amount("120 to 180")
    assert whole.steps[0].startswith("Loading dose: ")
    assert whole.load_withheld is None


def test_no_dose_is_multiplied_with_a_weight_in_doubt_and_a_fixed_one_is_given_all_the_same() -> None:
    weights = {ACTUAL: Decimal(70)}
    fixed, per_kg = given(testicillin="500"), _per_kg(PerKg.ACTUAL)
    refused = weighed(row("[0, )", dose=per_kg), weights, in_doubt=True)
    assert isinstance(refused, Refusal)
    assert "the weight may be wrong" in refused.reason
    assert weighed(row("[0, )", dose=fixed, loading=fixed), weights, in_doubt=True) == Weighed(fixed, fixed)
    found = weighed(row("[0, )", dose=fixed, loading=per_kg), weights, in_doubt=True)
    assert isinstance(found, Weighed)
    assert (found.maintenance, found.loading, found.steps) == (fixed, None, ())
    assert found.load_withheld is not None
    assert found.load_withheld.startswith("The loading dose is withheld")


def test_a_fixed_dose_needs_no_weight_and_has_no_working() -> None:
    assert _weighed(given(testicillin="500"), None, None) == Weighed(given(testicillin="500"), None)


def test_polymyxin_b_is_ten_thousand_units_per_mg() -> None:
    part = Component("polymyxin B", amount("87.5 to 105"), scale=UnitScale.POLYMYXIN_B)
    assert part.units == amount("875000 to 1050000")
    assert (part.million_units, part.colistin_base_mg) == (None, None)


@pytest.mark.hazard("H16")
def test_nine_million_units_are_720_mg_of_the_salt_and_300_mg_of_base() -> None:
    part = Component("colistimethate sodium", amount("720"), scale=UnitScale.COLISTIN)
    assert (part.million_units, part.colistin_base_mg) == (amount("9"), amount("300"))
    assert part.units == amount("9000000")
    printed = replace(part, mg=amount("312"), printed_million_units=amount("3.95"))
    assert (printed.million_units, printed.colistin_base_mg) == (amount("3.95"), amount("130"))
    plain = Component("testicillin", amount("1"))
    assert (plain.units, plain.million_units, plain.colistin_base_mg) == (None, None, None)
