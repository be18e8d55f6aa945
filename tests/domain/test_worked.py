"""An author's worked example is computed again, and what does not come out is named."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.drugs import Row, Situation
from desktop.domain.given import Component, Given, PerKg
from desktop.domain.refusal import Refusal
from desktop.domain.worked import WorkedExample, example_fault
from tests.domain.builders import EVERY_REFUSAL, amount, basis, drug, given, row

NO = Refusal("It says no.", "Ask.")
HIGH, LOW = row("(30, )", mg="1000"), row("[0, 30]", mg="500", loading=given(testicillin="750"))
ON_DIALYSIS = row("[0, 0]", mg="250", when="haemodialysis")
CONTINUOUS = row("[0, 0]", mg="300", when="crrt")
SLOW, FAST = row("[0, 2]", mg="100", when="effluent"), row("(2, )", mg="200", when="effluent")
CHILD = row("(50, )", mg="60", months=(24, 216))
INFANT = row("(50, )", mg="40", months=(3, 24))
PER_KG = row("(90, )", dose=replace(given(testicillin="2"), per_kg=PerKg.ACTUAL))
PER_IDEAL = row("(90, )", dose=replace(given(testicillin="2"), per_kg=PerKg.IDEAL))


def fault(example_row: Row, *rows: Row, mg: str, load: str | None = None, **figures: str) -> str | None:
    """What is wrong with an example of one row beside others."""
    example = WorkedExample(
        row=example_row.id,
        figure=Decimal(figures["figure"]) if "figure" in figures else None,
        weight_kg=Decimal(figures["kg"]) if "kg" in figures else None,
        ideal_kg=Decimal(figures["ideal"]) if "ideal" in figures else None,
        total_mg=amount(mg),
        loading_mg=None if load is None else amount(load),
    )
    return example_fault(drug(basis(example_row, *rows)), example_row, example)


def test_an_example_that_comes_out_has_no_fault() -> None:
    assert fault(HIGH, LOW, figure="30.001", mg="1000") is None
    assert fault(LOW, HIGH, figure="30", mg="500", load="750") is None


def test_another_total_is_named_with_both_figures() -> None:
    said = "author says 900 mg in total, the row gives 1,000 mg"
    assert fault(HIGH, LOW, figure="60", mg="900") == said
    assert fault(HIGH, LOW, figure="60", mg="1100") == "author says 1,100 mg in total, the row gives 1,000 mg"


def test_a_missing_or_another_load_is_named() -> None:
    assert fault(LOW, HIGH, figure="30", mg="500") == (
        "author says no loading dose, the row gives a loading dose of 750 mg"
    )
    assert fault(HIGH, LOW, figure="60", mg="1000", load="800") == (
        "author says a loading dose of 800 mg, the row gives no loading dose"
    )


def test_a_figure_of_another_row_names_that_row_as_it_is_read() -> None:
    assert fault(HIGH, LOW, figure="30", mg="1000") == (
        'author puts it in this row, the program in "[0, 30]" (up to 30 mL/min)'
    )


def test_a_refusal_is_told_with_its_reason() -> None:
    refusing = row("[0, 30]", refusal=NO)
    assert fault(HIGH, refusing, figure="20", mg="1000") == "author gives a dose, the program refuses: It says no"


def test_only_dialysis_or_an_age_decides_without_a_figure() -> None:
    assert fault(HIGH, LOW, mg="1000") == "it has no clearance, and only dialysis decides without"
    assert fault(ON_DIALYSIS, HIGH, mg="250") is None
    assert fault(CONTINUOUS, HIGH, mg="300") is None
    assert fault(INFANT, HIGH, mg="40") is None


def test_a_row_that_its_source_extends_to_dialysis_needs_no_figure() -> None:
    extended = row("[0, 5]", mg="250", also_haemodialysis=True)
    assert fault(extended, HIGH, mg="250") is None
    assert fault(extended, HIGH, ON_DIALYSIS, figure="5", mg="250") is None


def test_a_row_that_holds_only_while_dialysis_runs_is_tried_with_it() -> None:
    needing = row("[0, 15]", mg="250", without_dialysis=NO, also_haemodialysis=True)
    assert fault(needing, HIGH, figure="10", mg="250") is None


@pytest.mark.parametrize(("tried", "figure", "mg"), [(SLOW, "2", "100"), (FAST, "2.001", "200")])
def test_a_row_by_effluent_rate_is_tried_with_that_rate(tried: Row, figure: str, mg: str) -> None:
    other = FAST if tried is SLOW else SLOW
    assert fault(tried, other, HIGH, figure=figure, mg=mg) is None


def test_an_effluent_rate_is_never_taken_for_a_clearance() -> None:
    said = fault(SLOW, FAST, HIGH, figure="40", mg="100")
    assert said == 'author puts it in this row, the program in "(2, )" (more than 2 mL/min)'


def test_a_childs_row_is_tried_with_its_youngest_age_and_a_filtration() -> None:
    assert fault(CHILD, INFANT, HIGH, figure="50.001", mg="60") is None
    assert fault(INFANT, CHILD, HIGH, figure="50.001", mg="40") is None
    refused = {**EVERY_REFUSAL, Situation.CHILD_KIDNEYS: NO}
    example = WorkedExample(row=CHILD.id, figure=Decimal(50), total_mg=amount("60"))
    held = drug(basis(CHILD, HIGH, refusals=refused))
    assert example_fault(held, CHILD, example) == "author gives a dose, the program refuses: It says no"


def test_an_adults_row_is_tried_with_an_adult() -> None:
    assert fault(HIGH, CHILD, INFANT, figure="60", mg="1000") is None


def test_a_dose_per_kg_is_multiplied_with_the_weight_it_names() -> None:
    assert fault(PER_KG, HIGH, figure="100", kg="70", mg="140") is None
    assert fault(PER_IDEAL, HIGH, figure="100", kg="70", ideal="60", mg="120") is None
    said = fault(PER_IDEAL, HIGH, figure="100", kg="70", mg="140")
    assert said is not None
    assert said.startswith("author gives a dose, the program refuses: The dose goes by the ideal body weight")


def test_an_example_is_tried_in_its_own_basis_and_use() -> None:
    other_use = replace(HIGH, id="other", use="pneumonia", maintenance=given(testicillin="2000"))
    assert fault(HIGH, other_use, figure="60", mg="1000") is None
    assert fault(other_use, HIGH, figure="60", mg="2000") is None
    example = WorkedExample(row=HIGH.id, figure=Decimal(60), total_mg=amount("1000"))
    other_basis = basis(replace(HIGH, maintenance=Given((Component("testicillin", amount("1")),))))
    assert example_fault(drug(other_basis, basis(HIGH, LOW)), HIGH, example) is None


def test_an_example_finds_its_use_however_its_words_were_made() -> None:
    first = replace(LOW, use="".join(["lung", " infection"]), loading=None)
    second = replace(HIGH, use="".join(["lung", " infection"]))
    assert fault(second, figure="60", mg="1000") is None
    example = WorkedExample(row=second.id, figure=Decimal(60), total_mg=amount("1000"))
    assert example_fault(drug(basis(first, second)), second, example) is None


def test_an_example_finds_its_row_however_the_words_of_its_id_were_made() -> None:
    example = WorkedExample(row=HIGH.id, figure=Decimal(60), total_mg=amount("1000"))
    held = drug(basis(replace(HIGH, id="".join(list(HIGH.id))), LOW))
    assert example_fault(held, HIGH, example) is None
