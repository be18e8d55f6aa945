"""What is printed can be read, is whole, and says on every page what it is; read by poppler, not by us."""

import re
from collections.abc import Callable

import pytest

from desktop.content.library import Library
from desktop.domain.drugs import Drug
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.version_word import version_word
from desktop.sheets.downtime_sheet import downtime_sheet
from desktop.sheets.drug_values import drug_values
from desktop.sheets.paper import Paper
from desktop.sheets.references_sheet import references_sheet
from desktop.sheets.sheet import Sheet
from desktop.sheets.topic_sheet import topic_sheet
from tests.sheets.conftest import AT
from tests.sheets.reading import Pdf, bare

Write = Callable[[Sheet, Paper], Pdf]
INTRODUCED = "In plain words, for students and nurses"


@pytest.fixture(scope="module", params=["ndm on A4", "ndm on A5", "references", "folder"])
def printed(request: pytest.FixtureRequest, library: Library, write: Write) -> Pdf:
    if request.param == "folder":
        found: Pdf = request.getfixturevalue("folder")
        return found
    if request.param == "references":
        return write(references_sheet(library, AT), Paper.A4)
    return write(topic_sheet(library, "ndm", AT), Paper[request.param.split()[-1]])


@pytest.mark.hazard("H08")
def test_every_page_says_what_it_is_and_that_nobody_reviewed_it(printed: Pdf, library: Library) -> None:
    wanted = (
        "Not clinically reviewed",
        f"Edition {library.edition.edition}, content {library.sha256[:8]}, {version_word(library.sha256)}.",
        "Printed 26-Nov-2026, 04:05.",
        "Uncontrolled when printed:",
    )
    for number, page in enumerate(printed.pages, 1):
        assert all(bare(words) in bare(page) for words in (*wanted, f"Page {number} of {len(printed.pages)}"))


def test_the_pages_are_as_many_as_they_say(printed: Pdf) -> None:
    assert f"Pages:{len(printed.pages)}" in bare(printed.about)
    assert len(printed.drawn) == len(printed.pages)


def test_nothing_is_drawn_at_the_edge_of_the_paper(printed: Pdf) -> None:
    assert all(page.has_white_edge(8) for page in printed.drawn)
    assert not any(page.has_white_edge(25) for page in printed.drawn)


def test_no_line_of_a_page_ends_inside_a_unit(printed: Pdf) -> None:
    lines = [line.strip() for page in printed.pages for line in page.splitlines()]
    assert any("mL/min" in line or "mg/L" in line for line in lines) or len(printed.pages) < 8
    assert [line for line in lines if re.search(r"\b(mL|mg|L|micromol)/$|mL/min/$", line)] == []


def test_the_bundled_typeface_is_carried_along(printed: Pdf) -> None:
    names = [line.split() for line in printed.fonts.splitlines()[2:]]
    assert {name[0].split("-")[0] for name in names} <= {"AtkinsonHyperlegibleNext", "WardlightSymbols"}
    assert {name[-5] for name in names} == {"yes"}


def test_the_title_is_that_of_the_sheet(write: Write, library: Library) -> None:
    about = write(topic_sheet(library, "testing-for-mbl", AT), Paper.A4).about
    assert f"Title:{bare(library.topic('testing-for-mbl').title)}" in bare(about)


def test_every_statement_of_every_topic_stands_in_the_folder_in_reading_order(folder: Pdf, library: Library) -> None:
    at = 0
    for slug in library.topic_slugs:
        for section in library.topic(slug).sections:
            for statement in section.statements:
                words = bare(statement.text.replace("\n- ", "\n"))
                found = folder.body.find(words, at)
                assert found >= at, statement.id
                at = found + len(words)


def test_plain_words_stand_below_their_statement_in_the_folder_and_in_its_text(folder: Pdf, library: Library) -> None:
    text = bare(downtime_sheet(library, AT).text())
    statements = [
        statement
        for slug in library.topic_slugs
        for section in library.topic(slug).sections
        for statement in section.statements
    ]
    said = [(statement.text, statement.plain.text) for statement in statements if statement.plain]
    assert len(said) > 20
    for words in (folder.body, text):
        for statement, plain in said:
            lines = (line.removeprefix("- ") for line in plain.split("\n"))
            in_place = bare(statement.split("\n")[-1].removeprefix("- ")) + bare(INTRODUCED)
            assert in_place in words
            assert [line for line in lines if bare(line) not in words] == []


def test_a_place_in_a_source_that_is_not_held_is_said_beside_every_row_and_remark(
    folder: Pdf, library: Library
) -> None:
    text = bare(downtime_sheet(library, AT).text())
    held, not_held = 0, 0
    for drug in library.rulebook.drugs:
        rows = [row.source for basis in drug.bases for row in basis.rows]
        remarks = [source for remark in (*drug.warnings, *drug.label_differences) for source in remark.sources]
        for source in (*rows, *remarks, *(basis.source for basis in drug.bases)):
            place = source.locator or "place in the source not held"
            words = f"{library.references[source.reference].short}, {place} ({VERIFICATION_WORDS[source.verification]})"
            assert bare(words) in folder.body, words
            assert bare(words) in text, words
            held, not_held = held + bool(source.locator), not_held + (not source.locator)
    assert held > 20
    assert not_held > 100


@pytest.mark.hazard("H20")
def test_every_dose_of_every_row_stands_whole_on_one_page(folder: Pdf, library: Library) -> None:
    pages = [bare(page) for page in folder.pages]
    for slug in library.drug_slugs:
        drug = library.drug(slug)
        assert isinstance(drug, Drug)
        rows = [
            row for basis in drug_values(drug, library.references).bases for table in basis.tables for row in table.rows
        ]
        assert rows
        for row in rows:
            words = bare("".join(row.doses))
            assert any(bare(row.printed) in page and words in page for page in pages), (slug, row.printed)


def test_the_folder_holds_the_glossary_the_pages_about_the_library_and_what_it_does_not_cover(
    folder: Pdf, library: Library
) -> None:
    wanted = [
        *(term.definition for term in library.glossary),
        *(line for page in library.pages for line in page.text.split("\n")),
        *library.rulebook.not_covered,
    ]
    assert len(wanted) > 100
    assert [words for words in wanted if bare(words.removeprefix("- ")) not in folder.body] == []


def test_where_sources_conflict_the_folder_gives_every_side(folder: Pdf, library: Library) -> None:
    sides = [side for slug in library.topic_slugs for one in library.pitfalls(slug) for side in one.sides]
    assert len(sides) > 10
    for side in sides:
        at = folder.body.find(bare(side.says))
        assert at >= 0, side.says
        after = folder.body[at + len(bare(side.says)) :]
        assert re.match(rf"\[[\d,]+\]\({bare(VERIFICATION_WORDS[side.verification])}\)", after), side.says


def test_every_part_of_the_folder_stands_in_its_contents_with_a_page(folder: Pdf, library: Library) -> None:
    contents = folder.body[: folder.body.index(bare(library.topic(library.topic_slugs[0]).question))]
    for title in ("Not covered by this library", "Glossary", "Sources", *(page.title for page in library.pages)):
        assert re.search(rf"{re.escape(bare(title))}\d+", contents), title


def test_no_line_is_printed_twice_where_a_page_ends(folder: Pdf, library: Library) -> None:
    for slug in library.topic_slugs:
        for claim in library.claims(slug):
            assert folder.body.count(bare(f"{claim.id}. {claim.says}")) == 1


def test_the_contents_give_the_page_on_which_each_part_begins(folder: Pdf, library: Library) -> None:
    listed = dict(
        zip(
            ["Doses", *(library.topic(slug).title for slug in library.topic_slugs), "Sources", "Glossary"],
            [
                "Every row of every label",
                *(library.topic(slug).question for slug in library.topic_slugs),
                "Every source",
                "Abbreviations of drugs are for searching only",
            ],
            strict=True,
        )
    )
    first_topic = bare(library.topic(library.topic_slugs[0]).question)
    contents = folder.body[: folder.body.index(first_topic)]
    for title, first_words in listed.items():
        begins = next(n for n, page in enumerate(folder.pages, 1) if bare(first_words) in bare(page))
        assert f"{bare(title)}{begins}" in contents
