"""The follow-up questions as they stand in content.db."""

import sqlite3

from desktop.content.owned import owned, owned_words
from desktop.domain.answers import Answer, Part, PartKind

_WORDED = "SELECT answer, wording FROM answer_wording WHERE answer IN (*) ORDER BY position"
_ASKED = "SELECT answer, role FROM answer_role WHERE answer IN (*) ORDER BY position"
_PARTS = "SELECT answer, kind, target FROM answer_part WHERE answer IN (*) ORDER BY position"


def answers(connection: sqlite3.Connection, topic: str) -> tuple[Answer, ...]:
    """Every question of a topic, in editorial order."""
    select = "SELECT id, question, not_covered FROM answer WHERE topic = ? ORDER BY position"
    found = connection.execute(select, (topic,)).fetchall()
    keys = [row["id"] for row in found]
    worded, asked = owned_words(connection, _WORDED, keys), owned_words(connection, _ASKED, keys)
    parts = owned(connection, _PARTS, keys)
    return tuple(
        Answer(
            id=key,
            question=question,
            also_asked=worded[key],
            asked_by=asked[key],
            parts=tuple(Part(PartKind(kind), target) for _, kind, target in parts[key]),
            not_covered=not_covered,
        )
        for key, question, not_covered in found
    )
