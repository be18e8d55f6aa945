"""Rows of a label or guideline in words, without a patient: what the source prints, row by row."""

from collections.abc import Sequence

from desktop.domain.drugs import Basis, Row, When
from desktop.domain.note import Note
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.wording import encoded_words, first_words, given_words, supplement_words

CRRT_WORDS = "continuous renal replacement therapy"


def row_lines(basis: Basis) -> tuple[str, ...]:
    """Every row of a basis that is not for children only, or why the source gives none."""
    adults = [row for row in basis.rows if row.children is None]
    return tuple(row_words(row, basis.maxima) for row in adults) or (basis.listed_unverified or "No rows for adults.",)


def row_words(row: Row, maxima: Sequence[Note] = ()) -> str:
    """One row: for whom and for which kidneys, the dose with its limits and conditions, and how far it was checked.

    `maxima` are what its source says of the most in a day. A dose is one sentence, so that a snippet never cuts it.
    """
    whose = ", ".join(filter(None, (row.use, row_figure(row))))
    parts = []
    if row.refusal is not None:
        parts.append(row.refusal.reason)
    if row.loading is not None:
        parts.append(f"first {first_words(row.loading)}; then")
    if row.maintenance is not None:
        parts.append(given_words(row.maintenance))
    if row.supplement is not None:
        parts.append(f"and {supplement_words(row.supplement)}")
    notes = [*(note for note in row.noted if note.is_binding), *(maxima if row.maintenance else ())]
    said = "; ".join((" ".join(parts), *(note.clause for note in notes)))
    return f"{whose}: {said} ({VERIFICATION_WORDS[row.source.verification]})"


def row_figure(row: Row) -> str:
    """What a row goes by: the kind of dialysis, or the clearance as printed, with its unit."""
    printed = row.band.printed
    match row.when:
        case When.HAEMODIALYSIS:
            return _of_kind("haemodialysis", printed)
        case When.CRRT:
            return _of_kind(CRRT_WORDS, printed)
        case When.EFFLUENT:
            return f"{CRRT_WORDS}, effluent {_with_unit(row)}"
    also = ", also for haemodialysis" if row.also_haemodialysis else ""
    figure = _filtration_words(row) if row.children else _clearance_words(row)
    return f"{figure}{also}{f', also for {CRRT_WORDS}' if row.also_crrt else ''}"


def _of_kind(dialysis: str, printed: str) -> str:
    """The kind of dialysis with what is printed of it, where that says more."""
    return dialysis if printed in ("", dialysis) else f"{dialysis}, {printed}"


def _clearance_words(row: Row) -> str:
    """The band of an adult; one without a figure, such as "normal kidneys", with the edges that it is read as."""
    if row.band.is_for_all or any(sign.isdigit() for sign in row.band.printed):
        return f"creatinine clearance {_with_unit(row)}"
    return f"{row.band.printed} (creatinine clearance {encoded_words(row.band)})"


def _filtration_words(row: Row) -> str:
    """The band of a child, of age or of filtration; where no filtration is printed, with the edges it is read as."""
    if row.band.is_for_all or row.band.printed[-1:].isdigit():
        return _with_unit(row)
    return f"{row.band.printed} (read as for {encoded_words(row.band)})"


def _with_unit(row: Row) -> str:
    """The band as printed, with its unit where it ends in a figure."""
    printed = row.band.printed
    return f"{printed} {row.band.unit}" if printed[-1:].isdigit() else printed
