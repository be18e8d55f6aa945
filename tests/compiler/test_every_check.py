"""What the compiler promises to refuse, and the broken library that proves each promise."""

import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
READS = [
    line
    for table in ("library_faults.toml", "shape_faults.toml")
    for entry in tomllib.loads((HERE / table).read_text(encoding="utf-8"))["broken"]
    for line in entry["reads"]
]


@pytest.mark.parametrize(
    ("promise", "words"),
    [
        ("an unresolved citation", 'reference "label_uk" is not in references.toml'),
        ("an unused citation", "nothing cites it"),
        ("a gap", "leave a gap"),
        ("an overlap", "overlap"),
        ("an edge in two rows", "both hold 50"),
        ("an edge in no row", "both leave"),
        ("a situation without a row or a refusal", "neither a row nor a refusal"),
        ("a worked example that does not recompute", "author says 1,260 mg in total, the row gives 1,250 mg"),
        ("a worked example in another row", "author puts it in this row, the program in"),
        ("an unsafe expression", "is no safe way to write it"),
        ("a drug abbreviation", "abbreviations have been misread"),
        ("a statement without a source", "it has no source"),
        ("raw HTML", "its prose has raw HTML"),
        ("an image", "its prose has an image"),
        ("a link out of the library", "leaves the library"),
        ("a link to no statement", 'the link "statement:mechanism" leads nowhere'),
        ("a link to no drug", 'the link "drug:cefiderocol" leads nowhere'),
        ("a link to no reference", 'the link "reference:article" leads nowhere'),
        ("a pitfall that can never fire", "it can never fire"),
        ("a pitfall that always fires", "it always fires"),
        ("a drug that is not in the tables", "aztreonan is not one of"),
        ("an enzyme that is not in the tables", "tem is not one of"),
        ("an approval by nobody", "it is approved by nobody"),
        ("a dose for a day that reads as one for each time", "reads as one for each time"),
        ("an unverified dose", "it computes an unverified dose"),
    ],
)
def test_every_promise_is_proved_by_a_broken_library(promise: str, words: str) -> None:
    assert any(words in line for line in READS), promise
