"""What an author reads when something in the library is wrong: the whole report, line by line."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Edit = Callable[[str, str, str], None]
Lines = Callable[[], list[str]]

HERE = Path(__file__).resolve().parent
DRUG = "drugs/ceftazidime-avibactam.toml"
TOPIC, GUIDANCE = "topics/ndm/topic.toml", "topics/ndm/guidance.md"
PITFALLS, LEDGER = "topics/ndm/pitfalls.toml", "topics/ndm/ledger.toml"
ADD_IT = "it is missing. Add it; resources/library/FORMAT.md shows its form."


def broken(table: str) -> list[dict[str, Any]]:
    """What is broken in the sample library, and every line that must then be read."""
    entries: list[dict[str, Any]] = tomllib.loads((HERE / table).read_text(encoding="utf-8"))["broken"]
    return entries


def test_the_sample_library_has_no_fault(lines: Lines) -> None:
    assert lines() == []


@pytest.mark.parametrize("entry", broken("shape_faults.toml"), ids=lambda entry: entry["reads"][0])
def test_a_departure_from_the_form_is_named_with_its_place_and_remedy(
    edit: Edit, lines: Lines, entry: dict[str, Any]
) -> None:
    edit(entry["file"], entry["replace"], entry["with"])
    assert lines() == entry["reads"]


@pytest.mark.parametrize("entry", broken("library_faults.toml"), ids=lambda entry: entry["reads"][0])
def test_what_does_not_fit_together_is_named_with_its_place_and_remedy(
    edit: Edit, lines: Lines, entry: dict[str, Any]
) -> None:
    edit(entry["file"], entry["replace"], entry["with"])
    assert lines() == entry["reads"]


@pytest.mark.parametrize("file", ["edition.toml", "references.toml", TOPIC, GUIDANCE])
def test_a_file_that_is_missing_is_a_fault(sample: Path, lines: Lines, file: str) -> None:
    (sample / file).unlink()
    name = file.removeprefix("topics/")
    assert (
        f"{name}, the whole file: the file is missing. Write it; resources/library/FORMAT.md shows its form." in lines()
    )


@pytest.mark.parametrize("file", ["edition.toml", "references.toml", DRUG, GUIDANCE, PITFALLS, LEDGER])
def test_a_file_that_is_not_utf_8_is_a_fault(sample: Path, lines: Lines, file: str) -> None:
    (sample / file).write_bytes(b"a = '\xff'")
    name = file.removeprefix("topics/").removeprefix("drugs/")
    assert f"{name}, the whole file: byte 6 is not UTF-8. Save the file as UTF-8." in lines()


def test_a_folder_in_the_place_of_a_file_is_a_fault(sample: Path, lines: Lines) -> None:
    (sample / "edition.toml").unlink()
    (sample / "edition.toml").mkdir()
    assert any(line.startswith("edition.toml, the whole file: it cannot be read (") for line in lines())


@pytest.mark.parametrize("name", ["drugs/aztreonam.tml", "topics/ndm/pitfals.toml", "topics/notes.txt", "glosary.toml"])
def test_a_file_that_nothing_reads_is_a_fault(sample: Path, lines: Lines, name: str) -> None:
    (sample / name).write_text("", encoding="utf-8")
    assert lines() == [f"{name}, the whole file: nothing reads this file. Correct its name or take it out."]


def test_an_editors_hidden_files_are_let_be(sample: Path, lines: Lines) -> None:
    (sample / "drugs" / ".aztreonam.toml.swp").write_bytes(b"\xff")
    assert lines() == []


def test_every_fault_is_reported_at_once_and_none_twice(edit: Edit, lines: Lines) -> None:
    edit("edition.toml", "language", "langauge")
    edit(DRUG, "total_mg = 1250", "total_mg = 1260")
    edit(GUIDANCE, "needs a partner", "needs 2g")
    found = lines()
    assert [line.split(",")[0] for line in found] == [
        "ceftazidime-avibactam.toml",
        "edition.toml",
        "edition.toml",
        "ndm/guidance.md",
    ]
    assert len(set(found)) == len(found)


def test_an_entry_with_a_fault_of_its_own_is_not_called_unknown_by_others(edit: Edit, lines: Lines) -> None:
    edit("references.toml", 'short = "US label"\n', "")
    assert lines() == [f'references.toml, reference "label_us", short: {ADD_IT}']


def test_references_that_cannot_be_read_make_no_citation_unknown(sample: Path, lines: Lines) -> None:
    (sample / "references.toml").write_text("[[reference", encoding="utf-8")
    assert [line.partition(",")[0] for line in lines()] == ["references.toml"]


@pytest.mark.parametrize(("file", "kind"), [("pitfalls.toml", "pitfalls"), ("ledger.toml", "claims")])
def test_a_list_that_a_section_promises_must_be_there(
    sample: Path, edit: Edit, lines: Lines, file: str, kind: str
) -> None:
    (sample / "topics/ndm" / file).unlink()
    what = f"it is filled with the topic's {kind}, and there is no file of them. Write {file}."
    assert f'ndm/guidance.md, section "{kind}": {what}' in lines()


def test_a_topic_without_an_article_needs_no_ledger(sample: Path, edit: Edit, lines: Lines) -> None:
    (sample / LEDGER).unlink()
    edit(GUIDANCE, "## The article's claims {#claims generated=claims}\n", "")
    edit(GUIDANCE, 'corrects = ["C01"]\n', "")
    edit(PITFALLS, 'claims = ["C01"]\n', "")
    assert lines() == []


def test_a_row_that_refuses_with_a_load_is_a_fault_even_without_a_dose(edit: Edit, lines: Lines) -> None:
    edit(DRUG, "refuse = { reason", "loading = { ceftazidime_mg = 1, avibactam_mg = 1 }\nrefuse = { reason")
    place = 'ceftazidime-avibactam.toml, idsa-2026 "less than 5"'
    assert lines() == [f"{place}: it refuses and gives a dose all the same. Keep one of them."]


def test_a_number_that_no_program_can_read_is_a_fault(edit: Edit, lines: Lines) -> None:
    edit(DRUG, "above = 50", f"above = {'9' * 5000}")
    assert (
        "ceftazidime-avibactam.toml, the whole file: not TOML: a value in it cannot be read. Correct the TOML."
        in lines()
    )


def test_a_space_that_is_not_seen_is_a_fault_in_prose_too(edit: Edit, lines: Lines) -> None:
    edit(GUIDANCE, "So it needs", "So it\N{NO-BREAK SPACE}needs")
    (line,) = lines()
    assert 'statement "mechanism-consequence": its prose has the character U+00A0, which is not seen.' in line
