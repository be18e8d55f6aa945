"""In which layer a statement lies, and when content counts as reviewed."""

import pytest

from desktop.domain.guidance import Kind, Layer, Review, Statement, in_layers, layer_of
from desktop.domain.provenance import Verification


def _statement(kind: Kind, *, preclinical: bool = False, key: str = "one") -> Statement:
    return Statement(
        id=key,
        kind=kind,
        subheading=None,
        html="",
        text="",
        grade=None,
        sources=(),
        derives_from=(),
        corrects=(),
        foreground=(),
        preclinical=preclinical,
        verification=Verification.SECONDARY,
    )


@pytest.mark.parametrize(
    ("kind", "preclinical", "layer"),
    [
        (Kind.RECOMMENDATION, False, Layer.RECOMMENDATION),
        (Kind.CAUTION, False, Layer.RECOMMENDATION),
        (Kind.PRACTICE_POINT, False, Layer.RECOMMENDATION),
        (Kind.RATIONALE, False, Layer.RATIONALE),
        (Kind.EVIDENCE, False, Layer.EVIDENCE),
        (Kind.EVIDENCE, True, Layer.LABORATORY),
        (Kind.RATIONALE, True, Layer.RATIONALE),
    ],
)
def test_laboratory_work_never_stands_among_evidence_from_patients(kind: Kind, preclinical: bool, layer: Layer) -> None:
    assert layer_of(_statement(kind, preclinical=preclinical)) is layer


def test_statements_go_by_layer_and_keep_the_authors_order_within_one() -> None:
    authored = [
        _statement(Kind.EVIDENCE, preclinical=True, key="mice"),
        _statement(Kind.EVIDENCE, key="cohort"),
        _statement(Kind.RATIONALE, key="why"),
        _statement(Kind.CAUTION, key="beware"),
        _statement(Kind.RECOMMENDATION, key="do"),
        _statement(Kind.EVIDENCE, key="trial"),
    ]
    assert [statement.id for statement in in_layers(authored)] == ["beware", "do", "why", "cohort", "trial", "mice"]


@pytest.mark.parametrize(
    ("status", "reviewers", "words"),
    [
        ("approved", ("A. Clinician", "B. Pharmacist"), "Reviewed by A. Clinician, B. Pharmacist"),
        ("approved", (), "Not clinically reviewed"),
        ("draft", ("A. Clinician",), "Not clinically reviewed"),
        ("z-later", ("A. Clinician",), "Not clinically reviewed"),
        ("draft", (), "Not clinically reviewed"),
    ],
)
def test_only_a_named_clinician_who_approved_makes_it_reviewed(
    status: str, reviewers: tuple[str, ...], words: str
) -> None:
    review = Review(status, "1", reviewers)
    assert review.words == words
    assert review.is_signed is words.startswith("Reviewed")
