"""The bedside card: one case on one sheet, to hand over. It holds no name and no number of anybody."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from desktop.charts.lettering import Drawing
from desktop.content.library import Library
from desktop.domain.case import Assessment
from desktop.domain.case_choices import KNOWN_DRUGS, drug_words
from desktop.sheets.card_columns import Column, Room, columns_of
from desktop.sheets.card_drug import doses_part
from desktop.sheets.card_heights import BESIDE_LETTERS, LABEL_LINES, code_lines, main_lines, packed_rooms
from desktop.sheets.card_times import Planned, Times, card_times
from desktop.sheets.card_values import CardPage, Progress
from desktop.sheets.plain_text import Lines
from desktop.sheets.qr import TooLong, qr_drawing
from desktop.sheets.sheet import Sheet
from desktop.sheets.stamp import Stamp, stamp
from desktop.sheets.templates import rendered

_FINDINGS, _CHECKS = "findings", "lines to check from 48 hours on"
_QR_PX = 200
# More findings than these are taller than the room for a label, and stand below it.
_BESIDE_THE_LABEL = 3
_NO_ROWS = "No dose of it is given here."
# Wider than any line: a phone breaks lines where its own screen ends.
_UNBROKEN = 100_000


def card_sheet(
    library: Library,
    assessment: Assessment,
    printed_at: datetime,
    *,
    planned: Planned | None = None,
    progress: Progress | None = None,
    left_out: AbstractSet[str] = frozenset(),
) -> Sheet:
    """The card of a case, with a code of its text that any phone reads, or why there is none.

    The code, and not the card, is without the parts that are left out, and names them.
    """
    page = CardPage(assessment, progress or Progress())
    times, marked = card_times(assessment, planned), stamp(library, printed_at)
    without = [part for part in qr_parts(assessment) if part in left_out]
    text = _qr_text(page, marked, without)
    code = qr_drawing(text, _QR_PX)
    drawings: dict[str, Drawing] = dict(times.drawings)
    if not isinstance(code, TooLong):
        drawings["qr"] = replace(code, words="QR code of the text of this card")
    values = _shown(page) | {
        "columns": _columns(page, times, drawings),
        "times": times,
        "qr_refusal": code.words if isinstance(code, TooLong) else "",
        "qr_text": text,
        "qr_left_out": ", ".join(without),
    }
    return Sheet(title="Bedside card", template="card", stamp=marked, values=values, drawings=drawings, is_card=True)


def _shown(page: CardPage) -> dict[str, object]:
    """The page, and the words that stand on every card."""
    return {
        "page": page,
        "blank": "_" * 30,
        "few_warnings": len(page.warnings) <= _BESIDE_THE_LABEL,
        "nothing_found": "No stop and no caution.",
        "checked": _checked_words(page),
        "no_rows": _NO_ROWS,
    }


def _columns(page: CardPage, times: Times, drawings: Mapping[str, Drawing]) -> dict[str, tuple[Column, ...]]:
    """The lines to tick in the columns of each arrangement that has any."""
    checks = (*page.now, *page.later)
    main, code = main_lines(page, times, drawings), code_lines(drawings)
    rooms: dict[str, tuple[Room, ...]] = {
        "beside": (Room(main), Room(main), Room(LABEL_LINES + code, BESIDE_LETTERS)),
        "halves": (Room(0), Room(0)),
        "wide halves": (Room(0), Room(code)),
        "packed": packed_rooms(page, times, drawings),
    }
    return {way: columns_of(checks, of_way) for way, of_way in rooms.items()}


def qr_parts(assessment: Assessment) -> tuple[str, ...]:
    """What may be left out of the code of a case."""
    drugs = (drug_words(slug) for slug in KNOWN_DRUGS if slug in assessment.case.drugs)
    return (_FINDINGS, *map(doses_part, drugs), _CHECKS)


def _qr_text(page: CardPage, marked: Stamp, left_out: Sequence[str]) -> str:
    """The text of the card as a phone shows it, without the parts that were left out, which are named."""
    return rendered(
        "card_qr.txt",
        page=page,
        stamp=marked,
        left_out=left_out,
        named=", ".join(left_out),
        findings_part=_FINDINGS,
        checks_part=_CHECKS,
        lines=Lines(_UNBROKEN),
        no_rows=_NO_ROWS,
    ).strip()


def _checked_words(page: CardPage) -> str:
    """What was checked and what was not, which is always in sight."""
    words = [f"{page.rules_run} rules were checked."]
    if page.informed:
        words.append(f"{page.informed} findings for information stand among the lines to tick.")
    if page.not_said:
        words.append(f"Some were not, because it was not said: {page.not_said}.")
    return " ".join(words)
