"""What is said is put down to the source that said it, and marked no stronger than it was read."""

import pytest

from desktop.content.library import Library
from desktop.domain.drugs import Basis, Drug, Preparation
from desktop.domain.note import NoteKind
from desktop.domain.provenance import Verification
from desktop.domain.search_result import HitKind


def _basis(library: Library, slug: str, label: str) -> Basis:
    drug = library.drug(slug)
    assert isinstance(drug, Drug)
    (found,) = (basis for basis in drug.bases if basis.slug == label)
    return found


def _prepared(basis: Basis, words: str) -> Preparation:
    (found,) = (line for line in basis.preparation if words in line.text)
    return found


@pytest.mark.parametrize(
    ("label", "words", "reference", "verification"),
    [
        ("us-label", "A separate study", "methods_unnamed", Verification.SECONDARY),
        ("us-label", "Coombs", "labels_unnamed", Verification.SECONDARY),
        ("eu-label", "myoclonus", "lbl_us_avycaz", Verification.SOURCE_TEXT),
    ],
)
def test_a_line_of_ceftazidime_avibactam_names_the_source_that_says_it(
    library: Library, label: str, words: str, reference: str, verification: Verification
) -> None:
    source = _prepared(_basis(library, "ceftazidime-avibactam", label), words).source
    assert (source.reference, source.verification) == (reference, verification)


@pytest.mark.parametrize("label", ["us-label", "eu-label"])
def test_the_test_before_cefiderocol_is_not_put_into_the_mouth_of_a_label(library: Library, label: str) -> None:
    conditions = [n.text for n in _basis(library, "cefiderocol", label).noted if n.kind is NoteKind.CONDITION]
    assert [text.split(":")[0] for text in conditions] == ["Not from the label"]
    assert "secondary" in conditions[0]


@pytest.mark.parametrize(
    ("slug", "most"),
    [("aztreonam-avibactam", "8 g in total"), ("cefiderocol", "maximum daily dose is 8 g")],
)
def test_the_most_that_a_us_label_gives_is_found_first(library: Library, slug: str, most: str) -> None:
    first = library.search(f"maximum dose of {slug}").hits[0]
    assert (first.kind, first.link) == (HitKind.DRUG, f"drug:{slug}/us-label")
    assert most in first.text


def test_the_us_label_of_ceftazidime_avibactam_says_the_most_of_one_dose_and_what_was_worked_out(
    library: Library,
) -> None:
    (said,) = (
        n.text for n in _basis(library, "ceftazidime-avibactam", "us-label").noted if "No dose holds more" in n.text
    )
    assert "(2.5 g in total)" in said
    assert "7.5 g in total a day (worked out here)" in said


def test_the_consensus_on_polymyxin_b_is_off_label_as_most_of_it_passes_the_ceiling(library: Library) -> None:
    basis = _basis(library, "polymyxin-b", "consensus-2019")
    assert basis.off_label_note is not None
    assert "passes the ceiling of the US label" in basis.off_label_note


def test_idsa_2024_is_not_said_to_suggest(library: Library) -> None:
    words = {option.grade.strength for option in library.rulebook.options if option.issuer == "idsa2024"}
    assert words == {"not graded"}


def test_a_fixed_inhibitor_is_said_of_the_standards_that_print_it(library: Library) -> None:
    said = [s.text for section in library.topic("testing-for-mbl").sections for s in section.statements]
    fixed = [text for text in said if "fixed at" in text]
    assert len(fixed) == 4
    assert all("CLSI" in text[: text.index("fixed at")] for text in fixed)


def test_line_and_duration_show_the_other_text_beside_the_first(library: Library) -> None:
    colistin = _basis(library, "colistin", "us-label")
    assert _prepared(colistin, "not established").source.reference == "lbl_eu_zavicefta"
    said = {s.id: s.text for section in library.topic("ndm").sections for s in section.statements}
    assert "5 to 14 (its Taiwan insert)" in said["stewardship-durations"]
    assert "3 million units on a day with a session" in said["special-haemodialysis"]
    assert "442 mg of base" in said["special-continuous-therapy"]
