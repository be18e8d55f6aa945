"""The pitfalls with their triggers, and what guidelines prefer, as they stand in content.db."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence

from desktop.content.owned import first_column, owned, owned_words, sources
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


_CLAIMS = "SELECT pitfall, claim FROM pitfall_claim WHERE pitfall IN (*) ORDER BY claim"
_SIDES = "SELECT pitfall, id, says, verification FROM pitfall_side WHERE pitfall IN (*) ORDER BY position"
_TERMS = "SELECT pitfall, part, line, term FROM trigger_term WHERE pitfall IN (*)"
_DRUGS = "SELECT guideline_option, drug FROM guideline_option_drug WHERE guideline_option IN (*) ORDER BY position"
_ENZYMES = "SELECT guideline_option, enzyme FROM guideline_option_enzyme WHERE guideline_option IN (*)"


def pitfalls(connection: sqlite3.Connection, topic: str) -> tuple[Pitfall, ...]:
    """Every pitfall of a topic with its trigger."""
    rows = connection.execute(_PITFALLS, (topic,)).fetchall()
    keys = [row["id"] for row in rows]
    cited, claims = sources(connection, "pitfall", keys), owned_words(connection, _CLAIMS, keys)
    sides, terms = _sides(connection, keys), owned(connection, _TERMS, keys)
    return tuple(
        Pitfall(
            id=row["id"],
            phase=Phase(row["phase"]),
            severity=Severity(row["severity"]),
            title=row["title"],
            check=row["check_line"],
            why=row["why"],
            action=row["action"],
            sources=cited[row["id"]],
            claims=claims[row["id"]],
            trigger=trigger(_lines(terms[row["id"]], "trigger")),
            verification=Verification(row["verification"]),
            sides=sides[row["id"]],
            open_where=_open_where(terms[row["id"]]),
        )
        for row in rows
    )


def _sides(connection: sqlite3.Connection, pitfalls: Collection[str]) -> Mapping[str, tuple[Side, ...]]:
    found = owned(connection, _SIDES, pitfalls)
    cited = sources(connection, "pitfall_side", [row["id"] for rows in found.values() for row in rows])
    return {
        pitfall: tuple(Side(row["says"], Verification(row["verification"]), cited[row["id"]]) for row in rows)
        for pitfall, rows in found.items()
    }


def _open_where(terms: Sequence[sqlite3.Row]) -> Trigger | None:
    lines = _lines(terms, "open_where")
    return trigger(lines) if lines else None


def _lines(terms: Sequence[sqlite3.Row], part: str) -> Mapping[str, Sequence[str]]:
    lines: dict[str, list[str]] = {}
    for row in terms:
        if row["part"] == part:
            lines.setdefault(row["line"], []).append(row["term"])
    return lines


def options(connection: sqlite3.Connection, topic: str) -> tuple[GuidelineOption, ...]:
    """What guidelines prefer, in the order in which a topic shows it."""
    rows = connection.execute(_OPTIONS, (topic,)).fetchall()
    keys = [row["id"] for row in rows]
    drugs, enzymes = owned_words(connection, _DRUGS, keys), owned_words(connection, _ENZYMES, keys)
    cited = sources(connection, "guideline_option", keys)
    return tuple(
        GuidelineOption(
            id=row["id"],
            regimen=drugs[row["id"]],
            standing=Standing(row["standing"]),
            issuer=row["issuer"],
            dated=row["dated"],
            enzymes=frozenset(enzymes[row["id"]]),
            grade=Grade(row["issuer"], row["strength"], row["certainty"], row["graded_with"]),
            note=row["note"],
            sources=cited[row["id"]],
            verification=Verification(row["verification"]),
        )
        for row in rows
    )


def not_covered(connection: sqlite3.Connection, topic: str) -> tuple[str, ...]:
    """What no rule of a topic asks about."""
    return first_column(connection, "SELECT text FROM not_covered WHERE topic = ? ORDER BY position", topic)
