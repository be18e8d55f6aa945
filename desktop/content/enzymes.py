"""The matrix of enzymes and drugs as it stands in content.db."""

import sqlite3

from desktop.content.owned import first_column, sources
from desktop.domain.enzymes import Effect, EffectState, Enzyme, Matrix
from desktop.domain.provenance import Verification


def matrix(connection: sqlite3.Connection) -> Matrix:
    """Every enzyme by every drug; empty where the library holds none."""
    found = connection.execute("SELECT slug, name, ambler_class FROM enzyme ORDER BY position").fetchall()
    effects = connection.execute(
        "SELECT id, enzyme, drug, state, reason, verification FROM effect ORDER BY id"
    ).fetchall()
    cited = sources(connection, "effect", [row["id"] for row in effects])
    return Matrix(
        tuple(Enzyme(*row) for row in found),
        first_column(connection, "SELECT drug FROM effect GROUP BY drug ORDER BY MIN(id)"),
        tuple(
            Effect(enzyme, drug, EffectState(state), reason, Verification(how), cited[key])
            for key, enzyme, drug, state, reason, how in effects
        ),
    )
