"""Rows on their way into content.db."""

from collections.abc import Iterable
from decimal import Decimal

from desktop.domain.provenance import Source

Value = str | int | None


class Tables:
    """The rows of every table, in the order in which they are found; the writer sorts them."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Value]]] = {}

    def add(self, table: str, **columns: Value) -> None:
        """Adds one row."""
        self.rows.setdefault(table, []).append(columns)

    def add_each(self, table: str, column: str, values: Iterable[Value], **columns: Value) -> None:
        """Adds one row for each value, numbered from 1."""
        for position, value in enumerate(values, 1):
            self.add(table, **columns, position=position, **{column: value})

    def add_sources(self, table: str, sources: Iterable[Source], **columns: Value) -> None:
        """Adds the sources of one thing, numbered from 1."""
        for position, source in enumerate(sources, 1):
            self.add(table, **columns, position=position, **source_columns(source))


def source_columns(source: Source) -> dict[str, Value]:
    """A source in its three columns."""
    return {"reference": source.reference, "locator": source.locator, "verification": source.verification.value}


def decimal_text(value: Decimal) -> str:
    """An exact number as it is stored: no exponent, no trailing zero."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
