"""What is typed wrongly: status 2, an error object or plain lines, and never a guess."""

import pytest

from tests.commands.answers import Run
from tests.commands.test_dose import EXAMPLE

ZERO_WIDTH = "\u200b"
BAD_NUMBERS = (
    "1,2",
    "1,200",
    "1 2",
    "1e2",
    "nan",
    "inf",
    "Infinity",
    "-70",
    "-1e2",
    "+70",
    "７０",
    "٧٠",
    "70kg",
    "70\n80",
    "",
    " ",
    ZERO_WIDTH,
    f"70{ZERO_WIDTH}",
    "9" * 400,
    ".5",
    "5.",
    "0x46",
    "1_0",
    "½",
    "70\x00",
    "--",
)
FIGURES = ("age", "age-months", "weight", "height", "creatinine", "crcl", "effluent")


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("typed", BAD_NUMBERS, ids=ascii)
def test_what_is_not_a_plain_number_is_refused(run: Run, figure: str, typed: str) -> None:
    answer = run("dose", "--drug", "aztreonam", "--creatinine-unit", "mg/dL", f"--{figure}={typed}", "--json")
    assert answer.status == 2
    assert answer.code in {f"{figure}-number", "arguments"}
    assert answer.err == ""


@pytest.mark.parametrize("typed", ["60", " 60 ", "60.0", "60.000", "060"])
def test_what_is_a_plain_number_is_read_and_echoed(run: Run, typed: str) -> None:
    answer = run("dose", "--drug", "aztreonam", "--crcl", typed, "--json")
    assert answer.status == 0
    assert answer.object["inputs"]["crcl_ml_min"] == 60


@pytest.mark.parametrize(("creatinine", "unit"), [("1.2", "umol/L"), ("88", "mg/dL")])
def test_a_creatinine_in_the_other_unit_is_refused(run: Run, creatinine: str, unit: str) -> None:
    asked = (*EXAMPLE[:8], "--creatinine", creatinine, "--creatinine-unit", unit)
    answer = run("dose", "--drug", "aztreonam", *asked, "--json")
    assert (answer.status, answer.code) == (2, "creatinine-unit")
    assert answer.object["error"]["field"] == "creatinine"
    assert "other unit" in answer.object["error"]["message"]


def test_a_creatinine_without_a_unit_is_refused(run: Run) -> None:
    answer = run("dose", "--drug", "aztreonam", *EXAMPLE[:10], "--json")
    assert (answer.status, answer.code) == (2, "creatinine-unit")


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ((), "age"),
        (("--age", "67"), "sex"),
        (EXAMPLE[:4], "weight"),
        (EXAMPLE[:8], "creatinine"),
    ],
)
def test_what_is_missing_is_named(run: Run, asked: tuple[str, ...], field: str) -> None:
    answer = run("dose", "--drug", "aztreonam", *asked, "--json")
    assert (answer.status, answer.code) == (2, "incomplete")
    assert answer.object["error"]["field"] == field


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("--age", "121", *EXAMPLE[2:]), "age-range"),
        (("--crcl", "301"), "crcl-range"),
        (("--crcl", "60", "--effluent", "2"), "effluent-without-crrt"),
        ((*EXAMPLE, "--crcl", "60"), "clearance-twice"),
        (("--age", "2", "--age-months", "24", "--crcl", "60"), "age-twice"),
        (("--crcl", "60", "--sex", "Female"), "sex"),
        (("--crcl", "60", "--dialysis", "filtering"), "dialysis"),
        (("--crcl", "60", "--weight-used", "lean"), "weight-used"),
    ],
)
def test_every_fault_has_its_code(run: Run, asked: tuple[str, ...], code: str) -> None:
    answer = run("dose", "--drug", "aztreonam", *asked, "--json")
    assert (answer.status, answer.code) == (2, code)


def test_a_person_is_shown_every_fault_and_no_dose(run: Run) -> None:
    answer = run("dose", "--drug", "aztreonam", "--age", "4a", "--weight", "1,2", "--crcl", "x")
    assert (answer.status, answer.out) == (2, "")
    assert len(answer.err.splitlines()) == 3


@pytest.mark.parametrize("slug", ["meropenem", "meropenem-vaborbactam", "imipenem-relebactam"])
def test_a_known_drug_that_has_no_doses_yet_is_not_in_this_edition(run: Run, slug: str) -> None:
    answer = run("dose", "--drug", slug, "--crcl", "60", "--json")
    assert (answer.status, answer.code) == (2, "drug")
    assert "not in this edition" in answer.object["error"]["message"]
    assert "ceftazidime-avibactam" in answer.object["error"]["message"]


@pytest.mark.parametrize(
    "slug", ["aztreonm", "", "AZTREONAM", "'; DROP TABLE drug; --", "x" * 9000, "\udcff", "a\x1b[31m"]
)
def test_an_unknown_drug_is_answered_with_those_there_are(run: Run, slug: str) -> None:
    answer = run("dose", f"--drug={slug}", "--crcl", "60", "--json")
    assert (answer.status, answer.code) == (2, "drug")
    assert "aztreonam-avibactam" in answer.object["error"]["message"]


def test_no_drug_at_all_is_said(run: Run) -> None:
    answer = run("dose", "--crcl", "60", "--json")
    assert (answer.status, answer.code) == (2, "drug")


@pytest.mark.parametrize("slug", ["nation-2017", "fda", ""])
def test_a_basis_that_the_drug_does_not_have_is_refused(run: Run, slug: str) -> None:
    answer = run("dose", "--drug", "aztreonam", f"--basis={slug}", "--crcl", "60", "--json")
    assert (answer.status, answer.code) == (2, "basis")
    assert "us-label" in answer.object["error"]["message"]


@pytest.mark.parametrize("therapy", ["peritoneal", "sled", "ecmo"])
def test_a_therapy_that_no_source_covers_is_refused_and_not_taken_for_another(run: Run, therapy: str) -> None:
    answer = run("dose", "--drug", "colistin", *EXAMPLE, "--dialysis", therapy, "--json")
    assert answer.status == 2
    error = answer.object["error"]
    assert (error["code"], error["field"]) == ("dialysis-not-covered", "dialysis")
    assert "Do not use another row in their place" in error["message"]
