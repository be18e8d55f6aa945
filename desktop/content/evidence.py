"""Studies, guidelines and breakpoints as they stand in content.db."""

import sqlite3
from decimal import Decimal

from desktop.content.guidance import first_column, sources
from desktop.domain.breakpoints import Breakpoint, Limit
from desktop.domain.evidence import Arm, Count, Effect, Outcome, Study
from desktop.domain.guidelines import Aspect, Guideline, Position
from desktop.domain.provenance import Verification

_GUIDELINES = (
    "SELECT id, name, issued, graded_with, note, verification FROM guideline WHERE topic = ? ORDER BY position"
)
_STUDIES = (
    "SELECT id, title, design, population, size, shows, cannot_show, overlap_note, preclinical, verification "
    "FROM study WHERE topic = ? ORDER BY position"
)
_ARMS = (
    "SELECT label, events, total, percent, verification FROM study_arm WHERE study = ? AND count = ? ORDER BY position"
)
_EFFECTS = (
    "SELECT measure, title, first, second, value, low, high, p, adjusted, verification "
    "FROM study_effect WHERE study = ? ORDER BY position"
)
_BREAKPOINTS = "SELECT id, drug, standard, edition, note, verification FROM breakpoint WHERE topic = ? ORDER BY id"


def guidelines(connection: sqlite3.Connection, topic: str) -> tuple[Guideline, ...]:
    """Every guideline of a topic, in editorial order."""
    return tuple(_guideline(connection, row) for row in connection.execute(_GUIDELINES, (topic,)).fetchall())


def _guideline(connection: sqlite3.Connection, row: sqlite3.Row) -> Guideline:
    select = "SELECT aspect, text, strength, certainty, verification FROM guideline_position WHERE guideline = ?"
    said = {found["aspect"]: found for found in connection.execute(select, (row["id"],)).fetchall()}
    return Guideline(
        **dict(row) | {"verification": Verification(row["verification"])},
        sources=sources(connection, "guideline", row["id"]),
        positions={
            aspect: Position(
                said[aspect]["text"],
                said[aspect]["strength"],
                said[aspect]["certainty"],
                Verification(said[aspect]["verification"]),
            )
            for aspect in Aspect
        },
    )


def studies(connection: sqlite3.Connection, topic: str) -> tuple[Study, ...]:
    """Every study of a topic, in editorial order."""
    return tuple(_study(connection, row) for row in connection.execute(_STUDIES, (topic,)).fetchall())


def _study(connection: sqlite3.Connection, row: sqlite3.Row) -> Study:
    key = row["id"]
    others = "SELECT other FROM study_overlap WHERE study = ? ORDER BY position"
    return Study(
        **dict(row) | {"verification": Verification(row["verification"]), "preclinical": bool(row["preclinical"])},
        overlaps=first_column(connection, others, key),
        sources=sources(connection, "study", key),
        counts=_counts(connection, key),
        effects=tuple(_effect(found) for found in connection.execute(_EFFECTS, (key,)).fetchall()),
    )


def _counts(connection: sqlite3.Connection, study: str) -> tuple[Count, ...]:
    select = "SELECT position, outcome, title FROM study_count WHERE study = ? ORDER BY position"
    found = connection.execute(select, (study,)).fetchall()
    return tuple(Count(Outcome(outcome), title, _arms(connection, study, at)) for at, outcome, title in found)


def _arms(connection: sqlite3.Connection, study: str, count: int) -> tuple[Arm, ...]:
    found = connection.execute(_ARMS, (study, count)).fetchall()
    return tuple(Arm(label, events, total, percent, Verification(how)) for label, events, total, percent, how in found)


def _effect(row: sqlite3.Row) -> Effect:
    numbers = {name: None if row[name] is None else Decimal(row[name]) for name in ("value", "low", "high")}
    return Effect(**dict(row) | numbers | {"verification": Verification(row["verification"])})


def breakpoints(connection: sqlite3.Connection, topic: str) -> tuple[Breakpoint, ...]:
    """Every breakpoint of a topic, in editorial order."""
    return tuple(_breakpoint(connection, dict(row)) for row in connection.execute(_BREAKPOINTS, (topic,)).fetchall())


def _breakpoint(connection: sqlite3.Connection, columns: dict[str, object]) -> Breakpoint:
    key = columns.pop("id")
    found = connection.execute("SELECT class, text, verification FROM breakpoint_limit WHERE breakpoint = ?", (key,))
    limits = {name: Limit(text, Verification(how)) for name, text, how in found.fetchall()}
    return Breakpoint(
        drug=str(columns["drug"]),
        standard=str(columns["standard"]),
        edition=_words(columns["edition"]),
        susceptible=limits.get("susceptible"),
        intermediate=limits.get("intermediate"),
        resistant=limits.get("resistant"),
        note=_words(columns["note"]),
        verification=Verification(str(columns["verification"])),
        sources=sources(connection, "breakpoint", int(str(key))),
    )


def _words(value: object) -> str | None:
    return None if value is None else str(value)
