"""`dose`: the contract's own example, refusals that are answers, and doubts said in words."""

import pytest

from desktop.domain.limits import NOT_COVERED
from tests.commands.answers import Object, Run

CASE = ("--age", "67", "--sex", "female", "--weight", "70", "--height", "165")
EXAMPLE = (*CASE, "--creatinine", "1.9", "--creatinine-unit", "mg/dL")


def dose_of(run: Run, *arguments: str) -> Object:
    """The object of a case that is answered."""
    answer = run("dose", *arguments, "--json")
    assert (answer.status, answer.err) == (0, "")
    return answer.object


def only_result(run: Run, *arguments: str) -> Object:
    """The one result of a case that has one."""
    (result,) = dose_of(run, *arguments)["results"]
    assert isinstance(result, dict)
    return result


def test_the_example_of_the_contract_comes_out_as_written(run: Run) -> None:
    answered = dose_of(run, "--drug", "ceftazidime-avibactam", *EXAMPLE)
    assert set(answered) == {"inputs", "kidney", "results"}
    assert answered["inputs"] == {
        "age": 67,
        "sex": "female",
        "weight_kg": 70,
        "height_cm": 165,
        "creatinine_mg_dl": 1.9,
        "dialysis": "none",
    }
    kidney = answered["kidney"]
    assert kidney["crcl_ml_min"] == pytest.approx(28.1879, abs=0.001)
    assert (kidney["formula"], kidney["weight_used"]) == ("cockcroft-gault", "adjusted")
    assert kidney["by_weight"] == pytest.approx({"actual": 31.7507, "ideal": 25.8127, "adjusted": 28.1879}, abs=0.001)
    assert kidney["steps"]
    assert kidney["warnings"] == []


def test_the_us_row_of_the_contract_comes_out_as_written(run: Run) -> None:
    result = only_result(run, "--drug", "ceftazidime-avibactam", "--basis", "us-label", *EXAMPLE)
    assert (result["drug"], result["basis"], result["for"]) == ("ceftazidime-avibactam", "us-label", None)
    assert (result["status"], result["loading"], result["supplement"]) == ("dose", None, None)
    maintenance = result["maintenance"]
    words = "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 12 hours, over 2 hours"
    assert maintenance == {
        "components": [{"substance": "ceftazidime", "mg": 750}, {"substance": "avibactam", "mg": 187.5}],
        "total_mg": 937.5,
        "interval_h": 12,
        "infusion_min": 120,
        "text": words,
    }
    edges = {"low": 15, "low_inclusive": False, "high": 30, "high_inclusive": True, "unit": "mL/min"}
    assert result["row"].items() >= ({"printed": "16 to 30"} | edges).items()
    assert result["row"]["printed_dose"] == "0.94 g (0.75 g and 0.19 g)"
    assert result["near_edge"] == {"edge": 30, "other_row": "31 to 50"}
    assert result["differs_by_weight"] == ["actual"]
    assert result["reviewed"] is False
    (source,) = result["sources"]
    assert (source["reference"], source["verification"]) == ("lbl_us_avycaz", "source-text")


def test_without_a_basis_every_basis_answers(run: Run) -> None:
    results = dose_of(run, "--drug", "ceftazidime-avibactam", *EXAMPLE)["results"]
    assert [result["basis"] for result in results] == ["us-label", "eu-label", "idsa-2026"]


def test_a_refusal_by_a_source_is_an_answer(run: Run) -> None:
    result = only_result(run, "--drug", "ceftazidime-avibactam", "--basis", "us-label", "--dialysis", "crrt")
    assert result["status"] == "refused"
    assert result["reason"]
    assert result["remedy"]
    assert "maintenance" not in result


def test_a_refusal_by_every_source_is_still_an_answer(run: Run) -> None:
    answered = dose_of(run, "--drug", "aztreonam-avibactam", "--age", "17", *EXAMPLE[2:])
    assert {result["status"] for result in answered["results"]} == {"refused"}
    assert answered["kidney"]["crcl_ml_min"] is None
    assert answered["kidney"]["egfr_ml_min_1_73"] == pytest.approx(0.413 * 165 / 1.9)


def test_a_child_in_months_is_echoed_in_months(run: Run) -> None:
    inputs = dose_of(run, "--drug", "aztreonam", "--age-months", "20", "--crcl", "60")["inputs"]
    assert inputs == {"age_months": 20, "crcl_ml_min": 60, "dialysis": "none"}


@pytest.mark.hazard("H15")
def test_doses_that_were_never_read_are_listed_as_unverified(run: Run) -> None:
    result = only_result(run, "--drug", "aztreonam", "--basis", "eu-label", "--crcl", "60")
    assert result["status"] == "refused"
    assert result["listed_unverified"]


def test_a_choice_of_the_source_stays_a_choice(run: Run) -> None:
    results = dose_of(run, "--drug", "aztreonam", "--basis", "us-label", "--crcl", "20")["results"]
    assert len({result["for"] for result in results}) == len(results) > 1
    first = results[0]
    assert first["maintenance"]["components"] == [{"substance": "aztreonam", "mg": {"low": 250, "high": 500}}]
    assert first["maintenance"]["total_mg"] == {"low": 250, "high": 500}
    assert first["maintenance"]["interval_h"] == [8, 12]
    assert first["maintenance"]["infusion_min"] is None
    assert first["loading"]["total_mg"] == {"low": 1000, "high": 2000}
    assert first["loading"]["text"].endswith(", once")


def test_a_dialysis_row_has_no_edges_and_beats_the_clearance(run: Run) -> None:
    asked = ("--drug", "ceftazidime-avibactam", "--basis", "us-label", "--dialysis", "haemodialysis", "--crcl", "60")
    result = only_result(run, *asked)
    assert (result["row"]["when"], result["row"]["low"], result["row"]["high"]) == ("haemodialysis", None, None)
    assert result["maintenance"]["interval_h"] == [24, 48]


def test_an_extra_dose_has_its_occasion(run: Run) -> None:
    results = dose_of(run, "--drug", "aztreonam", "--basis", "us-label", "--dialysis", "haemodialysis")["results"]
    assert results[0]["supplement"]["components"] == [{"substance": "aztreonam", "mg": {"low": 62.5, "high": 125}}]
    assert "haemodialysis" in results[0]["supplement"]["occasion"]


@pytest.mark.parametrize(
    ("clearance", "printed"),
    [("50.001", "greater than 50"), ("50", "31 to 50"), ("30.4", "31 to 50"), ("30", "16 to 30"), ("15", "6 to 15")],
)
def test_an_unrounded_clearance_chooses_the_row(run: Run, clearance: str, printed: str) -> None:
    result = only_result(run, "--drug", "ceftazidime-avibactam", "--basis", "us-label", "--crcl", clearance)
    assert result["row"]["printed"] == printed


def test_far_from_every_edge_there_is_no_near_edge(run: Run) -> None:
    result = only_result(run, "--drug", "ceftazidime-avibactam", "--basis", "us-label", "--crcl", "41")
    assert (result["near_edge"], result["differs_by_weight"]) == (None, [])


def test_an_unusual_value_is_answered_with_a_warning(run: Run) -> None:
    asked = ("--age", "67", "--sex", "female", "--weight", "250", "--height", "165", *EXAMPLE[8:])
    warnings = dose_of(run, "--drug", "ceftazidime-avibactam", *asked)["kidney"]["warnings"]
    assert "Unusual value, please confirm: weight 250 kg." in warnings


def test_without_a_height_only_the_actual_weight_is_used_and_said(run: Run) -> None:
    asked = ("--age", "67", "--sex", "female", "--weight", "70", *EXAMPLE[8:])
    kidney = dose_of(run, "--drug", "ceftazidime-avibactam", *asked)["kidney"]
    assert list(kidney["by_weight"]) == ["actual"]
    assert any("height" in warning for warning in kidney["warnings"])


def test_both_units_of_creatinine_give_the_same_answer(run: Run) -> None:
    asked = ("--drug", "aztreonam", *CASE, "--creatinine", "176.8", "--creatinine-unit", "umol/L")
    answered = dose_of(run, *asked)
    same = dose_of(run, "--drug", "aztreonam", *CASE, "--creatinine", "2", "--creatinine-unit", "mg/dL")
    assert answered == same
    assert answered["inputs"]["creatinine_mg_dl"] == 2


def test_everything_that_was_given_is_echoed(run: Run) -> None:
    more = ("--dialysis", "crrt", "--effluent", "2.5", "--unstable-creatinine", "--weight-used", "ideal")
    answered = dose_of(run, "--drug", "aztreonam", *EXAMPLE, *more)
    expected = {"dialysis": "crrt", "effluent_l_h": 2.5, "unstable_creatinine": True, "weight_used": "ideal"}
    assert answered["inputs"].items() >= expected.items()
    assert answered["kidney"]["weight_used"] == "ideal"


def test_drugs_answer_in_the_order_they_were_asked_and_once(run: Run) -> None:
    asked = ("--drug", "aztreonam", "--drug", "ceftazidime-avibactam", "--drug", "aztreonam", "--crcl", "60")
    drugs = [result["drug"] for result in dose_of(run, *asked)["results"]]
    assert list(dict.fromkeys(drugs)) == ["aztreonam", "ceftazidime-avibactam"]
    assert drugs.count("ceftazidime-avibactam") == 3


@pytest.mark.hazard("H08")
def test_the_text_keeps_a_dose_in_one_piece(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    answer = run("dose", "--drug", "ceftazidime-avibactam", *EXAMPLE)
    lines = answer.out.splitlines()
    assert lines[0].startswith("Not clinically reviewed")
    assert any("ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total)" in line for line in lines)
    assert max(map(len, lines)) <= 80
    assert not any(line.endswith((" 12", " 2", " 30", "187.5")) for line in lines)


def test_the_text_says_how_the_row_was_chosen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    words = " ".join(run("dose", "--drug", "ceftazidime-avibactam", *EXAMPLE).out.split())
    assert "The label row for a creatinine clearance of 28.2 mL/min" in words
    assert '"16 to 30", read as more than 15, up to 30 mL/min' in words
    assert "28.2 mL/min is close to the edge at 30 mL/min" in words
    assert "With the actual weight (31.8 mL/min)" in words
    assert "section 2.3 (source text read)" in words
    assert "creatinine 1.9 mg/dL (168 micromol/L)" in words
    assert "safe" not in words.lower()


def test_a_clearance_beside_an_edge_is_shown_on_its_own_side(run: Run) -> None:
    words = run("dose", "--drug", "ceftazidime-avibactam", "--basis", "us-label", "--crcl", "30.0004").out
    assert "creatinine clearance of 30.0004 mL/min" in " ".join(words.split())


def test_a_computed_clearance_of_more_than_a_thousand_is_refused_in_a_figure_that_can_be_read(run: Run) -> None:
    asked = ("--age", "18", "--sex", "male", "--weight", "400", "--creatinine", "0.2", "--creatinine-unit", "mg/dL")
    answer = run("dose", "--drug", "aztreonam", *asked)
    assert answer.status == 2
    assert "3,388.889 mL/min" in answer.err


def test_the_text_ends_with_what_the_doses_are_not_for(run: Run) -> None:
    answer = run("dose", "--drug", "cefiderocol", "--crcl", "40")
    assert " ".join(answer.out.split()).endswith(NOT_COVERED)


def test_beyond_an_edge_a_row_that_holds_only_on_dialysis_promises_no_dose(run: Run) -> None:
    answer = run("dose", "--drug", "aztreonam-avibactam", "--basis", "eu-label", "--crcl", "15.001")
    words = " ".join(answer.out.split())
    assert 'intermittent haemodialysis", in which the source gives no dose without dialysis.' in words


@pytest.mark.hazard("H10")
def test_a_refusal_names_the_weights_with_which_the_source_gives_a_dose(run: Run) -> None:
    case = ("--age", "70", "--sex", "male", "--weight", "110", "--height", "170", "--creatinine-unit", "mg/dL")
    asked = ("--drug", "aztreonam-avibactam", "--basis", "eu-label", *case, "--creatinine", "5.6")
    result = only_result(run, *asked)
    assert (result["status"], result["differs_by_weight"]) == ("refused", ["actual"])
    words = " ".join(run("dose", *asked).out.split())
    assert 'With the actual weight (19.1 mL/min): row "more than 15 to less than or equal to 30"' in words
    assert only_result(run, *asked, "--dialysis", "crrt")["differs_by_weight"] == []
    unread = only_result(run, "--drug", "aztreonam", "--basis", "eu-label", *case, "--creatinine", "5.6")
    assert unread["differs_by_weight"] == []


@pytest.mark.parametrize(
    ("asked", "near", "words"),
    [
        (("--drug", "ceftazidime-avibactam", "--basis", "idsa-2026", "--crcl", "50"), (50, "normal renal function"), 1),
        (("--drug", "ceftazidime-avibactam", "--basis", "idsa-2026", "--crcl", "44.999"), None, 0),
        (("--drug", "colistin", "--basis", "us-label", "--crcl", "9.999"), (10, "10 to 29"), 1),
        (("--drug", "colistin", "--basis", "us-label", "--crcl", "6.999"), None, 0),
    ],
)
def test_a_refusal_close_to_an_edge_names_the_row_beyond_it_without_a_dose(
    run: Run, asked: tuple[str, ...], near: tuple[int, str] | None, words: int
) -> None:
    (result,) = run("dose", *asked, "--json").object["results"]
    assert result["status"] == "refused"
    assert result["near_edge"] == (None if near is None else {"edge": near[0], "other_row": near[1]})
    assert result["reason"].count("It does not apply here.") == words
    assert " mg" not in result["reason"]
    assert run("dose", *asked).out.count("Near edge") == words


def test_haemodialysis_is_answered_with_a_creatinine_and_neither_sex_nor_weight(run: Run) -> None:
    asked = ("--dialysis", "haemodialysis", "--creatinine", "5.1", "--creatinine-unit", "mg/dL", "--json")
    answer = run("dose", "--drug", "ceftazidime-avibactam", "--basis", "eu-label", *asked)
    assert answer.status == 0
    (result,) = answer.object["results"]
    assert result["maintenance"]["interval_h"] == 48
    assert answer.object["kidney"]["crcl_ml_min"] is None
    assert "without the age, the sex and the weight" in answer.object["kidney"]["warnings"][0]


def test_on_haemodialysis_a_dose_per_kg_still_asks_for_the_weight(run: Run) -> None:
    asked = ("--dialysis", "haemodialysis", "--creatinine", "5.1", "--creatinine-unit", "mg/dL", "--json")
    (result,) = run("dose", "--drug", "polymyxin-b", "--basis", "consensus-2019", *asked).object["results"]
    assert (result["status"], result["remedy"]) == ("refused", "Type the weight in kg.")


def test_a_computed_clearance_beyond_belief_is_refused_as_input_like_a_typed_one(run: Run) -> None:
    man = ("--age", "40", "--sex", "male", "--creatinine", "0.5", "--creatinine-unit", "mg/dL", "--json")
    computed = run("dose", "--drug", "aztreonam", *man, "--weight", "108.001")
    typed = run("dose", "--drug", "aztreonam", "--crcl", "300.001", "--json")
    assert (computed.status, computed.code) == (typed.status, typed.code) == (2, "crcl-range")
    unusual = run("dose", "--drug", "aztreonam", *man, "--weight", "108")
    assert unusual.status == 0
    assert "please confirm: creatinine clearance 300 mL/min" in unusual.object["kidney"]["warnings"][0]


@pytest.mark.hazard("H18")
@pytest.mark.parametrize("dialysis", ["haemodialysis", "crrt"])
def test_on_dialysis_a_clearance_beyond_belief_is_shown_and_refuses_only_doses_by_weight(
    run: Run, dialysis: str
) -> None:
    man = ("--age", "40", "--sex", "male", "--creatinine", "0.5", "--creatinine-unit", "mg/dL", "--weight", "108.001")
    drugs = ("--drug", "cefiderocol", "--drug", "polymyxin-b", "--effluent", "2.5")[: 6 if dialysis == "crrt" else 4]
    answered = dose_of(run, *drugs, "--dialysis", dialysis, *man)
    assert answered["kidney"]["crcl_ml_min"] is None
    confirm, shown = answered["kidney"]["warnings"][:2]
    assert confirm == (
        "Unusual value, please confirm: creatinine clearance 300.003 mL/min by the actual weight, computed from the "
        "creatinine."
    )
    assert shown.startswith("The clearance computed by the actual weight, 300.003 mL/min, is implausible: check")
    results = {(result["drug"], result["basis"]): result for result in answered["results"]}
    assert results["cefiderocol", "us-label"]["status"] == "dose"
    by_weight = results["polymyxin-b", "consensus-2019"]
    assert (by_weight["status"], "is implausible" in by_weight["reason"]) == ("refused", True)
    text = run("dose", *drugs, "--dialysis", dialysis, *man).out
    assert "Clearance   none used" in text
    assert "is implausible" in text


@pytest.mark.hazard("H24")
@pytest.mark.parametrize(
    ("basis", "weeks"), [("us-label", "from 31 weeks of gestation"), ("eu-label", "26 to less than 31 weeks")]
)
def test_a_newborn_is_told_which_rows_the_label_has_and_why_none_is_computed(run: Run, basis: str, weeks: str) -> None:
    asked = ("--drug", "ceftazidime-avibactam", "--basis", basis, "--weight", "3.4", "--json")
    (result,) = run("dose", *asked, "--age-months", "0").object["results"]
    assert result["status"] == "refused"
    assert weeks in result["reason"]
    assert "not computed" in result["reason"]
    (older,) = run("dose", *asked, "--age-months", "1").object["results"]
    assert older["status"] == "dose"
    assert any("born at term" in note for note in older["notes"])


# 160 kg typed for 60 on haemodialysis: by the actual weight 377.8 mL/min, which nobody has.
SLIP = ("--age", "40", "--sex", "female", "--weight", "160", "--height", "170", "--creatinine", "0.5")


@pytest.mark.hazard("H18")
def test_on_dialysis_only_the_load_of_colistin_is_kept_back_where_the_weight_is_in_doubt(run: Run) -> None:
    figures = (*SLIP, "--creatinine-unit", "mg/dL", "--dialysis", "haemodialysis")
    answers = {one["basis"]: one for one in dose_of(run, "--drug", "colistin", *figures)["results"]}
    nation = answers["nation-2017"]
    assert (nation["status"], nation["loading"], nation["maintenance"]["colistin_base_mg"]) == ("dose", None, 130)
    assert nation["notes"][0].startswith("The loading dose is withheld: it goes by body weight")
    assert answers["us-label"]["remedy"].startswith("See the EU label and Nation 2017, which do")
    assert answers["eu-label"]["loading"]["million_units"] == 9


LOAD_NEEDS_WEIGHT = "The loading dose goes by a body weight that is not known; type weight, height and sex to see it."


@pytest.mark.hazard("H17")
def test_a_load_that_waits_for_a_weight_is_never_taken_for_none(run: Run) -> None:
    asked = ("--drug", "colistin", "--crcl", "60")
    answers = {one["basis"]: one for one in dose_of(run, *asked)["results"]}
    nation, eu = answers["nation-2017"], answers["eu-label"]
    assert (nation["loading"], nation["loading_withheld"]) == (None, LOAD_NEEDS_WEIGHT)
    assert (eu["loading"]["million_units"], eu["loading_withheld"]) == (9, None)
    weighed = ("--weight", "120", "--height", "165", "--sex", "female")
    known = {one["basis"]: one for one in dose_of(run, *asked, *weighed)["results"]}
    assert known["nation-2017"]["loading"]["colistin_base_mg"] == pytest.approx(4 * 56.9096, abs=0.01)
    assert known["nation-2017"]["loading_withheld"] is None
    # The US label has no load: nothing waits.
    assert (known["us-label"]["loading"], known["us-label"]["loading_withheld"]) == (None, None)


def test_the_text_says_first_that_a_load_comes_before_the_dose(run: Run) -> None:
    shown = " ".join(run("dose", "--drug", "colistin", "--basis", "nation-2017", "--crcl", "60").out.split())
    first, _, rest = shown.partition(f"First A loading dose, which is not shown. {LOAD_NEEDS_WEIGHT} Then: Dose ")
    assert first
    assert rest.startswith("colistimethate sodium 8.35 million units")
    assert shown.count(LOAD_NEEDS_WEIGHT) == 1
    infant = run("dose", "--drug", "ceftazidime-avibactam", "--age-months", "8", "--weight", "8").out
    assert "First" not in infant
    assert "Beware      The kidney function was not given." in infant


@pytest.mark.hazard("H24")
def test_an_infant_is_told_one_and_the_same_condition_with_a_dose_and_without(run: Run) -> None:
    """The row for unimpaired kidneys stands where nothing speaks against it, and is withheld where a creatinine may."""
    holds = "row for kidneys that are not impaired holds only where they are known not to be."
    infant = ("--drug", "ceftazidime-avibactam", "--basis", "us-label", "--age-months", "8", "--weight", "8")
    dosed = only_result(run, *infant)
    assert dosed["status"] == "dose"
    assert dosed["notes"][0] == f"The kidney function was not given. This {holds}"
    creatinine = ("--sex", "male", "--creatinine", "0.3", "--creatinine-unit", "mg/dL")
    refused = only_result(run, *infant, *creatinine)
    assert refused["status"] == "refused"
    assert refused["reason"].endswith(f"cannot be told whether the kidneys are impaired. The {holds}")
    assert "guess" not in refused["remedy"]


def test_the_us_refusal_of_colistin_below_10_names_the_rows_that_nation_2017_has(run: Run) -> None:
    remedy = only_result(run, "--drug", "colistin", "--basis", "us-label", "--crcl", "3")["remedy"]
    assert "Nation 2017, which has rows for 0 and from 5 mL/min" in remedy
    rows = {
        at: only_result(run, "--drug", "colistin", "--basis", "nation-2017", "--crcl", at) for at in ("0", "3", "5")
    }
    assert {at: row["status"] for at, row in rows.items()} == {"0": "dose", "3": "refused", "5": "dose"}


def test_a_dose_instead_of_the_usual_one_says_so_once(run: Run) -> None:
    said = run("dose", "--drug", "colistin", "--basis", "eu-label", "--dialysis", "haemodialysis").out
    assert " ".join(said.split()).count("Instead colistimethate sodium 3 million units") == 1
    assert "instead" not in said


# Every row for newborns as the sources print it: for whom, and the amounts with their interval.
_TWENTY = "ceftazidime 20 mg per kg and avibactam 5 mg per kg (25 mg per kg in total)"
_THIRTY = "ceftazidime 30 mg per kg and avibactam 7.5 mg per kg (37.5 mg per kg in total)"
_UP_TO_28_DAYS = (
    "postnatal age up to 28 days, or in preterm infants corrected age up to 28 days, from 31 weeks of gestation"
)
NEWBORN_ROWS = {
    "us-label": (f"{_UP_TO_28_DAYS}; {_TWENTY} every 8 hours",),
    "eu-label": (
        f"Born at term, up to 28 days: {_TWENTY} every 8 hours",
        "26 to less than 31 weeks the same amount every 12 hours, from a model only",
        "31 to 44 weeks the same amount every 8 hours",
        f"more than 44 to less than 53 weeks {_THIRTY} every 8 hours",
    ),
}


@pytest.mark.parametrize(("basis", "reference"), [("us-label", "lbl_us_avycaz"), ("eu-label", "lbl_eu_zavicefta")])
def test_a_newborn_is_refused_and_every_row_of_the_label_is_listed_with_its_source(
    run: Run, basis: str, reference: str
) -> None:
    typed = ("--drug", "ceftazidime-avibactam", "--basis", basis, "--age-months", "0", "--weight", "3")
    result = only_result(run, *typed)
    assert result["status"] == "refused"
    assert [row for row in NEWBORN_ROWS[basis] if row not in result["reason"]] == []
    assert "does not say from which week an infant counts as born at term" in result["reason"]
    assert [source["reference"] for source in result["sources"]] == [reference]
    assert {source["verification"] for source in result["sources"]} == {"source-text"}
