"""`check` answers as the contract says: findings with why and source, options, and what was not checked."""

import pytest

from tests.commands.answers import Object, Run

NDM = ("check", "--enzyme", "ndm")


def _ids(answer: Object, severity: str = "stop") -> list[str]:
    return [finding["id"] for finding in answer["findings"] if finding["severity"] == severity]


@pytest.mark.hazard("H13")
def test_an_inactive_regimen_is_stopped_with_its_reason_and_source(run: Run) -> None:
    answer = run(*NDM, "--drug", "aztreonam", "--json")
    assert (answer.status, answer.err) == (0, "")
    first = answer.object["findings"][0]
    assert (first["id"], first["severity"]) == ("aztreonam-alone", "stop")
    assert first["triggered_by"] == {"drugs": ["aztreonam"], "enzymes": ["ndm"]}
    assert first["sources"] == [{"reference": "idsa2026", "locator": None, "verification": "secondary"}]
    assert all(first[key] for key in ("title", "because", "action", "verification", "phase"))


@pytest.mark.parametrize(
    ("said", "field", "both"),
    [
        (("--enzyme", "none"), "enzyme", '"none" contradicts "ndm"'),
        (("--allergy", "none", "--allergy", "cefiderocol"), "allergy", '"none" contradicts "cefiderocol"'),
    ],
)
def test_what_contradicts_itself_is_not_understood(run: Run, said: tuple[str, ...], field: str, both: str) -> None:
    answer = run(*NDM, "--drug", "aztreonam", *said, "--json")
    error = answer.object["error"]
    assert (answer.status, error["code"], error["field"]) == (2, field, field)
    assert both in error["message"]


def test_the_object_is_that_of_the_contract(run: Run) -> None:
    found = run(*NDM, "--drug", "aztreonam-avibactam", "--json").object
    assert {"findings", "options", "checks_run", "not_checked"} <= found.keys()
    assert _ids(found) == []
    option = found["options"][0]
    assert (option["regimen"], option["standing"]) == (["aztreonam-avibactam"], "preferred")
    assert (option["by"][0]["reference"], option["by"][0]["dated"]) == ("idsa2026", "30-Jul-2026")
    assert (option["available"], option["missing"], option["stops"]) == (None, [], [])
    assert all(isinstance(line, str) for line in found["checks_run"] + found["not_checked"] + found["not_covered"])


def test_what_is_not_here_is_said_of_the_option_and_never_hidden(run: Run) -> None:
    asked = (*NDM, "--drug", "colistin", "--available", "cefiderocol", "--json")
    found = run(*asked).object
    assert [(o["available"], o["missing"]) for o in found["options"][:2]] == [
        (False, ["aztreonam-avibactam"]),
        (True, []),
    ]
    assert "polymyxin-while-active-available" in _ids(found, "caution")


def test_every_part_of_the_case_can_be_given(run: Run) -> None:
    found = run(
        *(*NDM, "--enzyme", "kpc", "--drug", "aztreonam", "--drug", "ceftazidime-avibactam"),
        *("--species", "escherichia", "--site", "abdomen", "--allergy", "ceftazidime", "--allergy", "polymyxin"),
        *("--infusions", "staggered", "--load", "given", "--crcl", "25", "--unstable-creatinine", "--json"),
    ).object
    assert _ids(found) == ["allergy-ceftazidime-avibactam"]
    assert {"escherichia-ndm", "staggered-infusions", "pair-kidneys", "no-anaerobic-cover", "early-kidney-injury"} <= {
        *_ids(found, "caution")
    }
    assert [option["stops"] for option in found["options"][1:3]] == [
        ["allergy-cefiderocol-ceftazidime"],
        ["allergy-ceftazidime-avibactam"],
    ]


PAIR = ["ceftazidime-avibactam", "aztreonam"]


def _cautions_of(found: Object, regimen: list[str]) -> list[list[str]]:
    return [option["cautions"] for option in found["options"] if option["regimen"] == regimen]


@pytest.mark.hazard("H13")
@pytest.mark.parametrize(
    ("drug", "kidneys", "caution"),
    [
        ("ceftazidime-avibactam", ("--crcl", "20"), "pair-kidneys"),
        ("ceftazidime-avibactam", ("--crcl", "50"), "pair-30-to-50"),
        ("aztreonam", ("--dialysis", "crrt"), "pair-kidneys"),
        ("aztreonam", ("--dialysis", "haemodialysis"), "pair-kidneys"),
        ("aztreonam-avibactam", ("--dialysis", "crrt"), "pair-kidneys"),
        ("meropenem", ("--crcl", "30"), "pair-kidneys"),
    ],
)
def test_the_pair_is_named_with_the_kidneys_at_which_no_source_doses_it(
    run: Run, drug: str, kidneys: tuple[str, str], caution: str
) -> None:
    found = run(*NDM, "--drug", drug, *kidneys, "--json").object
    assert all(caution in cautions for cautions in _cautions_of(found, PAIR))
    told = [finding["action"] for finding in found["findings"] if finding["severity"] == "stop"]
    assert all("50 mL/min or less, or on dialysis" in action and "pharmacy" in action for action in told)
    assert "  Caution     The pair at " in run(*NDM, "--drug", drug, *kidneys).out


def test_the_pair_is_named_without_a_caution_where_a_source_doses_it(run: Run) -> None:
    found = run(*NDM, "--drug", "ceftazidime-avibactam", "--crcl", "51", "--json").object
    assert _cautions_of(found, PAIR) == [[], []]


def test_aztreonam_avibactam_is_named_with_its_want_of_figures_on_continuous_therapy(run: Run) -> None:
    found = run(*NDM, "--drug", "aztreonam", "--dialysis", "crrt", "--json").object
    assert _cautions_of(found, ["aztreonam-avibactam"]) == [["aztreonam-avibactam-crrt"]]


@pytest.mark.hazard("H13")
@pytest.mark.parametrize("allergy", ["ceftazidime", "cefiderocol"])
def test_after_a_reaction_to_a_relative_the_severity_is_asked_before_aztreonam_avibactam(
    run: Run, allergy: str
) -> None:
    found = run(*NDM, "--drug", "aztreonam-avibactam", "--allergy", allergy, "--json").object
    (told,) = (one for one in found["findings"] if one["id"] == "allergy-side-chain-aztreonam")
    assert "If the reaction was severe, the EU label contraindicates aztreonam-avibactam" in told["because"]
    assert "choose the severe reaction" in told["action"]
    assert _cautions_of(found, ["aztreonam-avibactam"]) == [["allergy-side-chain-aztreonam"]]


@pytest.mark.parametrize(("age", "asked"), [("9", False), ("12", True), ("16", True), ("17", True), ("56", False)])
def test_pregnancy_is_asked_about_below_18_years_too(run: Run, age: str, asked: bool) -> None:
    person = ("--age", age, "--sex", "female", "--weight", "50")
    found = run(*NDM, "--drug", "aztreonam", "--drug", "ceftazidime-avibactam", *person, "--json").object
    assert ("pregnancy" in _ids(found, "information")) is asked


def test_the_deaths_on_cefiderocol_are_not_said_to_go_one_way(run: Run) -> None:
    found = run(*NDM, "--drug", "cefiderocol", "--json").object
    (told,) = (one for one in found["findings"] if one["id"] == "cefiderocol-mortality")
    assert "point both ways" in told["because"]
    assert "fewer alive with it in a later bloodstream subgroup" in told["because"]


@pytest.mark.parametrize(("crcl", "fires"), [("30", True), ("30.001", False), ("15", True), ("200", False)])
def test_a_clearance_counts_unrounded(run: Run, crcl: str, fires: bool) -> None:
    asked = (*NDM, "--drug", "aztreonam", "--drug", "ceftazidime-avibactam", "--crcl", crcl, "--json")
    assert ("pair-kidneys" in _ids(run(*asked).object, "caution")) is fires


def test_figures_of_a_patient_are_read_as_in_dose(run: Run) -> None:
    figures = ("--age", "67", "--sex", "female", "--weight", "70", "--height", "165", "--creatinine", "1.9")
    asked = (*NDM, "--drug", "cefiderocol", *figures, "--creatinine-unit", "mg/dL", "--json")
    assert "neurotoxicity" in _ids(run(*asked).object, "caution")
    warned = run(*NDM, "--drug", "cefiderocol", "--crcl", "250", "--json").object
    assert warned["warnings"] == ["Unusual value, please confirm: creatinine clearance 250 mL/min."]
    assert "cefiderocol-120" in _ids(warned, "caution")


@pytest.mark.hazard("H22")
def test_what_was_not_said_is_listed_as_not_checked_with_what_is_missing(run: Run) -> None:
    found = run(*NDM, "--drug", "colistin", "--json").object
    assert "A polymyxin for a species that resists it by nature: not said is species" in found["not_checked"]
    with_species = run(*NDM, "--drug", "colistin", "--species", "klebsiella", "--json").object
    assert "A polymyxin for a species that resists it by nature" in with_species["checks_run"]
    text = run(*NDM, "--drug", "colistin").out
    assert "Not said: species." in text
    assert "Nothing here asks about:" in text


def test_a_regimen_without_a_finding_of_weight_is_not_called_right(run: Run) -> None:
    text = " ".join(run("check", "--enzyme", "esbl", "--drug", "meropenem").out.split())
    assert "That is not an approval: see what was not checked." in text
    assert text.startswith("Not clinically reviewed. Options for a clinician to weigh, not orders.")


def test_the_text_shows_every_side_of_a_conflict_and_the_grade_of_every_option(run: Run) -> None:
    text = " ".join(run(*NDM, "--drug", "cefiderocol", "--allergy", "severe-beta-lactam").out.split())
    assert "STOP: Cefiderocol and this allergy Fired by cefiderocol; allergy: a severe reaction" in text
    assert "One side US label: contraindicated after" in text
    assert "One side EU label: contraindicated after" in text
    assert "By Italian societies 2022, 2022: strong, certainty moderate (GRADE)." in text


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check"], "drug"),
        (["check", "--enzyme", "ndm"], "drug"),
        (["check", "--drug", "aztreonam"], "enzyme"),
        ([*NDM, "--drug", "aspirin"], "drug"),
        (["check", "--enzyme", "NDM", "--drug", "aztreonam"], "enzyme"),
        ([*NDM, "--drug", "aztreonam", "--allergy", "penicillin"], "allergy"),
        ([*NDM, "--drug", "aztreonam", "--available", "aspirin"], "available"),
        ([*NDM, "--drug", "aztreonam", "--species", "ecoli"], "species"),
        ([*NDM, "--drug", "aztreonam", "--site", "brain"], "site"),
        ([*NDM, "--drug", "aztreonam", "--infusions", "later"], "infusions"),
        ([*NDM, "--drug", "aztreonam", "--load", "half"], "load"),
        ([*NDM, "--drug", "aztreonam", "--crcl", "a"], "crcl-number"),
        ([*NDM, "--drug", "aztreonam", "--creatinine", "88", "--creatinine-unit", "mg/dL"], "creatinine-unit"),
        ([*NDM, "--drug", "aztreonam", "--role", "nurse"], "arguments"),
        ([*NDM, "--drug", "aztreonam", "--site", "blood", "--site", "urine"], "arguments"),
    ],
)
def test_what_cannot_be_meant_is_refused(run: Run, arguments: list[str], code: str) -> None:
    answer = run(*arguments, "--json")
    assert (answer.status, answer.code) == (2, code)


def test_two_runs_of_one_case_are_the_same(run: Run) -> None:
    asked = (*NDM, "--drug", "polymyxin-b", "--drug", "aztreonam-avibactam", "--json")
    assert run(*asked).out == run(*asked).out


def test_an_option_for_a_child_says_that_the_order_is_not_for_children_and_what_doses_there_are(run: Run) -> None:
    asked = (*NDM, "--drug", "aztreonam-avibactam", "--age-months", "7")
    options = {tuple(one["regimen"]): one["for_child"] for one in run(*asked, "--json").object["options"]}
    refused = run("dose", "--drug", "aztreonam-avibactam", "--age-months", "7", "--json").object["results"]
    assert {one["status"] for one in refused} == {"refused"}
    order, dose = options["aztreonam-avibactam",]
    assert "no guideline's order for children" in order
    assert [one["reason"] for one in refused if one["reason"] not in dose] == []
    assert "ceftazidime-avibactam: rows for this age on the US label and the EU label." in " ".join(
        options["ceftazidime-avibactam", "aztreonam"]
    )
    assert order in " ".join(run(*asked).out.split())
    adult = run(*NDM, "--drug", "aztreonam-avibactam", "--crcl", "60", "--json").object
    assert {tuple(one["for_child"]) for one in adult["options"]} == {()}


# A rule that says what a label prints at a clearance or on dialysis, and the label that a dose of it is read from.
SAID_TWICE = [
    ("aztreonam-avibactam-eu-15", "aztreonam-avibactam", "15", "none", ("lbl_us_emblaveo", "lbl_eu_emblaveo")),
    ("aztreonam-avibactam-crrt", "aztreonam-avibactam", "15", "crrt", ("lbl_eu_emblaveo",)),
    ("cefiderocol-120", "cefiderocol", "120", "none", ("lbl_us_fetroja", "lbl_eu_fetcroja")),
    ("cefiderocol-crrt", "cefiderocol", "120", "crrt", ("lbl_us_fetroja", "lbl_eu_fetcroja")),
]


@pytest.mark.parametrize(("rule", "drug", "crcl", "dialysis", "labels"), SAID_TWICE)
def test_a_rule_about_a_row_is_checked_as_far_as_the_row_itself(
    run: Run, rule: str, drug: str, crcl: str, dialysis: str, labels: tuple[str, ...]
) -> None:
    figures = ("--drug", drug, "--crcl", crcl, "--dialysis", dialysis, "--json")
    results = run("dose", *figures).object["results"]
    rows = {source["reference"]: source["verification"] for one in results for source in one["sources"]}
    (found,) = [one for one in run(*NDM, *figures).object["findings"] if one["id"] == rule]
    cited = [*found["sources"], *(source for side in found["sides"] for source in side["sources"])]
    marks = {label: {one["verification"] for one in cited if one["reference"] == label} for label in labels}
    assert marks == {label: {rows[label]} for label in labels}
    assert {one["verification"] for one in found["sides"]} <= {rows[label] for label in labels}
