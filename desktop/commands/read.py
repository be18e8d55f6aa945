"""`read`: a topic as plain text."""

import argparse

from desktop.commands.citations import source_data
from desktop.commands.layout import terminal_width
from desktop.commands.reply import Reply
from desktop.commands.topic_text import topic_text
from desktop.commands.topics import chosen_role, chosen_topic, in_order
from desktop.content.library import Library
from desktop.domain.guidance import Grade, Section, Statement


def read(library: Library, options: argparse.Namespace) -> Reply:
    """One topic; with a role, what is foregrounded for it comes first in every section."""
    role = chosen_role(options.role)
    topic = chosen_topic(library, options.topic)
    data = {
        "topic": topic.id,
        "title": topic.title,
        "status": topic.review.status,
        "sections": [_section_data(section, role) for section in topic.sections],
    }
    return Reply(data, topic_text(library, topic, role, terminal_width()))


def _section_data(section: Section, role: str | None) -> dict[str, object]:
    first, others = in_order(section.statements, role)
    return {
        "id": section.id,
        "title": section.title,
        "statements": [_statement_data(statement, role) for statement in first + others],
    }


def _statement_data(statement: Statement, role: str | None) -> dict[str, object]:
    plain = statement.plain_for(role)
    data: dict[str, object] = {
        "id": statement.id,
        "kind": statement.kind,
        "text": statement.text,
        "grade": _grade_data(statement.grade),
        "sources": source_data(statement.sources),
        "verification": statement.verification,
    }
    return data if plain is None else data | {"plain": plain.text}


def _grade_data(grade: Grade | None) -> dict[str, object] | None:
    if grade is None:
        return None
    return {
        "issuer": grade.issuer,
        "strength": grade.strength,
        "certainty": grade.certainty,
        "system": grade.system,
    }
