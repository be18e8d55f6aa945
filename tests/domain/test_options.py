"""Who gives a regimen its standing, in the issuer's own grade."""

from dataclasses import replace

import pytest

from desktop.domain.guidance import Grade
from desktop.domain.options import GuidelineOption, Standing, standing_words
from desktop.domain.provenance import Verification
from tests.domain.builders import SOURCE

OPTION = GuidelineOption(
    id="pair",
    regimen=("a", "b"),
    standing=Standing.PREFERRED,
    issuer="g",
    dated="30-Jul-2026",
    enzymes=frozenset({"ndm"}),
    grade=Grade("g", "strong", "low", "none"),
    note=None,
    sources=(SOURCE,),
    verification=Verification.SECONDARY,
)


@pytest.mark.parametrize(("system", "words"), [("none", "."), ("GRADE", " (GRADE)."), ("own", " (own).")])
def test_the_system_of_a_grade_is_named_where_there_is_one(system: str, words: str) -> None:
    graded = replace(OPTION, grade=replace(OPTION.grade, system=system))
    assert standing_words(graded, "G 2026") == f"G 2026, 30-Jul-2026: strong, certainty low{words}"


def test_a_note_of_the_issuer_follows_the_grade() -> None:
    assert standing_words(replace(OPTION, note="Not for urine."), "G").endswith("certainty low. Not for urine.")
