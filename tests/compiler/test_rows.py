"""What an author wrote, read back by the very code of the program."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.compiler.building import compile_library
from desktop.content.library import Library
from desktop.content.opening import OpenContent, open_content
from desktop.domain.drugs import Basis, Drug, Situation, When
from desktop.domain.note import Note, NoteKind
from desktop.domain.provenance import Source, Verification
from desktop.domain.quantity import Amount
from desktop.domain.wording import dose_words, given_words, loading_words, supplement_words
from tests.domain.builders import facts


@pytest.fixture
def opened(sample: Path, tmp_path: Path) -> Iterator[OpenContent]:
    assert compile_library(sample, tmp_path / "content.db") == []
    found = open_content(tmp_path / "content.db")
    assert isinstance(found, OpenContent)
    yield found
    found.connection.close()


@pytest.fixture
def written(opened: OpenContent) -> Library:
    return Library(opened)


@pytest.fixture
def drug(written: Library) -> Drug:
    found = written.drug("ceftazidime-avibactam")
    assert isinstance(found, Drug)
    return found


def basis(drug: Drug, slug: str) -> Basis:
    found = drug.basis(slug)
    assert found is not None
    return found


def test_the_database_is_sound_and_its_links_hold(written: Library) -> None:
    assert written.is_sound()


def test_bases_stand_in_the_authors_order(drug: Drug) -> None:
    assert [basis.slug for basis in drug.bases] == ["us-label", "eu-label", "idsa-2026"]


def test_a_row_is_found_again_under_its_place_in_the_file(drug: Drug) -> None:
    assert [row.id for row in basis(drug, "us-label").rows] == [
        f"ceftazidime-avibactam/us-label/{at}" for at in ("01", "02", "03", "04")
    ]


def test_a_band_keeps_both_its_printed_and_its_encoded_edges(drug: Drug) -> None:
    band = basis(drug, "us-label").rows[1].band
    assert (band.printed, band.low, band.low_inclusive, band.high, band.high_inclusive) == (
        "31 to 50",
        Decimal(30),
        False,
        Decimal(50),
        True,
    )
    assert band.verification is Verification.DERIVED


def test_a_row_without_a_lower_edge_begins_at_zero(drug: Drug) -> None:
    band = basis(drug, "us-label").rows[2].band
    assert band.holds(Decimal(0))
    assert not band.holds(Decimal("30.001"))


def test_a_dialysis_row_holds_whatever_the_clearance(drug: Drug) -> None:
    row = basis(drug, "us-label").rows[3]
    assert row.when is When.HAEMODIALYSIS
    assert (row.band.low, row.band.low_inclusive, row.band.high) == (Decimal(0), True, None)


def test_doses_come_back_in_words_as_authored(drug: Drug) -> None:
    rows = basis(drug, "us-label").rows
    assert rows[1].maintenance is not None
    assert rows[1].loading is not None
    assert rows[2].maintenance is not None
    assert rows[3].supplement is not None
    assert given_words(rows[1].maintenance) == (
        "ceftazidime 1 g and avibactam 0.25 g (1.25 g in total) every 8 hours, over 2 hours"
    )
    assert loading_words(rows[1].loading) == "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total), over 2 hours, once"
    assert rows[1].loading.notes == ("Once.",)
    assert rows[1].noted == (
        Note("Raise the dose again when the kidneys recover."),
        Note(
            "At most 4 g of ceftazidime a day, whatever was measured.",
            NoteKind.CEILING,
            "At most 4 g of ceftazidime a day.",
        ),
        Note("After the session.", on_haemodialysis=True),
    )
    assert rows[1].notes[2] == "After the session."
    assert supplement_words(rows[3].supplement) == (
        "ceftazidime 250 mg and avibactam 62.5 mg (312.5 mg in total) after each session"
    )


def test_a_range_and_a_choice_of_intervals_come_back_whole(drug: Drug) -> None:
    given = basis(drug, "us-label").rows[2].maintenance
    assert given is not None
    assert given.total_mg == Amount(Decimal("468.75"), Decimal("937.5"))
    assert given.every_h == (Decimal(12), Decimal(24))
    assert given.over_min == Amount(Decimal(30), Decimal(120))


def test_components_follow_the_drugs_own_order_and_not_that_of_the_keys(drug: Drug) -> None:
    given = basis(drug, "us-label").rows[2].maintenance
    assert given is not None
    assert dose_words(given.components).startswith("ceftazidime")


def test_a_row_that_needs_dialysis_is_the_haemodialysis_row_and_refuses_without(drug: Drug) -> None:
    row = basis(drug, "idsa-2026").rows[1]
    assert row.also_haemodialysis
    assert row.without_dialysis is not None
    assert row.without_dialysis.remedy == "Ask nephrology."


def test_refusals_and_what_is_off_label_come_back(drug: Drug) -> None:
    assert basis(drug, "eu-label").refusals[Situation.ALL].remedy == "Compare the US label."
    assert basis(drug, "us-label").off_label_note is None
    assert basis(drug, "idsa-2026").off_label_note == "Giving it together with aztreonam stands on no label."
    refused = basis(drug, "idsa-2026").rows[2]
    assert refused.refusal is not None
    assert refused.maintenance is None


def test_a_product_that_is_not_named_is_empty(drug: Drug) -> None:
    assert basis(drug, "eu-label").product == ""
    assert basis(drug, "us-label").product == "AVYCAZ"


def test_a_citation_is_verified_as_its_holder_unless_it_says_otherwise(drug: Drug, written: Library) -> None:
    assert drug.warnings[0].sources == (
        Source("label_us", "section 5.4", Verification.SOURCE_TEXT),
        Source("guideline2026", None, Verification.SECONDARY),
    )
    answer = written.topic("ndm").sections[0].statements[0]
    assert answer.sources == (
        Source("guideline2026", "question 3.8", Verification.SECONDARY),
        Source("source_article", None, Verification.ARTICLE),
    )


def test_a_sub_heading_belongs_to_the_first_statement_after_it_only(written: Library) -> None:
    statements = written.topic("ndm").sections[1].statements
    assert [statement.subheading for statement in statements] == [None, "Inhibition"]


def test_statements_carry_their_grade_their_origin_and_their_readers(written: Library) -> None:
    topic = written.topic("ndm")
    answer, consequence = topic.sections[0].statements[0], topic.sections[1].statements[0]
    assert answer.grade is not None
    assert (answer.grade.strength, answer.grade.certainty, answer.grade.system) == ("strong", "moderate", "GRADE")
    assert answer.foreground == ("pharmacist", "prescriber")
    assert answer.corrects == ("C01",)
    assert consequence.grade is None
    assert consequence.derives_from == ("mechanism-inhibition",)


def test_generated_sections_name_their_list(written: Library) -> None:
    assert [section.generated for section in written.topic("ndm").sections] == [
        None,
        None,
        "pitfalls",
        "claims",
        "references",
    ]


def test_claims_and_pitfalls_come_back(written: Library) -> None:
    first, second = written.claims("ndm")
    assert (first.verdict_words, first.verification_words) == ("misleading and outdated", "secondary source")
    assert (second.verdict_words, second.verification_words) == ("not verified", "from the article only")
    assert (first.article_citations, first.statements, first.references) == (
        (1,),
        ("recommendation-answer",),
        ("guideline2026",),
    )
    (pitfall,) = written.pitfalls("ndm")
    assert pitfall.trigger.fires(facts({"ceftazidime-avibactam"}, {"ndm"}))
    assert pitfall.trigger.fires(facts({"ceftazidime-avibactam", "aztreonam"}, {"ndm"})) is False
    assert written.topic("ndm").article_consequence == "Read the primary sources."


def test_worked_examples_come_back_with_their_loads(written: Library) -> None:
    examples = {example.row: example for example in written.worked_examples("ceftazidime-avibactam")}
    loaded = examples["ceftazidime-avibactam/us-label/02"]
    assert loaded.loading_mg == Amount.exactly(Decimal(2500))
    assert examples["ceftazidime-avibactam/us-label/04"].figure is None


def test_drugs_stand_before_guidance_pitfalls_doses_references_and_claims_among_equals(opened: OpenContent) -> None:
    kinds = [row[0] for row in opened.connection.execute("SELECT kind FROM passage ORDER BY id")]
    order = ["drug", "statement", "pitfall", "basis", "dose", "refusal", "reference", "claim"]
    assert [kind for kind in dict.fromkeys(kinds) if kind in order] == order


def test_every_dose_row_is_a_passage_with_its_band_and_its_dose_in_words(opened: OpenContent) -> None:
    rows = opened.connection.execute("SELECT id FROM dose_row ORDER BY id").fetchall()
    found = opened.connection.execute("SELECT target, title, text FROM passage WHERE kind = 'dose'").fetchall()
    assert sorted(row["target"] for row in found) == [row["id"] for row in rows]
    words = {row["target"]: f"{row['title']}\n{row['text']}" for row in found}
    assert "creatinine clearance greater than 50 mL/min" in words["ceftazidime-avibactam/us-label/01"]
    assert (
        "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total) every 8 hours"
        in words["ceftazidime-avibactam/us-label/01"]
    )


def test_a_name_of_a_drug_is_found_by_and_is_in_no_passage(written: Library, opened: OpenContent) -> None:
    assert written.search("cazavi").hits[0].id == "ceftazidime-avibactam"
    shown = opened.connection.execute("SELECT title, text FROM passage").fetchall()
    assert not [row for row in shown if "cazavi" in f"{row['title']} {row['text']}".casefold()]
