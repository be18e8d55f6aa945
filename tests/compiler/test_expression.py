"""How doses may and may not be written in our own words."""

import pytest

from desktop.compiler.expression import RULES, abbreviation_rules, unsafe_expressions


def found(text: str, *aliases: str) -> list[str]:
    return [form for form, _ in unsafe_expressions(text, [*RULES, *abbreviation_rules(aliases)])]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2 g q8h", "q8h"),
        ("2 g Q 8 hours", "Q 8 hours"),
        ("2 g q24", "q24"),
        ("1 g bid", "bid"),
        ("1 g t.i.d.", "t.i.d"),
        ("1.0 mg", "1.0"),
        ("2.50 g", "2.50"),
        ("1.0 to 2 g", "1.0"),
        ("2.0–2.5 g", "2.0"),
        ("2–2.5 g", "2–2.5 g"),
        ("10 — 20 mg", "10 — 20 mg"),
        ("2 g x 3", "2 g x 3"),
        ("500 mg ×2", "500 mg ×2"),
        ("5 mg po", "5 mg po"),
        ("2 g I.V. now", "2 g I.V"),
        ("1 g stat", "1 g stat"),
        (".5 g", ".5"),
        ("from .25", ".25"),
        ("2g", "2g"),
        ("1.5mL", "1.5mL"),
        ("60min", "60min"),
        (">50", ">50"),
        ("≥ 50", "≥ 50"),
        ("≤5", "≤5"),
        ("50 <", "50 <"),
        ("<=4", "<=4"),
        (">= 16 mg", ">= 16"),
        ("=>16", "=>16"),
        ("⩽ 4", "⩽ 4"),
        ("4 ＜ x", "4 ＜"),
        ("2 g b.d.", "b.d"),
        ("2 g od", "od"),
        ("1 g qod", "qod"),
        ("2 g 8-hourly", "8-hourly"),
        ("14/31", "14/"),
        ("per 1.73/m2", "1.73/"),
        ("40 mg/kg", "mg/kg"),
        ("5 million IU", "5 million IU"),
        ("100 U of heparin", "100 U"),
        ("in MIU", "MIU"),
        ("100 µg", "µg"),
        ("100 μg", "μg"),
        ("100 mcg", "mcg"),
        ("1250 mg", "1250 mg"),
        ("10000 units", "10000 units"),
    ],
)
def test_a_form_that_has_been_misread_is_found(text: str, form: str) -> None:
    assert form in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total) every 8 hours, over 2 hours",
        "937.5 mg, 1,250 mg and 0.05 mg",
        "more than 50 mL/min, up to 10.05 mL",
        "risk ratio 0.50 (95% CI 0.30 to 0.80), version 5.0",
        "in 2026 guidance, 1990 patients",
        "OXA-48, CTX-M-15, 16S, NDM-1, question 3.8",
        "100 microgram, 5 million units",
        "section 2.3, see above. 50 patients",
        "and/or",
        "the label writes 10 to 100 mg",
    ],
)
def test_a_safe_form_is_let_be(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["AZT", "give azt now", "(AZT)", "CAZ-AVI 2 g", "cazavi"])
def test_a_drug_abbreviation_is_found_as_a_whole_word_in_any_case(text: str) -> None:
    assert len(found(text, "AZT", "CAZ-AVI", "cazavi")) == 1


@pytest.mark.parametrize("text", ["aztreonam", "AZT-like", "polymyxin B sulfate", "ceftazidime avibactam"])
def test_a_name_in_full_is_no_abbreviation(text: str) -> None:
    assert found(text, "AZT", "polymyxin b sulfate", "ceftazidime avibactam") == []
