"""The authors' worked examples, which every machine can compute again."""

import sqlite3
from decimal import Decimal

from desktop.content.dose_rows import read_amount, read_decimal
from desktop.domain.worked import WorkedExample


def worked_examples(connection: sqlite3.Connection, drug: str) -> tuple[WorkedExample, ...]:
    """Every worked example of a drug's rows, in order."""
    select = (
        "SELECT row, figure, weight_kg, ideal_kg, total_mg_low, total_mg_high, loading_mg_low, loading_mg_high "
        "FROM worked_example JOIN dose_row ON dose_row.id = row WHERE drug = ? ORDER BY row, worked_example.position"
    )
    return tuple(_example(found) for found in connection.execute(select, (drug,)))


def _example(found: sqlite3.Row) -> WorkedExample:
    total = read_amount(found["total_mg_low"], found["total_mg_high"])
    if total is None:
        raise ValueError(f"an example of {found['row']} has no total")
    return WorkedExample(
        row=found["row"],
        figure=_figure(found["figure"]),
        weight_kg=_figure(found["weight_kg"]),
        ideal_kg=_figure(found["ideal_kg"]),
        total_mg=total,
        loading_mg=read_amount(found["loading_mg_low"], found["loading_mg_high"]),
    )


def _figure(text: object) -> Decimal | None:
    return None if text is None else read_decimal(text)
