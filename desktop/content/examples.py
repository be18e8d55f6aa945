"""The authors' worked examples, which every machine can compute again."""

import sqlite3
from dataclasses import dataclass
from decimal import Decimal

from desktop.content.drugs import read_decimal
from desktop.domain.quantity import Amount


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """An author's own arithmetic for one row; `clearance_ml_min` is None for a dialysis row."""

    row: str
    clearance_ml_min: Decimal | None
    total_mg: Amount
    loading_mg: Amount | None


def worked_examples(connection: sqlite3.Connection, drug: str) -> tuple[WorkedExample, ...]:
    """Every worked example of a drug's rows, in order."""
    select = (
        "SELECT row, clearance_ml_min, total_mg_low, total_mg_high, loading_mg_low, loading_mg_high "
        "FROM worked_example JOIN dose_row ON dose_row.id = row WHERE drug = ? ORDER BY row, worked_example.position"
    )
    return tuple(
        WorkedExample(
            row,
            None if clearance is None else read_decimal(clearance),
            Amount(read_decimal(low), read_decimal(high)),
            None if first is None else Amount(read_decimal(first), read_decimal(last)),
        )
        for row, clearance, low, high, first, last in connection.execute(select, (drug,))
    )
