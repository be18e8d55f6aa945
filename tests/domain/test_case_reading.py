"""A case is read strictly, typed or from a file: every fault is named, and nothing is guessed."""

from decimal import Decimal

import pytest

from desktop.domain.case import Case
from desktop.domain.case_choices import Infusions, Load, Site, Species
from desktop.domain.case_file import KEYS, typed_case
from desktop.domain.case_reading import Presented, TypedCase, read_case
from desktop.domain.intake import Refused
from desktop.domain.patient import Dialysis, Typed, WeightKind

NOTHING = Typed()


def _read(data: object) -> Presented:
    typed = typed_case(data)
    assert isinstance(typed, TypedCase), typed
    read = read_case(typed)
    assert isinstance(read, Presented), read
    return read


def _faults(data: object) -> list[tuple[str, str]]:
    typed = typed_case(data)
    read = typed if isinstance(typed, Refused) else read_case(typed)
    assert isinstance(read, Refused)
    return [(fault.field, fault.message) for fault in read.faults]


def test_a_whole_file_becomes_a_whole_case() -> None:
    read = _read(
        {
            "age": 67,
            "sex": "female",
            "weight_kg": 70.5,
            "height_cm": Decimal(165),
            "creatinine_mg_dl": 1.9,
            "dialysis": "none",
            "unstable_creatinine": True,
            "weight_used": "ideal",
            "enzymes": ["ndm", "kpc"],
            "drugs": ["aztreonam-avibactam"],
            "allergies": ["none"],
            "available": ["cefiderocol"],
            "site": "blood",
            "species": "klebsiella",
            "infusions": "together",
            "load": "given",
        }
    )
    case, patient = read.case, read.case.patient
    assert (patient.age_years, patient.weight_kg, patient.creatinine_mg_dl) == (67, Decimal("70.5"), Decimal("1.9"))
    assert (patient.unstable_creatinine, patient.weight_wanted) == (True, WeightKind.IDEAL)
    assert case.enzymes == {"ndm", "kpc"}
    assert case.drugs == {"aztreonam-avibactam"}
    assert (case.site, case.species) == (Site.BLOOD, Species.KLEBSIELLA)
    assert (case.infusions, case.load) == (Infusions.TOGETHER, Load.GIVEN)
    assert case.allergies == {"none"}
    assert read.available == frozenset({"cefiderocol"})


def test_a_figure_that_was_computed_is_read_to_six_decimals() -> None:
    read = _read({"creatinine_mg_dl": 168 / 88.4, "weight_kg": 1e2})
    assert read.case.patient.creatinine_mg_dl == Decimal("1.900452")
    assert read.case.patient.weight_kg == 100


def test_what_is_left_out_or_null_is_not_said() -> None:
    assert _read({}) == Presented(Case(), None)
    assert _read(dict.fromkeys(KEYS)) == Presented(Case(), None)
    assert _read({"available": []}).available == frozenset()
    assert _read({"crcl_ml_min": 0, "dialysis": "crrt"}).case.patient.dialysis is Dialysis.CRRT


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ([], "case", "A case file is one JSON object"),
        ({"wieght": 70}, "wieght", 'There is no key "wieght" in a case file. There is: age, '),
        ({"creatinine": 1.9}, "creatinine", 'There is no key "creatinine"'),
        ({"weight_kg": True}, "weight_kg", "write a number"),
        ({"weight_kg": [70]}, "weight_kg", "write a number"),
        ({"weight_kg": 12345}, "weight", "A weight of 12,345 kg is outside"),
        ({"weight_kg": float("nan")}, "weight", "Weight"),
        ({"weight_kg": "70kg"}, "weight", "Weight"),
        ({"sex": 1}, "sex", "write one word in quotes"),
        ({"sex": "f"}, "sex", '"f" is not a choice for sex'),
        ({"unstable_creatinine": "yes"}, "unstable_creatinine", "write true or false"),
        ({"drugs": "aztreonam"}, "drugs", "write a list of words"),
        ({"drugs": [1]}, "drugs", "write a list of words"),
        ({"drugs": ["aspirin"]}, "drug", '"aspirin" is not a choice for drug. Choose one of: ceftazidime-avibactam,'),
        ({"enzymes": ["NDM"]}, "enzyme", '"NDM" is not a choice for enzyme'),
        ({"allergies": ["penicillin"]}, "allergy", "is not a choice for allergy"),
        ({"available": ["x" * 99]}, "available", f'"{"x" * 40}" is not'),
        ({"species": "ecoli"}, "species", "is not a choice for species"),
        ({"site": "brain"}, "site", "Choose one of: blood, lung, abdomen, urine, other."),
        ({"infusions": "maybe"}, "infusions", "Choose one of: together, staggered."),
        ({"load": "half"}, "load", "Choose one of: given, omitted."),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_name(data: object, field: str, words: str) -> None:
    ((found, message),) = _faults(data)
    assert found == field
    assert words in message


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        (
            {"enzymes": ["ndm", "none"]},
            "enzyme",
            'enzyme: "none" contradicts "ndm". Leave out one or the other.',
        ),
        (
            {"enzymes": ["none", "unknown", "kpc", "kpc"]},
            "enzyme",
            'enzyme: "none" contradicts "kpc", "unknown". Leave out one or the other.',
        ),
        (
            {"allergies": ["none", "cefiderocol"]},
            "allergy",
            'allergy: "none" contradicts "cefiderocol". Leave out one or the other.',
        ),
    ],
)
def test_none_beside_what_was_found_is_refused_with_both_named(data: object, field: str, message: str) -> None:
    assert _faults(data) == [(field, message)]


def test_none_alone_and_several_that_agree_are_read() -> None:
    for key in ("enzymes", "allergies"):
        assert getattr(_read({key: ["none", "none"]}).case, key) == {"none"}
    assert _read({"enzymes": ["ndm", "unknown"]}).case.enzymes == {"ndm", "unknown"}
    assert [field for field, _ in _faults({"enzymes": ["none", "x"]})] == ["enzyme"]


def test_every_fault_is_told_at_once() -> None:
    assert [field for field, _ in _faults({"a": 1, "b": 2, "sex": 3})] == ["a", "b", "sex"]
    assert [field for field, _ in _faults({"age": 300, "site": "x", "drugs": ["y", "z"]})] == [
        "age",
        "drug",
        "drug",
        "site",
    ]
    unread = read_case(TypedCase(figures=Typed(weight="70kg"), enzymes=("x",)))
    assert isinstance(unread, Refused)
    assert [fault.field for fault in unread.faults] == ["weight", "enzyme"]
    assert read_case(TypedCase(figures=NOTHING)) == Presented(Case(), None)
