"""What is copied keeps its source, place, verification, edition and review status."""

from dataclasses import replace

from desktop.domain.answering import Doses, doses_of
from desktop.domain.citation import citation_text, dose_text, finding_text
from desktop.domain.dosing import Dose
from desktop.domain.guidance import Edition, Reference, Review
from desktop.domain.provenance import Source, Verification
from desktop.domain.regimen import Side
from tests.domain.builders import SOURCE, basis, drug, given, patient, row
from tests.domain.test_regimen import PITFALLS

EDITION = Edition(
    name="Wardlight",
    edition="2026.11",
    version=1,
    language="en",
    evidence_through="2026-03-01",
    last_updated="2026-11-22",
    review_by="2027-05-01",
    publisher="nobody",
    licence="CC BY 4.0",
    review=Review("submitted", "waiting", ()),
)
LABEL = Reference(
    id="a-label",
    short="A label",
    type="label",
    title="A label",
    authors=None,
    journal=None,
    year=None,
    volume_pages=None,
    doi=None,
    pmid=None,
    url=None,
    note=None,
    is_primary=True,
    depth="part",
    verification=Verification.SOURCE_TEXT,
)
REFERENCES = {"a-label": LABEL}


def test_text_is_followed_by_source_place_verification_edition_and_review() -> None:
    nowhere = Source("a-label", None, Verification.SECONDARY)
    found = citation_text("Text.", (SOURCE, nowhere), Verification.SECONDARY, REFERENCES, EDITION)
    assert found == (
        "Text.\n\nSource: A label, Table 1 (source text read); A label (secondary source).\n"
        "Checked: secondary source.\n"
        "Wardlight, edition 2026.11, evidence through 01-Mar-2026. Not clinically reviewed."
    )


def test_text_without_an_outside_source_says_so() -> None:
    found = citation_text("Text.", (), Verification.DERIVED, REFERENCES, EDITION)
    assert "\n\nNo outside source.\nChecked: derived.\n" in found


def test_a_finding_is_copied_with_its_severity_and_every_side() -> None:
    assert finding_text(PITFALLS[1]) == "Stop: title of second\na reason\nan action"
    sides = (Side("one.", Verification.SECONDARY, (SOURCE,)), Side("other.", Verification.SECONDARY, (SOURCE,)))
    assert finding_text(replace(PITFALLS[1], sides=sides)).endswith("an action\n- one.\n- other.")


def test_a_dose_is_copied_with_its_row_load_and_total() -> None:
    loaded = row("(30, 50]", dose=given(a="1000", b="250"), loading=given(a="2000", b="500"))
    found = doses_of(patient(clearance="42"), (drug(basis(loaded)),))
    assert isinstance(found, Doses)
    (dose,) = found.answers
    assert isinstance(dose, Dose)
    assert dose_text(dose).splitlines() == [
        "testicillin, A label, row (30, 50] (more than 30, up to 50 mL/min)",
        "Loading dose: a 2 g and b 0.5 g (2.5 g in total) every 8 hours, once",
        "a 1 g and b 0.25 g (1.25 g in total) every 8 hours",
    ]


def test_the_language_is_named_and_a_code_without_a_name_stays_a_code() -> None:
    assert EDITION.language_words == "English"
    assert replace(EDITION, language="xx").language_words == "xx"
