"""The bedside card: one case on one sheet, to hand over. It holds no name and no number of anybody."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from desktop.charts.lettering import Drawing
from desktop.content.library import Library
from desktop.domain.case import Assessment
from desktop.sheets.card_times import Planned, card_times
from desktop.sheets.card_values import CardPage, Progress
from desktop.sheets.plain_text import Lines
from desktop.sheets.qr import TooLong, qr_drawing
from desktop.sheets.sheet import Sheet
from desktop.sheets.stamp import Stamp, stamp
from desktop.sheets.templates import rendered

QR_PARTS = ("findings", "doses", "checks")
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
    qr_parts: AbstractSet[str] = frozenset(QR_PARTS),
) -> Sheet:
    """The card of a case, with a code of its text that any phone reads, or why there is none."""
    page = CardPage(assessment, progress or Progress())
    times = card_times(assessment, planned)
    marked = stamp(library, printed_at)
    text = rendered(
        "card_qr.txt", page=page, stamp=marked, parts=qr_parts, lines=Lines(_UNBROKEN), no_rows=_NO_ROWS
    ).strip()
    code = qr_drawing(text, _QR_PX)
    drawings: dict[str, Drawing] = dict(times.drawings)
    if not isinstance(code, TooLong):
        drawings["qr"] = replace(code, words="QR code of the text of this card")
    values = {
        "page": page,
        "times": times,
        "qr_refusal": code.words if isinstance(code, TooLong) else "",
        "qr_text": text,
        "blank": "_" * 30,
        "few_warnings": len(page.warnings) <= _BESIDE_THE_LABEL,
        "nothing_found": "No stop and no caution.",
        "checked": _checked_words(page),
        "no_rows": _NO_ROWS,
    }
    return Sheet(title="Bedside card", template="card", stamp=marked, values=values, drawings=drawings, is_card=True)


def _qr_text(page: CardPage, marked: Stamp, parts: AbstractSet[str]) -> str:
    """The text of the card as a phone shows it, with the parts that were asked for."""
    lines = Lines(_UNBROKEN)
    return rendered("card_qr.txt", page=page, stamp=marked, parts=parts, lines=lines, no_rows=_NO_ROWS).strip()


def _checked_words(page: CardPage) -> str:
    """What was checked and what was not, which is always in sight."""
    words = [f"{page.rules_run} rules were checked."]
    if page.informed:
        words.append(f"{page.informed} findings for information stand among the lines to tick.")
    if page.not_said:
        words.append(f"Some were not, because it was not said: {page.not_said}.")
    return " ".join(words)
