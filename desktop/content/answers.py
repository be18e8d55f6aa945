"""The follow-up questions as they stand in content.db."""

import sqlite3

from desktop.content.guidance import first_column
from desktop.domain.answers import Answer, Part, PartKind


def answers(connection: sqlite3.Connection, topic: str) -> tuple[Answer, ...]:
    """Every question of a topic, in editorial order."""
    select = "SELECT id, question, not_covered FROM answer WHERE topic = ? ORDER BY position"
    return tuple(_answer(connection, *row) for row in connection.execute(select, (topic,)).fetchall())


def _answer(connection: sqlite3.Connection, key: str, question: str, not_covered: str | None) -> Answer:
    worded = "SELECT wording FROM answer_wording WHERE answer = ? ORDER BY position"
    asked = "SELECT role FROM answer_role WHERE answer = ? ORDER BY position"
    parts = connection.execute("SELECT kind, target FROM answer_part WHERE answer = ? ORDER BY position", (key,))
    return Answer(
        id=key,
        question=question,
        also_asked=first_column(connection, worded, key),
        asked_by=first_column(connection, asked, key),
        parts=tuple(Part(PartKind(kind), target) for kind, target in parts.fetchall()),
        not_covered=not_covered,
    )
