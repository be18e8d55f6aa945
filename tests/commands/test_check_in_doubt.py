"""`check` says what is in doubt: enzymes that may destroy aztreonam, doses not computed, sources that differ."""

import pytest

from tests.commands.answers import Object, Run


def _found(run: Run, *asked: str) -> dict[str, Object]:
    """The findings of a case by id."""
    return {finding["id"]: finding for finding in run("check", *asked, "--json").object["findings"]}


@pytest.mark.hazard("H13")
@pytest.mark.parametrize(
    ("enzyme", "rule", "verification"),
    [
        ("ampc", "aztreonam-alone-ampc", "secondary"),
        ("oxa-48", "aztreonam-alone-oxa-48", "unverified"),
        ("unknown", "identify-carbapenemase", "secondary"),
    ],
)
def test_aztreonam_alone_is_not_relied_on_where_an_enzyme_may_destroy_it(
    run: Run, enzyme: str, rule: str, verification: str
) -> None:
    told = _found(run, "--enzyme", enzyme, "--drug", "aztreonam")[rule]
    assert (told["severity"], told["verification"]) == ("caution", verification)
    assert "ot rely on aztreonam alone" in told["action"]


@pytest.mark.parametrize(
    ("enzyme", "beside"), [("ampc", "meropenem"), ("ampc", "cefiderocol"), ("oxa-48", "cefiderocol")]
)
def test_aztreonam_beside_a_drug_that_the_enzyme_spares_is_not_called_alone(run: Run, enzyme: str, beside: str) -> None:
    found = _found(run, "--enzyme", enzyme, "--drug", "aztreonam", "--drug", beside)
    assert not {"aztreonam-alone-ampc", "aztreonam-alone-oxa-48"} & found.keys()


def test_a_reported_susceptibility_to_aztreonam_is_no_permission_while_the_enzyme_is_awaited(run: Run) -> None:
    told = _found(run, "--enzyme", "unknown", "--drug", "aztreonam")["identify-carbapenemase"]
    assert "reported susceptible is not permission" in told["because"]


def test_a_child_on_the_pair_is_told_that_no_dose_of_aztreonam_is_computed(run: Run) -> None:
    pair = ("--drug", "aztreonam", "--drug", "ceftazidime-avibactam")
    told = _found(run, "--enzyme", "ndm", *pair, "--age", "4")["not-for-children"]
    assert "computes doses for children of ceftazidime-avibactam only" in told["because"]
    assert "not-for-children" not in _found(run, "--enzyme", "ndm", *pair, "--age", "18")


def test_what_the_sources_of_colistin_say_on_continuous_therapy_stands_side_by_side(run: Run) -> None:
    told = _found(run, "--enzyme", "ndm", "--drug", "colistin", "--dialysis", "crrt")["colistin-crrt"]
    assert [side["says"].split(":")[0] for side in told["sides"]] == ["EU label", "Nation 2017", "US label"]
    assert "above those 9 million units, and below 88 kg of dosing weight" in told["because"]
    assert "also above the 5 mg per kg a day of the US label (derived)" in told["because"]
    assert "442 mg" in told["sides"][1]["says"]


@pytest.mark.parametrize("kidneys", [("--crcl", "9.999"), ("--dialysis", "haemodialysis")])
def test_colistin_is_said_to_have_rows_of_nation_2017_where_its_us_label_has_none(
    run: Run, kidneys: tuple[str, str]
) -> None:
    told = _found(run, "--enzyme", "ndm", "--drug", "colistin", *kidneys)["colistin-below-10"]
    assert "from above 0 to below 5 it has no row" in told["because"]
    assert "EU label only" not in told["title"]
    eu, nation, us = (side["says"] for side in told["sides"])
    assert "3.5 million units a day below 10 mL/min" in eu
    assert "from 5 to below 10 mL/min 145 mg of base (4.4 million units) a day" in nation
    # Added on the day of a session, and not as a dose of its own after it.
    assert "30% of it more for 3 hours, 40% for 4 hours, with the next regular dose" in nation
    assert us == "US label: no dose."


def test_a_load_of_colistin_is_said_to_be_for_the_critically_ill_where_its_label_says_so(run: Run) -> None:
    for kidneys in (("--dialysis", "crrt"), ("--dialysis", "haemodialysis"), ("--crcl", "8")):
        told = _found(run, "--enzyme", "ndm", "--drug", "colistin", *kidneys)
        (because,) = (one["because"] for name, one in told.items() if name in {"colistin-crrt", "colistin-below-10"})
        assert (
            "The EU label gives its load to the critically ill, in kidney failure and renal replacement too" in because
        )
        assert "Nation 2017 is for the critically ill as a whole" in because


def test_on_haemodialysis_the_action_can_be_carried_out_by_the_us_label_of_ceftazidime_avibactam_too(run: Run) -> None:
    asked = ("--enzyme", "kpc", "--drug", "ceftazidime-avibactam", "--dialysis", "haemodialysis")
    told = _found(run, *asked)["ceftazidime-avibactam-haemodialysis"]
    assert "US label: choose 24 or 48 hours with pharmacy." in told["action"]
    assert "fixes no interval (derived)" in told["because"]
    assert told["verification"] == "derived"


@pytest.mark.parametrize("enzyme", ["esbl", "ampc"])
def test_the_pair_where_only_an_esbl_or_ampc_was_found_has_a_reason_of_its_own(run: Run, enzyme: str) -> None:
    asked = ("--enzyme", enzyme, "--drug", "aztreonam", "--drug", "ceftazidime-avibactam")
    told = _found(run, *asked)["serine-only"]
    assert "where only these were found the same is read across (derived)" in told["because"]
    assert told["verification"] == "derived"
