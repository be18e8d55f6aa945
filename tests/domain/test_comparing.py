"""Two labels: the same dose in other words, or different doses, and in what."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.comparing import comparisons
from desktop.domain.dosing import Dose, Withheld, doses_for
from desktop.domain.drugs import Row
from desktop.domain.given import Given, Supplement
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


def test_every_two_labels_of_one_drug_and_use_are_compared_once_in_their_order() -> None:
    three = [replace(basis(FIRST), slug=f"{name}-label", short=name) for name in ("A", "B", "C")]
    found = doses_for(drug(*three), patient(clearance="60"), KidneyFunction(Decimal(60)))
    assert [pair.bases for pair in comparisons(found)] == [("A", "B"), ("A", "C"), ("B", "C")]


def test_labels_of_two_drugs_or_two_uses_are_not_compared() -> None:
    kidney = KidneyFunction(Decimal(60))
    one, other = (replace(basis(FIRST), slug=f"{name}-label", short=name) for name in ("A", "B"))
    first = doses_for(drug(one), patient(clearance="60"), kidney)
    second = doses_for(replace(drug(other), slug="placebocillin"), patient(clearance="60"), kidney)
    assert comparisons((*first, *second)) == ()
    lung = replace(one, rows=(replace(FIRST, use="pneumonia"),))
    urine = replace(other, rows=(replace(FIRST, use="urine"),))
    assert comparisons(doses_for(drug(lung, urine), patient(clearance="60"), kidney)) == ()


def test_the_uses_of_one_label_are_not_compared_with_each_other() -> None:
    twice = replace(basis(FIRST, replace(FIRST, id="other")), slug="us-label")
    found = doses_for(drug(twice), patient(clearance="60"), KidneyFunction(Decimal(60)))
    assert comparisons((*found, *found)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (given(testicillin="750"), given(testicillin="500")),
        (given(testicillin="500"), given(testicillin="750")),
        (replace(DOSE, divided="in 2 doses", every_h=()), replace(DOSE, every_h=())),
        (replace(DOSE, every_h=()), replace(DOSE, divided="in 2 doses", every_h=())),
    ],
)
def test_a_difference_is_found_whichever_label_comes_first(one: Given, other: Given) -> None:
    (pair,) = comparisons(_answers(replace(FIRST, maintenance=one), replace(FIRST, maintenance=other)))
    assert "the amount" in pair.differing


@pytest.mark.parametrize(("one", "other"), [("8", "12"), ("12", "8")])
def test_another_interval_is_found_whichever_label_comes_first(one: str, other: str) -> None:
    first, second = (replace(FIRST, maintenance=replace(DOSE, every_h=(Decimal(hours),))) for hours in (one, other))
    (pair,) = comparisons(_answers(first, second))
    assert pair.differing == ("the interval",)


def test_several_parts_that_differ_are_listed_as_a_sentence() -> None:
    slower = replace(DOSE, over_min=amount("60"))
    (two,) = comparisons(_answers(FIRST, replace(FIRST, maintenance=slower, loading=DOSE)))
    assert two.words.endswith("They differ in the infusion time and the loading dose.")
    more = replace(slower, components=given(testicillin="750").components)
    (three,) = comparisons(_answers(FIRST, replace(FIRST, maintenance=more, loading=DOSE)))
    assert three.words.endswith("They differ in the amount, the infusion time and the loading dose.")


def test_equal_parts_of_two_labels_are_the_same_however_they_were_made() -> None:
    def made() -> Row:
        dose = replace(given(testicillin="500"), over_min=amount("60"))
        extra = Supplement(given(testicillin="250").components, "after a session")
        return replace(FIRST, maintenance=dose, loading=given(testicillin="1000"), supplement=extra)

    (pair,) = comparisons(_answers(made(), made()))
    assert pair.is_same
