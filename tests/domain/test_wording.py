"""Doses in words, the one way they are written everywhere."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.content.library import Library
from desktop.domain.answering import Doses, doses_of
from desktop.domain.dosing import Dose
from desktop.domain.drugs import Drug
from desktop.domain.given import Component, Given, PerKg, Supplement, UnitScale
from desktop.domain.note import Note, NoteKind
from desktop.domain.quantity import Amount
from desktop.domain.wording import (
    dose_lines,
    dose_words,
    duration_words,
    encoded_words,
    first_words,
    given_words,
    interval_words,
    loading_words,
    per_kg_words,
    supplement_line,
    supplement_words,
    unbroken,
    withdraw_words,
    wrapped,
)
from tests.domain.builders import amount, band, patient

Answered = Callable[..., Dose]


@pytest.fixture(scope="session")
def answered(library: Library) -> Answered:
    """The dose of a drug's basis for a clearance or a dialysis."""

    def find(slug: str, basis: str, *, use: str | None = None, clearance: str = "", dialysis: str = "") -> Dose:
        drug = library.drug(slug)
        assert isinstance(drug, Drug)
        assessment = doses_of(patient(clearance=clearance, dialysis=dialysis), (drug,))
        assert isinstance(assessment, Doses)
        (dose,) = (one for one in assessment.answers if (one.basis.slug, one.use) == (basis, use))
        assert isinstance(dose, Dose)
        return dose

    return find


PAIR, ALONE, COMBINED = "ceftazidime-avibactam", "aztreonam", "aztreonam-avibactam"
SEVERE = "severe or life-threatening infection, or Pseudomonas aeruginosa"
URINE = "urinary tract infection"
SAID = [
    (
        PAIR,
        "us-label",
        None,
        "50.001",
        "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total) every 8 hours, over 2 hours",
    ),
    (
        PAIR,
        "us-label",
        None,
        "50",
        "ceftazidime 1 g and avibactam 0.25 g (1.25 g in total) every 8 hours, over 2 hours",
    ),
    (
        PAIR,
        "us-label",
        None,
        "30",
        "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 12 hours, over 2 hours",
    ),
    (
        PAIR,
        "eu-label",
        None,
        "15",
        "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 24 hours, over 2 hours",
    ),
    (
        PAIR,
        "eu-label",
        None,
        "5",
        "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 48 hours, over 2 hours",
    ),
    (PAIR, "idsa-2026", None, "60", "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total) every 8 hours, over 3 hours"),
    (ALONE, "us-label", SEVERE, "60", "aztreonam 2 g every 6 or 8 hours"),
    (ALONE, "us-label", SEVERE, "30", "aztreonam 1 g every 6 or 8 hours"),
    (ALONE, "us-label", SEVERE, "9", "aztreonam 500 mg every 6 or 8 hours"),
    (ALONE, "us-label", URINE, "60", "aztreonam 0.5 to 1 g every 8 or 12 hours"),
    (ALONE, "us-label", URINE, "30", "aztreonam 250 to 500 mg every 8 or 12 hours"),
    (ALONE, "us-label", URINE, "9", "aztreonam 125 to 250 mg every 8 or 12 hours"),
    (ALONE, "idsa-2026", None, "60", "aztreonam 2 g every 8 hours, over 3 hours"),
    (
        COMBINED,
        "us-label",
        None,
        "60",
        "aztreonam 1.5 g and avibactam 0.5 g (2 g in total) every 6 hours, over 3 hours",
    ),
    (
        COMBINED,
        "us-label",
        None,
        "50",
        "aztreonam 750 mg and avibactam 250 mg (1,000 mg in total) every 6 hours, over 3 hours",
    ),
    (
        COMBINED,
        "us-label",
        None,
        "30",
        "aztreonam 675 mg and avibactam 225 mg (900 mg in total) every 8 hours, over 3 hours",
    ),
    (
        COMBINED,
        "us-label",
        None,
        "15",
        "aztreonam 675 mg and avibactam 225 mg (900 mg in total) every 12 hours, over 3 hours",
    ),
]


@pytest.mark.parametrize(("drug", "basis", "use", "clearance", "words"), SAID)
def test_a_dose_of_the_library_is_said_word_for_word(
    answered: Answered, drug: str, basis: str, use: str | None, clearance: str, words: str
) -> None:
    dose = answered(drug, basis, use=use, clearance=clearance)
    assert dose.row.maintenance is not None
    assert given_words(dose.row.maintenance) == words


def test_the_us_label_leaves_the_interval_on_haemodialysis_open(language: str, answered: Answered) -> None:
    dose = answered(PAIR, "us-label", dialysis="haemodialysis")
    assert dose.row.maintenance is not None
    assert given_words(dose.row.maintenance) == (
        "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 24 or 48 hours, over 2 hours"
    )


@pytest.mark.parametrize(
    ("drug", "use", "clearance", "words"),
    [
        (COMBINED, None, "60", "aztreonam 2 g and avibactam 0.67 g (2.67 g in total), over 3 hours, once"),
        (COMBINED, None, "30", "aztreonam 1.35 g and avibactam 0.45 g (1.8 g in total), over 3 hours, once"),
        (COMBINED, None, "15", "aztreonam 1 g and avibactam 0.33 g (1.33 g in total), over 3 hours, once"),
        (ALONE, SEVERE, "20", "aztreonam 1 to 2 g, once"),
        (ALONE, SEVERE, "9", "aztreonam 2 g, once"),
        (ALONE, URINE, "9", "aztreonam 0.5 to 1 g, once"),
    ],
)
def test_a_loading_dose_is_said_to_be_given_once(
    answered: Answered, drug: str, use: str | None, clearance: str, words: str
) -> None:
    dose = answered(drug, "us-label", use=use, clearance=clearance)
    assert dose.row.loading is not None
    assert loading_words(dose.row.loading) == words


def test_a_supplement_is_said_with_its_occasion(answered: Answered) -> None:
    dose = answered(ALONE, "us-label", use=URINE, dialysis="haemodialysis")
    assert dose.row.supplement is not None
    assert supplement_words(dose.row.supplement) == (
        "aztreonam 62.5 to 125 mg after each haemodialysis session, in serious infection only"
    )


def _components(*milligrams: str) -> tuple[Component, ...]:
    return tuple(Component(name, amount(mg)) for name, mg in zip("abc", milligrams, strict=False))


@pytest.mark.parametrize(
    ("milligrams", "words"),
    [
        (["999.9"], "a 999.9 mg"),
        (["1000"], "a 1 g"),
        (["999 to 1000"], "a 0.999 to 1 g"),
        (["0.5"], "a 0.5 mg"),
        (["2000", "0.5"], "a 2 g and b 0.0005 g (2.0005 g in total)"),
        (["500", "500"], "a 500 mg and b 500 mg (1,000 mg in total)"),
        (["250 to 500", "100"], "a 250 to 500 mg and b 100 mg (350 to 600 mg in total)"),
        (["1", "2", "3"], "a 1 mg and b 2 mg and c 3 mg (6 mg in total)"),
    ],
)
def test_the_components_of_one_line_share_one_unit(language: str, milligrams: list[str], words: str) -> None:
    assert dose_words(_components(*milligrams)) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (["8"], "every 8 hours"),
        (["24", "48"], "every 24 or 48 hours"),
        (["6", "8", "12"], "every 6 or 8 or 12 hours"),
        (["8.0"], "every 8 hours"),
    ],
)
def test_an_interval_is_said_in_hours_with_every_choice(hours: list[str], words: str) -> None:
    assert interval_words([Decimal(hour) for hour in hours]) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ("30", "30 minutes"),
        ("59.5", "59.5 minutes"),
        ("60", "1 hour"),
        ("90", "1.5 hours"),
        ("120", "2 hours"),
        ("180", "3 hours"),
        ("20 to 60", "20 to 60 minutes"),
        ("60 to 120", "1 to 2 hours"),
    ],
)
def test_an_infusion_time_is_said_in_minutes_below_an_hour_and_in_hours_from_there(minutes: str, words: str) -> None:
    assert duration_words(amount(minutes)) == words


def test_what_the_source_does_not_give_is_not_said() -> None:
    assert given_words(Given(_components("500"))) == "a 500 mg"
    assert given_words(Given(_components("500"), over_min=Amount.exactly(Decimal(30)))) == "a 500 mg, over 30 minutes"
    assert supplement_words(Supplement(_components("500"), "afterwards")) == "a 500 mg afterwards"


@pytest.mark.parametrize(
    ("edges", "words"),
    [
        ("[0, 5]", "up to 5 mL/min"),
        ("[0, 10)", "less than 10 mL/min"),
        ("(0, 10]", "more than 0, up to 10 mL/min"),
        ("(15, 30]", "more than 15, up to 30 mL/min"),
        ("[10, 30]", "from 10, up to 30 mL/min"),
        ("[60, 120)", "from 60, less than 120 mL/min"),
        ("(50, )", "more than 50 mL/min"),
        ("[120, )", "from 120 mL/min"),
    ],
)
def test_the_edges_of_a_band_are_said_without_signs(edges: str, words: str) -> None:
    assert encoded_words(band(edges)) == words


def _part(substance: str, mg: str, scale: UnitScale) -> Component:
    return Component(substance, amount(mg), scale=scale)


def test_a_polymyxin_is_said_in_every_unit_it_is_prescribed_in() -> None:
    polymyxin = (_part("polymyxin B", "87.5 to 105", UnitScale.POLYMYXIN_B),)
    assert dose_words(polymyxin) == "polymyxin B 87.5 to 105 mg (875,000 to 1,050,000 units)"
    colistin = (_part("colistimethate sodium", "440", UnitScale.COLISTIN),)
    assert dose_lines(colistin) == (
        "colistimethate sodium 5.5 million units",
        "440 mg, equal to colistin base 183.3 mg",
    )


@pytest.mark.hazard("H16")
def test_a_dose_for_a_day_says_so_before_anything_can_be_given() -> None:
    dose = Given((_part("colistimethate sodium", "720", UnitScale.COLISTIN),), divided="in 2 to 3 doses")
    assert given_words(dose).endswith("(720 mg, equal to colistin base 300 mg) per day in all, in 2 to 3 doses")


def test_a_dose_per_kg_is_said_per_kg_in_every_part() -> None:
    pair = Given((Component("a", amount("50")), Component("b", amount("12.5"))), per_kg=PerKg.ACTUAL)
    assert per_kg_words(pair) == "a 50 mg per kg and b 12.5 mg per kg (62.5 mg per kg in total)"
    polymyxin = Given((_part("polymyxin B", "1.25 to 1.5", UnitScale.POLYMYXIN_B),), per_kg=PerKg.ACTUAL)
    assert per_kg_words(polymyxin) == "polymyxin B 1.25 to 1.5 mg per kg (12,500 to 15,000 units per kg)"
    colistin = Given((_part("colistimethate sodium", "6 to 12", UnitScale.COLISTIN),), per_kg=PerKg.ACTUAL)
    assert per_kg_words(colistin) == "colistin base 2.5 to 5 mg per kg"
    uneven = Given((_part("colistimethate sodium", "5", UnitScale.COLISTIN),), per_kg=PerKg.ACTUAL)
    assert per_kg_words(uneven) == "colistin base 2.08 mg per kg"


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        (PerKg.ACTUAL, "by the actual weight"),
        (PerKg.IDEAL, "by the ideal weight"),
        (
            PerKg.IDEAL_IN_OBESITY,
            "by the actual weight; in obesity, more than 1.2 times the ideal weight, by the ideal one",
        ),
    ],
)
@pytest.mark.hazard("H17")
def test_a_dose_per_kg_names_its_weight_however_it_is_given(weight: PerKg, words: str) -> None:
    dose = Given(_components("500"), per_kg=weight)
    assert given_words(dose) == f"a 500 mg per kg, {words}"
    assert loading_words(dose) == f"a 500 mg per kg, {words}, once"
    assert given_words(replace(dose, every_h=(Decimal(8),))) == f"a 500 mg per kg every 8 hours, {words}"
    assert given_words(replace(dose, over_min=amount("30"))) == f"a 500 mg per kg, over 30 minutes, {words}"
    assert given_words(replace(dose, divided="in 2 doses")) == f"a 500 mg per kg per day in all, in 2 doses, {words}"
    assert given_words(dose.for_weight(Decimal(1))) == "a 500 mg"


@pytest.mark.hazard("H17")
def test_a_dose_per_kg_stands_with_its_cap_in_full() -> None:
    capped = (Component("a", amount("50"), Decimal(2000)), Component("b", amount("12.5"), Decimal(500)))
    pair = Given(capped, (Decimal(8),), per_kg=PerKg.ACTUAL)
    assert given_words(pair).endswith(
        " every 8 hours, by the actual weight, at most a 2 g and b 0.5 g (2.5 g in total)"
    )
    one = Given((capped[0], Component("b", amount("12.5"))), per_kg=PerKg.ACTUAL)
    assert given_words(one).endswith(", by the actual weight, at most a 2 g")
    base = Component("colistimethate sodium", amount("9.6"), Decimal(720), UnitScale.COLISTIN)
    assert loading_words(Given((base,), per_kg=PerKg.IDEAL)) == (
        "colistin base 4 mg per kg, by the ideal weight, at most colistimethate sodium 9 million units (720 mg, equal "
        "to colistin base 300 mg), once"
    )


def test_a_load_stands_with_what_it_hangs_on_in_brackets() -> None:
    load = Given(_components("500"))
    assert first_words(load) == "a 500 mg, once"
    notes = (
        Note("For some. Not for all.", NoteKind.CONDITION),
        Note("A remark."),
        Note("To sign.", NoteKind.SIGN_OFF),
        Note("At most 1 g.", NoteKind.CEILING),
    )
    assert first_words(replace(load, noted=notes)) == "a 500 mg, once (for some; Not for all; at most 1 g)"
    assert first_words(replace(load, noted=notes[1:3])) == "a 500 mg, once"


def test_a_ceiling_that_the_cap_of_a_load_says_stands_there_once() -> None:
    notes = (Note("At most 1 g.", NoteKind.CEILING), Note("For some.", NoteKind.CONDITION))
    capped = Given((Component("a", amount("50"), Decimal(1000)),), per_kg=PerKg.ACTUAL, noted=notes)
    assert first_words(capped) == "a 50 mg per kg, by the actual weight, at most a 1 g, once (for some)"
    parts = (*_components("500"), *capped.components)
    assert first_words(replace(capped, components=parts)).endswith(" at most a 1 g, once (for some)")


def test_an_instead_dose_is_never_read_as_an_extra_one() -> None:
    swapped = Supplement(_components("500"), "afterwards", instead=True)
    assert supplement_words(swapped) == "a 500 mg afterwards, instead"
    assert supplement_line(swapped) == ("Instead", "a 500 mg afterwards")
    assert supplement_line(replace(swapped, instead=False)) == ("Plus", "a 500 mg afterwards")


def test_the_volume_to_withdraw_is_said_for_each_dose() -> None:
    dose = replace(Given(_components("500")), withdraw_ml=Decimal("4.5"))
    assert withdraw_words(None, dose) == ["each dose: 4.5 mL"]
    assert withdraw_words(replace(dose, withdraw_ml=Decimal(12)), dose) == [
        "loading dose: 12 mL",
        "each later dose: 4.5 mL",
    ]
    assert withdraw_words(None, Given(_components("500"))) == []


def test_no_dose_of_the_library_is_said_in_a_dangerous_way(library: Library) -> None:
    for slug in library.drug_slugs:
        drug = library.drug(slug)
        assert isinstance(drug, Drug)
        for row in (row for basis in drug.bases for row in basis.rows):
            if row.maintenance is None:
                assert row.refusal is not None
                continue
            said = [given_words(row.maintenance), encoded_words(row.band)]
            said += [loading_words(row.loading)] if row.loading else []
            for words in said:
                assert not any(sign in words for sign in ("<", ">", " .", ".0 ", "q8h"))
                assert ("in total" in words) is (" and " in words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("28.2 mL/min", "28.2\u00a0mL/\u2060min"),
        ("28 mL/min/1.73 m2", "28\u00a0mL/\u2060min/\u20601.73\u00a0m2"),
        ("0.7 mg/dL (62 micromol/L)", "0.7\u00a0mg/\u2060dL (62 micromol/\u2060L)"),
        ("3 L/h", "3\u00a0L/\u2060h"),
        ("ALT/AST", "ALT/AST"),
        ("https://example.org/mL/minor", "https://example.org/mL/minor"),
    ],
)
def test_no_line_ends_inside_a_unit(words: str, shown: str) -> None:
    assert unbroken(words) == shown
    assert unbroken(shown) == shown


def test_a_long_name_is_neither_cut_nor_parted_at_its_hyphen() -> None:
    lines = wrapped("Give ceftazidime-avibactam every 8 hours", 12, "- ", "  ")
    assert lines == ["- Give", "  ceftazidime-avibactam", "  every", "  8 hours"]


def test_colistin_is_told_to_a_thousandth_of_a_million_units_and_a_tenth_of_a_milligram() -> None:
    part = Component("colistimethate sodium", Amount.exactly(Decimal("546.3333")), scale=UnitScale.COLISTIN)
    assert dose_lines([part]) == (
        "colistimethate sodium 6.829 million units",
        "546.3 mg, equal to colistin base 227.6 mg",
    )


def test_two_substances_are_told_by_mass_even_where_the_first_has_units() -> None:
    pair = [
        Component("polymyxin B", Amount.exactly(Decimal(100)), scale=UnitScale.POLYMYXIN_B),
        Component("testicillin", Amount.exactly(Decimal(50))),
    ]
    assert dose_lines(pair) == ("polymyxin B 100 mg and testicillin 50 mg (150 mg in total)",)
