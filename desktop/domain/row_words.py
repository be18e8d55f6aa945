"""Rows of a label or guideline in words, without a patient: what the source prints, row by row."""

from desktop.domain.drugs import Basis, Row
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.wording import given_words, loading_words, supplement_words


def row_lines(basis: Basis) -> tuple[str, ...]:
    """Every row of a basis that is not for children only, or why the source gives none."""
    adults = [row for row in basis.rows if row.children is None]
    return tuple(row_words(row) for row in adults) or (basis.listed_unverified or "No rows for adults.",)


def row_words(row: Row) -> str:
    """One row: for whom, the printed band in its unit, the dose, and how far it was checked."""
    band = f"{row.use}, {row.band.printed}" if row.use else row.band.printed
    parts = []
    if row.refusal is not None:
        parts.append(row.refusal.reason)
    if row.loading is not None:
        parts.append(f"first {loading_words(row.loading)}; then")
    if row.maintenance is not None:
        parts.append(given_words(row.maintenance))
    if row.supplement is not None:
        parts.append(f"and {supplement_words(row.supplement)}")
    return f"{band}: {' '.join(parts)} ({VERIFICATION_WORDS[row.source.verification]})"
