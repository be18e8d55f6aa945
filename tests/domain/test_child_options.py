"""What is said of a child about a regimen that guidelines name."""

from dataclasses import replace

from desktop.domain.case import Case, Rulebook, assess
from desktop.domain.child_options import ORDER_FOR_ADULTS, words_for_child
from desktop.domain.drugs import Drug, Situation
from desktop.domain.guidance import Grade
from desktop.domain.options import GuidelineOption, Standing
from desktop.domain.provenance import Verification
from desktop.domain.refusal import Refusal
from tests.domain.builders import EVERY_REFUSAL, SOURCE, basis, drug, patient, row

ADULTS_ONLY = replace(basis(row("[0, )")), short="EU", refusals={Situation.CHILD: Refusal("Adults only.", "Ask.")})
FROM_7_MONTHS = replace(basis(row("[0, )", months=(7, 24))), short="US", refusals=EVERY_REFUSAL)
NOT_READ = replace(FROM_7_MONTHS, short="UK", refusals={Situation.ALL: Refusal("Not read.", "Read it.")})


def _drugs(**drugs: Drug) -> dict[str, Drug]:
    return {name.replace("_", "-"): one for name, one in drugs.items()}


def test_a_drug_without_a_row_for_the_age_says_why_each_reason_once() -> None:
    held = _drugs(cefiderocol=drug(ADULTS_ONLY, replace(ADULTS_ONLY, short="US"), NOT_READ))
    assert words_for_child(["cefiderocol"], held, 7) == (
        ORDER_FOR_ADULTS,
        "cefiderocol: no dose for this age here. Adults only. Not read.",
    )


def test_rows_hold_from_their_first_month_to_before_their_last_and_those_without_say_why() -> None:
    held = _drugs(cefiderocol=drug(FROM_7_MONTHS, ADULTS_ONLY))
    with_rows = "cefiderocol: rows for this age on the US. Adults only."
    for months, said in ((7, with_rows), (23, with_rows)):
        assert words_for_child(["cefiderocol"], held, months)[1] == said
    for months in (6, 24):
        assert words_for_child(["cefiderocol"], held, months)[1].startswith("cefiderocol: no dose for this age here.")


def test_two_sources_with_rows_are_both_named_and_a_drug_without_a_file_says_so() -> None:
    held = _drugs(cefiderocol=drug(FROM_7_MONTHS, replace(FROM_7_MONTHS, short="EU")))
    assert words_for_child(["cefiderocol", "aztreonam"], held, 12)[1:] == (
        "cefiderocol: rows for this age on the US and the EU.",
        "aztreonam: this edition holds no doses of it.",
    )


def test_options_of_a_child_say_so_and_those_of_an_adult_say_nothing() -> None:
    option = GuidelineOption(
        id="one",
        regimen=("testicillin",),
        standing=Standing.PREFERRED,
        issuer="g",
        dated="2026",
        enzymes=frozenset({"ndm"}),
        grade=Grade("g", "strong", "low", "none"),
        note=None,
        sources=(SOURCE,),
        verification=Verification.SECONDARY,
    )
    rulebook = Rulebook(drugs=(drug(ADULTS_ONLY),), options=(option,))
    said = {}
    for months in ("7", "215", "216", ""):
        case = Case(patient=patient(age_months=months), enzymes=frozenset({"ndm"}))
        (found,) = assess(case, rulebook, None).options
        said[months] = found.for_child
    of_a_child = (ORDER_FOR_ADULTS, "testicillin: no dose for this age here. Adults only.")
    assert said == {"7": of_a_child, "215": of_a_child, "216": (), "": ()}
