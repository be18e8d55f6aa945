"""The pitfalls with their triggers, and what guidelines prefer, as they stand in content.db."""

import sqlite3

from desktop.content.guidance import first_column, sources
from desktop.domain.guidance import Grade
from desktop.domain.options import GuidelineOption, Standing
from desktop.domain.provenance import Verification
from desktop.domain.regimen import Phase, Pitfall, Severity, Side
from desktop.domain.trigger import Trigger, trigger

_PITFALLS = (
    "SELECT id, phase, severity, title, check_line, why, action, verification "
    "FROM pitfall WHERE topic = ? ORDER BY position"
)
_OPTIONS = (
    "SELECT id, standing, issuer, dated, strength, certainty, graded_with, note, verification "
    "FROM guideline_option WHERE topic = ? ORDER BY position"
)


def pitfalls(connection: sqlite3.Connection, topic: str) -> tuple[Pitfall, ...]:
    """Every pitfall of a topic with its trigger."""
    return tuple(_pitfall(connection, found) for found in connection.execute(_PITFALLS, (topic,)).fetchall())


def _pitfall(connection: sqlite3.Connection, found: sqlite3.Row) -> Pitfall:
    key = found["id"]
    return Pitfall(
        id=key,
        phase=Phase(found["phase"]),
        severity=Severity(found["severity"]),
        title=found["title"],
        check=found["check_line"],
        why=found["why"],
        action=found["action"],
        sources=sources(connection, "pitfall", key),
        claims=first_column(connection, "SELECT claim FROM pitfall_claim WHERE pitfall = ? ORDER BY claim", key),
        trigger=_trigger(connection, key),
        verification=Verification(found["verification"]),
        sides=_sides(connection, key),
    )


def _sides(connection: sqlite3.Connection, pitfall: str) -> tuple[Side, ...]:
    select = "SELECT id, says, verification FROM pitfall_side WHERE pitfall = ? ORDER BY position"
    found = connection.execute(select, (pitfall,)).fetchall()
    return tuple(Side(says, Verification(how), sources(connection, "pitfall_side", key)) for key, says, how in found)


def _trigger(connection: sqlite3.Connection, pitfall: str) -> Trigger:
    lines: dict[str, list[str]] = {}
    for line, term in connection.execute("SELECT line, term FROM trigger_term WHERE pitfall = ?", (pitfall,)):
        lines.setdefault(line, []).append(term)
    return trigger(lines)


def options(connection: sqlite3.Connection, topic: str) -> tuple[GuidelineOption, ...]:
    """What guidelines prefer, in the order in which a topic shows it."""
    return tuple(_option(connection, found) for found in connection.execute(_OPTIONS, (topic,)).fetchall())


def _option(connection: sqlite3.Connection, found: sqlite3.Row) -> GuidelineOption:
    key = found["id"]
    drugs = "SELECT drug FROM guideline_option_drug WHERE guideline_option = ? ORDER BY position"
    enzymes = "SELECT enzyme FROM guideline_option_enzyme WHERE guideline_option = ?"
    return GuidelineOption(
        id=key,
        regimen=first_column(connection, drugs, key),
        standing=Standing(found["standing"]),
        issuer=found["issuer"],
        dated=found["dated"],
        enzymes=frozenset(first_column(connection, enzymes, key)),
        grade=Grade(found["issuer"], found["strength"], found["certainty"], found["graded_with"]),
        note=found["note"],
        sources=sources(connection, "guideline_option", key),
        verification=Verification(found["verification"]),
    )


def not_covered(connection: sqlite3.Connection, topic: str) -> tuple[str, ...]:
    """What no rule of a topic asks about."""
    return first_column(connection, "SELECT text FROM not_covered WHERE topic = ? ORDER BY position", topic)
