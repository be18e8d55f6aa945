"""How much of A4 the parts of a card take, estimated in lines of text: only the balance of its columns hangs on it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop.charts.lettering import Drawing
from desktop.sheets.card_columns import Room, lines_of
from desktop.sheets.card_drug import DrugDoses, Shared
from desktop.sheets.card_times import Times
from desktop.sheets.card_values import CardPage

# The room for a label, and what a code takes with the line above it.
LABEL_LINES, _CODE_LINES, _REFUSAL_LINES = 9.5, 17, 2.9
# Letters on a line of ticks in the column beside the wide one, which is broader than half of that.
BESIDE_LETTERS = 46
# Lines are lower on a packed card, and its drawing is not: so many more of them are as high.
_PACKED_DRAWING = 1.5
# Letters on a line of the wide column, and on one in bold type; what a heading takes, and a drug's name.
_LETTERS, _BOLD, _HEADING, _NAME, _LINE_PX = 94, 80, 1.3, 1.7, 14


def code_lines(drawings: Mapping[str, Drawing]) -> float:
    """What the code takes, or the words that stand in its place."""
    return _CODE_LINES if "qr" in drawings else _REFUSAL_LINES


def main_lines(page: CardPage, times: Times, drawings: Mapping[str, Drawing]) -> float:
    """What stands above the ticks in the wide column: the case, its findings, its doses and their times."""
    return sum((*_about(page), *_findings(page), *map(_drug, page.drugs), *_times(times, drawings)), _HEADING)


def packed_rooms(page: CardPage, times: Times, drawings: Mapping[str, Drawing]) -> tuple[Room, Room]:
    """What stands above lines to tick that run on: what is said of the times is in the narrow column there."""
    beside = LABEL_LINES + code_lines(drawings) + sum(lines_of(words, BESIDE_LETTERS) for words in times.said)
    wide = main_lines(page, replace(times, said=()), drawings) + _PACKED_DRAWING * ("timeline" in drawings)
    return Room(wide, _LETTERS, runs_on=True), Room(beside + _HEADING * bool(times.said), BESIDE_LETTERS, runs_on=True)


def _about(page: CardPage) -> Iterator[float]:
    yield 1.2 * lines_of(page.case, _BOLD)
    yield from (lines_of(words, _LETTERS) for words in (*page.kidney, page.second_check))


def _findings(page: CardPage) -> Iterator[float]:
    yield _HEADING
    for warned in page.warnings:
        yield lines_of(f"{warned.mark} {warned.title}. {warned.action}", _LETTERS)
    yield 2


def _drug(drug: DrugDoses) -> float:
    lines = _NAME + sum(_shared(one) for one in drug.shared)
    for at, dose in enumerate(drug.doses):
        *above, last = dose.lines[bool(drug.first and at) :]
        lines += sum(lines_of(words, _BOLD) for words in above)
        notes = () if drug.session_is_told else dose.around_dialysis
        lines += lines_of(" · ".join((last, dose.source, *dose.printed, *notes)), _LETTERS) + 0.2
    return lines + sum(lines_of(words, _LETTERS) for words in drug.withheld)


def _shared(one: Shared) -> float:
    return lines_of(" · ".join((one.source, *one.printed)), _LETTERS)


def _times(times: Times, drawings: Mapping[str, Drawing]) -> Iterator[float]:
    yield _HEADING + 0.6
    if "timeline" in drawings:
        yield drawings["timeline"].height / _LINE_PX
    yield from (lines_of(f"{name}: {words}", _LETTERS) for name, words in times.lanes)
    yield from (lines_of(words, _LETTERS) for words in times.said)
