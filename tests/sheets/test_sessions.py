"""A card says once how a dose goes with a session of haemodialysis: beside the dose, or in the finding about it."""

from dataclasses import replace

import pytest

from desktop.content.library import Library
from desktop.domain.case import Assessment, Case, Rulebook, assess
from desktop.domain.patient import Dialysis, Patient
from desktop.domain.regimen import Pitfall, Severity
from desktop.sheets.card_doses import TELLS_OF_SESSIONS, drug_doses

ON_HAEMODIALYSIS = Patient(dialysis=Dialysis.HAEMODIALYSIS)


def assessed(rulebook: Rulebook, slug: str) -> Assessment:
    case = Case(patient=ON_HAEMODIALYSIS, enzymes=frozenset({"ndm"}), drugs=frozenset({slug}))
    return assess(case, rulebook, None)


def with_instead(rulebook: Rulebook, other: Pitfall, of: str) -> Rulebook:
    """The rulebook with another pitfall in place of one."""
    return replace(rulebook, pitfalls=tuple(other if one.id == of else one for one in rulebook.pitfalls))


@pytest.mark.hazard("H20")
@pytest.mark.parametrize(("slug", "pitfall"), TELLS_OF_SESSIONS.items())
def test_a_rule_that_is_named_fires_on_haemodialysis_and_says_what_the_notes_say(
    library: Library, slug: str, pitfall: str
) -> None:
    assessment = assessed(library.rulebook, slug)
    (found,) = (finding for finding in assessment.findings if finding.id == pitfall)
    assert found.severity in (Severity.STOP, Severity.CAUTION)  # or it would not be printed
    assert "give the dose after the session" in found.action
    (drug,) = drug_doses(assessment)
    notes = [note for dose in drug.doses for note in dose.around_dialysis]
    assert notes
    assert all("give the dose after the session" in note for note in notes)


def test_the_rule_is_known_by_its_id_and_not_by_its_words(library: Library) -> None:
    slug, pitfall = "ceftazidime-avibactam", "ceftazidime-avibactam-haemodialysis"
    (rule,) = (one for one in library.rulebook.pitfalls if one.id == pitfall)
    reworded = replace(rule, title="Haemodialysis", action="After dialysis.")
    (drug,) = drug_doses(assessed(with_instead(library.rulebook, reworded, pitfall), slug))
    assert drug.session_is_told
    (drug,) = drug_doses(assessed(with_instead(library.rulebook, replace(rule, id="another"), pitfall), slug))
    assert not drug.session_is_told


@pytest.mark.parametrize("slug", ["aztreonam-avibactam", "cefiderocol", "colistin"])
def test_without_such_a_rule_the_notes_stand_beside_the_dose(library: Library, slug: str) -> None:
    (drug,) = drug_doses(assessed(library.rulebook, slug))
    assert not drug.session_is_told
    assert any(dose.around_dialysis for dose in drug.doses)
