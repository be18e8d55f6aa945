"""Everything that is written in content.db can be read, and everything in it leads somewhere."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from desktop.content.drugs import UnavailableDrug
from desktop.content.library import Library
from desktop.domain.drugs import Drug, When
from desktop.domain.guidance import Statement
from desktop.domain.provenance import Source, Verification
from desktop.domain.regimen import Phase, Severity
from tests.domain.builders import facts

SECTIONS_OF_THE_ARTICLE = 9
_LABELS_AND_IDSA = ["us-label", "eu-label", "idsa-2026"]
DOSED = {
    "ceftazidime-avibactam": _LABELS_AND_IDSA,
    "aztreonam": _LABELS_AND_IDSA,
    "aztreonam-avibactam": _LABELS_AND_IDSA,
    "cefiderocol": _LABELS_AND_IDSA,
    "polymyxin-b": ["consensus-2019", "us-label"],
    "colistin": ["eu-label", "us-label", "nation-2017"],
}
"""The bases of every drug, in editorial order."""
KNOWN_ENZYMES = {"ndm", "vim", "imp", "kpc", "oxa-48", "esbl", "ampc", "unknown", "none"}
ROLES = {"prescriber", "pharmacist", "nurse", "microbiologist", "student"}


def _statements(library: Library) -> Iterator[Statement]:
    for slug in library.topic_slugs:
        for section in library.topic(slug).sections:
            yield from section.statements


def _drugs(library: Library) -> list[Drug]:
    found = [library.drug(slug) for slug in library.drug_slugs]
    damaged = [drug for drug in found if isinstance(drug, UnavailableDrug)]
    assert not damaged, damaged
    return [drug for drug in found if isinstance(drug, Drug)]


def _sources(library: Library) -> Iterator[Source]:
    for statement in _statements(library):
        yield from statement.sources
    for slug in library.topic_slugs:
        for pitfall in library.pitfalls(slug):
            yield from pitfall.sources
    for drug in _drugs(library):
        for remark in drug.warnings + drug.label_differences:
            yield from remark.sources
        for basis in drug.bases:
            yield basis.source
            yield from (row.source for row in basis.rows)


def test_the_edition_is_read_with_its_dates(library: Library) -> None:
    edition = library.edition
    assert re.fullmatch(r"20\d\d\.\d\d?", edition.edition)
    assert edition.version >= 1
    evidence, updated, review_by = (
        date.fromisoformat(day) for day in (edition.evidence_through, edition.last_updated, edition.review_by)
    )
    assert evidence <= updated < review_by
    assert edition.licence == "CC BY 4.0"


@pytest.mark.hazard("H08")
def test_nothing_is_called_reviewed_while_no_clinician_has_signed(library: Library) -> None:
    assert library.edition.review.words == "Not clinically reviewed"
    assert {library.topic(slug).review.words for slug in library.topic_slugs} == {"Not clinically reviewed"}


def test_the_first_topic_is_ndm_and_answers_first(library: Library) -> None:
    assert library.topic_slugs[0] == "ndm"
    topic = library.topic("ndm")
    assert topic.question.endswith("?")
    assert topic.sections[0].id == "recommendation"
    assert len(topic.sections) >= SECTIONS_OF_THE_ARTICLE
    assert date.fromisoformat(topic.evidence_through) <= date.fromisoformat(topic.last_updated)


def test_every_section_has_statements_or_a_list_that_the_program_fills(library: Library) -> None:
    for section in library.topic("ndm").sections:
        assert section.title
        assert section.statements or section.generated in ("references", "pitfalls", "claims", "answers"), section.id


def test_every_statement_can_be_shown_and_has_its_place(library: Library) -> None:
    statements = list(_statements(library))
    ids = [statement.id for statement in statements]
    assert len(ids) == len(set(ids))
    for statement in statements:
        assert statement.html.strip(), statement.id
        assert statement.text.strip(), statement.id
        assert "<" not in statement.text, statement.id
        assert statement.sources or statement.derives_from, statement.id
        assert set(statement.derives_from) <= set(ids), statement.id
        assert set(statement.foreground) <= ROLES, statement.id


def test_a_grade_is_the_issuers_and_names_a_known_source(library: Library) -> None:
    graded = [statement.grade for statement in _statements(library) if statement.grade]
    assert graded
    for grade in graded:
        assert grade.issuer in library.references
        assert grade.strength
        assert grade.certainty


def test_the_sources_of_everything_are_references_that_are_held(library: Library) -> None:
    named = {source.reference for source in _sources(library)}
    assert named <= library.references.keys()


def test_every_reference_is_named_and_says_how_far_it_was_checked(library: Library) -> None:
    for key, reference in library.references.items():
        assert reference.id == key
        assert reference.short
        assert reference.title
        assert reference.depth
        assert isinstance(reference.verification, Verification)


def test_the_ledger_is_complete_and_leads_to_statements_and_references(library: Library) -> None:
    claims = library.claims("ndm")
    assert [claim.id for claim in claims] == [f"C{number:02}" for number in range(1, 27)]
    statements = {statement.id for statement in _statements(library)}
    numbers = {reference.number for reference in library.article_references("ndm")}
    for claim in claims:
        assert claim.says, claim.id
        assert claim.verdict, claim.id
        assert claim.reason, claim.id
        assert claim.instead, claim.id
        assert set(claim.statements) <= statements, claim.id
        assert set(claim.references) <= library.references.keys(), claim.id
        assert set(claim.article_citations) <= numbers, claim.id


def test_a_statement_that_corrects_a_claim_is_named_by_the_claim(library: Library) -> None:
    corrected = {claim.id: set(claim.statements) for claim in library.claims("ndm")}
    for statement in _statements(library):
        for claim in statement.corrects:
            assert statement.id in corrected[claim]


def test_the_articles_own_citations_are_explained(library: Library) -> None:
    explained = library.article_references("ndm")
    assert [reference.number for reference in explained] == list(range(1, len(explained) + 1))
    assert {reference.reference for reference in explained if reference.reference} <= library.references.keys()


def test_every_pitfall_can_be_ticked_and_is_silent_while_nothing_is_known(library: Library) -> None:
    claims = {claim.id for claim in library.claims("ndm")}
    for pitfall in library.pitfalls("ndm"):
        assert isinstance(pitfall.phase, Phase)
        assert isinstance(pitfall.severity, Severity)
        assert all((pitfall.title, pitfall.check, pitfall.why, pitfall.action, pitfall.sources)), pitfall.id
        assert set(pitfall.claims) <= claims
        assert pitfall.trigger.lines, pitfall.id
        assert pitfall.trigger.fires({}) is None, pitfall.id


@pytest.mark.parametrize(
    ("drugs", "enzymes", "fires"),
    [
        ({"aztreonam"}, {"ndm"}, {"aztreonam-alone"}),
        ({"aztreonam", "ceftazidime-avibactam"}, {"ndm"}, set()),
        ({"aztreonam-avibactam"}, {"ndm"}, set()),
        ({"aztreonam-avibactam"}, {"unknown"}, {"identify-carbapenemase"}),
        ({"colistin"}, {"ndm"}, {"polymyxin-by-default"}),
    ],
)
@pytest.mark.hazard("H13")
def test_each_of_the_articles_mistakes_is_found_and_a_right_regimen_is_not(
    library: Library, drugs: set[str], enzymes: set[str], fires: set[str]
) -> None:
    of_the_article = {"aztreonam-alone", "identify-carbapenemase", "polymyxin-by-default"}
    fired = {pitfall.id for pitfall in library.pitfalls("ndm") if pitfall.trigger.fires(facts(drugs, enzymes))}
    assert fired & of_the_article == fires


def test_the_drugs_are_read_in_editorial_order_with_their_bases(library: Library) -> None:
    assert sorted(library.drug_slugs) == sorted(DOSED)
    for drug in _drugs(library):
        assert drug.name
        assert drug.warnings
        assert [basis.slug for basis in drug.bases] == DOSED[drug.slug]
        assert drug.basis(drug.bases[0].slug) is drug.bases[0]
        assert drug.basis("nobody") is None


@pytest.mark.hazard("H15")
def test_every_row_says_where_it_is_printed_and_how_far_it_was_checked(library: Library) -> None:
    for drug in _drugs(library):
        ids = [row.id for basis in drug.bases for row in basis.rows]
        assert len(ids) == len(set(ids))
        for row in (row for basis in drug.bases for row in basis.rows):
            assert row.band.printed, row.id
            assert isinstance(row.source.verification, Verification)
            assert row.source.verification is not Verification.UNVERIFIED, f"{row.id} computes with a recalled dose"


def test_every_row_that_doses_has_worked_examples_and_each_of_its_dialysis_rows_one(library: Library) -> None:
    for drug in _drugs(library):
        rows = [example.row for example in library.worked_examples(drug.slug)]
        for row in (row for basis in drug.bases for row in basis.rows):
            needed = 0 if row.refusal else 2 if row.when in (When.CLEARANCE, When.EFFLUENT) else 1
            assert rows.count(row.id) >= needed, row.id


def test_a_topic_that_is_not_held_is_a_mistake_of_the_caller(library: Library) -> None:
    with pytest.raises(KeyError):
        library.topic("esbl")
    assert library.claims("esbl") == ()
    assert library.pitfalls("esbl") == ()
    assert library.worked_examples("aspirin") == ()


def test_what_is_read_twice_is_the_same(library: Library) -> None:
    assert library.topic("ndm") == library.topic("ndm")
    assert library.drug("aztreonam") == library.drug("aztreonam")
    assert library.edition is library.edition
