"""Studies, guidelines and breakpoints as they stand in content.db."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from desktop.content.owned import among, owned, owned_words, sources
from desktop.domain.breakpoints import Breakpoint, Limit
from desktop.domain.evidence import Arm, Count, Effect, Outcome, Study
from desktop.domain.guidelines import Aspect, Guideline, Position
from desktop.domain.provenance import Source, Verification

_GUIDELINES = (
    "SELECT id, name, issued, graded_with, note, verification FROM guideline WHERE topic = ? ORDER BY position"
)
_STUDIES = (
    "SELECT id, title, design, population, size, shows, cannot_show, overlap_note, preclinical, verification "
    "FROM study WHERE topic = ? ORDER BY position"
)
_TOPIC_OF_STUDY = "SELECT topic FROM study WHERE id = ?"
_POSITIONS = (
    "SELECT guideline, aspect, text, strength, certainty, verification FROM guideline_position WHERE guideline IN (*)"
)
_OVERLAPS = "SELECT study, other FROM study_overlap WHERE study IN (*) ORDER BY position"
_COUNTS = "SELECT study, position, outcome, title FROM study_count WHERE study IN (*) ORDER BY position"
_ARMS = (
    "SELECT study, count, label, events, total, percent, verification "
    "FROM study_arm WHERE study IN (*) ORDER BY count, position"
)
_EFFECTS = (
    "SELECT study, measure, title, first, second, value, low, high, p, adjusted, verification "
    "FROM study_effect WHERE study IN (*) ORDER BY position"
)
_LIMITS = "SELECT breakpoint, class, text, verification FROM breakpoint_limit WHERE breakpoint IN (*)"
_BREAKPOINTS = "SELECT id, drug, standard, edition, note, verification FROM breakpoint WHERE topic = ? ORDER BY id"


def guidelines(connection: sqlite3.Connection, topic: str) -> tuple[Guideline, ...]:
    """Every guideline of a topic, in editorial order."""
    rows = connection.execute(_GUIDELINES, (topic,)).fetchall()
    keys = [row["id"] for row in rows]
    said, cited = owned(connection, _POSITIONS, keys), sources(connection, "guideline", keys)
    return tuple(
        Guideline(
            **dict(row) | {"verification": Verification(row["verification"])},
            sources=cited[row["id"]],
            positions=_positions(said[row["id"]]),
        )
        for row in rows
    )


def _positions(rows: Sequence[sqlite3.Row]) -> dict[Aspect, Position]:
    """What a guideline says on every aspect; a KeyError where it is silent on one."""
    said = {row["aspect"]: row for row in rows}
    return {
        aspect: Position(
            said[aspect]["text"],
            said[aspect]["strength"],
            said[aspect]["certainty"],
            Verification(said[aspect]["verification"]),
        )
        for aspect in Aspect
    }


def studies(connection: sqlite3.Connection, topic: str) -> tuple[Study, ...]:
    """Every study of a topic, in editorial order."""
    rows = connection.execute(_STUDIES, (topic,)).fetchall()
    keys = [row["id"] for row in rows]
    overlaps, cited = owned_words(connection, _OVERLAPS, keys), sources(connection, "study", keys)
    counts, effects = _counts(connection, keys), owned(connection, _EFFECTS, keys)
    return tuple(
        Study(
            **dict(row) | {"verification": Verification(row["verification"]), "preclinical": bool(row["preclinical"])},
            overlaps=overlaps[row["id"]],
            sources=cited[row["id"]],
            counts=counts[row["id"]],
            effects=tuple(_effect(dict(found)) for found in effects[row["id"]]),
        )
        for row in rows
    )


def topic_of_study(connection: sqlite3.Connection, study: str) -> str | None:
    """The topic in which a study stands; None for a study that there is not."""
    row = connection.execute(_TOPIC_OF_STUDY, (study,)).fetchone()
    return None if row is None else str(row["topic"])


def _counts(connection: sqlite3.Connection, studies: Collection[str]) -> Mapping[str, tuple[Count, ...]]:
    arms: dict[tuple[str, int], list[Arm]] = {}
    for study, count, label, events, total, percent, how in among(connection, _ARMS, studies):
        arms.setdefault((study, count), []).append(Arm(label, events, total, percent, Verification(how)))
    return {
        study: tuple(Count(Outcome(outcome), title, tuple(arms.get((study, at), ()))) for _, at, outcome, title in rows)
        for study, rows in owned(connection, _COUNTS, studies).items()
    }


def _effect(columns: dict[str, Any]) -> Effect:
    del columns["study"]
    numbers = {name: None if columns[name] is None else Decimal(columns[name]) for name in ("value", "low", "high")}
    return Effect(**columns | numbers | {"verification": Verification(columns["verification"])})


def breakpoints(connection: sqlite3.Connection, topic: str) -> tuple[Breakpoint, ...]:
    """Every breakpoint of a topic, in editorial order."""
    rows = connection.execute(_BREAKPOINTS, (topic,)).fetchall()
    keys: list[int] = [row["id"] for row in rows]
    limits, cited = owned(connection, _LIMITS, keys), sources(connection, "breakpoint", keys)
    return tuple(_breakpoint(row, limits[row["id"]], cited[row["id"]]) for row in rows)


def _breakpoint(row: sqlite3.Row, limits: Sequence[sqlite3.Row], cited: tuple[Source, ...]) -> Breakpoint:
    found = {name: Limit(text, Verification(how)) for _, name, text, how in limits}
    return Breakpoint(
        drug=row["drug"],
        standard=row["standard"],
        edition=row["edition"],
        susceptible=found.get("susceptible"),
        intermediate=found.get("intermediate"),
        resistant=found.get("resistant"),
        note=row["note"],
        verification=Verification(row["verification"]),
        sources=cited,
    )
