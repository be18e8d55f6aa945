"""A case in words, and a clearance that never looks like the other side of an edge."""

from decimal import Decimal
from typing import Any

import pytest

from desktop.domain.case import Case
from desktop.domain.case_choices import ENZYME_WORDS, Infusions, Load, Site, Species
from desktop.domain.case_words import case_words, figure_words, patient_words, strip_lines, triggered_words
from desktop.domain.kidney import KidneyFunction
from tests.domain.builders import patient


def test_every_figure_that_was_read_is_told_with_its_unit() -> None:
    found = patient(age="67", sex="female", weight="70.5", height="165", creatinine="1.9", unstable=True)
    assert patient_words(found) == (
        "67 years, female, 70.5 kg, 165 cm, creatinine 1.9 mg/dL (168 micromol/L), creatinine not steady"
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"clearance": "42"}, "clearance 42 mL/min"),
        ({"age": "5", "clearance": "42"}, "5 years, filtration 42 mL/min per 1.73 m2"),
        ({"age_months": "7", "weight": "7"}, "7 months, 7 kg"),
        ({"age_months": "0"}, "0 months"),
        ({"age_months": "11"}, "11 months"),
        ({"age_months": "12"}, "1 year"),
        ({"age_months": "30"}, "30 months"),
        ({"age_months": "36"}, "3 years"),
        ({"dialysis": "haemodialysis"}, "haemodialysis"),
        ({"dialysis": "crrt", "effluent": "2.5"}, "continuous renal replacement therapy, effluent 2.5 L per hour"),
        ({"height": "180"}, "180 cm"),
        ({"sex": "male"}, "male"),
        ({}, ""),
    ],
)
def test_what_was_not_typed_is_not_told(fields: dict[str, Any], words: str) -> None:
    assert patient_words(patient(**fields)) == words


def _words(figure: str, *edges: str) -> str | None:
    return figure_words(KidneyFunction(Decimal(figure)), [Decimal(edge) for edge in edges])


@pytest.mark.parametrize(
    ("figure", "edges", "words"),
    [
        ("28.1881", (), "28.2 mL/min"),
        ("30.04", ("30",), "30.04 mL/min"),
        ("29.96", ("30",), "29.96 mL/min"),
        ("29.96", ("50",), "30 mL/min"),
        ("30", ("30",), "30 mL/min"),
        ("30.0004", ("30",), "30.0004 mL/min"),
        ("49.9996", ("30", "50"), "49.9996 mL/min"),
        ("30.000004", ("30",), "30.000004 mL/min"),
        ("30.0000004", ("30",), "30 mL/min"),
        ("28.25", (), "28.3 mL/min"),
        ("28.35", (), "28.4 mL/min"),
    ],
)
def test_a_clearance_has_as_few_decimals_as_keep_it_on_its_side(
    figure: str, edges: tuple[str, ...], words: str
) -> None:
    assert _words(figure, *edges) == words


def test_a_childs_filtration_is_told_per_body_surface() -> None:
    kidney = KidneyFunction(None, filtration_1_73=Decimal("50.04"))
    assert figure_words(kidney, [Decimal(50)]) == "50.04 mL/min per 1.73 m2"


def test_without_a_figure_there_are_no_words() -> None:
    assert figure_words(KidneyFunction(None), [Decimal(50)]) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, ""),
        ({"patient": patient(age="67")}, "67 years"),
        ({"enzymes": frozenset({"esbl", "ndm"})}, "enzymes: NDM, ESBL"),
        ({"species": Species.KLEBSIELLA}, "Klebsiella"),
        ({"site": Site.BLOOD}, "blood"),
        ({"allergies": frozenset({"polymyxin", "aztreonam"})}, "allergies: aztreonam, a polymyxin"),
        ({"drugs": frozenset({"colistin", "polymyxin-b"})}, "regimen: polymyxin B + colistin"),
        ({"infusions": Infusions.STAGGERED}, "infusions staggered"),
        ({"load": Load.OMITTED}, "loading dose omitted"),
        ({"load": Load.GIVEN, "site": Site.LUNG}, "lung; loading dose given"),
    ],
)
def test_of_a_whole_case_only_what_was_said_is_told(said: dict[str, Any], words: str) -> None:
    assert case_words(Case(**said)) == words


def test_the_strip_names_an_allergy_as_one_so_that_it_is_not_read_as_a_drug_that_is_given() -> None:
    case = Case(
        enzymes=frozenset({"ndm"}),
        allergies=frozenset({"aztreonam"}),
        drugs=frozenset({"cefiderocol"}),
        load=Load.GIVEN,
    )
    assert strip_lines(case)[1] == "NDM · allergies: aztreonam · cefiderocol · loading dose given"


def test_a_strip_and_a_line_say_the_same_of_a_patient() -> None:
    found = patient(age="67", sex="female", weight="70", height="165", creatinine="1.9")
    who, kidneys = strip_lines(Case(patient=found))
    assert case_words(Case(patient=found)) == f"{who.replace(' · ', ', ')}, {kidneys}"


def test_what_set_a_finding_off_is_told_with_the_unit_of_a_clearance_alone() -> None:
    found = {"kidney": ("clearance up to 30", "haemodialysis"), "enzymes": ("ndm",)}
    assert triggered_words(found) == f"clearance up to 30 mL/min, haemodialysis; enzyme {ENZYME_WORDS['ndm']}"
