"""A pitfall fires when every line of its trigger holds, and a review counts only with a name under it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.guidance import Review
from desktop.domain.provenance import VERIFICATION_MEANING, VERIFICATION_WORDS, Verification
from desktop.domain.regimen import PHASE_WORDS, Phase, Trigger

NAMES = st.frozensets(st.sampled_from("abc"))
LINES = ("drugs_all", "drugs_any", "drugs_none", "enzymes_any", "enzymes_none")
ALONE = Trigger(
    drugs_all=frozenset({"aztreonam"}),
    drugs_none=frozenset({"ceftazidime-avibactam"}),
    enzymes_any=frozenset({"ndm", "vim"}),
)


@pytest.mark.parametrize(
    ("drugs", "enzymes", "fires"),
    [
        ({"aztreonam"}, {"ndm"}, True),
        ({"aztreonam"}, {"vim", "kpc"}, True),
        ({"aztreonam", "meropenem"}, {"ndm"}, True),
        ({"aztreonam"}, {"kpc"}, False),
        ({"aztreonam"}, set(), False),
        ({"aztreonam", "ceftazidime-avibactam"}, {"ndm"}, False),
        ({"meropenem"}, {"ndm"}, False),
        (set(), {"ndm"}, False),
    ],
)
def test_aztreonam_alone_is_found_and_the_pair_is_not(drugs: set[str], enzymes: set[str], fires: bool) -> None:
    assert ALONE.fires(drugs, enzymes) is fires


def test_a_trigger_without_lines_always_fires() -> None:
    assert Trigger().fires(set(), set())
    assert Trigger().fires({"a"}, {"b"})


@pytest.mark.parametrize(
    ("line", "drugs", "enzymes", "fires"),
    [
        ("drugs_all", {"a", "b"}, set(), True),
        ("drugs_all", {"a"}, set(), False),
        ("drugs_any", {"a"}, set(), True),
        ("drugs_any", {"c"}, set(), False),
        ("drugs_none", {"c"}, set(), True),
        ("drugs_none", {"b", "c"}, set(), False),
        ("enzymes_any", set(), {"b"}, True),
        ("enzymes_any", {"b"}, {"c"}, False),
        ("enzymes_none", {"b"}, {"c"}, True),
        ("enzymes_none", set(), {"a"}, False),
    ],
)
def test_each_line_reads_its_own_side_of_the_case(line: str, drugs: set[str], enzymes: set[str], fires: bool) -> None:
    assert Trigger(**{line: frozenset("ab")}).fires(drugs, enzymes) is fires


@given(NAMES, NAMES, NAMES, NAMES, NAMES, NAMES, NAMES)
def test_every_line_that_is_given_must_hold(
    every: frozenset[str],
    some: frozenset[str],
    none: frozenset[str],
    enzymes_some: frozenset[str],
    enzymes_none: frozenset[str],
    drugs: frozenset[str],
    enzymes: frozenset[str],
) -> None:
    lines = dict(zip(LINES, (every, some, none, enzymes_some, enzymes_none), strict=True))
    alone = [Trigger(**{line: terms}).fires(drugs, enzymes) for line, terms in lines.items()]
    assert Trigger(**lines).fires(drugs, enzymes) is all(alone)


@pytest.mark.parametrize(
    ("status", "reviewers"),
    list(product(["submitted", "under-review", "approved", "Approved", ""], [(), ("A. Doctor",)])),
)
def test_content_is_reviewed_only_when_a_named_clinician_has_approved_it(
    status: str, reviewers: tuple[str, ...]
) -> None:
    review = Review(status, "waiting", reviewers)
    signed = status == "approved" and reviewers == ("A. Doctor",)
    assert review.is_signed is signed
    assert review.words == ("Reviewed by A. Doctor" if signed else "Not clinically reviewed")


def test_every_reviewer_is_named() -> None:
    assert Review("approved", "done", ("A. Doctor", "B. Pharmacist")).words == "Reviewed by A. Doctor, B. Pharmacist"


def test_every_phase_and_every_verification_has_words() -> None:
    assert list(PHASE_WORDS.items()) == [
        (Phase.BEFORE, "Before the start"),
        (Phase.START, "At the start"),
        (Phase.AFTER_48_TO_72_HOURS, "At 48 to 72 hours"),
        (Phase.DE_ESCALATION, "De-escalation"),
    ]
    assert set(PHASE_WORDS) == set(Phase)
    assert set(VERIFICATION_WORDS) == set(VERIFICATION_MEANING) == set(Verification)
    assert len(set(VERIFICATION_WORDS.values())) == len(Verification)
