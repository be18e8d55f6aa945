"""`read`, `claims` and `content info`: what the library says, as text and as an object."""

import re
import sqlite3
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.content.schema import SCHEMA
from desktop.paths import CONTENT_DB
from tests.commands.answers import Run

ROLES = ("prescriber", "pharmacist", "nurse", "microbiologist", "student")


def test_a_topic_has_the_shape_of_the_contract(run: Run, library: Library) -> None:
    answer = run("read", "ndm", "--json")
    assert (answer.status, answer.err) == (0, "")
    topic = answer.object
    assert set(topic) == {"topic", "title", "status", "sections"}
    assert topic["topic"] == "ndm"
    assert [section["id"] for section in topic["sections"]] == [s.id for s in library.topic("ndm").sections]
    for section in topic["sections"]:
        assert set(section) == {"id", "title", "statements"}
        for statement in section["statements"]:
            assert set(statement) == {"id", "kind", "text", "grade", "sources", "verification"}
            assert statement["text"]


@pytest.mark.hazard("H08")
def test_every_statement_is_in_the_text_with_its_verification(run: Run, library: Library) -> None:
    words = " ".join(run("read", "ndm").out.split())
    for section in library.topic("ndm").sections:
        assert section.title in words
        for statement in section.statements:
            assert " ".join(statement.text.split()) in words
    assert "Not clinically reviewed" in words
    assert "Evidence to 01-Mar-2026" in words
    assert "secondary source" in words


def test_the_generated_sections_are_filled(run: Run, library: Library) -> None:
    words = " ".join(run("read", "ndm").out.split())
    for pitfall in library.pitfalls("ndm"):
        assert f"[ ] {pitfall.check}" in words
    for claim in library.claims("ndm"):
        assert f"{claim.id}: {claim.verdict_words}" in words
    assert "doi:10.1093/cid/ciag481" in words


def test_every_question_is_answered_in_words_and_not_by_ids(run: Run, library: Library) -> None:
    words = " ".join(run("read", "ndm").out.split())
    for answer in library.answers("ndm"):
        assert answer.question in words
        assert answer.not_covered is None or answer.not_covered in words
        for part in answer.parts:
            assert f"{part.kind.value} {part.target}" not in words
    assert "the doses of ceftazidime-avibactam, US label" in words
    assert "Aztreonam alone" in words.partition("Can aztreonam be given alone")[2].partition("?")[2][:200]


def test_every_number_in_the_text_leads_to_a_listed_reference(run: Run) -> None:
    text = run("read", "ndm").out
    body, _, listed = text.partition("\nReferences\n")
    cited = {int(number) for mark in re.findall(r"\[(\d[\d, ]*)\]", body) for number in mark.split(",")}
    assert cited == {int(number) for number in re.findall(r"^\[(\d+)\] ", listed, re.MULTILINE)}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_moves_its_statements_first_and_loses_none(run: Run, library: Library, role: str) -> None:
    plain = run("read", "ndm", "--json").object["sections"]
    moved = run("read", "ndm", "--role", role, "--json").object["sections"]
    wanted = {s.id for section in library.topic("ndm").sections for s in section.statements if role in s.foreground}
    for before, after in zip(plain, moved, strict=True):
        ids = [statement["id"] for statement in after["statements"]]
        assert sorted(ids) == sorted(statement["id"] for statement in before["statements"])
        assert [key in wanted for key in ids] == sorted((key in wanted for key in ids), reverse=True)
    text = run("read", "ndm", "--role", role).out
    assert (f"For {role}s:" in text) == bool(wanted)


def test_an_unknown_role_or_topic_is_refused(run: Run) -> None:
    assert run("read", "ndm", "--role", "chef", "--json").code == "role"
    assert run("read", "malaria", "--json").code == "topic"
    assert run("claims", "malaria", "--json").code == "topic"
    assert run("read", "malaria").status == 2


def test_the_ledger_is_complete(run: Run) -> None:
    ledger = run("claims", "ndm", "--json").object
    assert set(ledger) == {"topic", "claims"}
    assert [claim["id"] for claim in ledger["claims"]] == [f"C{number:02}" for number in range(1, 27)]
    keys = {"id", "says", "verdict", "reason", "instead", "statements", "references", "verification"}
    assert all(set(claim) == keys for claim in ledger["claims"])
    assert run("claims", "--json").object == ledger


def test_the_ledger_is_told_as_text(run: Run) -> None:
    answer = run("claims")
    assert answer.status == 0
    assert all(f"C{number:02}" in answer.out for number in range(1, 27))


def test_what_the_content_is(run: Run, library: Library) -> None:
    told = run("content", "info", "--json").object
    keys = ["edition", "version", "evidence_through", "review_by", "reviewed", "sha256", "source", "schema"]
    assert list(told) == keys
    assert (told["reviewed"], told["source"], told["schema"]) == (False, "bundled", SCHEMA)
    assert told["sha256"] == library.sha256
    text = run("content", "info").out
    assert library.sha256 in text
    assert "Not clinically reviewed" in text


@pytest.mark.parametrize("width", ["1", "40", "79", "200"])
def test_no_width_breaks_a_text(run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for command in (["read", "ndm"], ["claims"], ["content", "info"], ["content", "verify"]):
        assert run(*command).status == 0


def test_two_editions_are_compared_and_a_clinical_change_is_said_first(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    old.write_bytes(CONTENT_DB.read_bytes())
    new.write_bytes(CONTENT_DB.read_bytes())
    same = run("content", "compare", old, new)
    assert same.status == 0
    assert "No clinical change." in same.out
    assert run("content", "compare", old, new, "--json").object == {"clinical_change": False, "changes": []}
    with sqlite3.connect(new) as database:
        database.execute("UPDATE pitfall SET action = 'Stop.' WHERE id = 'aztreonam-alone'")
    database.close()
    told = run("content", "compare", old, new, "--json").object
    (change,) = told["changes"]
    assert told["clinical_change"] is True
    assert list(change) == ["kind", "id", "field", "old", "new", "severity"]
    assert change["new"] == "Stop."
    text = run("content", "compare", old, new).out
    assert "Clinical changes: 1." in text
    assert "No clinical change" not in text


@pytest.mark.parametrize("words", [("compare",), ("compare", "a"), ("info", "a"), ("compare", "a", "b", "c")])
def test_an_action_without_its_files_is_not_understood(run: Run, words: tuple[str, ...]) -> None:
    answer = run("content", *words, "--json")
    assert answer.status == 2
    assert answer.object["error"]["code"] == "arguments"


def test_a_file_that_cannot_be_compared_is_named(run: Run, tmp_path: Path) -> None:
    answer = run("content", "compare", CONTENT_DB, tmp_path / "none.db", "--json")
    assert answer.status == 3
    assert answer.object["error"]["code"] == "content-missing"
