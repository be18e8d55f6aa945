"""Nothing that a reader can meet changes between two editions without being told."""

import sqlite3
from collections.abc import Iterator

import pytest

from desktop.content.comparing import _entries, _of_drug, compared
from desktop.content.library import Library
from desktop.content.opening import OpenContent
from desktop.domain.drugs import Drug
from desktop.domain.editions import Weight
from desktop.paths import CONTENT_DB

# Made of the rest for search, or checked by the compiler and never shown.
UNSEEN_TABLES = ("passage", "search_", "worked_example", "sqlite_")
# Columns that hold a word of a closed list, a number, or a date; the free text is in all the others.
CLOSED = {"position", "status", "verification", "kind", "state", "severity", "phase", "standing", "line", "term"}
CLOSED |= {"decided_by", "unit", "units", "low", "high", "part", "situation", "ambler_class", "graded_with"}
CLOSED |= {"bounds_verification", "indication", "outcome", "aspect"}
# Not read by anybody yet.
UNREAD = {("edition", "language")}


@pytest.fixture
def copy() -> Iterator[sqlite3.Connection]:
    """The bundled content in memory, to be altered."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(CONTENT_DB.read_bytes())
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = OFF")
    yield connection
    connection.close()


def _library(connection: sqlite3.Connection) -> Library:
    return Library(OpenContent(connection, "file", ""))


def _free_columns(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in (name for name in tables if not name.startswith(UNSEEN_TABLES)):
        linked = {row["from"] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
        for column in connection.execute(f"PRAGMA table_info({table})"):
            free = column["type"] == "TEXT" and not column["pk"] and column["name"] not in linked | CLOSED
            if free and (table, column["name"]) not in UNREAD:
                yield table, column["name"]


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(" ", "").isdigit()


def test_every_free_text_of_the_content_takes_part_in_the_comparison(copy: sqlite3.Connection) -> None:
    planted = {}
    for at, (table, column) in enumerate(_free_columns(copy)):
        found = copy.execute(f"SELECT rowid AS at, {column} AS told FROM {table} WHERE {column} IS NOT NULL").fetchone()
        if found is None or _is_number(found["told"]) or table in ("drug_name", "dose_part", "dose_component"):
            continue
        planted[f"zq{at}z"] = (table, column)
        copy.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (f"zq{at}z", found["at"]))
    assert len(planted) > 60
    told = "\n".join(words for _, entry in _entries(_library(copy)) for words in entry.values())
    assert [where for mark, where in planted.items() if mark not in told] == []


def _doses(connection: sqlite3.Connection, slug: str) -> list[object]:
    drug = _library(connection).drug(slug)
    return list(_of_drug(drug)) if isinstance(drug, Drug) else [drug]


@pytest.mark.parametrize("table", ["dose_row", "dose_part", "dose_component", "dose_note"])
def test_every_part_of_a_dose_row_takes_part_in_the_comparison(copy: sqlite3.Connection, table: str) -> None:
    key = "id" if table == "dose_row" else "row"
    for column in [row["name"] for row in copy.execute(f"PRAGMA table_info({table})")]:
        select = f"SELECT rowid AS at, {key} AS owner FROM {table} WHERE {column} IS NOT NULL ORDER BY rowid DESC"
        found = copy.execute(select).fetchone()
        slug = found["owner"].partition("/")[0]
        before = _doses(copy, slug)
        other = f"CASE WHEN {column} IN (0, 1) THEN 1 - {column} ELSE {column} || '1' END"
        copy.execute(f"UPDATE {table} SET {column} = {other} WHERE rowid = ?", (found["at"],))
        assert _doses(copy, slug) != before or column == "position", column
        copy.rollback()


def test_a_dose_a_statement_and_a_title_are_told_apart_by_weight(library: Library, copy: sqlite3.Connection) -> None:
    copy.execute("UPDATE dose_part SET over_min_low = '90' WHERE row = 'ceftazidime-avibactam/us-label/01'")
    copy.execute("UPDATE reference SET title = 'Another' WHERE id = 'idsa2026'")
    changes = {(change.kind, change.id): change for change in compared(library, _library(copy))}
    dose = changes["dose", "ceftazidime-avibactam/us-label/01"]
    assert (dose.field, dose.old, dose.new, dose.severity) == (
        "maintenance.over_min",
        "120",
        "90 to 120",
        Weight.CLINICAL,
    )
    assert changes["reference", "idsa2026"].severity is Weight.EDITORIAL
    assert len(changes) == 2


def test_a_drug_that_can_no_longer_be_shown_is_a_clinical_change(library: Library, copy: sqlite3.Connection) -> None:
    copy.execute("UPDATE dose_component SET low_mg = 'x' WHERE row LIKE 'cefiderocol/%'")
    changes = [change for change in compared(library, _library(copy)) if change.severity is Weight.CLINICAL]
    assert any(change.kind == "drug" and change.field == "reason" for change in changes)


def test_another_glossary_changes_no_statement(library: Library, copy: sqlite3.Connection) -> None:
    copy.execute("""UPDATE statement SET html = replace(html, '<a href="term:ndm">NDM</a>', 'NDM')""")
    assert compared(library, _library(copy)) == ()
