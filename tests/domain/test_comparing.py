"""Two labels: the same dose in other words, or different doses, and in what."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.comparing import comparisons
from desktop.domain.dosing import Dose, Withheld, doses_for
from desktop.domain.drugs import Row
from desktop.domain.given import Supplement
from desktop.domain.kidney import KidneyFunction
from tests.domain.builders import amount, basis, drug, given, patient, row

FIRST = row("[0, )", dose=given(testicillin="500"))


def _answers(one: Row, other: Row, slugs: tuple[str, str] = ("us-label", "eu-label")) -> tuple[Dose | Withheld, ...]:
    bases = [replace(basis(found), slug=slug, short=slug) for found, slug in zip((one, other), slugs, strict=True)]
    return doses_for(drug(*bases), patient(clearance="60"), KidneyFunction(Decimal(60)))


def test_the_same_dose_printed_otherwise_is_the_same_dose() -> None:
    (pair,) = comparisons(_answers(FIRST, replace(FIRST, printed_dose="0.5 g")))
    assert pair.is_same
    assert pair.words == "us-label and eu-label: the same dose, whatever its expression."


DOSE = given(testicillin="500")
OTHERS = [
    ("the amount", {"maintenance": given(testicillin="750")}),
    ("the interval", {"maintenance": replace(DOSE, every_h=(Decimal(8), Decimal(12)))}),
    ("the infusion time", {"maintenance": replace(DOSE, over_min=amount("60"))}),
    ("the loading dose", {"loading": given(testicillin="1000")}),
    ("the dose for haemodialysis days", {"supplement": Supplement(DOSE.components, "after a session")}),
]


@pytest.mark.parametrize(("part", "changed"), OTHERS, ids=[part for part, _ in OTHERS])
@pytest.mark.hazard("H03")
def test_what_differs_is_named(part: str, changed: dict[str, object]) -> None:
    (pair,) = comparisons(_answers(FIRST, replace(FIRST, **changed)))  # type: ignore[arg-type]  # one field at a time
    assert pair.differing == (part,)
    assert pair.words.endswith(f"They differ in {part}.")


def test_a_label_that_refuses_differs_from_one_that_doses() -> None:
    refusing = replace(FIRST, band=row("[0, 50]").band)
    (pair,) = comparisons(_answers(FIRST, refusing))
    assert pair.differing == ("whether they give a dose at all",)


def test_two_refusals_and_guidelines_are_not_compared() -> None:
    refusing = replace(FIRST, band=row("[0, 50]").band)
    assert comparisons(_answers(refusing, refusing)) == ()
    assert comparisons(_answers(FIRST, FIRST, ("us-label", "idsa-2026"))) == ()
