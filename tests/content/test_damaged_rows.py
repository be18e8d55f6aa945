"""A drug with a damaged row is not available; it is named, never guessed at, and the others stay."""

from pathlib import Path

import pytest

from desktop.content.drugs import UnavailableDrug
from desktop.domain.drugs import Drug
from tests.content.damage import past_the_opener, run

PAIR = "ceftazidime-avibactam"
ROW = f"{PAIR}/us-label/02"
"""The row of the US label for 31 to 50 mL/min."""
BAD_NUMBERS = {
    "NULL": "NULL",
    "NaN": "'NaN'",
    "a signalling NaN": "'sNaN'",
    "infinity": "'Infinity'",
    "text": "'about ten'",
    "nothing": "''",
    "a negative": "'-5'",
    "a blob": "x'31'",
    "a decimal comma": "'7,5'",
    "text that is no text": "CAST(x'ff31' AS TEXT)",
}
NUMBERS = [
    ("dose_row", "low"),
    ("dose_row", "high"),
    ("dose_component", "low_mg"),
    ("dose_component", "high_mg"),
    ("dose_part", "over_min_low"),
    ("dose_part", "over_min_high"),
    ("dose_part", "every_h"),
]
# A dose without an infusion time is not damage in itself: one label's time is not held.
ALLOWED = {("dose_part", "over_min_low", "NULL")}


def _key(table: str) -> str:
    return "id" if table == "dose_row" else "row"


def _unavailable(path: Path, *statements: str) -> UnavailableDrug:
    """What a damaged copy says of the drug; the other drugs must be as they were."""
    assert run(path, *statements) > 0, "the damage changed no row"
    with past_the_opener(path) as chosen:
        found = {slug: chosen.drug(slug) for slug in chosen.drug_slugs}
    damaged = found.pop(PAIR)
    assert all(isinstance(drug, Drug) for drug in found.values())
    assert isinstance(damaged, UnavailableDrug), "the damaged drug is still shown"
    assert damaged.slug == PAIR
    assert PAIR in damaged.reason
    return damaged


@pytest.mark.parametrize("bad", BAD_NUMBERS)
@pytest.mark.parametrize(("table", "column"), NUMBERS)
def test_a_number_that_is_none_makes_the_drug_unavailable(
    content_copy: Path, table: str, column: str, bad: str
) -> None:
    if (table, column, bad) in ALLOWED:
        return
    _unavailable(content_copy, f"UPDATE {table} SET {column} = {BAD_NUMBERS[bad]} WHERE {_key(table)} = '{ROW}'")


@pytest.mark.parametrize("bad", BAD_NUMBERS)
@pytest.mark.parametrize("column", ["low", "high"])
@pytest.mark.parametrize(
    ("decided_by", "query"), [("clearance", "fetroja crcl 40"), ("effluent", "fetroja effluent 2.5 l/h")]
)
def test_a_search_goes_on_beside_a_row_whose_edges_are_no_numbers(
    content_copy: Path, decided_by: str, query: str, column: str, bad: str
) -> None:
    run(content_copy, f"UPDATE dose_row SET {column} = {BAD_NUMBERS[bad]} WHERE decided_by = '{decided_by}'")
    with past_the_opener(content_copy) as chosen:
        assert chosen.search(query).hits


@pytest.mark.parametrize(("table", "column"), [("dose_component", "low_mg"), ("dose_part", "every_h")])
def test_a_dose_or_an_interval_of_zero_makes_the_drug_unavailable(content_copy: Path, table: str, column: str) -> None:
    others = ", high_mg = '0'" if column == "low_mg" else ""
    _unavailable(content_copy, f"UPDATE {table} SET {column} = '0'{others} WHERE row = '{ROW}'")


@pytest.mark.parametrize(
    ("column", "bad"),
    [
        ("low_inclusive", "NULL"),
        ("high_inclusive", "NULL"),
        ("decided_by", "NULL"),
        ("decided_by", "'weight'"),
        ("bounds_verification", "'sure'"),
        ("verification", "NULL"),
        ("verification", "'checked'"),
        ("printed", "CAST(x'ff' AS TEXT)"),
    ],
)
def test_a_word_or_a_flag_that_is_none_makes_the_drug_unavailable(content_copy: Path, column: str, bad: str) -> None:
    top = f"{PAIR}/us-label/05" if column == "low_inclusive" else ROW
    _unavailable(content_copy, f"UPDATE dose_row SET {column} = {bad} WHERE id = '{top}'")


@pytest.mark.parametrize("table", ["basis_note", "dose_note"])
def test_a_note_of_a_kind_that_is_none_makes_the_drug_unavailable(content_copy: Path, table: str) -> None:
    own = f"row = '{PAIR}/us-label/02'" if table == "dose_note" else f"drug = '{PAIR}'"
    _unavailable(content_copy, f"UPDATE {table} SET kind = 'limit' WHERE {own}")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("30", "20", "is inverted"),
        ("30", "30", "is inverted"),
        ("31", "50", "leave a gap"),
        ("30.001", "50", "leave a gap"),
        ("29", "50", "overlap"),
        ("30", "50.001", "overlap"),
        ("30", "49", "leave a gap"),
    ],
)
def test_inverted_gapped_and_overlapping_bands_make_the_drug_unavailable_and_say_so(
    content_copy: Path, low: str, high: str, said: str
) -> None:
    damaged = _unavailable(content_copy, f"UPDATE dose_row SET low = '{low}', high = '{high}' WHERE id = '{ROW}'")
    assert "us-label" in damaged.reason
    assert said in damaged.reason


@pytest.mark.parametrize(("low", "high", "said"), [("1", "1", "both hold 50"), ("0", "0", "both leave out 30")])
def test_an_edge_that_belongs_to_two_rows_or_to_none_makes_the_drug_unavailable(
    content_copy: Path, low: str, high: str, said: str
) -> None:
    changes = [
        f"UPDATE dose_row SET high_inclusive = {high}, low_inclusive = 0 WHERE id = '{PAIR}/us-label/03'",
        f"UPDATE dose_row SET low_inclusive = {low} WHERE id = '{PAIR}/us-label/01'",
    ]
    assert said in _unavailable(content_copy, *changes).reason


def test_an_upside_down_range_of_a_dose_makes_the_drug_unavailable(content_copy: Path) -> None:
    _unavailable(content_copy, f"UPDATE dose_component SET low_mg = '2000' WHERE row = '{ROW}' AND position = 1")


@pytest.mark.parametrize("table", ["dose_row", "dose_part", "dose_component"])
def test_a_lost_row_makes_the_drug_unavailable(content_copy: Path, table: str) -> None:
    _unavailable(content_copy, f"DELETE FROM {table} WHERE {_key(table)} = '{ROW}'")


def test_a_lost_component_makes_the_drug_unavailable(content_copy: Path) -> None:
    _unavailable(content_copy, f"DELETE FROM dose_component WHERE row = '{ROW}' AND substance = 'avibactam'")


def test_a_component_of_another_drug_makes_the_drug_unavailable(content_copy: Path) -> None:
    _unavailable(
        content_copy, f"UPDATE dose_component SET substance = 'aztreonam' WHERE row = '{ROW}' AND position = 1"
    )


def test_a_row_that_both_doses_and_refuses_makes_the_drug_unavailable(content_copy: Path) -> None:
    refusing = "refusal_reason = 'none printed', refusal_remedy = 'ask'"
    _unavailable(content_copy, f"UPDATE dose_row SET {refusing} WHERE id = '{ROW}'")


@pytest.mark.parametrize("situation", ["child", "crrt"])
def test_a_lost_refusal_makes_the_drug_unavailable(content_copy: Path, situation: str) -> None:
    _unavailable(content_copy, f"DELETE FROM refusal WHERE drug = '{PAIR}' AND situation = '{situation}'")


def test_an_unknown_refusal_makes_the_drug_unavailable(content_copy: Path) -> None:
    _unavailable(content_copy, f"UPDATE refusal SET situation = 'night' WHERE drug = '{PAIR}' AND situation = 'crrt'")


def test_a_second_haemodialysis_row_makes_the_drug_unavailable(content_copy: Path) -> None:
    damaged = _unavailable(content_copy, f"UPDATE dose_row SET also_haemodialysis = 1 WHERE id = '{ROW}'")
    assert "more than one row is for haemodialysis" in damaged.reason


@pytest.mark.parametrize("bad", ["'checked'", "NULL"])
def test_a_warning_of_unknown_verification_makes_the_drug_unavailable(content_copy: Path, bad: str) -> None:
    remarks = f"SELECT id FROM remark WHERE drug = '{PAIR}'"
    _unavailable(content_copy, f"UPDATE remark_source SET verification = {bad} WHERE remark IN ({remarks})")


def test_the_reason_says_which_row_is_damaged(content_copy: Path) -> None:
    damaged = _unavailable(content_copy, f"DELETE FROM dose_part WHERE row = '{ROW}'")
    assert ROW in damaged.reason


def test_a_drug_that_is_not_in_the_library_is_a_mistake_of_the_caller(content_copy: Path) -> None:
    with past_the_opener(content_copy) as chosen, pytest.raises(KeyError):
        chosen.drug("aspirin")
