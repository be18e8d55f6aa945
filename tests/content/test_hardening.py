"""A content file holds our tables and nothing else, and a connection to it can do nothing but read."""

import sqlite3
from pathlib import Path

import pytest

from desktop.content.hardening import connect, strangers
from desktop.content.opening import ContentFault, OpenContent, open_content


def crafted(path: Path, *commands: str) -> Path:
    """The file after commands that its publisher never gave."""
    connection = sqlite3.connect(path)
    for command in commands:
        connection.execute(command)
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize(
    ("commands", "named"),
    [
        (["CREATE VIEW extra AS SELECT * FROM drug"], "extra"),
        (["CREATE TABLE extra (text TEXT)"], "extra"),
        (["CREATE INDEX extra ON drug(name)"], "extra"),
        (["CREATE TRIGGER extra AFTER UPDATE ON drug BEGIN DELETE FROM drug; END"], "extra"),
        (["CREATE VIRTUAL TABLE extra USING fts5(text)"], "extra, extra_config, extra_content"),
        (["CREATE TABLE passage_search_more (id INTEGER)"], "passage_search_more"),
        (["DROP TABLE answer_role"], "answer_role"),
        (["ALTER TABLE drug ADD COLUMN more TEXT"], "drug"),
        (["ALTER TABLE drug RENAME TO drug_before", "CREATE VIEW drug AS SELECT * FROM drug_before"], "drug"),
        (["DROP TABLE edition", "CREATE TABLE edition (name TEXT)"], "edition"),
    ],
)
def test_what_is_not_made_like_our_content_is_refused_by_name(
    content_copy: Path, commands: list[str], named: str
) -> None:
    found = open_content(crafted(content_copy, *commands))
    assert isinstance(found, ContentFault)
    assert (found.code, named in found.reason) == ("content-foreign", True)


def test_nothing_in_the_bundled_content_is_a_stranger(content_copy: Path) -> None:
    connection = connect(content_copy)
    assert strangers(connection) == []
    connection.close()


def test_a_connection_only_reads_opens_no_other_file_and_runs_nothing_of_it(content_copy: Path, tmp_path: Path) -> None:
    found = open_content(content_copy)
    assert isinstance(found, OpenContent)
    told = {
        name: found.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("query_only", "trusted_schema", "mmap_size", "cell_size_check")
    }
    assert told == {"query_only": 1, "trusted_schema": 0, "mmap_size": 0, "cell_size_check": 1}
    for command in (
        "DELETE FROM drug",
        f"ATTACH '{tmp_path / 'other.db'}' AS other",
        f"VACUUM INTO '{tmp_path / 'x'}'",
    ):
        with pytest.raises(sqlite3.Error):
            found.connection.execute(command)
    found.connection.close()
    assert [path.name for path in tmp_path.iterdir()] == ["content.db"]


def test_a_question_or_a_value_beyond_all_measure_is_refused(content_copy: Path) -> None:
    connection = connect(content_copy)
    deep = f"SELECT {'(' * 200}1{')' * 200} + {' + '.join(['1'] * 200)}"
    for command in (
        deep,
        "SELECT zeroblob(30000000)",
        " UNION ".join(["SELECT 1"] * 50),
        f"SELECT 1 --{'x' * 200_000}",
    ):
        with pytest.raises((sqlite3.Error, sqlite3.DataError)):
            connection.execute(command).fetchall()
    connection.close()


def test_a_file_that_lets_a_missing_value_into_a_column_is_refused(content_copy: Path) -> None:
    crafted(
        content_copy,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name = 'drug'",
    )
    connection = sqlite3.connect(content_copy)
    connection.execute("UPDATE drug SET name = NULL")
    connection.commit()
    connection.close()
    found = open_content(content_copy)
    assert isinstance(found, ContentFault)
    assert found.code == "content-foreign"
